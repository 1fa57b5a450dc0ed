package org.socialobservatory.ingest.gate.movement;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.gate.candidate.Primary;
import org.socialobservatory.ingest.gate.candidate.Reason;
import org.socialobservatory.ingest.gate.candidate.Surroundings;
import org.socialobservatory.ingest.gate.candidate.Verdicts;
import org.socialobservatory.ingest.gate.facts.Amount;
import org.socialobservatory.ingest.gate.facts.PublicFacts;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.indicator.Indicator;

/** What is withheld so far, what it would cost to withhold more, and how uncertain readers must stay of what is. */
public final class Withholding {

    private final Surroundings surroundings;
    private final Verdicts verdicts;
    private final PublicFacts facts;
    /** By variable. */
    private final double[] prices;

    private final boolean[] fixed;
    private final @Nullable Protection[] protections;
    /** By candidate. */
    private final Map<Integer, int[]> variables = new HashMap<>();

    public Withholding(Surroundings surroundings, Verdicts verdicts, PublicFacts facts) {
        this.surroundings = surroundings;
        this.verdicts = verdicts;
        this.facts = facts;
        var tableau = facts.tableau();
        this.prices = new double[tableau.size()];
        this.fixed = new boolean[tableau.size()];
        this.protections = new @Nullable Protection[tableau.size()];
        facts.formers()
                .forEach((variable, candidate) -> protections[variable] = Protection.former(
                        surroundings.rules(verdicts.cell(candidate)), indicator(candidate), tableau.amount(variable)));
        for (int variable = 0; variable < tableau.size(); variable++) {
            appraise(variable, tableau.amount(variable));
            if (tableau.amount(variable).owner() >= 0) {
                variables.merge(tableau.amount(variable).owner(), new int[] {variable}, Withholding::with);
            }
        }
    }

    private void appraise(int variable, Amount amount) {
        if (amount.owner() < 0) {
            fixed[variable] = amount.owner() == Amount.EVERYBODY;
            return;
        }
        var candidate = verdicts.candidate(amount.owner());
        var cell = candidate.cell();
        prices[variable] = Verdicts.respondents(
                candidate, surroundings.indicators().apply(cell.key().indicator()));
        // Zeros of sums are kept; that of a share goes with its base.
        boolean zero = cell.observed() instanceof Observed.Value value
                && value.number().signum() == 0
                && Primary.isSum(indicator(amount.owner()));
        fixed[variable] = zero && !verdicts.isWithheld(amount.owner());
        if (verdicts.isWithheld(amount.owner())) {
            protect(amount.owner());
        }
    }

    private void protect(int candidate) {
        var variable = facts.variable(candidate);
        var reason = verdicts.reason(candidate);
        if (variable != null
                && reason != null
                && facts.tableau().amount(variable).owner() == candidate) {
            protections[variable] = protection(variable, candidate, reason);
        }
    }

    private @Nullable Protection protection(int variable, int candidate, Reason reason) {
        var cell = verdicts.cell(candidate);
        return Protection.of(
                verdicts.candidate(candidate),
                reason,
                surroundings.rules(cell),
                indicator(candidate),
                facts.tableau().amount(variable));
    }

    /**
     * Whether an amount, if it were withheld for the sake of others, would need others itself. A share whose base is
     * withheld with it may do without ({@link #instead}).
     */
    public boolean wouldAsk(int variable) {
        int owner = facts.tableau().amount(variable).owner();
        if (owner < 0 || isWithheld(variable) || !Integer.valueOf(variable).equals(facts.variable(owner))) {
            return false;
        }
        var protection = protection(variable, owner, Reason.SECONDARY);
        boolean byItself = alike(variable).length == 1;
        return byItself && protection != null && protection.asks();
    }

    /** Whether an amount is what an earlier edition withholds. What such editions give away already cannot be helped. */
    public boolean isFormer(int variable) {
        return facts.formers().containsKey(variable);
    }

    private Indicator indicator(int candidate) {
        return surroundings.indicators().apply(verdicts.cell(candidate).key().indicator());
    }

    /** How uncertain readers must stay of an amount; null where it does not matter. */
    public @Nullable Protection protection(int variable) {
        return isFormer(variable) && !isWithheld(variable) ? null : protections[variable];
    }

    /** Whether readers stay as uncertain of an amount as they must, as far as movements show. */
    public boolean isProtected(int variable, Evidence evidence) {
        var protection = protection(variable);
        return protection == null
                || evidence.satisfies(variable, protection)
                || Arrays.stream(instead(variable)).anyMatch(other -> evidence.satisfies(other, protection));
    }

    /**
     * Amounts whose movement is as good as that of another: who knows a part, as from an earlier edition, does not know
     * which share it is while the whole is uncertain. Only for a share that is withheld for the sake of others, and not
     * for none, which is no share of anything.
     */
    public int[] instead(int variable) {
        int owner = facts.tableau().amount(variable).owner();
        boolean isShare = isSecondary(variable)
                && indicator(owner).kind() == Indicator.Kind.PROPORTION
                && Integer.valueOf(variable).equals(facts.variable(owner))
                && facts.tableau().amount(variable).truth() != 0;
        return isShare
                ? Arrays.stream(alike(variable))
                        .filter(other -> other != variable)
                        .toArray()
                : new int[0];
    }

    /** Amounts that readers do not know. */
    public IntPredicate withheld() {
        return this::isWithheld;
    }

    /** Amounts that readers do not know, or would not if more were withheld. */
    public IntPredicate movable() {
        return variable -> isWithheld(variable) || !fixed[variable];
    }

    private boolean isWithheld(int variable) {
        int owner = facts.tableau().amount(variable).owner();
        return owner == Amount.NOBODY || (owner >= 0 && verdicts.isWithheld(owner));
    }

    private static int[] with(int[] known, int[] further) {
        var all = Arrays.copyOf(known, known.length + 1);
        all[known.length] = further[0];
        return all;
    }

    /** Whether an amount is withheld for the sake of others. */
    public boolean isSecondary(int variable) {
        int owner = facts.tableau().amount(variable).owner();
        return owner >= 0 && verdicts.reason(owner) == Reason.SECONDARY;
    }

    /** All amounts that the cell of one of them says. */
    public int[] alike(int variable) {
        return variables.getOrDefault(facts.tableau().amount(variable).owner(), new int[] {variable});
    }

    /** How many stand behind an amount. */
    public double respondents(int variable) {
        return prices[variable];
    }

    /** What withholding a variable costs in respondents; 0 where it is withheld. */
    public double price(int variable) {
        return isWithheld(variable) ? 0 : prices[variable];
    }

    /** What withholding all that moves costs. */
    public double price(Movement movement) {
        return Arrays.stream(movement.variables()).mapToDouble(this::price).sum();
    }

    /** Withholds what has to move. */
    public void withhold(Movement movement) {
        for (int variable : movement.variables()) {
            withhold(variable);
        }
    }

    /** Withholds an amount for the sake of others. */
    public void withhold(int variable) {
        if (!isWithheld(variable)) {
            int owner = facts.tableau().amount(variable).owner();
            verdicts.withhold(owner, Reason.SECONDARY);
            protect(owner);
        }
    }

    /** Publishes an amount that was withheld for the sake of others, and all that its cell says. */
    public void release(int variable) {
        for (int other : alike(variable)) {
            protections[other] = isFormer(other) ? protections[other] : null;
        }
        verdicts.release(facts.tableau().amount(variable).owner());
    }
}
