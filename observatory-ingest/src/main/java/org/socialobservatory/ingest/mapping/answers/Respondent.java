package org.socialobservatory.ingest.mapping.answers;

import org.jspecify.annotations.Nullable;

/**
 * Who answers, as far as the statistics must know it; what is null is not known or does not apply.
 *
 * @param unit key of the answer, hashed where it is personal
 * @param parent key of the answer of another table to which this one belongs
 * @param household key of the household
 * @param weight NaN where each weighs the same
 * @param stratum texts of its columns, joined
 * @param cluster texts of its columns, joined; nested in the stratum
 * @param fpc NaN where there is none
 * @param area code of the finest area known
 */
public record Respondent(
        String unit,
        @Nullable String parent,
        @Nullable String household,
        double weight,
        @Nullable String stratum,
        @Nullable String cluster,
        double fpc,
        @Nullable String area,
        @Nullable String period) {

    /** One whose answers were erased. */
    static final Respondent ERASED = new Respondent("-", null, null, Double.NaN, null, null, Double.NaN, null, null);

    static final Respondent UNKNOWN = new Respondent("", null, null, Double.NaN, null, null, Double.NaN, null, null);
}
