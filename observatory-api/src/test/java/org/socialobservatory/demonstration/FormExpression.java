package org.socialobservatory.demonstration;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reckons the expressions of the questionnaire for one answer: the part of the XPath of XLSForm that it uses. An empty
 * value is neither less nor more than any other, as the NaN of XPath.
 */
final class FormExpression {

    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(\\$\\{\\w+})|('[^']*')|([0-9]+(?:\\.[0-9]+)?)|([a-z][a-z-]*)|(<=|>=|!=|[-+*=<>(),.]))");

    private final Matcher tokens;
    private final UnaryOperator<String> answers;
    private final String self;
    private String token = "";

    private FormExpression(String text, UnaryOperator<String> answers, String self) {
        this.tokens = TOKEN.matcher(text);
        this.answers = answers;
        this.self = self;
        next();
    }

    /**
     * The value of a calculation.
     *
     * @param answers by question
     */
    static String value(String text, UnaryOperator<String> answers) {
        var value = new FormExpression(text, answers, "").or();
        return value instanceof Double number ? plain(number) : value.toString();
    }

    /**
     * Whether a condition holds.
     *
     * @param self the answer that a constraint is about
     */
    static boolean holds(String text, UnaryOperator<String> answers, String self) {
        return truth(new FormExpression(text, answers, self).or());
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    private String next() {
        var before = token;
        token = tokens.lookingAt() ? tokens.group().strip() : "";
        if (!token.isEmpty()) {
            tokens.region(tokens.end(), tokens.regionEnd());
        } else if (tokens.regionStart() < tokens.regionEnd()) {
            throw new IllegalArgumentException("Not understood from " + tokens.regionStart() + ": " + tokens);
        }
        return before;
    }

    private boolean takes(String word) {
        if (token.equals(word)) {
            next();
            return true;
        }
        return false;
    }

    private Object or() {
        Object left = and();
        while (takes("or")) {
            boolean right = truth(and());
            left = truth(left) || right;
        }
        return left;
    }

    private Object and() {
        Object left = comparison();
        while (takes("and")) {
            boolean right = truth(comparison());
            left = truth(left) && right;
        }
        return left;
    }

    private Object comparison() {
        Object left = sum();
        if (!List.of("=", "!=", "<", ">", "<=", ">=").contains(token)) {
            return left;
        }
        var sign = next();
        Object right = sum();
        boolean words = left instanceof String && right instanceof String;
        return switch (sign) {
            case "=" -> words ? left.equals(right) : number(left) == number(right);
            case "!=" -> words ? !left.equals(right) : number(left) != number(right);
            case "<" -> number(left) < number(right);
            case ">" -> number(left) > number(right);
            case "<=" -> number(left) <= number(right);
            default -> number(left) >= number(right);
        };
    }

    private Object sum() {
        Object left = product();
        while (token.equals("+") || token.equals("-")) {
            int sign = next().equals("+") ? 1 : -1;
            left = number(left) + sign * number(product());
        }
        return left;
    }

    private Object product() {
        Object left = atom();
        while (takes("*")) {
            left = number(left) * number(atom());
        }
        return left;
    }

    private Object atom() {
        var word = next();
        return switch (word) {
            case "(" -> {
                Object inner = or();
                takes(")");
                yield inner;
            }
            case "-" -> -number(atom());
            case "." -> self;
            default -> {
                if (word.startsWith("$")) {
                    yield answers.apply(word.substring(2, word.length() - 1));
                }
                if (word.startsWith("'")) {
                    yield word.substring(1, word.length() - 1);
                }
                yield Character.isDigit(word.charAt(0)) ? Double.valueOf(word) : function(word);
            }
        };
    }

    private Object function(String name) {
        takes("(");
        Object first = or();
        Object second = takes(",") ? or() : "";
        Object third = takes(",") ? or() : "";
        takes(")");
        var text = Objects.toString(first);
        return switch (name) {
            case "if" -> truth(first) ? second : third;
            case "not" -> !truth(first);
            case "coalesce" -> text.isEmpty() ? second : first;
            case "selected" -> List.of(text.split(" ", -1)).contains(Objects.toString(second));
            case "count-selected" -> text.isEmpty() ? 0.0 : (double) text.split(" ", -1).length;
            case "regex" -> text.matches(Objects.toString(second));
            default -> throw new IllegalArgumentException("No function " + name);
        };
    }

    private static double number(Object value) {
        return switch (value) {
            case Double number -> number;
            case String text -> text.isEmpty() ? Double.NaN : Double.parseDouble(text);
            default -> truth(value) ? 1 : 0;
        };
    }

    private static boolean truth(Object value) {
        return switch (value) {
            case Boolean truth -> truth;
            case Double number -> number != 0 && !Double.isNaN(number);
            default -> !value.toString().isEmpty();
        };
    }
}
