package org.socialobservatory.ingest.gate.candidate;

import org.jspecify.annotations.Nullable;

/**
 * Who stands behind a figure; never published. What is null is not known: then the sample size that the figure itself
 * gives decides.
 *
 * @param persons respondents in the domain whose answer is known, unweighted
 * @param households their households
 * @param population the sum of the weights of these respondents
 * @param equalWeights whether all responses have the same weight, which then hides nobody
 * @param largest x₁ of an amount: what one respondent contributes at most, unweighted
 * @param second x₂, 0 where one respondent is all
 */
public record Contributors(
        @Nullable Long persons,
        @Nullable Long households,
        @Nullable Double population,
        boolean equalWeights,
        @Nullable Double largest,
        @Nullable Double second) {

    public static final Contributors UNKNOWN = new Contributors(null, null, null, false, null, null);
}
