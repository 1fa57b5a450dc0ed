package org.socialobservatory.api.ogc.cql2;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A property that a filter may name.
 *
 * @param kind decides the type of what is read: TEXT a String, NUMBER a BigDecimal, TRUTH a Boolean, INSTANT a {@link
 *     Moment}, SHAPE a geometry in longitude and latitude
 * @param <F> a feature
 */
public record Queryable<F>(String name, Kind kind, Reading<F> reading) {

    /**
     * How a property is read.
     *
     * @param <F> a feature
     */
    @FunctionalInterface
    public interface Reading<F> {
        /** The value; null where the feature has none, or none that is published. */
        @Nullable
        Object of(F feature);
    }

    /** The order of two values of one kind that has an order: of texts it is that of their characters. */
    public static int compare(Object a, Object b) {
        return switch (a) {
            case BigDecimal number -> number.compareTo((BigDecimal) b);
            case String text -> text.compareTo((String) b);
            case Moment moment -> moment.compareTo((Moment) b);
            case Boolean truth -> truth.compareTo((Boolean) b);
            default -> throw new IllegalArgumentException("No order of " + a.getClass());
        };
    }
}
