package org.socialobservatory.api.page;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.indicator.Indicator.Direction;

/** How a figure stands to another one of the same kind, said only as far as both bear it. */
public enum Comparison {
    WORSE("▼"),
    BETTER("▲"),
    LOWER("‹"),
    HIGHER("›"),
    SAME("="),
    /** The intervals overlap. */
    UNCLEAR("="),
    /** One of the two is not known well enough. */
    UNKNOWN("?");

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

    /**
     * Compares two figures; null where there is nothing to compare. Exhaustive figures differ when they are written
     * differently; others only when their intervals do not meet, which is stricter than a test of the difference.
     */
    public static @Nullable Comparison of(
            @Nullable Figure figure, @Nullable Figure reference, IndicatorText indicator) {
        if (figure == null
                || reference == null
                || !figure.stated()
                || !reference.stated()
                || !indicator.comparable()
                || !figure.period().equals(reference.period())) {
            return null;
        }
        if (figure.number() == null || reference.number() == null) {
            return UNKNOWN;
        }
        if (figure.exhaustive() && reference.exhaustive() && figure.lower() == null && reference.lower() == null) {
            return figure.text().equals(reference.text())
                    ? SAME
                    : directed(figure.number().compareTo(reference.number()), indicator.direction());
        }
        var bounds = Bounds.of(figure);
        var others = Bounds.of(reference);
        if (bounds == null || others == null) {
            return UNKNOWN;
        }
        if (bounds.upper().compareTo(others.lower()) < 0) {
            return directed(-1, indicator.direction());
        }
        return bounds.lower().compareTo(others.upper()) > 0 ? directed(1, indicator.direction()) : UNCLEAR;
    }

    private static Comparison directed(int sign, Direction direction) {
        return switch (direction) {
            case HIGHER -> sign > 0 ? BETTER : WORSE;
            case LOWER -> sign < 0 ? BETTER : WORSE;
            case NONE -> sign > 0 ? HIGHER : LOWER;
        };
    }

    /** Where a figure lies: its interval, or the point that an exhaustive figure is. */
    private record Bounds(java.math.BigDecimal lower, java.math.BigDecimal upper) {
        static @Nullable Bounds of(Figure figure) {
            if (figure.lower() != null && figure.upper() != null) {
                return new Bounds(figure.lower(), figure.upper());
            }
            return figure.exhaustive() && figure.number() != null ? new Bounds(figure.number(), figure.number()) : null;
        }
    }
}
