package org.socialobservatory.api.cube;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.snapshot.PublishedDataset;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.Multilingual;

/**
 * Cells as a workbook (Office Open XML): the cells, in as many sheets as their number asks for, then what the codes of
 * indicators and areas are called, and where the figures come from. Texts are written as texts, whatever they begin with.
 */
final class Spreadsheet implements CellWriter {

    /** What a sheet can hold (ECMA-376), its head counted. */
    private static final int ROWS = 1_048_576;
    /** After so many rows they are sent on, so that the memory does not grow with the file. */
    private static final int BATCH = 1_000;

    private static final String VERSION = "1.0";

    private final Snapshot snapshot;
    private final Collection<PublishedDataset> datasets;
    private final ObservationRow row;
    private final Workbook book;
    private Worksheet sheet;
    private int sheets = 1;
    private int line;

    Spreadsheet(Snapshot snapshot, Collection<PublishedDataset> datasets, OutputStream out) {
        this.snapshot = snapshot;
        this.datasets = datasets;
        this.row = new ObservationRow(snapshot, datasets);
        this.book = new Workbook(out, "Social Observatory", VERSION);
        this.sheet = begin("observations", row.names());
    }

    private Worksheet begin(String name, List<String> head) {
        var begun = book.newWorksheet(name);
        begun.freezePane(0, 1);
        texts(begun, 0, head);
        line = 1;
        return begun;
    }

    private static void texts(Worksheet sheet, int line, List<String> texts) {
        for (int column = 0; column < texts.size(); column++) {
            sheet.inlineString(line, column, texts.get(column));
        }
    }

    @Override
    public void cell(PublishedDataset dataset, int cell) throws IOException {
        if (line == ROWS) {
            sheet.finish();
            sheets++;
            sheet = begin("observations " + sheets, row.names());
        }
        row.write(dataset, cell, new Columns(sheet, line));
        if (++line % BATCH == 0) {
            sheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        sheet.finish();
        names(
                "indicators",
                snapshot.catalogue().indicators().stream()
                        .filter(indicator -> datasets.stream()
                                .anyMatch(dataset ->
                                        !dataset.block().runs(indicator.code()).isEmpty()))
                        .map(indicator -> named(indicator.code(), indicator.labels())));
        names(
                "areas",
                snapshot.territory().areas().stream()
                        .filter(area -> datasets.stream()
                                .anyMatch(dataset -> dataset.block().areaIndexOf(area.code()) >= 0))
                        .map(area -> named(area.code(), area.names())));
        sources();
        book.close();
    }

    private static List<String> named(String code, Multilingual names) {
        return Stream.concat(
                        Stream.of(code),
                        Arrays.stream(Language.values())
                                .map(language -> names.exactly(language).orElse("")))
                .toList();
    }

    private void names(String name, Stream<List<String>> lines) throws IOException {
        var head = Stream.concat(
                        Stream.of("code"), Arrays.stream(Language.values()).map(Language::tag))
                .toList();
        table(name, head, lines.toList());
    }

    private void sources() throws IOException {
        table(
                "sources",
                List.of("dataset", "title", "edition", "published", "iri", "license"),
                datasets.stream()
                        .map(dataset -> List.of(
                                dataset.code(),
                                dataset.dataset().title().orCode(Language.FR, dataset.code()),
                                Integer.toString(dataset.edition().number()),
                                dataset.edition().publishedAt().toString(),
                                snapshot.iris()
                                        .edition(
                                                dataset.code(),
                                                dataset.edition().number()),
                                String.join(
                                        ", ",
                                        dataset.dataset().licenses().stream()
                                                .map(license -> license.name())
                                                .toList())))
                        .toList());
    }

    private void table(String name, List<String> head, List<List<String>> lines) throws IOException {
        var table = begin(name, head);
        for (var texts : lines) {
            texts(table, line++, texts);
        }
        table.finish();
    }

    /** The columns of one line. */
    private static final class Columns implements ObservationRow.Fields {
        private final Worksheet sheet;
        private final int line;
        private int column;

        Columns(Worksheet sheet, int line) {
            this.sheet = sheet;
            this.line = line;
        }

        @Override
        public void text(String name, @Nullable String text) {
            if (text != null) {
                sheet.inlineString(line, column, text);
            }
            column++;
        }

        @Override
        public void number(String name, @Nullable BigDecimal number) {
            if (number != null) {
                sheet.value(line, column, number);
            }
            column++;
        }

        @Override
        public void flag(String name, boolean holds) {
            sheet.value(line, column++, holds);
        }
    }
}
