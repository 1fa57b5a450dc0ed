package org.socialobservatory.ingest.mapping.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A constraint of a form (XPath 1.0 as ODK uses it), as far as it speaks of the answer alone. What it says of other
 * answers, or with functions, is unknown, and an answer is refused only where the whole is false whatever the unknown
 * (Kleene 1952). Numbers and texts are compared with {@code .}; all else is passed over.
 */
final class AnswerConstraint {

    /** Deeper nesting than this is no constraint of a person's making. */
    private static final int DEEPEST = 60;

    private static final Pattern TOKENS = Pattern.compile(
            "\\s*(?:(\\d+(?:\\.\\d+)?|\\.\\d+)|'([^']*)'|\"([^\"]*)\"|(\\$\\{[^}]*\\})|(<=|>=|!=|=|<|>|\\(|\\)|,|\\+|-|\\*|/)"
                    + "|(\\.)(?![\\w/])|([A-Za-z_][\\w.:-]*))");

    private final Test test;

    private AnswerConstraint(Test test) {
        this.test = test;
    }

    /** True, false or unknown (null) for an answer. */
    @FunctionalInterface
    private interface Test {
        @Nullable
        Boolean holds(String text, double number);
    }

    /** A value of the expression: of a known number or text, of the answer itself, or unknown. */
    private record Operand(
            Test test,
            boolean self,
            @Nullable Double number,
            @Nullable String text) {}

    private static final Test UNKNOWN = (_, _) -> null;
    private static final Operand ANYTHING = new Operand(UNKNOWN, false, null, null);

    /** Reads an expression; what cannot be read refuses nothing. */
    static AnswerConstraint of(String expression) {
        var parser = new Parser(tokens(expression));
        try {
            var test = parser.either(0).test();
            return new AnswerConstraint(parser.atEnd() ? test : UNKNOWN);
        } catch (Unreadable passedOver) {
            return new AnswerConstraint(UNKNOWN);
        }
    }

    /**
     * Whether an answer may stand.
     *
     * @param number its number, NaN where it is none
     */
    boolean allows(String text, double number) {
        return !Boolean.FALSE.equals(test.holds(text, number));
    }

    private static final class Unreadable extends RuntimeException {
        Unreadable() {
            super("not a constraint", null, false, false);
        }
    }

    /** The tokens of a text; texts keep a quote before them. */
    private static List<String> tokens(String expression) {
        var tokens = new ArrayList<String>();
        var matcher = TOKENS.matcher(expression);
        int end = 0;
        while (end < expression.length() && matcher.find(end) && matcher.start() == end) {
            var quoted = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
            tokens.add(quoted == null ? matcher.group().strip() : "'" + quoted);
            end = matcher.end();
        }
        if (!expression.substring(end).isBlank()) {
            tokens.add("?");
        }
        return tokens;
    }

    /** Recursive descent: or, and, comparison, sum, value. */
    private static final class Parser {
        private final List<String> tokens;
        private int at;

        Parser(List<String> tokens) {
            this.tokens = tokens;
        }

        boolean atEnd() {
            return at == tokens.size();
        }

        private boolean takes(String token) {
            if (at < tokens.size() && tokens.get(at).equalsIgnoreCase(token)) {
                at++;
                return true;
            }
            return false;
        }

        Operand either(int depth) {
            if (depth > DEEPEST) {
                throw new Unreadable();
            }
            var left = both(depth);
            while (takes("or")) {
                var first = left.test();
                var second = both(depth).test();
                left = truth((text, number) -> or(first.holds(text, number), second.holds(text, number)));
            }
            return left;
        }

        private Operand both(int depth) {
            var left = comparison(depth);
            while (takes("and")) {
                var first = left.test();
                var second = comparison(depth).test();
                left = truth((text, number) -> and(first.holds(text, number), second.holds(text, number)));
            }
            return left;
        }

        private Operand comparison(int depth) {
            var left = sum(depth);
            for (String sign : List.of("<=", ">=", "!=", "=", "<", ">")) {
                if (takes(sign)) {
                    return compared(left, sign, sum(depth));
                }
            }
            return left;
        }

        private Operand sum(int depth) {
            var left = value(depth);
            boolean computed = false;
            while (takes("+") || takes("-") || takes("*") || takes("/") || takes("div") || takes("mod")) {
                value(depth);
                computed = true;
            }
            return computed ? ANYTHING : left;
        }

        private Operand value(int depth) {
            if (at >= tokens.size()) {
                throw new Unreadable();
            }
            var token = tokens.get(at++);
            if (token.equals("(")) {
                var inner = either(depth + 1);
                require(")");
                return inner;
            }
            if (token.equals("-")) {
                var inner = value(depth + 1);
                return inner.number() == null ? ANYTHING : new Operand(UNKNOWN, false, -inner.number(), null);
            }
            if (token.equals(".")) {
                return new Operand(UNKNOWN, true, null, null);
            }
            if (token.startsWith("'")) {
                return new Operand(UNKNOWN, false, number(token.substring(1)), token.substring(1));
            }
            if (token.startsWith("${")) {
                return ANYTHING;
            }
            if (Character.isDigit(token.charAt(0)) || token.charAt(0) == '.') {
                return new Operand(UNKNOWN, false, Double.valueOf(token), null);
            }
            return named(token.toLowerCase(Locale.ROOT), depth);
        }

        /** A function; only those of logic are known. */
        private Operand named(String name, int depth) {
            if (!takes("(")) {
                throw new Unreadable();
            }
            var arguments = new ArrayList<Operand>();
            while (!takes(")")) {
                arguments.add(either(depth + 1));
                if (!takes(",")) {
                    require(")");
                    break;
                }
            }
            return switch (name) {
                case "true" -> truth((_, _) -> true);
                case "false" -> truth((_, _) -> false);
                case "not" -> negated(arguments);
                default -> ANYTHING;
            };
        }

        private static Operand negated(List<Operand> arguments) {
            if (arguments.size() != 1) {
                throw new Unreadable();
            }
            var inner = arguments.getFirst().test();
            return truth((text, number) -> {
                var holds = inner.holds(text, number);
                return holds == null ? null : !holds;
            });
        }

        private void require(String token) {
            if (!takes(token)) {
                throw new Unreadable();
            }
        }
    }

    private static Operand truth(Test test) {
        return new Operand(test, false, null, null);
    }

    private static @Nullable Double number(String text) {
        try {
            return Double.valueOf(text.strip());
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }

    private static @Nullable Boolean or(@Nullable Boolean first, @Nullable Boolean second) {
        if (Boolean.TRUE.equals(first) || Boolean.TRUE.equals(second)) {
            return true;
        }
        return (first == null || second == null) ? null : Boolean.FALSE;
    }

    private static @Nullable Boolean and(@Nullable Boolean first, @Nullable Boolean second) {
        if (Boolean.FALSE.equals(first) || Boolean.FALSE.equals(second)) {
            return false;
        }
        return (first == null || second == null) ? null : Boolean.TRUE;
    }

    private static Operand compared(Operand left, String sign, Operand right) {
        if (right.self() && !left.self()) {
            return compared(right, mirrored(sign), left);
        }
        var number = right.number();
        var text = right.text();
        if (!left.self() || (number == null && text == null)) {
            return ANYTHING;
        }
        if (text != null && (sign.equals("=") || sign.equals("!="))) {
            return truth((answer, value) ->
                    (answer.equals(text) || (number != null && !Double.isNaN(value) && value == number))
                            == sign.equals("="));
        }
        if (number == null) {
            return ANYTHING;
        }
        double limit = number;
        var order = order(sign);
        return truth((_, value) -> Double.isNaN(value) ? null : order.test(Double.compare(value, limit)));
    }

    private static String mirrored(String sign) {
        return switch (sign.charAt(0)) {
            case '<' -> sign.replace('<', '>');
            case '>' -> sign.replace('>', '<');
            default -> sign;
        };
    }

    private static IntPredicate order(String sign) {
        return switch (sign) {
            case "=" -> order -> order == 0;
            case "!=" -> order -> order != 0;
            case "<" -> order -> order < 0;
            case "<=" -> order -> order <= 0;
            case ">" -> order -> order > 0;
            default -> order -> order >= 0;
        };
    }
}
