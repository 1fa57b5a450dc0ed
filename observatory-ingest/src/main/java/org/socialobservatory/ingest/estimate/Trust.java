package org.socialobservatory.ingest.estimate;

import org.socialobservatory.ontology.cube.Reliability;

/**
 * How far to trust a figure and the rule that decided it ({@code statistics.md} §4).
 *
 * @param complementOnly the figure may be shown, but not its complement, which is relatively too uncertain
 */
public record Trust(Reliability reliability, Rule rule, boolean complementOnly) {

    /** The rules, those that make a figure less trusted first. */
    public enum Rule {
        /** There is no figure. */
        NO_VALUE,
        /** No degree of freedom is left, or no bound can be given: there is no interval. */
        NO_INTERVAL,
        /** Fewer than 30 respondents, or an effective sample of fewer. */
        FEW_RESPONDENTS,
        /** An interval of 30 points or more. */
        WIDE,
        /** An interval of more than 130 % of the proportion. */
        RELATIVELY_WIDE,
        /** The standard error against the figure. */
        VARIATION,
        /** Fewer than 8 degrees of freedom. */
        FEW_DEGREES_OF_FREEDOM,
        /** A proportion of 0 or 1, a count of 0. */
        AT_THE_EDGE,
        /** More than 5 % of the universe did not answer. */
        NON_RESPONSE,
        /** Everybody was asked. */
        EXHAUSTIVE,
        /** Nothing speaks against it. */
        SOUND
    }
}
