package org.socialobservatory.ontology.period;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.socialobservatory.ontology.Term;

/**
 * An interval of whole days, named by its code: {@code 2024}, {@code 2024-S1}, {@code 2024-Q1}, {@code 2024-05},
 * {@code 2024-05-17} or two of these joined by {@code --}.
 *
 * @param code the code as written
 * @param first the first day
 * @param last the last day, inclusive, not before the first
 */
@Term("time:ProperInterval")
public record Period(String code, LocalDate first, LocalDate last) implements Comparable<Period> {

    /** The year 0000 is none: neither history nor XML Schema knows it. */
    private static final Pattern FORM =
            Pattern.compile("(?!0000)(\\d{4})(?:-(?:S([12])|Q([1-4])|(\\d{2})(?:-(\\d{2}))?))?");

    public Period {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("The period " + code + " ends before it begins");
        }
    }

    /** The period of a code; empty where the code has another form or names a day that does not exist. */
    public static Optional<Period> parse(String code) {
        int joint = code.indexOf("--");
        if (joint < 0) {
            return simple(code);
        }
        return simple(code.substring(0, joint))
                .flatMap(from -> simple(code.substring(joint + 2))
                        .filter(to -> !to.first.isBefore(from.first) && !to.last.isBefore(from.last))
                        .map(to -> new Period(code, from.first, to.last)));
    }

    /** The period of a code that is known to be well formed. */
    public static Period of(String code) {
        return parse(code).orElseThrow(() -> new IllegalArgumentException("Not a period: '" + code + "'"));
    }

    private static Optional<Period> simple(String code) {
        Matcher parts = FORM.matcher(code);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(parts.group(1));
        if (parts.group(2) != null) {
            int half = Integer.parseInt(parts.group(2));
            return Optional.of(months(code, year, half * 6 - 5, half * 6));
        }
        if (parts.group(3) != null) {
            int quarter = Integer.parseInt(parts.group(3));
            return Optional.of(months(code, year, quarter * 3 - 2, quarter * 3));
        }
        if (parts.group(4) == null) {
            return Optional.of(months(code, year, 1, 12));
        }
        try {
            if (parts.group(5) != null) {
                var day = LocalDate.parse(code);
                return Optional.of(new Period(code, day, day));
            }
            var month = YearMonth.parse(code);
            return Optional.of(new Period(code, month.atDay(1), month.atEndOfMonth()));
        } catch (DateTimeParseException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Period months(String code, int year, int from, int to) {
        return new Period(
                code, LocalDate.of(year, from, 1), YearMonth.of(year, to).atEndOfMonth());
    }

    /** In order of time: by last day, then by first day, then by code. */
    @Override
    public int compareTo(Period other) {
        int byLast = last.compareTo(other.last);
        if (byLast != 0) {
            return byLast;
        }
        int byFirst = first.compareTo(other.first);
        return byFirst != 0 ? byFirst : code.compareTo(other.code);
    }
}
