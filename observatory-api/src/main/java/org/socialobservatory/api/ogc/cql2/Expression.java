package org.socialobservatory.api.ogc.cql2;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A filter, or a part of one, as it was written. */
public sealed interface Expression {

    /** What it is made of. */
    default List<Expression> parts() {
        return switch (this) {
            case Property _, Text _, Quantity _, Truth _, Day _, Timestamp _, Unbounded _, Shape _, Box _ -> List.of();
            case Interval interval -> List.of(interval.start(), interval.end());
            case Several several -> several.elements();
            case Operation operation -> operation.operands();
            case Call call -> call.arguments();
        };
    }

    /** Something that a feature has. */
    record Property(String name) implements Expression {}

    /** A text. */
    record Text(String value) implements Expression {}

    /** A number. */
    record Quantity(BigDecimal value) implements Expression {
        public Quantity {
            var plain = value.stripTrailingZeros();
            value = plain.scale() < 0 ? plain.setScale(0) : plain;
        }
    }

    /** True or false. */
    record Truth(boolean value) implements Expression {}

    /** A calendar day. */
    record Day(LocalDate value) implements Expression {}

    /** An instant in universal time. */
    record Timestamp(Instant value) implements Expression {}

    /** Where an interval does not end: {@code '..'}. */
    record Unbounded() implements Expression {}

    /** A time from one instant to another, each a day, a timestamp, a property, or open. */
    record Interval(Expression start, Expression end) implements Expression {}

    /** A geometry, in the system of coordinates of the filter. */
    record Shape(org.locationtech.jts.geom.Geometry geometry) implements Expression {}

    /** A box by its lower and its upper corner, each of two or three coordinates. */
    record Box(List<BigDecimal> corners) implements Expression {
        public Box {
            corners = List.copyOf(corners);
        }
    }

    /** Several values. */
    record Several(List<Expression> elements) implements Expression {
        public Several {
            elements = List.copyOf(elements);
        }
    }

    /** An operator of the language on its operands. */
    record Operation(Operator operator, List<Expression> operands) implements Expression {
        public Operation {
            operands = List.copyOf(operands);
        }

        static Operation of(Operator operator, Expression... operands) {
            return new Operation(operator, List.of(operands));
        }

        Expression first() {
            return operands.getFirst();
        }
    }

    /** A function that is not of the language. */
    record Call(String name, List<Expression> arguments) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }
}
