package org.socialobservatory.ingest.check.trust;

import org.socialobservatory.ontology.cube.Reliability;

/**
 * How far to trust a figure and the rule that decided it ({@code statistics.md} §4).
 *
 * @param complementOnly the figure may be shown, but not its complement, which is relatively too uncertain
 */
public record Trust(Reliability reliability, Rule rule, boolean complementOnly) {

    /** Above this share of unanswered questions a figure is {@code caution} at best. */
    private static final double MUCH_NON_RESPONSE = 0.05;

    public static final Trust NO_VALUE = unreliable(Rule.NO_VALUE);
    public static final Trust NO_INTERVAL = unreliable(Rule.NO_INTERVAL);
    public static final Trust EXHAUSTIVE = new Trust(Reliability.RELIABLE, Rule.EXHAUSTIVE, false);

    /** The rules that may decide. */
    public enum Rule {
        /** There is no figure. */
        NO_VALUE,
        /** No degree of freedom is left, or a bound cannot be given. */
        NO_INTERVAL,
        /** The source says nothing of its sample or of its error. */
        UNSTATED,
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

    static Trust unreliable(Rule rule) {
        return new Trust(Reliability.UNRELIABLE, rule, false);
    }

    static Trust caution(Rule rule) {
        return new Trust(Reliability.CAUTION, rule, false);
    }

    /** The same, less where too many did not answer. */
    public Trust afterNonResponse(double share) {
        return share > MUCH_NON_RESPONSE && reliability == Reliability.RELIABLE
                ? new Trust(Reliability.CAUTION, Rule.NON_RESPONSE, complementOnly)
                : this;
    }
}
