package org.socialobservatory.ingest.gate.candidate;

import org.socialobservatory.ontology.edition.SourceResource.Coverage;
import org.socialobservatory.ontology.edition.SourceResource.Disclosure;

/**
 * What applies to the cells of one resource.
 *
 * @param minCount smallest count of an exhaustive source that is shown
 * @param suppressZero whether a count of 0 is hidden too
 * @param minRespondents fewest persons behind a figure
 * @param fromAnswers whether the figures were estimated from answers: then what has no cell has nobody in it, and what
 *     parts leave of a whole is known, since an edition says how many answers are in no area and how many lack an age
 */
public record DisclosureRules(
        Coverage coverage,
        Disclosure disclosure,
        int minCount,
        boolean suppressZero,
        int minRespondents,
        boolean fromAnswers) {

    /** Fewest households behind a figure. */
    public static final int MIN_HOUSEHOLDS = 3;

    /** The p of the p % rule as a share; nowhere printed, since whoever knows it can undo some of the protection. */
    public static final double CLOSENESS = 0.10;

    /** Of figures that somebody else added up; what their parts leave is known to him alone. */
    public DisclosureRules(
            Coverage coverage, Disclosure disclosure, int minCount, boolean suppressZero, int minRespondents) {
        this(coverage, disclosure, minCount, suppressZero, minRespondents, false);
    }
}
