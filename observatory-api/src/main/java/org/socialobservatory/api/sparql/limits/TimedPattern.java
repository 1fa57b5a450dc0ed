package org.socialobservatory.api.sparql.limits;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;
import org.jspecify.annotations.Nullable;

/** The SPARQL functions that run a regular expression, against the deadline. */
abstract sealed class TimedPattern extends ExprFunctionN {

    final Deadline deadline;
    private @Nullable Compiled last;

    /** The pattern of the last call; most queries have one. */
    private record Compiled(String pattern, String flags, Pattern compiled) {}

    private TimedPattern(String name, Deadline deadline, ExprList arguments) {
        super(name, arguments);
        this.deadline = deadline;
    }

    static TimedPattern regex(Deadline deadline, ExprList arguments) {
        return new Regex(deadline, arguments);
    }

    static TimedPattern replace(Deadline deadline, ExprList arguments) {
        return new Replace(deadline, arguments);
    }

    final String text(List<NodeValue> values, int place) {
        var node = values.get(place).asNode();
        boolean isText = node.isLiteral()
                && (XSDDatatype.XSDstring.equals(node.getLiteralDatatype())
                        || !node.getLiteralLanguage().isEmpty());
        if (!isText) {
            throw new ExprEvalException("Not a text: " + node);
        }
        return node.getLiteralLexicalForm();
    }

    /** @param flags place of the flags among the arguments, if they are there */
    final Matcher matcher(List<NodeValue> values, int flags) {
        var pattern = text(values, 1);
        var chosen = values.size() > flags ? text(values, flags) : "";
        var known = last;
        if (known == null || !known.pattern.equals(pattern) || !known.flags.equals(chosen)) {
            known = new Compiled(pattern, chosen, RegexEngine.makePattern("pattern", pattern, chosen));
            last = known;
        }
        return known.compiled.matcher(new TimedText(text(values, 0), deadline));
    }

    @Override
    public final NodeValue eval(List<NodeValue> values) {
        try {
            return apply(values);
        } catch (StackOverflowError tooDeep) {
            throw new ExprEvalException("The regular expression is too deep for this text");
        }
    }

    abstract NodeValue apply(List<NodeValue> values);

    private static final class Regex extends TimedPattern {

        Regex(Deadline deadline, ExprList arguments) {
            super("regex", deadline, arguments);
        }

        @Override
        NodeValue apply(List<NodeValue> values) {
            return NodeValue.booleanReturn(matcher(values, 2).find());
        }

        @Override
        public Expr copy(ExprList arguments) {
            return new Regex(deadline, arguments);
        }
    }

    private static final class Replace extends TimedPattern {

        Replace(Deadline deadline, ExprList arguments) {
            super("replace", deadline, arguments);
        }

        @Override
        NodeValue apply(List<NodeValue> values) {
            var replaced = replaced(matcher(values, 3), text(values, 2));
            var original = values.getFirst().asNode();
            if (replaced.equals(original.getLiteralLexicalForm())) {
                return values.getFirst();
            }
            return original.getLiteralLanguage().isEmpty()
                    ? NodeValue.makeString(replaced)
                    : NodeValue.makeLangString(replaced, original.getLiteralLanguage());
        }

        /** As ARQ does: of the matches of nothing only the first counts. */
        private String replaced(Matcher matcher, String replacement) {
            var text = new StringBuilder();
            boolean matched = false;
            try {
                while (matcher.find()) {
                    if (!matched || matcher.start() < matcher.end()) {
                        matcher.appendReplacement(text, replacement);
                        Bounds.checkText(text, Bounds.LONGEST_TEXT);
                    }
                    matched = true;
                }
            } catch (IndexOutOfBoundsException | IllegalArgumentException badReplacement) {
                throw new ExprEvalException("The replacement names a group that the pattern lacks");
            }
            return matcher.appendTail(text).toString();
        }

        @Override
        public Expr copy(ExprList arguments) {
            return new Replace(deadline, arguments);
        }
    }
}
