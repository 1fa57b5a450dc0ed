package org.socialobservatory.api.ogc.cql2;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.socialobservatory.api.ogc.cql2.Expression.Box;
import org.socialobservatory.api.ogc.cql2.Expression.Call;
import org.socialobservatory.api.ogc.cql2.Expression.Day;
import org.socialobservatory.api.ogc.cql2.Expression.Interval;
import org.socialobservatory.api.ogc.cql2.Expression.Operation;
import org.socialobservatory.api.ogc.cql2.Expression.Property;
import org.socialobservatory.api.ogc.cql2.Expression.Quantity;
import org.socialobservatory.api.ogc.cql2.Expression.Several;
import org.socialobservatory.api.ogc.cql2.Expression.Shape;
import org.socialobservatory.api.ogc.cql2.Expression.Text;
import org.socialobservatory.api.ogc.cql2.Expression.Timestamp;
import org.socialobservatory.api.ogc.cql2.Expression.Truth;
import org.socialobservatory.api.ogc.cql2.Expression.Unbounded;
import org.socialobservatory.api.ogc.cql2.Moment.Span;
import org.socialobservatory.api.ogc.cql2.Queryable.Reading;

/**
 * Turns a filter into something that can be asked of a feature, once its operands are known to be of the right kinds. A
 * null that is read makes what depends on it null: neither true nor false.
 */
final class Compiler<F> {

    private static final Set<Kind> ORDERED = EnumSet.of(Kind.TEXT, Kind.NUMBER, Kind.INSTANT);
    private static final Set<Kind> COMPARABLE = EnumSet.of(Kind.TEXT, Kind.NUMBER, Kind.INSTANT, Kind.TRUTH);
    private static final Set<Kind> MEASURABLE = EnumSet.of(Kind.NUMBER, Kind.INSTANT);
    private static final Set<Kind> TIMES = EnumSet.of(Kind.INSTANT, Kind.INTERVAL);

    private final Queryables<F> properties;
    private final Places places;

    /** What can be read of a feature, and of which kind it is; what is fixed is the same for all. */
    private record Term<F>(
            Kind kind, Reading<F> reading, @Nullable Object fixed) {
        static <F> Term<F> always(Kind kind, Object value) {
            return new Term<>(kind, _ -> value, value);
        }
    }

    Compiler(Queryables<F> properties, Places places) {
        this.properties = properties;
        this.places = places;
    }

    Reading<F> truth(Expression expression) {
        return term(expression, EnumSet.of(Kind.TRUTH)).reading();
    }

    /** A box that every geometry meets of which the filter can be true; null for none. */
    @Nullable
    Envelope bounds(Expression expression) {
        if (!(expression instanceof Operation operation)) {
            return null;
        }
        if (operation.operator() == Operator.AND) {
            Envelope all = null;
            for (var part : operation.operands()) {
                var bounds = bounds(part);
                if (bounds != null) {
                    all = all == null ? bounds : all.intersection(bounds);
                }
            }
            return all;
        }
        if (operation.operator().form() != Operator.Form.SPATIAL || operation.operator() == Operator.S_DISJOINT) {
            return null;
        }
        var fixed = term(operation.operands().get(0)).fixed();
        var other = term(operation.operands().get(1)).fixed();
        if (fixed != null && other != null) {
            return null;
        }
        return (fixed == null ? other : fixed) instanceof Geometry geometry ? geometry.getEnvelopeInternal() : null;
    }

    private Term<F> term(Expression expression, Set<Kind> needed) {
        var term = term(expression);
        if (!needed.contains(term.kind())) {
            throw BadFilter.kind(expression, needed.toArray(Kind[]::new));
        }
        return term;
    }

    private Term<F> term(Expression expression) {
        return switch (expression) {
            case Property property -> property(property);
            case Text text -> Term.always(Kind.TEXT, text.value());
            case Quantity quantity -> Term.always(Kind.NUMBER, quantity.value());
            case Truth truth -> Term.always(Kind.TRUTH, truth.value());
            case Day day -> Term.always(Kind.INSTANT, Moment.day(day.value()));
            case Timestamp timestamp -> Term.always(Kind.INSTANT, Moment.at(timestamp.value()));
            case Unbounded _ -> throw BadFilter.kind(expression, Kind.INSTANT);
            case Interval interval -> interval(interval);
            case Shape shape -> Term.always(Kind.SHAPE, places.of(shape));
            case Box box -> Term.always(Kind.SHAPE, places.of(box));
            case Several several -> several(several);
            case Operation operation -> operation(operation);
            case Call call -> throw BadFilter.unknownFunction(call.name());
        };
    }

    private Term<F> property(Property property) {
        var queryable = properties
                .find(property.name())
                .orElseThrow(() -> BadFilter.unknownProperty(property.name(), properties.names()));
        return new Term<>(queryable.kind(), queryable.reading(), null);
    }

    private Term<F> interval(Interval interval) {
        var begin = end(interval.start(), Moment.NEVER_BEGUN);
        var end = end(interval.end(), Moment.NEVER_ENDING);
        return new Term<>(
                Kind.INTERVAL,
                feature -> {
                    var from = (Moment) begin.of(feature);
                    var to = (Moment) end.of(feature);
                    return from == null || to == null ? null : new Span(from, to);
                },
                null);
    }

    private Reading<F> end(Expression end, Moment open) {
        return end instanceof Unbounded
                ? _ -> open
                : term(end, EnumSet.of(Kind.INSTANT)).reading();
    }

    /** A list of which one element is not known is not known. */
    private Term<F> several(Several several) {
        var readings = several.elements().stream()
                .map(element -> term(element).reading())
                .toList();
        return new Term<>(
                Kind.SEVERAL,
                feature -> {
                    var values = new ArrayList<Object>();
                    for (var reading : readings) {
                        var value = reading.of(feature);
                        if (value == null) {
                            return null;
                        }
                        values.add(value);
                    }
                    return values;
                },
                null);
    }

    private Term<F> operation(Operation operation) {
        var operator = operation.operator();
        var operands = operation.operands();
        return switch (operator.form()) {
            case ARITHMETIC -> {
                var numbers = alike(operands, EnumSet.of(Kind.NUMBER));
                yield new Term<>(Kind.NUMBER, Conditions.calculated(operator, numbers.get(0), numbers.get(1)), null);
            }
            case FOLDING -> {
                var texts = alike(operands, EnumSet.of(Kind.TEXT));
                yield new Term<>(Kind.TEXT, Conditions.folded(operator, texts.getFirst()), null);
            }
            case LOGIC, COMPARISON, PREDICATE, SPATIAL, TEMPORAL, ARRAY ->
                new Term<>(Kind.TRUTH, condition(operator, operands), null);
        };
    }

    private Reading<F> condition(Operator operator, List<Expression> operands) {
        return switch (operator.form()) {
            case LOGIC -> {
                var truths = alike(operands, EnumSet.of(Kind.TRUTH));
                yield operator == Operator.NOT
                        ? Conditions.not(truths.getFirst())
                        : Conditions.joined(operator, truths);
            }
            case COMPARISON -> {
                boolean equal = operator == Operator.EQUAL || operator == Operator.UNEQUAL;
                var values = alike(operands, equal ? COMPARABLE : ORDERED);
                yield Conditions.compared(operator, values.get(0), values.get(1));
            }
            case SPATIAL -> spatial(operator, operands);
            case TEMPORAL ->
                Conditions.timed(
                        operator,
                        term(operands.get(0), TIMES).reading(),
                        term(operands.get(1), TIMES).reading());
            case ARRAY -> {
                var lists = alike(operands, EnumSet.of(Kind.SEVERAL));
                yield Conditions.listed(operator, lists.get(0), lists.get(1));
            }
            case PREDICATE -> predicate(operator, operands);
            case FOLDING, ARITHMETIC -> throw new IllegalArgumentException(operator.code());
        };
    }

    private Reading<F> predicate(Operator operator, List<Expression> operands) {
        return switch (operator) {
            case IS_NULL -> Conditions.isNull(term(operands.getFirst()).reading());
            case LIKE -> {
                var texts = alike(operands, EnumSet.of(Kind.TEXT));
                yield Conditions.isLike(texts.get(0), texts.get(1));
            }
            case BETWEEN -> {
                var values = alike(operands, MEASURABLE);
                yield Conditions.isBetween(values.get(0), values.get(1), values.get(2));
            }
            case IN -> {
                var all = new ArrayList<>(List.of(operands.getFirst()));
                all.addAll(operands.getLast().parts());
                var values = alike(all, COMPARABLE);
                yield Conditions.isIn(values.getFirst(), values.subList(1, values.size()));
            }
            default -> throw new IllegalArgumentException(operator.code());
        };
    }

    /** Operands of one kind, which is among those allowed. */
    private List<Reading<F>> alike(List<Expression> operands, Set<Kind> allowed) {
        var first = term(operands.getFirst(), allowed);
        var readings = new ArrayList<>(List.of(first.reading()));
        for (var operand : operands.subList(1, operands.size())) {
            readings.add(term(operand, EnumSet.of(first.kind())).reading());
        }
        return readings;
    }

    private Reading<F> spatial(Operator operator, List<Expression> operands) {
        var first = term(operands.get(0), EnumSet.of(Kind.SHAPE));
        var second = term(operands.get(1), EnumSet.of(Kind.SHAPE));
        if (first.fixed() instanceof Geometry a && second.fixed() instanceof Geometry b) {
            boolean holds = SpatialRelation.holds(operator, a, b);
            return _ -> holds;
        }
        if (first.fixed() instanceof Geometry fixed) {
            return Conditions.related(operator, fixed, second.reading());
        }
        return second.fixed() instanceof Geometry fixed
                ? Conditions.related(SpatialRelation.converse(operator), fixed, first.reading())
                : Conditions.related(operator, first.reading(), second.reading());
    }
}
