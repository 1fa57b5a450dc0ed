package org.socialobservatory.api.ogc.cql2;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.locationtech.jts.io.WKTWriter;
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

/** Writes filters as text; what is read from it again is the same filter. */
final class TextWriter {

    private static final Pattern PLAIN = Pattern.compile("[:_\\p{L}][:._\\p{L}\\p{M}\\p{N}]*");

    private TextWriter() {}

    static String write(Expression expression) {
        return switch (expression) {
            case Property property -> name(property.name());
            case Text text -> quoted(text.value());
            case Quantity quantity -> quantity.value().toPlainString();
            case Truth truth -> truth.value() ? "TRUE" : "FALSE";
            case Day day -> "DATE('" + day.value() + "')";
            case Timestamp timestamp -> "TIMESTAMP('" + timestamp.value() + "')";
            case Unbounded _ -> "'..'";
            case Interval interval -> "INTERVAL(" + end(interval.start()) + ", " + end(interval.end()) + ")";
            case Shape shape -> new WKTWriter(dimensions(shape)).write(shape.geometry());
            case Box box ->
                box.corners().stream().map(corner -> corner.toPlainString()).collect(joining("BBOX("));
            case Several several -> all(several.elements(), "(");
            case Operation operation -> operation(operation);
            case Call call -> all(call.arguments(), call.name() + "(");
        };
    }

    /** Two, or three where a position has a height. */
    static int dimensions(Shape shape) {
        var first = shape.geometry().getCoordinate();
        return first == null || Double.isNaN(first.getZ()) ? 2 : 3;
    }

    private static java.util.stream.Collector<CharSequence, ?, String> joining(String opening) {
        return Collectors.joining(", ", opening, ")");
    }

    private static String all(List<Expression> elements, String opening) {
        return elements.stream().map(TextWriter::write).collect(joining(opening));
    }

    private static String name(String name) {
        boolean plain = PLAIN.matcher(name).matches() && !TextReader.KEYWORDS.contains(name.toUpperCase(Locale.ROOT));
        return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String quoted(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }

    private static String end(Expression end) {
        return switch (end) {
            case Day _, Timestamp _, Unbounded _ -> '\'' + Instants.text(end) + '\'';
            default -> write(end);
        };
    }

    private static String operation(Operation operation) {
        var operands = operation.operands();
        var code = operation.operator().code().toUpperCase(Locale.ROOT);
        return switch (operation.operator().form()) {
            case LOGIC ->
                operation.operator() == Operator.NOT
                        ? "NOT " + operand(operands.getFirst())
                        : operands.stream().map(TextWriter::operand).collect(Collectors.joining(" " + code + " "));
            case COMPARISON, ARITHMETIC ->
                operands.stream().map(TextWriter::operand).collect(Collectors.joining(" " + code + " "));
            case PREDICATE -> predicate(operation.operator(), operands);
            case FOLDING, SPATIAL, TEMPORAL, ARRAY -> all(operands, code + "(");
        };
    }

    private static String predicate(Operator operator, List<Expression> operands) {
        var first = operand(operands.getFirst());
        return switch (operator) {
            case IS_NULL -> first + " IS NULL";
            case BETWEEN -> first + " BETWEEN " + operand(operands.get(1)) + " AND " + operand(operands.get(2));
            case LIKE -> first + " LIKE " + operand(operands.get(1));
            case IN -> first + " IN " + write(operands.get(1));
            default -> throw new IllegalArgumentException(operator.code());
        };
    }

    /** In parentheses where it would else be read otherwise. */
    private static String operand(Expression expression) {
        boolean bound = expression instanceof Operation operation
                && !operation.operator().isFunction();
        return bound ? "(" + write(expression) + ")" : write(expression);
    }
}
