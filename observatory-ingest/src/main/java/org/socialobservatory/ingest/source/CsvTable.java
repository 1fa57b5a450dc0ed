package org.socialobservatory.ingest.source;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.finding.Finding.Place;
import org.socialobservatory.ontology.finding.FindingRule;

/** A text table (RFC 4180), perhaps gzipped. */
public final class CsvTable implements Table {

    private final RawFile file;
    private final Dialect dialect;
    private final Place place;
    private final TextEncoding encoding;
    private final char delimiter;
    private final List<String> columns;

    private CsvTable(
            RawFile file, Dialect dialect, Place place, TextEncoding encoding, char delimiter, List<String> columns) {
        this.file = file;
        this.dialect = dialect;
        this.place = place;
        this.encoding = encoding;
        this.delimiter = delimiter;
        this.columns = columns;
    }

    /** Opens a file; empty, with findings, where it is no text table. */
    public static Optional<CsvTable> open(RawFile file, Dialect dialect, Place place, Findings findings) {
        try {
            Optional<TextEncoding> encoding;
            try (var bytes = bytes(file)) {
                encoding = TextEncoding.of(bytes, dialect.encoding(), place, findings);
            }
            if (encoding.isEmpty()) {
                return Optional.empty();
            }
            char delimiter = dialect.delimiter() != null
                    ? dialect.delimiter()
                    : Delimiter.of(head(file, encoding.get()), dialect.quote());
            var opened = new CsvTable(file, dialect, place, encoding.get(), delimiter, List.of());
            return opened.named(findings);
        } catch (IOException unreadable) {
            broken(unreadable, file, place, findings);
            return Optional.empty();
        }
    }

    private static void broken(IOException failure, RawFile file, Place place, Findings findings) {
        switch (failure) {
            case EOFException _ -> findings.add(FindingRule.FILE_TRUNCATED, place, null, file.path());
            case Zip.TooLarge bomb ->
                findings.add(FindingRule.ARCHIVE_TOO_LARGE, place, null, file.path(), bomb.size(), bomb.limit());
            default -> findings.add(FindingRule.FILE_DAMAGED, place, null, file.path());
        }
    }

    private static InputStream bytes(RawFile file) throws IOException {
        var raw = file.open();
        if (!file.path().endsWith(".gz")) {
            return raw;
        }
        try {
            return new Inflated(new GZIPInputStream(raw, 1 << 16), file.size());
        } catch (IOException noGzip) {
            raw.close();
            throw noGzip;
        }
    }

    private static String head(RawFile file, TextEncoding encoding) throws IOException {
        try (var bytes = bytes(file)) {
            bytes.skipNBytes(encoding.mark());
            return new String(bytes.readNBytes(1 << 16), encoding.charset());
        }
    }

    private Optional<CsvTable> named(Findings findings) {
        var names = new ArrayList<String>();
        read(findings, record -> {
            for (int i = 0; i < record.getFieldCount(); i++) {
                names.add(dialect.header() ? record.getField(i).strip() : fieldName(i));
            }
            return false;
        });
        if (names.stream().allMatch(String::isEmpty)) {
            if (!findings.stops()) {
                findings.add(FindingRule.TABLE_EMPTY, place, null, file.path());
            }
            return Optional.empty();
        }
        return Optional.of(new CsvTable(file, dialect, place, encoding, delimiter, List.copyOf(names)));
    }

    private String fieldName(int index) {
        return index < dialect.fieldNames().size() ? dialect.fieldNames().get(index) : "field" + (index + 1);
    }

    @Override
    public Place place() {
        return place;
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public boolean written() {
        return true;
    }

    /** The sign between the fields. */
    public char delimiter() {
        return delimiter;
    }

    @Override
    public void rows(Findings findings, RowReader reader) {
        var ragged = new Ragged(findings, reader);
        var ending = read(findings, new Records() {
            private boolean header = dialect.header();

            @Override
            public boolean take(CsvRecord record) {
                if (header) {
                    header = false;
                    return true;
                }
                ragged.report();
                if (record.getFieldCount() != columns.size()) {
                    ragged.hold(record);
                    return true;
                }
                var values = new String[columns.size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = record.getField(i);
                }
                return reader.row(record.getStartingLineNumber(), values, null);
            }
        });
        if (ending != null && ending.cutShort(ragged.held != null && ragged.held.getFieldCount() < columns.size())) {
            findings.add(FindingRule.FILE_TRUNCATED, place.row(ending.lastRow()), null, file.path());
        } else {
            ragged.report();
        }
    }

    /** A row of the wrong width is held back until it is known whether it is merely the cut end of the file. */
    private final class Ragged {
        private final Findings findings;
        private final RowReader reader;
        private @Nullable CsvRecord held;

        Ragged(Findings findings, RowReader reader) {
            this.findings = findings;
            this.reader = reader;
        }

        void hold(CsvRecord record) {
            held = record;
        }

        void report() {
            if (held != null) {
                findings.add(
                        FindingRule.ROW_RAGGED,
                        place.row(held.getStartingLineNumber()),
                        null,
                        String.valueOf(held.getFieldCount()),
                        String.valueOf(columns.size()));
                reader.refused(held.getStartingLineNumber(), FindingRule.ROW_RAGGED, held.getFields());
                held = null;
            }
        }
    }

    @FunctionalInterface
    private interface Records {
        boolean take(CsvRecord record);
    }

    /** How the reading came to the end of the file; null where it stopped before. */
    private record Ending(boolean insideQuotes, boolean newline, long lastRow) {
        boolean cutShort(boolean lastRowLacksFields) {
            return insideQuotes || (lastRowLacksFields && !newline);
        }
    }

    private @Nullable Ending read(Findings findings, Records records) {
        long row = 1;
        try (var bytes = bytes(file)) {
            bytes.skipNBytes(encoding.mark());
            var letters = new Watched(
                    new InputStreamReader(
                            bytes,
                            encoding.charset()
                                    .newDecoder()
                                    .onMalformedInput(CodingErrorAction.REPORT)
                                    .onUnmappableCharacter(CodingErrorAction.REPORT)),
                    dialect.quote());
            var builder = CsvReader.builder()
                    .fieldSeparator(delimiter)
                    .quoteCharacter(dialect.quote())
                    .allowMissingFields(true)
                    .allowExtraFields(true)
                    .skipEmptyLines(true);
            if (dialect.comment() != null) {
                builder.commentStrategy(CommentStrategy.SKIP).commentCharacter(dialect.comment());
            }
            try (var csv = builder.ofCsvRecord(letters)) {
                for (CsvRecord record : csv) {
                    row = record.getStartingLineNumber();
                    if (!records.take(record)) {
                        return null;
                    }
                }
            }
            return new Ending(letters.insideQuotes(), letters.endsWithNewline(), row);
        } catch (CsvParseException malformed) {
            findings.add(
                    malformed.getCause() instanceof CharacterCodingException
                            ? FindingRule.ENCODING_WRONG
                            : FindingRule.ROW_MALFORMED,
                    place.row(row + 1),
                    null,
                    encoding.charset().name());
        } catch (UncheckedIOException unreadable) {
            unreadable(Objects.requireNonNull(unreadable.getCause()), row, findings);
        } catch (IOException unreadable) {
            unreadable(unreadable, row, findings);
        }
        return null;
    }

    private void unreadable(IOException failure, long row, Findings findings) {
        if (failure instanceof CharacterCodingException) {
            findings.add(
                    FindingRule.ENCODING_WRONG,
                    place.row(row + 1),
                    null,
                    encoding.charset().name());
        } else {
            broken(failure, file, place, findings);
        }
    }
}
