package org.socialobservatory.api.ogc.cql2;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.socialobservatory.api.problem.ApiProblem.Refused;
import org.socialobservatory.api.problem.ProblemRule;

/**
 * A filter that can be answered: every property is known, and every operand is of a kind that its operator takes. It is
 * used by one thread, for a limited time.
 *
 * @param <F> a feature
 */
public final class Filter<F> {

    /** What a reader waits for; tens of thousands of areas take a tenth of it. */
    private static final Duration TIME = Duration.ofSeconds(5);

    private final Queryable.Reading<F> condition;
    private final @Nullable Envelope bounds;
    private final long end;

    Filter(Queryable.Reading<F> condition, @Nullable Envelope bounds, Duration time) {
        this.condition = condition;
        this.bounds = bounds;
        this.end = System.nanoTime() + time.toNanos();
    }

    /**
     * Checks a filter against the properties that there are.
     *
     * @param stored brings a geometry from the filter's system of coordinates to longitude and latitude; throws
     *     IllegalArgumentException where it lies outside of that
     * @throws org.socialobservatory.api.problem.ApiProblem.BadParameter where it cannot be answered
     */
    public static <F> Filter<F> of(
            Expression expression,
            Queryables<F> properties,
            Function<Geometry, Geometry> stored,
            boolean latitudeFirst) {
        return of(expression, properties, stored, latitudeFirst, TIME);
    }

    static <F> Filter<F> of(
            Expression expression,
            Queryables<F> properties,
            Function<Geometry, Geometry> stored,
            boolean latitudeFirst,
            Duration time) {
        var compiler = new Compiler<>(properties, new Places(stored, latitudeFirst));
        var condition = compiler.truth(expression);
        return new Filter<>(condition, compiler.bounds(expression), time);
    }

    /**
     * Whether a feature is wanted. What it does not have, or does not publish, is neither so nor otherwise: a comparison
     * with it takes no feature, and its negation takes none either (21-065r2 §6.4).
     */
    public boolean takes(F feature) {
        if (System.nanoTime() - end > 0) {
            throw new Refused(ProblemRule.TIME_LIMIT, Long.toString(TIME.toSeconds()), List.of());
        }
        return Boolean.TRUE.equals(condition.of(feature));
    }

    /** A box that the geometry of every wanted feature meets; null where they may be anywhere. */
    public @Nullable Envelope bounds() {
        return bounds == null ? null : new Envelope(bounds);
    }
}
