package org.socialobservatory.api.sparql.limits;

import org.apache.jena.sparql.expr.ExprEvalException;

/** How long a text that a query makes may grow: doubling one thirty times would fill the memory. */
final class Texts {

    /** In characters; the longest outline of a country is shorter. */
    static final int LONGEST = 4_000_000;

    private Texts() {}

    static void checkLength(CharSequence text) {
        if (text.length() > LONGEST) {
            throw new ExprEvalException("The text is longer than " + LONGEST + " characters");
        }
    }
}
