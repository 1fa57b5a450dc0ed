package org.socialobservatory.api.ogc.cql2;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
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
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads filters in JSON (21-065r2 §8.4). */
final class JsonReader {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    /** A number of more places than that is no figure. */
    private static final int MOST_PLACES = 1_000;

    private static final int QUOTED = 60;

    private final Depth depth = new Depth();

    private JsonReader() {}

    static Expression read(String filter) {
        JsonNode tree;
        try {
            tree = JSON.readTree(filter);
        } catch (StreamConstraintsException tooMuch) {
            throw BadFilter.tooDeep(Depth.DEEPEST);
        } catch (JacksonException malformed) {
            int at = Math.max(0, (int) malformed.getLocation().getCharOffset());
            throw BadFilter.syntax(Tokens.excerpt(filter, Math.min(at, filter.length())), List.of("{…}"));
        }
        return new JsonReader().expression(tree);
    }

    private Expression expression(JsonNode node) {
        return depth.within(() -> read(node));
    }

    private Expression read(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> new Text(node.stringValue());
            case NUMBER -> new Quantity(number(node));
            case BOOLEAN -> new Truth(node.booleanValue());
            case ARRAY -> new Several(all(node));
            case OBJECT -> object(node);
            case BINARY, MISSING, NULL, POJO -> throw unexpected(node);
        };
    }

    private Expression object(JsonNode node) {
        if (node.has("op")) {
            return operation(node);
        }
        if (node.has("property")) {
            return new Property(text(node.get("property")));
        }
        if (node.has("date")) {
            return Instants.day(text(node.get("date")));
        }
        if (node.has("timestamp")) {
            return Instants.timestamp(text(node.get("timestamp")));
        }
        if (node.has("interval")) {
            return interval(node.get("interval"));
        }
        if (node.has("bbox")) {
            return box(node.get("bbox"));
        }
        if (node.has("type")) {
            return new Shape(new ShapeJson(this, depth).read(node));
        }
        throw unexpected(node, "op", "property", "date", "timestamp", "interval", "bbox", "type");
    }

    private Expression operation(JsonNode node) {
        var name = text(node.get("op"));
        var arguments = all(array(node.path("args")));
        var operator = Operator.of(name);
        if (operator.isEmpty()) {
            return new Call(name, arguments);
        }
        if (!operator.get().takes(arguments.size())
                || (operator.get() == Operator.IN && !(arguments.getLast() instanceof Several))) {
            throw unexpected(node);
        }
        return new Operation(operator.get(), arguments);
    }

    private Expression interval(JsonNode ends) {
        if (array(ends).size() != 2) {
            throw unexpected(ends);
        }
        return new Interval(end(ends.get(0)), end(ends.get(1)));
    }

    private Expression end(JsonNode end) {
        return end.isString() ? Instants.end(end.stringValue()) : expression(end);
    }

    private Expression box(JsonNode corners) {
        var numbers = new ArrayList<BigDecimal>();
        array(corners).forEach(corner -> numbers.add(number(corner)));
        if (numbers.size() != 4 && numbers.size() != 6) {
            throw unexpected(corners);
        }
        return new Box(numbers);
    }

    private List<Expression> all(JsonNode elements) {
        var expressions = new ArrayList<Expression>();
        elements.forEach(element -> expressions.add(expression(element)));
        return expressions;
    }

    JsonNode array(JsonNode node) {
        if (!node.isArray()) {
            throw unexpected(node, "[…]");
        }
        return node;
    }

    String text(JsonNode node) {
        if (!node.isString()) {
            throw unexpected(node, "\"…\"");
        }
        return node.stringValue();
    }

    BigDecimal number(JsonNode node) {
        if (!node.isNumber()) {
            throw unexpected(node, "0");
        }
        var number = node.decimalValue();
        if (Math.abs((long) number.scale()) > MOST_PLACES || number.precision() > MOST_PLACES) {
            throw BadFilter.syntax(number.precision() > QUOTED ? "…" : number.toString(), List.of("0"));
        }
        return number;
    }

    RuntimeException unexpected(JsonNode node, String... expected) {
        var found = node.toString();
        return BadFilter.syntax(found.length() > QUOTED ? found.substring(0, QUOTED) + "…" : found, List.of(expected));
    }
}
