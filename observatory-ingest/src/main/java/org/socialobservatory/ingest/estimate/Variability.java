package org.socialobservatory.ingest.estimate;

import java.util.List;

/** A way to say how much figures would differ, had another sample been drawn. */
interface Variability {

    /** The figures of a measure, which is no quantile, over the domains of one breakdown. */
    List<Result> results(Measure measure, List<Domain> domains);

    /**
     * The variance of the share of a domain that does not exceed a number.
     *
     * @param groups split by the number
     * @param share the share itself
     */
    double below(Measure measure, Domain domain, Groups groups, double quantile, double share);

    /** Degrees of freedom of a domain. */
    int degrees(Measure measure, Domain domain, Groups groups, Moments moments);
}
