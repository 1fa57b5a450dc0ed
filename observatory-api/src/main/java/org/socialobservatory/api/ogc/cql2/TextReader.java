package org.socialobservatory.api.ogc.cql2;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.socialobservatory.api.ogc.cql2.Expression.Box;
import org.socialobservatory.api.ogc.cql2.Expression.Call;
import org.socialobservatory.api.ogc.cql2.Expression.Interval;
import org.socialobservatory.api.ogc.cql2.Expression.Operation;
import org.socialobservatory.api.ogc.cql2.Expression.Property;
import org.socialobservatory.api.ogc.cql2.Expression.Quantity;
import org.socialobservatory.api.ogc.cql2.Expression.Several;
import org.socialobservatory.api.ogc.cql2.Expression.Shape;
import org.socialobservatory.api.ogc.cql2.Expression.Text;
import org.socialobservatory.api.ogc.cql2.Expression.Truth;
import org.socialobservatory.api.ogc.cql2.Tokens.Sort;

/**
 * Reads filters in text by the grammar of 21-065r2, Annex B, from the top down: or, and, not, comparisons, sums, products,
 * powers. Which operand may stand where is decided by {@link Compiler}, for JSON alike.
 */
final class TextReader {

    /** Words that are no names unless they are quoted. */
    static final Set<String> KEYWORDS =
            Set.of("AND", "OR", "NOT", "LIKE", "BETWEEN", "IN", "IS", "NULL", "TRUE", "FALSE", "DIV");

    private final Words words;
    private final Depth depth = new Depth();

    private TextReader(String filter) {
        this.words = new Words(filter);
    }

    static Expression read(String filter) {
        var reader = new TextReader(filter);
        var expression = reader.disjunction();
        reader.words.end();
        return expression;
    }

    private Expression disjunction() {
        return joined("OR", Operator.OR, this::conjunction);
    }

    private Expression conjunction() {
        return joined("AND", Operator.AND, this::negation);
    }

    private Expression joined(String word, Operator operator, Supplier<Expression> part) {
        var first = part.get();
        if (!words.next().is(word)) {
            return first;
        }
        var parts = new ArrayList<>(List.of(first));
        while (words.taken(word)) {
            parts.add(part.get());
        }
        return new Operation(operator, parts);
    }

    private Expression negation() {
        if (words.taken("NOT")) {
            return depth.within(() -> Operation.of(Operator.NOT, negation()));
        }
        return comparison();
    }

    private Expression comparison() {
        var left = sum();
        if (words.next().sort() == Sort.SIGN) {
            var operator = Operator.of(words.next().text()).filter(sign -> sign.form() == Operator.Form.COMPARISON);
            if (operator.isPresent()) {
                words.skip();
                return Operation.of(operator.get(), left, sum());
            }
            return left;
        }
        if (words.taken("IS")) {
            boolean not = words.taken("NOT");
            words.require("NULL");
            return negatedIf(not, Operation.of(Operator.IS_NULL, left));
        }
        boolean not = words.next().is("NOT") && words.taken("NOT");
        if (words.taken("LIKE")) {
            return negatedIf(not, Operation.of(Operator.LIKE, left, sum()));
        }
        if (words.taken("BETWEEN")) {
            var low = sum();
            words.require("AND");
            return negatedIf(not, Operation.of(Operator.BETWEEN, left, low, sum()));
        }
        if (words.taken("IN")) {
            words.require("(");
            return negatedIf(not, Operation.of(Operator.IN, left, new Several(list())));
        }
        if (not) {
            throw words.unexpected("LIKE", "BETWEEN", "IN");
        }
        return left;
    }

    private static Expression negatedIf(boolean not, Expression expression) {
        return not ? Operation.of(Operator.NOT, expression) : expression;
    }

    private Expression sum() {
        var left = product();
        while (words.next().is("+") || words.next().is("-")) {
            var operator = words.skip().is("+") ? Operator.PLUS : Operator.MINUS;
            left = Operation.of(operator, left, product());
        }
        return left;
    }

    private Expression product() {
        var left = power();
        while (true) {
            var operator = operator(words.next().text());
            if (operator.isEmpty()
                    || words.next().sort() == Sort.QUOTED
                    || words.next().sort() == Sort.TEXT) {
                return left;
            }
            words.skip();
            left = Operation.of(operator.get(), left, power());
        }
    }

    private static Optional<Operator> operator(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "*" -> Optional.of(Operator.TIMES);
            case "/" -> Optional.of(Operator.OVER);
            case "%" -> Optional.of(Operator.REMAINDER);
            case "div" -> Optional.of(Operator.WHOLE_OVER);
            default -> Optional.empty();
        };
    }

    private Expression power() {
        var base = signed();
        return words.taken("^") ? Operation.of(Operator.POWER, base, signed()) : base;
    }

    private Expression signed() {
        if (!words.taken("-")) {
            words.taken("+");
            return operand();
        }
        if (words.next().sort() == Sort.NUMBER) {
            return new Quantity(words.number().negate());
        }
        return Operation.of(Operator.TIMES, new Quantity(BigDecimal.ONE.negate()), operand());
    }

    private Expression operand() {
        var token = words.next();
        return switch (token.sort()) {
            case NUMBER -> new Quantity(words.number());
            case TEXT -> new Text(words.skip().text());
            case QUOTED -> new Property(words.skip().text());
            case SIGN -> group();
            case NAME -> named();
            case END -> throw words.unexpected();
        };
    }

    /** What stands between parentheses; with commas it is a list of values. */
    private Expression group() {
        words.require("(");
        return depth.within(() -> {
            if (words.taken(")")) {
                return new Several(List.of());
            }
            var first = disjunction();
            if (words.taken(")")) {
                return first;
            }
            words.require(",");
            var elements = new ArrayList<>(List.of(first));
            elements.addAll(list());
            return new Several(elements);
        });
    }

    /** Further elements up to the closing parenthesis. */
    private List<Expression> list() {
        var elements = new ArrayList<Expression>();
        do {
            elements.add(depth.within(this::disjunction));
        } while (words.taken(","));
        words.require(")");
        return elements;
    }

    private Expression named() {
        var name = words.next().text();
        var upper = name.toUpperCase(Locale.ROOT);
        if (upper.equals("TRUE") || upper.equals("FALSE")) {
            words.skip();
            return new Truth(upper.equals("TRUE"));
        }
        if (KEYWORDS.contains(upper)) {
            throw words.unexpected();
        }
        words.skip();
        if (ShapeText.isNext(upper, words)) {
            return new Shape(new ShapeText(words, depth).read(upper));
        }
        return words.next().is("(") ? function(name, upper) : new Property(name);
    }

    private Expression function(String name, String upper) {
        return switch (upper) {
            case "BBOX" -> box();
            case "DATE" -> instant("DATE");
            case "TIMESTAMP" -> instant("TIMESTAMP");
            case "INTERVAL" -> interval();
            default -> call(name);
        };
    }

    private Expression call(String name) {
        words.require("(");
        var arguments = words.taken(")") ? List.<Expression>of() : depth.within(this::list);
        var operator = Operator.function(name);
        if (operator.isEmpty()) {
            return new Call(name, arguments);
        }
        if (!operator.get().takes(arguments.size())) {
            throw words.unexpected();
        }
        return new Operation(operator.get(), arguments);
    }

    private Expression box() {
        words.require("(");
        var corners = new ArrayList<BigDecimal>();
        do {
            corners.add(words.signedNumber());
        } while (words.taken(","));
        words.require(")");
        if (corners.size() != 4 && corners.size() != 6) {
            throw words.unexpected();
        }
        return new Box(corners);
    }

    private Expression instant(String function) {
        words.require("(");
        var text = words.text();
        words.require(")");
        return function.equals("DATE") ? Instants.day(text) : Instants.timestamp(text);
    }

    private Expression interval() {
        words.require("(");
        var start = end();
        words.require(",");
        var end = end();
        words.require(")");
        return new Interval(start, end);
    }

    private Expression end() {
        var token = words.next();
        return token.sort() == Sort.TEXT ? Instants.end(words.skip().text()) : operand();
    }
}
