package org.socialobservatory.ingest.source.feature;

import com.ibm.icu.text.CharsetDetector;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.source.Findings;
import org.socialobservatory.ontology.finding.Finding.Place;
import org.socialobservatory.ontology.finding.FindingRule;

/**
 * The table of a Shapefile (dBASE III).
 *
 * @param rows in order; a row that was deleted is empty
 */
record Dbf(List<String> columns, List<Optional<List<String>>> rows) {

    private static final int HEADER = 32;
    private static final byte END_OF_FIELDS = 0x0D;

    /** A column of the file. */
    private record Field(String name, char type, int length) {}

    /** Reads a file; empty, with a finding, where its letters cannot be read. */
    static Optional<Dbf> read(Path file, @Nullable String encoding, Place place, Findings findings) throws IOException {
        var bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.limit() < HEADER) {
            throw new Shapefile.Truncated();
        }
        int count = bytes.getInt(4);
        int begin = Short.toUnsignedInt(bytes.getShort(8));
        int width = Short.toUnsignedInt(bytes.getShort(10));
        if (width == 0 || count < 0 || begin + (long) count * width > bytes.limit()) {
            throw new Shapefile.Truncated();
        }
        var charset = charset(bytes, encoding, begin, place, findings);
        if (charset.isEmpty()) {
            return Optional.empty();
        }
        var fields = fields(bytes, begin, charset.get());
        var rows = new ArrayList<Optional<List<String>>>();
        for (int i = 0; i < count; i++) {
            int at = begin + i * width;
            try {
                rows.add(
                        bytes.get(at) == '*'
                                ? Optional.empty()
                                : Optional.of(row(bytes, at + 1, fields, charset.get())));
            } catch (CharacterCodingException wrong) {
                findings.add(
                        FindingRule.ENCODING_WRONG,
                        place.row(i + 1L),
                        null,
                        charset.get().name());
                return Optional.empty();
            }
        }
        return Optional.of(new Dbf(fields.stream().map(Field::name).toList(), rows));
    }

    private static List<Field> fields(ByteBuffer bytes, int end, Charset charset) throws IOException {
        var fields = new ArrayList<Field>();
        for (int at = HEADER; at + HEADER <= end && bytes.get(at) != END_OF_FIELDS; at += HEADER) {
            int length = 0;
            while (length < 11 && bytes.get(at + length) != 0) {
                length++;
            }
            var name = charset.decode(bytes.slice(at, length)).toString().strip();
            fields.add(new Field(name, (char) bytes.get(at + 11), Byte.toUnsignedInt(bytes.get(at + 16))));
        }
        if (fields.isEmpty()) {
            throw new IOException("no fields");
        }
        return fields;
    }

    private static List<String> row(ByteBuffer bytes, int from, List<Field> fields, Charset charset)
            throws CharacterCodingException {
        var values = new ArrayList<String>();
        int at = from;
        for (Field field : fields) {
            var text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(bytes.slice(at, field.length))
                    .toString()
                    .replace('\0', ' ')
                    .strip();
            values.add(value(text, field.type));
            at += field.length;
        }
        return values;
    }

    private static String value(String text, char type) {
        return switch (type) {
            case 'D' ->
                text.length() == 8 ? text.substring(0, 4) + "-" + text.substring(4, 6) + "-" + text.substring(6) : text;
            case 'L' ->
                switch (text) {
                    case "T", "t", "Y", "y" -> "true";
                    case "F", "f", "N", "n" -> "false";
                    default -> "";
                };
            // Stars fill a number that did not fit.
            case 'N', 'F' -> text.startsWith("*") ? "" : text;
            default -> text;
        };
    }

    /** As declared, else UTF-8 where every byte agrees, else as the letters suggest. */
    private static Optional<Charset> charset(
            ByteBuffer bytes, @Nullable String declared, int begin, Place place, Findings findings) {
        if (declared != null) {
            var name = codePage(declared);
            try {
                return Optional.of(Charset.forName(name));
            } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
                findings.add(FindingRule.ENCODING_UNKNOWN, place, declared, declared);
                return Optional.empty();
            }
        }
        var body = bytes.slice(begin, bytes.limit() - begin);
        try {
            StandardCharsets.UTF_8.newDecoder().decode(body);
            return Optional.of(StandardCharsets.UTF_8);
        } catch (CharacterCodingException notUtf8) {
            var sample = new byte[Math.min(body.limit(), 1 << 16)];
            body.get(0, sample);
            var match = new CharsetDetector().setText(sample).detect();
            var name = match == null || !match.getName().startsWith("windows-") ? "windows-1252" : match.getName();
            findings.add(FindingRule.ENCODING_GUESSED, place, null, name);
            return Optional.of(Charset.forName(name));
        }
    }

    /** What programs write into a {@code .cpg}: {@code UTF-8}, {@code 1252}, {@code ANSI 1256}, {@code 88591} … */
    private static String codePage(String declared) {
        var name = declared.toUpperCase(Locale.ROOT)
                .replace("ANSI", "")
                .replace("OEM", "")
                .strip();
        if (name.equals("65001") || name.equals("UTF8")) {
            return "UTF-8";
        }
        if (name.matches("125\\d")) {
            return "windows-" + name;
        }
        if (name.matches("8859\\d{1,2}")) {
            return "ISO-8859-" + name.substring(4);
        }
        return name.matches("\\d{3}") ? "IBM" + name : name;
    }
}
