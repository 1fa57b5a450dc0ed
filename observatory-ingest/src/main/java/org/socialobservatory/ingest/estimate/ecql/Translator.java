package org.socialobservatory.ingest.estimate.ecql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.geotools.api.filter.And;
import org.geotools.api.filter.BinaryComparisonOperator;
import org.geotools.api.filter.BinaryLogicOperator;
import org.geotools.api.filter.ExcludeFilter;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.IncludeFilter;
import org.geotools.api.filter.Not;
import org.geotools.api.filter.Or;
import org.geotools.api.filter.PropertyIsBetween;
import org.geotools.api.filter.PropertyIsEqualTo;
import org.geotools.api.filter.PropertyIsGreaterThan;
import org.geotools.api.filter.PropertyIsGreaterThanOrEqualTo;
import org.geotools.api.filter.PropertyIsLessThan;
import org.geotools.api.filter.PropertyIsLessThanOrEqualTo;
import org.geotools.api.filter.PropertyIsLike;
import org.geotools.api.filter.PropertyIsNotEqualTo;
import org.geotools.api.filter.PropertyIsNull;
import org.geotools.api.filter.expression.Add;
import org.geotools.api.filter.expression.BinaryExpression;
import org.geotools.api.filter.expression.Divide;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Function;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.Multiply;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.api.filter.expression.Subtract;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.source.Spelling;
import org.socialobservatory.ontology.finding.FindingRule;

/** Walks one filter and writes its SQL; the values are gathered in the order of their question marks. */
final class Translator {

    private final Map<String, VariableType> variables;
    private final Words words = new Words();
    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();
    private final SortedSet<String> named = new TreeSet<>();

    Translator(Map<String, VariableType> variables) {
        this.variables = variables;
    }

    Words words() {
        return words;
    }

    SortedSet<String> named() {
        return named;
    }

    org.socialobservatory.ingest.estimate.Expression truth(Filter filter) {
        write(filter);
        return written();
    }

    org.socialobservatory.ingest.estimate.Expression number(Expression expression) {
        write(expression, VariableType.NUMBER);
        return written();
    }

    private org.socialobservatory.ingest.estimate.Expression written() {
        return new org.socialobservatory.ingest.estimate.Expression(sql.toString(), values);
    }

    private void write(Filter filter) {
        switch (filter) {
            case IncludeFilter _ -> sql.append("TRUE");
            case ExcludeFilter _ -> sql.append("FALSE");
            case And and -> joined(and, " AND ");
            case Or or -> joined(or, " OR ");
            case Not not -> {
                sql.append("(NOT ");
                write(not.getFilter());
                sql.append(')');
            }
            case PropertyIsEqualTo equal -> comparison(equal, " = ");
            case PropertyIsNotEqualTo different -> comparison(different, " <> ");
            case PropertyIsLessThan less -> comparison(less, " < ");
            case PropertyIsLessThanOrEqualTo atMost -> comparison(atMost, " <= ");
            case PropertyIsGreaterThan more -> comparison(more, " > ");
            case PropertyIsGreaterThanOrEqualTo atLeast -> comparison(atLeast, " >= ");
            case PropertyIsBetween between -> between(between);
            case PropertyIsLike like -> like(like);
            case PropertyIsNull unknown -> {
                sql.append('(');
                write(unknown.getExpression(), type(unknown.getExpression()));
                sql.append(" IS NULL)");
            }
            default -> throw new Untranslatable(FindingRule.ECQL_MALFORMED, filter.toString());
        }
    }

    private void joined(BinaryLogicOperator operator, String between) {
        sql.append('(');
        var first = true;
        for (Filter part : operator.getChildren()) {
            if (!first) {
                sql.append(between);
            }
            write(part);
            first = false;
        }
        sql.append(')');
    }

    private void comparison(BinaryComparisonOperator operator, String sign) {
        var first = operator.getExpression1();
        var second = operator.getExpression2();
        if (truthOf(first, second) || truthOf(second, first)) {
            return;
        }
        var type = common(first, second);
        boolean ordered = !sign.isBlank() && !sign.equals(" = ") && !sign.equals(" <> ");
        if (type == VariableType.CHOICES || (ordered && (type == VariableType.TEXT || type == VariableType.TRUTH))) {
            throw new Untranslatable(FindingRule.VARIABLE_TYPE, shown(first), type.label(), sign.strip());
        }
        sql.append('(');
        write(first, type);
        sql.append(sign);
        write(second, type);
        sql.append(')');
    }

    /** {@code includes(…) = true} and {@code = false}, the one way in which ECQL lets a function stand as a condition. */
    private boolean truthOf(Expression function, Expression truth) {
        if (!(function instanceof Function includes)) {
            return false;
        }
        if (!includes.getName().equals(Words.INCLUDES)
                || includes.getParameters().size() != 2) {
            throw new Untranslatable(FindingRule.ECQL_FUNCTION, includes.getName());
        }
        if (!(truth instanceof Literal literal) || !(literal.getValue() instanceof Boolean wanted)) {
            throw new Untranslatable(FindingRule.ECQL_MALFORMED, Words.INCLUDES + "(…)");
        }
        sql.append(wanted ? "(" : "(NOT ");
        includes(includes);
        sql.append(')');
        return true;
    }

    private void includes(Function function) {
        var choices = function.getParameters().getFirst();
        var choice = function.getParameters().getLast();
        if (!(choices instanceof PropertyName) || type(choices) != VariableType.CHOICES) {
            var type = type(choices);
            throw new Untranslatable(
                    FindingRule.VARIABLE_TYPE, shown(choices), type == null ? "?" : type.label(), Words.INCLUDES);
        }
        sql.append("list_contains(");
        write(choices, VariableType.CHOICES);
        sql.append(", ");
        write(choice, VariableType.TEXT);
        sql.append(')');
    }

    private void between(PropertyIsBetween between) {
        var type = common(between.getExpression(), between.getLowerBoundary());
        if (type != VariableType.NUMBER && type != VariableType.DATE) {
            throw new Untranslatable(
                    FindingRule.VARIABLE_TYPE, shown(between.getExpression()), type.label(), "BETWEEN");
        }
        sql.append('(');
        write(between.getExpression(), type);
        sql.append(" BETWEEN ");
        write(between.getLowerBoundary(), type);
        sql.append(" AND ");
        write(between.getUpperBoundary(), type);
        sql.append(')');
    }

    private void like(PropertyIsLike like) {
        sql.append('(');
        write(like.getExpression(), VariableType.TEXT);
        sql.append(like.isMatchingCase() ? " LIKE ? ESCAPE '\\')" : " ILIKE ? ESCAPE '\\')");
        values.add(like.getLiteral());
    }

    private void write(Expression expression, @Nullable VariableType wanted) {
        switch (expression) {
            case PropertyName name -> {
                var type = type(name);
                if (wanted != null && wanted != type) {
                    throw new Untranslatable(
                            FindingRule.VARIABLE_TYPE, name.getPropertyName(), label(type), label(wanted));
                }
                named.add(name.getPropertyName());
                sql.append('"')
                        .append(name.getPropertyName().replace("\"", "\"\""))
                        .append('"');
            }
            case Literal literal -> literal(literal, wanted);
            case Function function -> throw new Untranslatable(FindingRule.ECQL_FUNCTION, function.getName());
            case Add add -> reckoned(add, " + ", wanted);
            case Subtract subtract -> reckoned(subtract, " - ", wanted);
            case Multiply multiply -> reckoned(multiply, " * ", wanted);
            case Divide divide -> {
                needNumber(wanted, "/");
                sql.append('(');
                write(divide.getExpression1(), VariableType.NUMBER);
                sql.append(" / NULLIF(");
                write(divide.getExpression2(), VariableType.NUMBER);
                sql.append(", 0))");
            }
            default -> throw new Untranslatable(FindingRule.ECQL_MALFORMED, shown(expression));
        }
    }

    private void reckoned(BinaryExpression expression, String sign, @Nullable VariableType wanted) {
        needNumber(wanted, sign.strip());
        sql.append('(');
        write(expression.getExpression1(), VariableType.NUMBER);
        sql.append(sign);
        write(expression.getExpression2(), VariableType.NUMBER);
        sql.append(')');
    }

    private static void needNumber(@Nullable VariableType wanted, String sign) {
        if (wanted != null && wanted != VariableType.NUMBER) {
            throw new Untranslatable(FindingRule.VARIABLE_TYPE, sign, VariableType.NUMBER.label(), wanted.label());
        }
    }

    private void literal(Literal literal, @Nullable VariableType wanted) {
        var value = literal.getValue();
        var bound = wanted == null ? value : Literals.as(wanted, value);
        if (bound == null) {
            throw new Untranslatable(
                    FindingRule.VARIABLE_TYPE,
                    String.valueOf(value),
                    Literals.typeOf(value).label(),
                    label(wanted));
        }
        values.add(bound);
        sql.append(
                wanted == VariableType.NUMBER
                        ? "CAST(? AS DOUBLE)"
                        : wanted == VariableType.DATE ? "CAST(? AS DATE)" : "?");
    }

    /** The type in which two sides are compared: that of the side that is no literal. */
    private VariableType common(Expression first, Expression second) {
        var type = type(first) == null ? type(second) : type(first);
        if (type != null) {
            return type;
        }
        return first instanceof Literal literal ? Literals.typeOf(literal.getValue()) : VariableType.NUMBER;
    }

    private @Nullable VariableType type(Expression expression) {
        return switch (expression) {
            case PropertyName name -> {
                var type = variables.get(name.getPropertyName());
                if (type == null) {
                    throw new Untranslatable(
                            FindingRule.VARIABLE_UNKNOWN,
                            name.getPropertyName(),
                            Spelling.nearestText(name.getPropertyName(), variables.keySet()));
                }
                yield type;
            }
            case BinaryExpression _ -> VariableType.NUMBER;
            default -> null;
        };
    }

    private static String label(@Nullable VariableType type) {
        return type == null ? "?" : type.label();
    }

    private static String shown(Expression expression) {
        return expression instanceof PropertyName name ? name.getPropertyName() : String.valueOf(expression);
    }
}
