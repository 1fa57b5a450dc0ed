package org.socialobservatory.api.attack;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.socialobservatory.api.Visitor;
import org.socialobservatory.api.cube.file.Downloaded;

/** Rows of figures: as a reader filters, pages and downloads them. */
record TableDoors(Visitor visitor, String base, String dataset) {

    private static final int FEW = 7;

    void hold(String edition, Told told) {
        told.keepsSilent();
        csv("/api/observations?dataset=" + dataset + "&sex=*&age=*&limit=100000&f=csv&edition=" + edition, told);
        csv("/datasets/" + dataset + "/editions/" + edition + "/data.csv", told);
        Downloaded.FORMS.forEach(form -> file(form, edition, told));
        var areas = new TreeSet<String>();
        told.figures().values().forEach(figure -> areas.add(figure.get("area").asString()));
        for (var filter : List.of(
                "",
                "&level=quartier",
                "&area=" + areas.last(),
                "&indicator=" + told.columns().keySet().iterator().next().indicator())) {
            pages(filter + "&edition=" + edition, told);
        }
    }

    private List<NamedCsvRecord> rows(String path) {
        var answer = visitor.get(base + path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        try (var rows = CsvReader.builder().ofNamedCsvRecord(answer.body())) {
            return rows.stream().toList();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void csv(String path, Told told) {
        var keys = new ArrayList<String>();
        for (var row : rows(path)) {
            var key = Told.key(row.getField("iri"));
            keys.add(key);
            Told.SAID.forEach(name -> told.holds(path, key, name, row.getField(name)));
            told.holds(path, key, "status", row.getField("status"));
        }
        assertThat(keys).as(path).containsExactlyElementsOf(told.figures().keySet());
    }

    /** Whatever the form of the file, it says the numbers that are told and no others. */
    private void file(String form, String edition, Told told) {
        var path = base + "/datasets/" + dataset + "/editions/" + edition + "/data." + form;
        var cells = Downloaded.read(form, visitor.bytes(path));
        assertThat(cells.keySet())
                .as(path)
                .containsExactlyInAnyOrderElementsOf(told.figures().keySet());
        cells.forEach((key, fields) ->
                Downloaded.NUMBERS.forEach(name -> told.holds(path, key, name, fields.getOrDefault(name, ""))));
    }

    /** A page is full whatever is withheld on it, and what leads on tells a position and nothing else. */
    private void pages(String filter, Told told) {
        var all = List.copyOf(told.figures().keySet());
        var keys = new ArrayList<String>();
        var path = base + "/api/observations?dataset=" + dataset + "&sex=*&age=*&limit=" + FEW + filter;
        while (true) {
            var page = visitor.get(path).json();
            page.get("observations")
                    .forEach(figure -> keys.add(Told.key(figure.get("iri").asString())));
            if (page.get("next").isNull()) {
                break;
            }
            assertThat(page.get("observations")).as(path).hasSize(FEW);
            var next = URI.create(page.get("next").asString());
            var cursor = next.getRawQuery().replaceFirst(".*cursor=([^&]+).*", "$1");
            var position = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            path = next.getRawPath() + "?" + next.getRawQuery();
            var first = visitor.get(path).json().get("observations").get(0);
            assertThat(position)
                    .matches("[^|]+\\|" + dataset + ":"
                            + all.indexOf(Told.key(first.get("iri").asString())));
        }
        assertThat(keys)
                .as(filter)
                .containsExactlyElementsOf(
                        Told.by(visitor, base, dataset, filter).figures().keySet());
    }

    /** What changed between two editions is what anybody sees who has both. */
    void difference(Told before, Told after) {
        var changed = new TreeSet<>(before.figures().keySet());
        changed.addAll(after.figures().keySet());
        changed.removeIf(key -> before.figures().containsKey(key)
                && after.figures().containsKey(key)
                && Stream.concat(Told.SAID.stream(), Stream.of("status"))
                        .allMatch(name -> before.said(key, name).equals(after.said(key, name))));
        var path = "/datasets/" + dataset + "/editions/2/difference.csv";
        var listed = new TreeSet<String>();
        for (var row : rows(path)) {
            var column = new Told.Column(
                    row.getField("indicator"),
                    row.getField("sex"),
                    row.findField("age").orElse("_T"));
            var key = Told.key(column.indicator(), row.getField("area"), row.getField("period"), column.breakdown());
            listed.add(key);
            before.holds(path, key, "value", row.getField("valueBefore"));
            before.holds(path, key, "status", row.getField("statusBefore"));
            after.holds(path, key, "value", row.getField("valueAfter"));
            after.holds(path, key, "status", row.getField("statusAfter"));
        }
        assertThat(listed).isEqualTo(changed);
    }
}
