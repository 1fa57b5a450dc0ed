package org.socialobservatory.ingest.mapping.answers;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.mapping.Dates;
import org.socialobservatory.ingest.mapping.Numerals;
import org.socialobservatory.ingest.mapping.RowFindings;
import org.socialobservatory.ontology.finding.FindingRule;

/** Reads one variable of an answer from its column or columns. */
final class Cell {

    /** Whole numbers of so many digits are read without ado. */
    private static final int PLAIN_DIGITS = 15;

    private static final double[] POWERS_OF_TEN = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8};

    private final int column;
    private final String title;
    private final int slot;
    private final StoredVariable variable;
    private final Reading reading;

    /**
     * How a variable is read.
     *
     * @param choices null where it is open
     * @param constraint null where the form sets none
     * @param constraintText as the form writes it
     * @param format of dates; null for ISO
     * @param missing texts that mean that there is no answer
     * @param split columns that each stand for one choice, with its code; empty where one column holds all
     */
    record Reading(
            @Nullable Choices choices,
            @Nullable AnswerConstraint constraint,
            @Nullable String constraintText,
            @Nullable String format,
            Numerals numerals,
            Set<String> missing,
            List<Split> split) {}

    /** A column that says whether one choice was made. */
    record Split(int column, String code) {}

    Cell(int column, String title, int slot, StoredVariable variable, Reading reading) {
        this.column = column;
        this.title = title;
        this.slot = slot;
        this.variable = variable;
        this.reading = reading;
    }

    /** Reads the answer of a row; whether it may stand. */
    boolean read(String[] values, AnswerRow row, RowFindings findings) {
        if (!reading.split.isEmpty()) {
            return split(values, row);
        }
        var text = values[column].strip();
        if (text.isEmpty() || reading.missing.contains(text)) {
            return true;
        }
        return switch (variable.type()) {
            case WHOLE -> whole(text, row, findings);
            case NUMBER -> number(text, row, findings);
            case FLAG -> flag(text, row, findings);
            case DAY -> day(text, row, findings);
            case TEXT, OPEN -> text(text, row, findings);
            case TEXTS -> texts(text, row, findings);
        };
    }

    private boolean fault(RowFindings findings, long row, FindingRule rule, String value, String... arguments) {
        findings.add(rule, row, title, value, arguments);
        return false;
    }

    private boolean allowed(String text, double number, AnswerRow row, RowFindings findings) {
        if (reading.constraint == null || reading.constraint.allows(text, number)) {
            return true;
        }
        return fault(
                findings, row.row(), FindingRule.CONSTRAINT_BROKEN, text, text, String.valueOf(reading.constraintText));
    }

    private boolean whole(String text, AnswerRow row, RowFindings findings) {
        long plain = plain(text);
        if (plain < 0) {
            var number = reading.numerals.parse(text);
            if (number == null) {
                return malformed(text, row, findings);
            }
            if (number.stripTrailingZeros().scale() > 0 || number.abs().compareTo(BigDecimal.valueOf(1L << 53)) > 0) {
                return fault(findings, row.row(), FindingRule.TYPE_WRONG, text, text, "integer");
            }
            plain = number.longValue();
        }
        row.whole(slot, plain);
        return allowed(text, (double) plain, row, findings);
    }

    /** The number of a text of a few digits; −1 where it is anything else. */
    private static long plain(String text) {
        int length = text.length();
        if (length > PLAIN_DIGITS) {
            return -1;
        }
        long number = 0;
        for (int i = 0; i < length; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private boolean number(String text, AnswerRow row, RowFindings findings) {
        double value = decimal(text);
        if (Double.isNaN(value)) {
            var number = reading.numerals.parse(text);
            if (number == null) {
                return malformed(text, row, findings);
            }
            value = number.doubleValue();
        }
        row.number(slot, value);
        return allowed(text, value, row, findings);
    }

    /**
     * The number of a text of a few digits with a decimal mark; NaN where it is anything else. Both the digits and the
     * power of ten are exact, so that the quotient is the nearest double (Clinger 1990).
     */
    private double decimal(String text) {
        int length = text.length();
        int mark = text.indexOf(reading.numerals.decimal());
        int decimals = mark < 0 ? 0 : length - mark - 1;
        if (length > PLAIN_DIGITS || mark == 0 || (mark > 0 && decimals == 0) || decimals >= POWERS_OF_TEN.length) {
            return Double.NaN;
        }
        long digits = 0;
        for (int i = 0; i < length; i++) {
            int digit = text.charAt(i) - '0';
            if (i != mark) {
                if (digit < 0 || digit > 9) {
                    return Double.NaN;
                }
                digits = digits * 10 + digit;
            }
        }
        return digits / POWERS_OF_TEN[decimals];
    }

    private boolean malformed(String text, AnswerRow row, RowFindings findings) {
        var rule = reading.numerals.fault(text);
        return fault(findings, row.row(), rule, text, text, String.valueOf(reading.numerals.decimal()));
    }

    private boolean flag(String text, AnswerRow row, RowFindings findings) {
        var said = Flags.of(text);
        if (said == null) {
            return fault(findings, row.row(), FindingRule.TYPE_WRONG, text, text, "boolean");
        }
        row.whole(slot, said ? 1 : 0);
        return true;
    }

    private boolean day(String text, AnswerRow row, RowFindings findings) {
        var day = Dates.parse(text, reading.format);
        if (day.isEmpty()) {
            return fault(findings, row.row(), FindingRule.DATE_MALFORMED, text, text);
        }
        row.text(slot, day.get().toString());
        return true;
    }

    private boolean text(String text, AnswerRow row, RowFindings findings) {
        if (reading.choices == null) {
            row.text(slot, text);
            return allowed(text, Double.NaN, row, findings);
        }
        var code = reading.choices.code(text);
        if (code == null) {
            return unlisted(text, reading.choices, row, findings);
        }
        row.text(slot, code);
        return allowed(code, Double.NaN, row, findings);
    }

    private boolean texts(String text, AnswerRow row, RowFindings findings) {
        if (reading.choices == null) {
            row.text(slot, String.join(String.valueOf(AnswerRow.BETWEEN), text.split("\\s+")));
            return true;
        }
        var codes = reading.choices.codes(text);
        if (codes == null) {
            return unlisted(text, reading.choices, row, findings);
        }
        row.text(slot, codes);
        return true;
    }

    private boolean unlisted(String text, Choices choices, AnswerRow row, RowFindings findings) {
        return fault(findings, row.row(), FindingRule.CODE_UNKNOWN, text, text, choices.name(), choices.nearest(text));
    }

    /** Nothing in any of the columns means that nobody was asked. */
    private boolean split(String[] values, AnswerRow row) {
        var chosen = new StringBuilder();
        boolean asked = false;
        for (Split one : reading.split) {
            var text = values[one.column].strip();
            if (!text.isEmpty() && !reading.missing.contains(text)) {
                asked = true;
                if (!Boolean.FALSE.equals(Flags.of(text))) {
                    chosen.append(chosen.isEmpty() ? "" : AnswerRow.BETWEEN).append(one.code);
                }
            }
        }
        if (asked) {
            row.text(slot, chosen.toString());
        }
        return true;
    }
}
