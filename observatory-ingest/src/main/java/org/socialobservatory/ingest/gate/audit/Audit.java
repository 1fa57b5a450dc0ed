package org.socialobservatory.ingest.gate.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.socialobservatory.ingest.gate.facts.Tableau;
import org.socialobservatory.ingest.gate.movement.Evidence;
import org.socialobservatory.ingest.gate.movement.Movement;
import org.socialobservatory.ingest.gate.movement.Neighbourhood;
import org.socialobservatory.ingest.gate.movement.Programme;
import org.socialobservatory.ingest.gate.movement.Protection;
import org.socialobservatory.ingest.gate.movement.Withholding;

/**
 * What a reader with a linear programme can find out of withheld amounts, and whether that is too much. It believes
 * nobody: a movement that somebody found is a feasible point of the programme, and counts only after it was put into
 * every equation and bound. Where no such point decides, the programme is solved.
 */
public final class Audit {

    /** By how much a sum of movements may miss 0, as a share of the longest. */
    private static final double EXACT = 1e-6;

    private final Tableau tableau;
    private final Withholding withholding;
    private final Evidence evidence;

    /** @param found movements that may show that amounts are protected */
    public Audit(Tableau tableau, Withholding withholding, Collection<Movement> found) {
        this.tableau = tableau;
        this.withholding = withholding;
        this.evidence = new Evidence(tableau.size());
        found.stream().filter(this::isPossible).forEach(evidence::see);
    }

    /** Whether only withheld amounts move, within their bounds, and every sum stays what it is. */
    private boolean isPossible(Movement movement) {
        for (int i = 0; i < movement.variables().length; i++) {
            int variable = movement.variables()[i];
            double by = movement.by()[i];
            double room = tableau.amount(variable).room(by > 0 ? 1 : -1);
            if (!withholding.withheld().test(variable) || Math.abs(by) > room + EXACT * Math.abs(by)) {
                return false;
            }
            for (int equation : tableau.equationsOf(variable)) {
                if (!tableau.equations().get(equation).isBalanced(movement::of, EXACT)) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * Those of some amounts that readers could know too well.
     *
     * @param variables a connected component, or more
     */
    public List<Integer> unprotected(List<Integer> variables) {
        var unprotected = new ArrayList<Integer>();
        for (int variable : variables) {
            var protection = withholding.protection(variable);
            if (protection != null && !withholding.isFormer(variable)) {
                explore(variable, protection);
                for (int other : withholding.instead(variable)) {
                    if (!withholding.isProtected(variable, evidence)) {
                        explore(other, protection);
                    }
                }
                if (!withholding.isProtected(variable, evidence)) {
                    unprotected.add(variable);
                }
            }
        }
        return unprotected;
    }

    private void explore(int variable, Protection protection) {
        for (int direction : new int[] {1, -1}) {
            double needed = protection.needed(direction);
            boolean enough = evidence.reaches(variable, direction, needed)
                    || (protection.either() && evidence.satisfies(variable, protection));
            boolean narrow = !enough;
            for (int at = 0; narrow && at < Neighbourhood.WIDTHS.size(); at++) {
                var around = around(variable, Neighbourhood.WIDTHS.get(at));
                while (!enough && around.widen()) {
                    evidence.see(new Programme(tableau, around, variable, needed).furthest(direction, 1));
                    enough = evidence.reaches(variable, direction, needed);
                }
                narrow = !enough && around.isNarrow();
            }
        }
    }

    /** What can move farthest is looked at first. */
    private Neighbourhood around(int variable, int width) {
        return new Neighbourhood(
                tableau,
                withholding.withheld(),
                other -> -Math.min(
                        tableau.amount(other).room(1), tableau.amount(other).room(-1)),
                width,
                variable);
    }

    /** The least and the most that readers must think possible of an amount. */
    public double[] interval(int variable) {
        var around = around(variable, Integer.MAX_VALUE);
        while (around.widen()) {
            // To the last ring: only there an interval is as narrow as it can be.
        }
        var programme = new Programme(tableau, around, variable, 1);
        double truth = tableau.amount(variable).truth();
        return new double[] {
            truth + programme.furthest(-1, Double.POSITIVE_INFINITY).of(variable),
            truth + programme.furthest(1, Double.POSITIVE_INFINITY).of(variable)
        };
    }
}
