package org.socialobservatory.ingest.estimate.ecql;

import java.util.List;
import java.util.Map;
import org.geotools.filter.text.cql2.CQLException;
import org.geotools.filter.text.ecql.ECQL;
import org.socialobservatory.ingest.estimate.Expression;
import org.socialobservatory.ontology.finding.FindingRule;

/**
 * Translates ECQL, the filter language of GeoTools, to SQL of DuckDB: comparisons, ranges, lists, patterns, AND, OR,
 * NOT, reckoning, and {@code includes(variable, 'choice') = true} for questions with several answers. Values are bound
 * and never pasted; functions of GeoTools, shapes and times have no place in a definition of who counts. What is
 * unknown stays unknown, as in SQL; a division by zero is unknown.
 */
public final class Ecql {

    /** Characters: ten times the longest universe that we have seen. */
    private static final int LONGEST = 4000;

    /** Parentheses within one another; the parser calls itself for each. */
    private static final int DEEPEST = 50;

    private final Map<String, VariableType> variables;

    /** @param variables of the table of answers, by name */
    public Ecql(Map<String, VariableType> variables) {
        this.variables = Map.copyOf(variables);
    }

    /** A condition, such as {@code age >= 15 AND sex = 'F'}, that is true, false or unknown for each answer. */
    public Translation condition(String text) {
        return translate(
                text,
                new Translator(variables),
                translator -> translator.truth(ECQL.toFilter(text, translator.words())));
    }

    /** A number, such as {@code income / members}, for each answer. */
    public Translation number(String text) {
        return translate(
                text,
                new Translator(variables),
                translator -> translator.number(ECQL.toExpression(text, translator.words())));
    }

    private interface Reading {
        Expression read(Translator translator) throws CQLException;
    }

    private static Translation translate(String text, Translator translator, Reading reading) {
        if (text.length() > LONGEST || depth(text) > DEEPEST) {
            return malformed(text);
        }
        try {
            var expression = reading.read(translator);
            return new Translation.Translated(expression, translator.named());
        } catch (Untranslatable untranslatable) {
            return untranslatable.refused();
        } catch (CQLException | RuntimeException _) {
            // The parser throws several kinds of exception at a text that it cannot read.
            return malformed(text);
        }
    }

    private static Translation.Refused malformed(String text) {
        var shown = text.length() > 100 ? text.substring(0, 100) + "…" : text;
        return new Translation.Refused(FindingRule.ECQL_MALFORMED, List.of(shown));
    }

    private static int depth(String text) {
        int deepest = 0;
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '(') {
                deepest = Math.max(deepest, ++depth);
            } else if (text.charAt(i) == ')') {
                depth--;
            }
        }
        return deepest;
    }
}
