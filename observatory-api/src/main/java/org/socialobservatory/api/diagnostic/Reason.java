package org.socialobservatory.api.diagnostic;

import java.util.Locale;
import org.socialobservatory.ontology.survey.FigureComparison;

/** Why two figures are not compared. */
public enum Reason {
    /** One of the two is withheld, and with it all that would be computed from it. */
    WITHHELD,
    /** One of the two has no value. */
    MISSING,
    /** The other area has no such figure. */
    NO_FIGURE,
    /** One of the two is too uncertain to stand without its interval. */
    UNRELIABLE,
    /** One of the two is an estimate of which nobody says how uncertain it is. */
    NO_ERROR,
    /** They count the people of areas of different size. */
    SIZE,
    /** They are of different periods. */
    PERIOD,
    /** Between the two periods the area was given another outline. */
    BOUNDARY,
    /** An index compares areas of one level with one another, each period by itself. */
    INDEX,
    /** See {@link FigureComparison.Kind}, for this and those that follow. */
    DEFINITION,
    ORIGIN,
    UNIT,
    STATISTIC,
    UNIVERSE,
    EXPRESSION,
    QUESTION,
    UNKNOWN_QUESTION;

    /** The word of the data forms, such as {@code unknown-question}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Reason of(FigureComparison.Kind kind) {
        return switch (kind) {
            case DEFINITION -> DEFINITION;
            case ORIGIN -> ORIGIN;
            case UNIT -> UNIT;
            case STATISTIC -> STATISTIC;
            case UNIVERSE -> UNIVERSE;
            case EXPRESSION -> EXPRESSION;
            case QUESTION -> QUESTION;
            case UNKNOWN_QUESTION -> UNKNOWN_QUESTION;
        };
    }
}
