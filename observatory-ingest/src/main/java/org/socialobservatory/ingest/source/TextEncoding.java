package org.socialobservatory.ingest.source;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.finding.Finding.Place;
import org.socialobservatory.ontology.finding.FindingRule;

/**
 * How the bytes of a text file become letters: by its byte order mark, else UTF-8 where every byte agrees, else as
 * declared or, with a note, as its letters suggest. Letters are never replaced silently.
 *
 * @param charset of the text
 * @param mark bytes of the byte order mark, to be skipped
 */
record TextEncoding(Charset charset, int mark) {

    /** Bytes around letters beyond ASCII from which an old encoding is guessed. */
    private static final int SAMPLE = 1 << 16;
    /** Below this confidence of the detector (0–100) nothing is guessed. */
    private static final int LEAST_CONFIDENCE = 20;
    /** In Latin text at least this share of the letters beyond ASCII stands beside a plain one. */
    private static final double LEAST_LATIN = 0.2;
    /** Below are controls, quotation marks, dashes and spaces, which texts in any script have. */
    private static final int FIRST_LETTER = 0xC0;
    /** One-byte encodings in which towns around the Mediterranean have kept their files. */
    private static final Set<String> GUESSED = Set.of(
            "windows-1250",
            "windows-1251",
            "windows-1252",
            "windows-1253",
            "windows-1254",
            "windows-1255",
            "windows-1256",
            "ISO-8859-1",
            "ISO-8859-2",
            "ISO-8859-5",
            "ISO-8859-6",
            "ISO-8859-7",
            "ISO-8859-8",
            "ISO-8859-9");

    private static final Set<String> LATIN =
            Set.of("windows-1250", "windows-1252", "windows-1254", "ISO-8859-1", "ISO-8859-2", "ISO-8859-9");

    private static final Set<Charset> UNICODE = Set.of(StandardCharsets.UTF_8, StandardCharsets.US_ASCII);

    /** Decides by reading all bytes once; empty, with a finding, where no encoding fits. */
    static Optional<TextEncoding> of(InputStream bytes, @Nullable String declared, Place place, Findings findings)
            throws IOException {
        Charset wanted = null;
        if (declared != null) {
            try {
                wanted = Charset.forName(declared);
            } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
                findings.add(FindingRule.ENCODING_UNKNOWN, place, declared, declared);
                return Optional.empty();
            }
        }
        var seen = new Utf8();
        seen.read(bytes);
        return decide(seen, wanted, place, findings);
    }

    private static Optional<TextEncoding> decide(Utf8 seen, @Nullable Charset wanted, Place place, Findings findings) {
        if (seen.mark != null) {
            boolean agrees = wanted == null
                    || wanted.name().startsWith(seen.mark.charset.name().substring(0, 5));
            return agrees ? Optional.of(seen.mark) : wrong(name(wanted), 1, place, findings);
        }
        if (name(wanted).startsWith("UTF-16")) {
            return Optional.of(new TextEncoding(Objects.requireNonNull(wanted), 0));
        }
        if (seen.zeroAt > 0) {
            findings.add(FindingRule.TEXT_WITH_NUL, place.row(seen.zeroAt), null);
            return Optional.empty();
        }
        if (seen.malformedAt == 0) {
            return decideUtf8(seen, wanted, place, findings);
        }
        if (wanted != null && !UNICODE.contains(wanted)) {
            return Optional.of(new TextEncoding(wanted, 0));
        }
        return wanted == null && seen.multibyte <= seen.malformed
                ? guess(seen, place, findings)
                : wrong("UTF-8", seen.malformedAt, place, findings);
    }

    private static Optional<TextEncoding> decideUtf8(
            Utf8 seen, @Nullable Charset wanted, Place place, Findings findings) {
        if (seen.replacementAt > 0) {
            findings.add(FindingRule.LETTERS_LOST, place.row(seen.replacementAt), null);
            return Optional.empty();
        }
        if (wanted == null || UNICODE.contains(wanted)) {
            return Optional.of(new TextEncoding(StandardCharsets.UTF_8, 0));
        }
        return seen.multibyte == 0
                ? Optional.of(new TextEncoding(wanted, 0))
                : wrong(wanted.name(), seen.multibyteAt, place, findings);
    }

    private static String name(@Nullable Charset wanted) {
        return wanted == null ? "UTF-8" : wanted.name();
    }

    private static Optional<TextEncoding> guess(Utf8 seen, Place place, Findings findings) {
        var name = guess(seen.sample.toByteArray());
        if (name.isEmpty()) {
            return wrong("UTF-8", seen.malformedAt, place, findings);
        }
        findings.add(FindingRule.ENCODING_GUESSED, place, null, name.get());
        return Optional.of(new TextEncoding(Charset.forName(name.get()), 0));
    }

    /**
     * The one-byte encoding of a sample. A letter with an accent stands in a word of plain letters; a word in Arabic
     * script has none of these.
     */
    private static Optional<String> guess(byte[] sample) {
        boolean latin = besidePlainLetters(sample) > LEAST_LATIN;
        var detector = new CharsetDetector();
        detector.setText(sample);
        for (CharsetMatch match : detector.detectAll()) {
            var name = match.getName();
            if (match.getConfidence() >= LEAST_CONFIDENCE && GUESSED.contains(name) && LATIN.contains(name) == latin) {
                // Windows wrote what calls itself Latin 1, with its curly quotes and euro sign.
                return Optional.of(name.equals("ISO-8859-1") ? "windows-1252" : name);
            }
        }
        return latin ? Optional.empty() : Optional.of("windows-1256");
    }

    /** Share of the letters beyond ASCII that have a plain letter beside them; signs are no letters. */
    private static double besidePlainLetters(byte[] sample) {
        int letters = 0;
        int beside = 0;
        for (int i = 0; i < sample.length; i++) {
            if ((sample[i] & 0xFF) >= FIRST_LETTER) {
                letters++;
                boolean before = i > 0 && isPlainLetter(sample[i - 1]);
                boolean after = i + 1 < sample.length && isPlainLetter(sample[i + 1]);
                beside += before || after ? 1 : 0;
            }
        }
        return letters == 0 ? 1 : (double) beside / letters;
    }

    private static boolean isPlainLetter(byte character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
    }

    private static Optional<TextEncoding> wrong(String charset, long row, Place place, Findings findings) {
        findings.add(FindingRule.ENCODING_WRONG, place.row(row), null, charset);
        return Optional.empty();
    }

    /** What a strict reader of UTF-8 sees (Unicode 16, table 3-7). */
    private static final class Utf8 {
        private @Nullable TextEncoding mark;
        private final ByteArrayOutputStream sample = new ByteArrayOutputStream();
        private final byte[] line = new byte[4096];
        private int filled;
        private boolean beyondAscii;
        private long row = 1;
        private long multibyte;
        private long multibyteAt;
        private long malformed;
        private long malformedAt;
        private long replacementAt;
        private long zeroAt;
        private int open;
        private int low = 0x80;
        private int high = 0xBF;
        private int point;

        void read(InputStream bytes) throws IOException {
            var buffer = new byte[1 << 16];
            boolean first = true;
            for (int read = bytes.readNBytes(buffer, 0, buffer.length);
                    read > 0;
                    read = bytes.readNBytes(buffer, 0, buffer.length)) {
                if (first) {
                    mark = mark(buffer, read);
                    first = false;
                }
                see(buffer, read);
            }
            if (open > 0) {
                malformed();
            }
            endLine();
        }

        /** Most letters are plain, and are passed by: a census has a hundred million of them. */
        private void see(byte[] buffer, int length) {
            int begin = 0;
            for (int i = 0; i < length; i++) {
                byte octet = buffer[i];
                if (octet > 0 && octet != '\n' && open == 0) {
                    continue;
                }
                see(octet & 0xFF);
                if (octet == '\n') {
                    if (beyondAscii) {
                        keep(buffer, begin, i + 1);
                    }
                    endLine();
                    row++;
                    begin = i + 1;
                }
            }
            keep(buffer, begin, length);
        }

        /** Keeps a part of a line for the sample. */
        private void keep(byte[] buffer, int from, int to) {
            int length = Math.min(to - from, line.length - filled);
            System.arraycopy(buffer, from, line, filled, length);
            filled += length;
        }

        private static @Nullable TextEncoding mark(byte[] head, int length) {
            if (length >= 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF) {
                return new TextEncoding(StandardCharsets.UTF_8, 3);
            }
            if (length >= 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
                return new TextEncoding(StandardCharsets.UTF_16LE, 2);
            }
            return length >= 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF
                    ? new TextEncoding(StandardCharsets.UTF_16BE, 2)
                    : null;
        }

        private void see(int octet) {
            if (open > 0) {
                if (octet >= low && octet <= high) {
                    follow(octet);
                    return;
                }
                malformed();
            }
            if (octet >= 0x80) {
                beyondAscii = true;
                lead(octet);
            } else if (octet == 0 && zeroAt == 0) {
                zeroAt = row;
            }
        }

        private void follow(int octet) {
            point = (point << 6) | (octet & 0x3F);
            low = 0x80;
            high = 0xBF;
            if (--open == 0) {
                multibyte++;
                multibyteAt = multibyteAt == 0 ? row : multibyteAt;
                replacementAt = replacementAt == 0 && point == 0xFFFD ? row : replacementAt;
            }
        }

        private void lead(int octet) {
            if (octet >= 0xC2 && octet <= 0xDF) {
                begin(1, octet & 0x1F, 0x80, 0xBF);
            } else if (octet >= 0xE0 && octet <= 0xEF) {
                begin(2, octet & 0x0F, octet == 0xE0 ? 0xA0 : 0x80, octet == 0xED ? 0x9F : 0xBF);
            } else if (octet >= 0xF0 && octet <= 0xF4) {
                begin(3, octet & 0x07, octet == 0xF0 ? 0x90 : 0x80, octet == 0xF4 ? 0x8F : 0xBF);
            } else {
                malformed();
            }
        }

        private void begin(int following, int bits, int lowest, int highest) {
            open = following;
            point = bits;
            low = lowest;
            high = highest;
        }

        private void malformed() {
            open = 0;
            low = 0x80;
            high = 0xBF;
            malformed++;
            malformedAt = malformedAt == 0 ? row : malformedAt;
        }

        private void endLine() {
            if (beyondAscii && sample.size() < SAMPLE) {
                sample.write(line, 0, filled);
            }
            filled = 0;
            beyondAscii = false;
        }
    }
}
