package org.socialobservatory.ingest.mapping;

import java.math.BigDecimal;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.mapping.description.Schema.NumberMarks;
import org.socialobservatory.ingest.source.Findings;
import org.socialobservatory.ingest.source.Table;
import org.socialobservatory.ontology.finding.FindingRule;

/**
 * How the numbers of a column are written.
 *
 * @param decimal the decimal mark
 * @param group what stands between thousands, 0 where nothing may; spaces of any width always may
 */
public record Numerals(char decimal, char group) {

    /** As in most programs. */
    public static final Numerals POINT = new Numerals('.', '\0');

    /** The marks that go with Arabic digits (U+066B, U+066C) can be nothing else. */
    private static final char ARABIC_DECIMAL = '\u066B';

    private static final char ARABIC_GROUP = '\u066C';
    /** Longer texts are no measurements. */
    private static final int LONGEST = 60;
    /** Powers of ten beyond this are no measurements either, and would unfold into endless zeros. */
    private static final int LARGEST_EXPONENT = 30;
    /** So many numbers that show their mark are enough to know it. */
    private static final int ENOUGH = 1_000;

    /** The number; null where the text is none. */
    public @Nullable BigDecimal parse(String text) {
        int length = text.length();
        if (length == 0 || length > LONGEST) {
            return null;
        }
        var plain = new char[length];
        int kept = 0;
        int groups = -1;
        boolean fraction = false;
        boolean exponent = false;
        for (int i = 0; i < length; i++) {
            char sign = text.charAt(i);
            int digit = digit(sign);
            if (digit >= 0) {
                plain[kept++] = (char) ('0' + digit);
                groups = groups < 0 ? groups : groups + 1;
            } else if ((sign == decimal || sign == ARABIC_DECIMAL) && !fraction && !exponent) {
                if (groups >= 0 && groups != 3) {
                    return null;
                }
                groups = -1;
                fraction = true;
                plain[kept++] = '.';
            } else if ((sign == '-' || sign == '+' || sign == '\u2212') && (i == 0 || isExponent(text.charAt(i - 1)))) {
                plain[kept++] = sign == '+' ? '+' : '-';
            } else if (isExponent(sign) && !exponent && kept > 0) {
                exponent = true;
                plain[kept++] = 'E';
            } else if (isGroup(sign) && !fraction && !exponent && kept > 0 && (groups < 0 ? kept <= 4 : groups == 3)) {
                groups = 0;
            } else {
                return null;
            }
        }
        return groups >= 0 && groups != 3 ? null : decimal(plain, kept);
    }

    private static @Nullable BigDecimal decimal(char[] plain, int length) {
        try {
            var number = new BigDecimal(plain, 0, length);
            return Math.abs((long) number.precision() - number.scale()) > LARGEST_EXPONENT
                            || Math.abs(number.scale()) > LONGEST
                    ? null
                    : number;
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    private static boolean isExponent(char sign) {
        return sign == 'e' || sign == 'E';
    }

    private boolean isGroup(char sign) {
        return (sign == group && group != '\0')
                || sign == ' '
                || sign == '\u00A0'
                || sign == '\u202F'
                || sign == ARABIC_GROUP;
    }

    /** The value of a digit, Latin, Arabic or Persian; −1 where it is none. */
    private static int digit(char sign) {
        if (sign >= '0' && sign <= '9') {
            return sign - '0';
        }
        if (sign >= '\u0660' && sign <= '\u0669') {
            return sign - '\u0660';
        }
        return sign >= '\u06F0' && sign <= '\u06F9' ? sign - '\u06F0' : -1;
    }

    /** Which rule a text breaks that does not parse. */
    public FindingRule fault(String text) {
        char other = decimal == ',' ? '.' : ',';
        return new Numerals(other, decimal).parse(text) != null
                ? FindingRule.DECIMAL_MARK_WRONG
                : FindingRule.NUMBER_MALFORMED;
    }

    /**
     * The marks of a column: those declared, else those that its numbers show. Where every number could be read both
     * ways nothing is guessed.
     *
     * @param column position in the table
     * @param typed whether the schema declares numbers; then the mark is the point unless it says otherwise
     * @param hidden rows whose numbers are not to be read
     */
    static Numerals of(
            Table table,
            int column,
            NumberMarks declared,
            boolean typed,
            Predicate<String[]> hidden,
            Findings findings) {
        char group = declared.group() == null ? '\0' : declared.group();
        if (!table.written()) {
            return POINT;
        }
        if (declared.decimal() != null || typed || declared.group() != null) {
            char mark = declared.decimal() != null ? declared.decimal() : group == '.' ? ',' : '.';
            return new Numerals(mark, group);
        }
        var shown = new Shown();
        table.rows(new Findings(), (_, values, _) -> hidden.test(values) || shown.see(values[column].strip()));
        if (shown.ambiguous()) {
            findings.add(
                    FindingRule.DECIMAL_MARK_AMBIGUOUS,
                    table.place().column(table.columns().get(column)),
                    shown.example,
                    shown.example,
                    ",");
        }
        return shown.numerals();
    }

    /** What the numbers of a column show of their marks. */
    private static final class Shown {
        private long points;
        private long commas;
        private long commasInThousands;
        private char group = '\0';
        private String example = "";

        boolean see(String text) {
            int point = text.lastIndexOf('.');
            int comma = text.lastIndexOf(',');
            if (point >= 0 && comma >= 0) {
                group = point > comma ? ',' : '.';
                points += point > comma ? 1 : 0;
                commas += comma > point ? 1 : 0;
            } else if (point >= 0 && POINT.parse(text) != null) {
                points++;
            } else if (comma >= 0) {
                boolean number = new Numerals(',', '\0').parse(text) != null;
                boolean thousands = !text.startsWith("0") && new Numerals('.', ',').parse(text) != null;
                commas += number && !thousands ? 1 : 0;
                commasInThousands += thousands ? 1 : 0;
                example = thousands && example.isEmpty() ? text : example;
            }
            return points + commas < ENOUGH;
        }

        boolean ambiguous() {
            return commasInThousands > 0 && commas == 0 && points == 0 && group == '\0';
        }

        Numerals numerals() {
            return commas > points
                    ? new Numerals(',', group == '.' ? '.' : '\0')
                    : new Numerals('.', group == ',' ? ',' : '\0');
        }
    }
}
