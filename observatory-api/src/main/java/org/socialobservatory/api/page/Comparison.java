package org.socialobservatory.api.page;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.diagnostic.Contrast;
import org.socialobservatory.api.diagnostic.Reason;

/** How a figure stands to another one of the same kind, said only as far as both bear it. */
public enum Comparison {
    WORSE("▼"),
    BETTER("▲"),
    LOWER("‹"),
    HIGHER("›"),
    SAME("="),
    /** The difference may be chance. */
    UNCLEAR("="),
    /** One of the two is not known well enough. */
    UNKNOWN("?"),
    /** They do not say the same of two areas or times. */
    INCOMPARABLE("≠");

    private final String sign;

    Comparison(String sign) {
        this.sign = sign;
    }

    /** The sign that says the same without colour. */
    public String sign() {
        return sign;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a comparison comes to; null where there is nothing to compare. */
    public static @Nullable Comparison of(@Nullable Contrast contrast) {
        return contrast == null
                ? null
                : switch (contrast.verdict()) {
                    case WORSE -> WORSE;
                    case BETTER -> BETTER;
                    case LOWER -> LOWER;
                    case HIGHER -> HIGHER;
                    case NO_CLEAR_DIFFERENCE ->
                        contrast.difference() != null && !contrast.difference().isTested() ? SAME : UNCLEAR;
                    case NOT_COMPARABLE -> withoutDifference(Objects.requireNonNull(contrast.reason()));
                };
    }

    private static @Nullable Comparison withoutDifference(Reason reason) {
        return switch (reason) {
            case UNRELIABLE, NO_ERROR -> UNKNOWN;
            case WITHHELD, MISSING, NO_FIGURE, SIZE -> null;
            case PERIOD,
                    BOUNDARY,
                    INDEX,
                    DEFINITION,
                    ORIGIN,
                    UNIT,
                    STATISTIC,
                    UNIVERSE,
                    EXPRESSION,
                    QUESTION,
                    UNKNOWN_QUESTION -> INCOMPARABLE;
        };
    }
}
