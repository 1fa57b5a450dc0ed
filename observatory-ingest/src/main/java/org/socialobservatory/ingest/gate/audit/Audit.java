package org.socialobservatory.ingest.gate.audit;

import java.util.ArrayList;
import java.util.List;
import org.socialobservatory.ingest.gate.facts.Tableau;
import org.socialobservatory.ingest.gate.movement.Neighbourhood;
import org.socialobservatory.ingest.gate.movement.Programme;
import org.socialobservatory.ingest.gate.movement.Protection;
import org.socialobservatory.ingest.gate.movement.Reach;
import org.socialobservatory.ingest.gate.movement.Withholding;

/**
 * What a reader with a linear programme can find out of withheld amounts, and whether that is too much. It starts from
 * nothing but what is withheld at the end.
 */
public final class Audit {

    private final Tableau tableau;
    private final Withholding withholding;

    public Audit(Tableau tableau, Withholding withholding) {
        this.tableau = tableau;
        this.withholding = withholding;
    }

    /**
     * Those of some amounts that readers could know too well.
     *
     * @param variables a connected component, or more
     */
    public List<Integer> unprotected(List<Integer> variables) {
        var reach = new Reach(tableau.size());
        var unprotected = new ArrayList<Integer>();
        for (int variable : variables) {
            var protection = withholding.protection(variable);
            if (protection != null) {
                explore(variable, protection, reach);
                if (!reach.satisfies(variable, protection)) {
                    unprotected.add(variable);
                }
            }
        }
        return unprotected;
    }

    private void explore(int variable, Protection protection, Reach reach) {
        for (int direction : new int[] {1, -1}) {
            double needed = protection.needed(direction);
            boolean enough = needed <= 0
                    || reach.reaches(variable, direction, needed)
                    || (protection.either() && reach.satisfies(variable, protection));
            boolean narrow = !enough;
            for (int at = 0; narrow && at < Neighbourhood.WIDTHS.size(); at++) {
                var around = around(variable, Neighbourhood.WIDTHS.get(at));
                while (!enough && around.widen()) {
                    reach.see(new Programme(tableau, around, variable, needed).furthest(direction, 1));
                    enough = reach.reaches(variable, direction, needed);
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
