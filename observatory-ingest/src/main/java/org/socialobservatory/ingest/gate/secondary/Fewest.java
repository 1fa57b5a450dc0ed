package org.socialobservatory.ingest.gate.secondary;

import java.util.List;
import org.socialobservatory.ingest.gate.facts.Equation;
import org.socialobservatory.ingest.gate.facts.Tableau;
import org.socialobservatory.ingest.gate.movement.Withholding;

/**
 * A number of respondents that every way of withholding must hide at least: a withheld amount that must be able to move
 * needs another one to move with it in each of its sums. Prices of sums that no cell's price exceeds bound the prices of
 * the cells from below (weak duality of the covering programme).
 */
public final class Fewest {

    private final Tableau tableau;
    private final Withholding withholding;
    private final double[] left;

    /** To be made while only what discloses by itself is withheld. */
    public Fewest(Tableau tableau, Withholding withholding) {
        this.tableau = tableau;
        this.withholding = withholding;
        this.left = new double[tableau.size()];
        for (int variable = 0; variable < left.length; variable++) {
            left[variable] =
                    withholding.movable().test(variable) ? withholding.price(variable) : Double.POSITIVE_INFINITY;
        }
    }

    /** Beside those that are withheld already. */
    public double further(List<Integer> variables) {
        double sum = 0;
        for (int variable : variables) {
            var protection = withholding.protection(variable);
            if (protection != null && Math.max(protection.up(), protection.down()) > 0) {
                for (int equation : tableau.equationsOf(variable)) {
                    sum += pay(tableau.equations().get(equation), variable);
                }
            }
        }
        return sum;
    }

    private double pay(Equation equation, int variable) {
        double least = Double.POSITIVE_INFINITY;
        for (int other : equation.variables()) {
            if (other != variable) {
                least = Math.min(least, left[other]);
            }
        }
        if (Double.isInfinite(least)) {
            return 0;
        }
        for (int other : equation.variables()) {
            left[other] -= other == variable ? 0 : least;
        }
        return least;
    }
}
