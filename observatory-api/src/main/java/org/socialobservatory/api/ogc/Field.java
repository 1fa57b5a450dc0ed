package org.socialobservatory.api.ogc;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.ogc.cql2.Kind;
import org.socialobservatory.api.ogc.cql2.Moment;
import org.socialobservatory.api.ogc.cql2.Queryable;
import org.socialobservatory.ontology.Multilingual;

/**
 * A property of the features of a collection.
 *
 * @param indicator code of the indicator that it tells of, null for what is no figure
 * @param unit code of its unit, null where it has none
 * @param reading text, decimal or whole number, or day; null where nothing is published
 */
record Field(
        String name,
        Kind kind,
        Multilingual title,
        @Nullable String indicator,
        @Nullable String unit,
        Queryable.Reading<Layer.Feature> reading) {

    /** A property that is no figure. */
    static Field of(String name, Kind kind, Multilingual title, Queryable.Reading<Layer.Feature> reading) {
        return new Field(name, kind, title, null, null, reading);
    }

    @Nullable
    Object of(Layer.Feature feature) {
        return reading.of(feature);
    }

    /** The same for filters and for sorting, in which numbers are decimal and days have an end. */
    Queryable<Layer.Feature> queryable() {
        return new Queryable<>(name, kind, feature -> comparable(reading.of(feature)));
    }

    static @Nullable Object comparable(@Nullable Object value) {
        return switch (value) {
            case Integer number -> BigDecimal.valueOf(number);
            case LocalDate day -> Moment.day(day);
            case null, default -> value;
        };
    }
}
