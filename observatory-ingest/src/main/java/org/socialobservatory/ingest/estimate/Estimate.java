package org.socialobservatory.ingest.estimate;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.check.trust.Trust;
import org.socialobservatory.ontology.cube.CellKey;
import org.socialobservatory.ontology.cube.Uncertainty;

/**
 * An estimated figure with all that the gate needs to know of it; nothing of this has passed the gate.
 *
 * @param value in the indicator's unit, percentages from 0 to 100; null where there is none, because nobody belongs to
 *     the domain or the denominator is zero
 * @param uncertainty in the same unit
 * @param trust how far to trust it, and why
 * @param behind who is behind it
 */
public record Estimate(CellKey key, @Nullable BigDecimal value, Uncertainty uncertainty, Trust trust, Behind behind) {

    /**
     * Who is behind a figure; never published as it is.
     *
     * @param persons respondents in the domain whose answer is known, unweighted
     * @param households the households of these respondents: their number where they are in fewer than three clusters,
     *     else the number of those clusters, which is never more
     * @param itemNonResponse weighted share of the universe whose answer is unknown, from 0 to 1
     * @param population estimated number of those in the domain whose answer is known: Σw of the respondents
     * @param amounts what one respondent adds to an amount; null if the figure is no total
     */
    public record Behind(
            long persons,
            long households,
            double itemNonResponse,
            double population,
            @Nullable Amounts amounts) {}

    /**
     * The unweighted contributions to an amount, for the p % rule.
     *
     * @param largest x₁
     * @param second x₂, 0 where one respondent is all
     */
    public record Amounts(double largest, double second) {}
}
