package org.socialobservatory.ingest.gate.movement;

import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.gate.candidate.Candidate;
import org.socialobservatory.ingest.gate.candidate.DisclosureRules;
import org.socialobservatory.ingest.gate.candidate.Primary;
import org.socialobservatory.ingest.gate.candidate.Quantity;
import org.socialobservatory.ingest.gate.candidate.Reason;
import org.socialobservatory.ingest.gate.candidate.Verdicts;
import org.socialobservatory.ingest.gate.facts.Amount;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.edition.SourceResource.Coverage;
import org.socialobservatory.ontology.edition.SourceResource.Disclosure;
import org.socialobservatory.ontology.indicator.Indicator;
import org.socialobservatory.ontology.indicator.Indicator.Kind;

/**
 * How uncertain readers must stay of a withheld amount ({@code statistics.md} §5, audit). What discloses by itself needs
 * its whole width; what is withheld for the sake of others must only not be known.
 *
 * @param up how far above the truth it must be possible
 * @param down how far below
 * @param either whether one of both is enough
 */
public record Protection(double up, double down, boolean either) {

    /** Around a withheld sum of a survey, as a share of it. */
    private static final double SURVEY_SUM = 0.10;
    /** From this share of the population on, a sample protects nobody. */
    private static final double DENSE = 0.2;
    /** What an amount must be able to move to be unknown, as a share of it. */
    private static final double UNKNOWN = 1e-3;

    /** What a withheld candidate needs; null where sampling and unpublished weights protect it. */
    public static @Nullable Protection of(
            Candidate candidate, Reason reason, DisclosureRules rules, Indicator indicator, Amount amount) {
        if (rules.disclosure() == Disclosure.ALREADY_PUBLIC || !isAtRisk(candidate, rules, indicator)) {
            return null;
        }
        return switch (reason) {
            case SMALL_COUNT -> count(rules, amount);
            case FEW_RESPONDENTS, DOMINANCE -> primary(candidate, rules, indicator, amount);
            case SECONDARY, SOURCE -> unknown(candidate, rules, indicator, amount);
        };
    }

    /** From 1, or what its parts are at least, to a count that could be shown. */
    private static Protection count(DisclosureRules rules, Amount amount) {
        return new Protection(Math.max(0, rules.minCount() - amount.truth()), amount.room(-1), false);
    }

    private static Protection primary(Candidate candidate, DisclosureRules rules, Indicator indicator, Amount amount) {
        if (rules.coverage() == Coverage.EXHAUSTIVE && Primary.counts(indicator)) {
            return count(rules, amount);
        }
        double width = candidate.cell().observed() instanceof Observed.Value value
                ? Primary.margin(value, candidate.contributors(), indicator)
                : 0;
        if (rules.coverage() != Coverage.EXHAUSTIVE && Primary.isSum(indicator)) {
            width = Math.max(width, SURVEY_SUM * Math.abs(amount.truth()));
        }
        return width > 0
                ? new Protection(width, Math.min(width, amount.room(-1)), false)
                : unknown(candidate, rules, indicator, amount);
    }

    /** What an amount needs that an earlier edition withholds, nobody here knows why: not to be known. */
    static Protection former(DisclosureRules rules, Indicator indicator, Amount amount) {
        double trace = rules.coverage() == Coverage.EXHAUSTIVE && Primary.counts(indicator)
                ? 1
                : UNKNOWN * Math.abs(amount.truth());
        double room = Math.max(amount.room(1), amount.room(-1));
        return new Protection(Math.min(trace, room), Math.min(trace, room), true);
    }

    /** One respondent's worth, or a trace of an amount. */
    private static Protection unknown(Candidate candidate, DisclosureRules rules, Indicator indicator, Amount amount) {
        double trace = UNKNOWN * Math.abs(amount.truth());
        if (rules.coverage() == Coverage.EXHAUSTIVE && Primary.counts(indicator)) {
            trace = 1;
        } else if (indicator.kind() == Kind.PROPORTION && candidate.cell().observed() instanceof Observed.Value value) {
            trace = Quantity.of(value, indicator).baseOrZero()
                    / Math.max(1, Verdicts.respondents(candidate, indicator));
        }
        double room = Math.max(amount.room(1), amount.room(-1));
        return new Protection(Math.min(trace, room), Math.min(trace, room), true);
    }

    /** Whether readers could work a withheld figure out at all. */
    private static boolean isAtRisk(Candidate candidate, DisclosureRules rules, Indicator indicator) {
        return rules.coverage() == Coverage.EXHAUSTIVE || Primary.isSum(indicator) || isDense(candidate);
    }

    private static boolean isDense(Candidate candidate) {
        var contributors = candidate.contributors();
        if (contributors.equalWeights()) {
            return true;
        }
        if (contributors.persons() != null && contributors.population() != null) {
            return contributors.persons() >= DENSE * contributors.population();
        }
        return candidate.cell().observed() instanceof Observed.Value value
                && value.uncertainty().sampleSize() != null
                && value.uncertainty().denominator() != null
                && value.uncertainty().sampleSize().doubleValue()
                        >= DENSE * value.uncertainty().denominator().doubleValue();
    }

    /** Whether it asks for anything. */
    public boolean asks() {
        return Math.max(up, down) > 0;
    }

    public double needed(int direction) {
        return direction > 0 ? up : down;
    }
}
