package org.socialobservatory.ingest.gate.candidate;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.edition.SourceResource.Coverage;
import org.socialobservatory.ontology.indicator.Indicator;
import org.socialobservatory.ontology.indicator.Indicator.Counted;
import org.socialobservatory.ontology.indicator.Indicator.Kind;

/** What a figure could disclose by itself ({@code statistics.md} §5, primary). */
public final class Primary {

    private Primary() {}

    /** Why a figure must be withheld; null where it need not. */
    public static @Nullable Reason reason(
            Observed.Value value, Contributors contributors, DisclosureRules rules, Indicator indicator) {
        if (tooFew(value, contributors, rules, indicator)) {
            return Reason.FEW_RESPONDENTS;
        }
        if (isSmallCount(value, rules, indicator)) {
            return Reason.SMALL_COUNT;
        }
        return contributors.largest() != null && margin(value, contributors, indicator) > 0 ? Reason.DOMINANCE : null;
    }

    private static boolean tooFew(
            Observed.Value value, Contributors contributors, DisclosureRules rules, Indicator indicator) {
        if (contributors.persons() != null || contributors.households() != null) {
            return isBelow(contributors.persons(), rules.minRespondents())
                    || isBelow(contributors.households(), DisclosureRules.MIN_HOUSEHOLDS);
        }
        var respondents = value.uncertainty().sampleSize();
        int least = indicator.counts() == Counted.HOUSEHOLDS ? DisclosureRules.MIN_HOUSEHOLDS : rules.minRespondents();
        return respondents != null && respondents.compareTo(BigDecimal.valueOf(least)) < 0;
    }

    private static boolean isBelow(@Nullable Long number, int least) {
        return number != null && number < least;
    }

    private static boolean isSmallCount(Observed.Value value, DisclosureRules rules, Indicator indicator) {
        if (rules.coverage() != Coverage.EXHAUSTIVE || !counts(indicator)) {
            return false;
        }
        return value.number().signum() == 0
                ? rules.suppressZero()
                : value.number().compareTo(BigDecimal.valueOf(rules.minCount())) < 0;
    }

    /** Whether the figures of an indicator are numbers of persons or households. */
    public static boolean counts(Indicator indicator) {
        return isSum(indicator) && indicator.counts() != Counted.NONE;
    }

    /** Whether the figures of an indicator add up over areas and breakdowns. */
    public static boolean isSum(Indicator indicator) {
        return indicator.kind() == Kind.COUNT || indicator.kind() == Kind.TOTAL;
    }

    /**
     * By how much whoever knows the second largest contribution must stay uncertain of the sum, so that the largest is
     * not known to within p %; not positive where the others hide it enough.
     */
    public static double margin(Observed.Value value, Contributors contributors, Indicator indicator) {
        if (contributors.largest() == null || contributors.second() == null) {
            return 0;
        }
        double sum = Math.abs(Quantity.of(value, indicator).amount());
        double largest = Math.abs(contributors.largest());
        return DisclosureRules.CLOSENESS * largest - (sum - largest - Math.abs(contributors.second()));
    }

    /** The least that readers must think possible of a withheld amount: zeros are published, so a count is 1 or more. */
    public static double least(DisclosureRules rules, Indicator indicator, double truth) {
        boolean published =
                rules.coverage() == Coverage.EXHAUSTIVE && counts(indicator) && !rules.suppressZero() && truth >= 1;
        return published ? 1 : Double.NEGATIVE_INFINITY;
    }
}
