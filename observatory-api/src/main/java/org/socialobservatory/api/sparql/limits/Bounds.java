package org.socialobservatory.api.sparql.limits;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.datatypes.xsd.impl.XSDBaseNumericType;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryExecException;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * How large a value may be that a query writes or makes. Doubling a text thirty times would fill the memory; squaring a
 * number as often, or comparing durations of a billion days, computes for hours and looks at nothing on the way.
 */
public final class Bounds {

    /** In characters; the longest outline of a country is shorter. */
    static final int LONGEST_TEXT = 4_000_000;
    /** In characters, of what is read as another thing than a text: a number, a date, a shape. */
    static final int LONGEST_LEXICAL_FORM = 100_000;
    /** In characters; IRIs are kept in the caches of the engine. */
    static final int LONGEST_IRI = 4_000;
    /** In bits, of an integer or the digits of a decimal: some 1,200 digits. */
    private static final int LARGEST_NUMBER = 4096;
    /** Comparing durations goes from month to month: 10 million days are a matter of milliseconds. */
    private static final Pattern ENDLESS_DURATION = Pattern.compile("[0-9]{8}");
    /** Of two texts one of which is sought in the other, letters times letters: well under a second at the worst. */
    private static final long LONGEST_SEARCH = 500_000_000L;

    private static final Set<XSDDatatype> DURATIONS =
            Set.of(XSDDatatype.XSDduration, XSDDatatype.XSDdayTimeDuration, XSDDatatype.XSDyearMonthDuration);

    private Bounds() {}

    /** A query writes a value beyond reason. */
    public static final class Unreasonable extends QueryExecException {
        private Unreasonable(String message) {
            super(message);
        }
    }

    static void checkText(CharSequence text, int longest) {
        if (text.length() > longest) {
            throw new ExprEvalException("The text is longer than " + longest + " characters");
        }
    }

    static void checkSearch(NodeValue text, NodeValue sought) {
        if ((long) length(text) * length(sought) > LONGEST_SEARCH) {
            throw new ExprEvalException("The texts are too long for one to be sought in the other");
        }
    }

    static int length(NodeValue value) {
        return value.isString() || value.isLangString() ? value.getString().length() : 0;
    }

    /** The same value, or an error of the expression that made it. */
    static NodeValue check(NodeValue value) {
        if (!isReasonable(value)) {
            throw new ExprEvalException("The value is beyond reason");
        }
        return value;
    }

    private static boolean isReasonable(NodeValue value) {
        if (value.isInteger()) {
            return isSmall(value.getInteger());
        }
        if (value.isDecimal()) {
            BigDecimal decimal = value.getDecimal();
            return isSmall(decimal.unscaledValue()) && Math.abs((long) decimal.scale()) <= LARGEST_NUMBER;
        }
        if (value.isDuration()) {
            return isShortDuration(value.asNode().getLiteralLexicalForm());
        }
        return !value.isString() || value.getString().length() <= LONGEST_TEXT;
    }

    private static boolean isSmall(BigInteger number) {
        return number.bitLength() <= LARGEST_NUMBER;
    }

    /** The fraction of the seconds may be as long as it likes. */
    private static boolean isShortDuration(String lexical) {
        return !ENDLESS_DURATION.matcher(lexical.split("\\.", 2)[0]).find();
    }

    /** The same constant of a query, refused where it is beyond reason: it is never computed with. */
    static Node constant(Node node) {
        if (node.isLiteral()) {
            var type = node.getLiteralDatatype();
            var lexical = node.getLiteralLexicalForm();
            boolean endless;
            if (type instanceof XSDDatatype known && DURATIONS.contains(known)) {
                endless = !isShortDuration(lexical);
            } else {
                endless = type instanceof XSDBaseNumericType && lexical.length() > LARGEST_NUMBER;
            }
            if (endless) {
                throw new Unreasonable(lexical.substring(0, Math.min(60, lexical.length())) + "…");
            }
        }
        return node;
    }
}
