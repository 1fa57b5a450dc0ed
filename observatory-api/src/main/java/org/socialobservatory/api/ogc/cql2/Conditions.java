package org.socialobservatory.api.ogc.cql2;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.socialobservatory.api.ogc.cql2.Moment.Span;
import org.socialobservatory.api.ogc.cql2.Queryable.Reading;

/**
 * What operators make of operands whose kinds are right, in logic of three values: what is not known (null) makes unknown
 * whatever depends on it.
 */
final class Conditions {

    private Conditions() {}

    /** Something of two values that are both known. */
    private static <F> Reading<F> ofBoth(
            Reading<F> left, Reading<F> right, BiFunction<Object, Object, @Nullable Object> result) {
        return feature -> {
            var a = left.of(feature);
            var b = a == null ? null : right.of(feature);
            return a == null || b == null ? null : result.apply(a, b);
        };
    }

    static <F> Reading<F> not(Reading<F> truth) {
        return feature -> {
            var known = (Boolean) truth.of(feature);
            return known == null ? null : !known;
        };
    }

    /** One false decides an and, one true an or, whatever is not known beside it. */
    static <F> Reading<F> joined(Operator operator, List<Reading<F>> truths) {
        boolean decisive = operator == Operator.OR;
        return feature -> {
            Boolean joined = !decisive;
            for (var reading : truths) {
                var truth = (Boolean) reading.of(feature);
                if (truth == null) {
                    joined = null;
                } else if (truth == decisive) {
                    return decisive;
                }
            }
            return joined;
        };
    }

    static <F> Reading<F> compared(Operator operator, Reading<F> left, Reading<F> right) {
        return ofBoth(left, right, (a, b) -> agrees(operator, Queryable.compare(a, b)));
    }

    private static boolean agrees(Operator operator, int order) {
        return switch (operator) {
            case EQUAL -> order == 0;
            case UNEQUAL -> order != 0;
            case LESS -> order < 0;
            case GREATER -> order > 0;
            case AT_MOST -> order <= 0;
            case AT_LEAST -> order >= 0;
            default -> throw new IllegalArgumentException(operator.code());
        };
    }

    static <F> Reading<F> isNull(Reading<F> reading) {
        return feature -> reading.of(feature) == null;
    }

    static <F> Reading<F> isLike(Reading<F> text, Reading<F> pattern) {
        return ofBoth(text, pattern, (a, b) -> Texts.isLike((String) a, (String) b));
    }

    static <F> Reading<F> isBetween(Reading<F> value, Reading<F> low, Reading<F> high) {
        return joined(
                Operator.AND,
                List.of(compared(Operator.AT_LEAST, value, low), compared(Operator.AT_MOST, value, high)));
    }

    static <F> Reading<F> isIn(Reading<F> value, List<Reading<F>> elements) {
        return joined(
                Operator.OR,
                elements.stream()
                        .map(element -> compared(Operator.EQUAL, value, element))
                        .toList());
    }

    static <F> Reading<F> folded(Operator operator, Reading<F> reading) {
        return feature -> {
            var text = (String) reading.of(feature);
            if (text == null) {
                return null;
            }
            return operator == Operator.CASEI ? Texts.withoutCase(text) : Texts.withoutAccents(text);
        };
    }

    static <F> Reading<F> calculated(Operator operator, Reading<F> left, Reading<F> right) {
        return ofBoth(left, right, (a, b) -> Numbers.of(operator, (BigDecimal) a, (BigDecimal) b));
    }

    /** Two geometries that change from feature to feature. */
    static <F> Reading<F> related(Operator operator, Reading<F> left, Reading<F> right) {
        return ofBoth(left, right, (a, b) -> SpatialRelation.holds(operator, (Geometry) a, (Geometry) b));
    }

    /** One geometry to which those of all features are held. */
    static <F> Reading<F> related(Operator operator, Geometry fixed, Reading<F> other) {
        var relation = SpatialRelation.of(operator, fixed);
        return feature -> {
            var geometry = (Geometry) other.of(feature);
            return geometry == null ? null : relation.test(geometry);
        };
    }

    static <F> Reading<F> timed(Operator operator, Reading<F> left, Reading<F> right) {
        return ofBoth(left, right, (a, b) -> Moment.relates(operator, span(a), span(b)));
    }

    private static Span span(Object time) {
        return time instanceof Moment moment ? new Span(moment, moment) : (Span) time;
    }

    static <F> Reading<F> listed(Operator operator, Reading<F> left, Reading<F> right) {
        return ofBoth(left, right, (a, b) -> contained(operator, (List<?>) a, (List<?>) b));
    }

    private static boolean contained(Operator operator, List<?> a, List<?> b) {
        return switch (operator) {
            case A_CONTAINS -> b.stream().allMatch(element -> isIn(element, a));
            case A_CONTAINEDBY -> a.stream().allMatch(element -> isIn(element, b));
            case A_OVERLAPS -> a.stream().anyMatch(element -> isIn(element, b));
            case A_EQUALS -> contained(Operator.A_CONTAINS, a, b) && contained(Operator.A_CONTAINEDBY, a, b);
            default -> throw new IllegalArgumentException(operator.code());
        };
    }

    private static boolean isIn(Object value, List<?> list) {
        return list.stream()
                .map(Objects::requireNonNull)
                .anyMatch(other -> other.getClass() == value.getClass() && Queryable.compare(value, other) == 0);
    }
}
