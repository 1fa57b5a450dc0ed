package org.socialobservatory.ingest.gate.candidate;

import org.socialobservatory.ontology.edition.SourceResource.Coverage;
import org.socialobservatory.ontology.edition.SourceResource.Disclosure;

/**
 * What applies to the cells of one resource.
 *
 * @param minCount smallest count of an exhaustive source that is shown
 * @param suppressZero whether a count of 0 is hidden too
 * @param minRespondents fewest persons behind a figure
 */
public record DisclosureRules(
        Coverage coverage, Disclosure disclosure, int minCount, boolean suppressZero, int minRespondents) {

    /** Fewest households behind a figure. */
    public static final int MIN_HOUSEHOLDS = 3;

    /** The p of the p % rule as a share; nowhere printed, since whoever knows it can undo some of the protection. */
    public static final double CLOSENESS = 0.10;
}
