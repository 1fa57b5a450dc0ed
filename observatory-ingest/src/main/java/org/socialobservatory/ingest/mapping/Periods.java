package org.socialobservatory.ingest.mapping;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.mapping.description.Meaning.PeriodCut;
import org.socialobservatory.ontology.finding.FindingRule;
import org.socialobservatory.ontology.period.Period;

/** Reads periods. */
public final class Periods {

    private Periods() {}

    /**
     * The period of a text; a time behind a day is ignored. Empty where the text is none.
     *
     * @param format of a day; null for ISO
     * @param as what it is cut down to; null to leave it
     */
    public static Optional<String> code(String text, @Nullable String format, @Nullable PeriodCut as) {
        var code = format == null
                ? text
                : Dates.parse(text, format).map(Object::toString).orElse(text);
        return Period.parse(day(code)).map(found -> as == null ? found.code() : cut(found, as));
    }

    /** Which rule a text breaks that is no period. */
    public static FindingRule fault(String text) {
        return day(text).matches("\\d{4}-\\d{2}-\\d{2}") ? FindingRule.DATE_MALFORMED : FindingRule.PERIOD_MALFORMED;
    }

    private static String day(String text) {
        return text.length() > 10 && (text.charAt(10) == 'T' || text.charAt(10) == ' ') ? text.substring(0, 10) : text;
    }

    private static String cut(Period period, PeriodCut to) {
        var day = period.first();
        return switch (to) {
            case YEAR -> "%04d".formatted(day.getYear());
            case SEMESTER -> "%04d-S%d".formatted(day.getYear(), (day.getMonthValue() + 5) / 6);
            case QUARTER -> "%04d-Q%d".formatted(day.getYear(), (day.getMonthValue() + 2) / 3);
            case MONTH -> day.toString().substring(0, 7);
            case DAY -> day.toString();
        };
    }
}
