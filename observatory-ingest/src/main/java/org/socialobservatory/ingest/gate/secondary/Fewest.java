package org.socialobservatory.ingest.gate.secondary;

import java.util.Arrays;
import java.util.List;
import org.socialobservatory.ingest.gate.facts.Equation;
import org.socialobservatory.ingest.gate.facts.Tableau;
import org.socialobservatory.ingest.gate.movement.Withholding;

/**
 * A number of respondents that every way of withholding must hide at least: a withheld amount that must be able to move
 * needs another one to move with it in each of its sums, and so does that one. Prices of sums that no cell's price
 * exceeds bound the prices of the cells from below (weak duality of the covering programme).
 */
public final class Fewest {

    /** How often a cell that costs no more may ask those beside it in its other sums, and they theirs. */
    private static final int FARTHEST = 2;

    private final Tableau tableau;
    private final Withholding withholding;
    /** What is left of each cell's price, by the first of its amounts. */
    private final double[] left;

    /** To be made while only what discloses by itself is withheld. */
    public Fewest(Tableau tableau, Withholding withholding) {
        this.tableau = tableau;
        this.withholding = withholding;
        this.left = new double[tableau.size()];
        for (int variable = 0; variable < left.length; variable++) {
            left[variable] = withholding.movable().test(variable) ? price(variable) : Double.POSITIVE_INFINITY;
        }
    }

    /** A cell is paid for once, as it is now. */
    private double price(int variable) {
        return withholding.isFormer(variable) ? 0 : withholding.price(variable);
    }

    /** Beside those that are withheld already. */
    public double further(List<Integer> variables) {
        double sum = 0;
        for (int farthest = 0; farthest <= FARTHEST; farthest++) {
            for (int variable : variables) {
                var protection = withholding.protection(variable);
                if (protection != null && protection.asks()) {
                    for (int equation : tableau.equationsOf(variable)) {
                        sum += pay(tableau.equations().get(equation), variable, farthest);
                    }
                }
            }
        }
        return sum;
    }

    /** What the others of a sum can pay for one of them. */
    private double pay(Equation equation, int variable, int farthest) {
        var payers = payers(equation, variable);
        double paid = 0;
        boolean more = payers.length > 0;
        while (more) {
            double least = Double.POSITIVE_INFINITY;
            for (int payer : payers) {
                least = Math.min(least, left[payer]);
            }
            if (Double.isInfinite(least)) {
                return paid;
            }
            for (int payer : payers) {
                left[payer] -= least;
            }
            paid += least;
            more = farthest > 0 && (least > 0 || paid == 0) && ask(equation, variable, farthest - 1);
        }
        return paid;
    }

    /** The cells beside one in a sum, each once; none where the cell can move by itself, as a share and its complement do. */
    private int[] payers(Equation equation, int variable) {
        var cells = Arrays.stream(equation.variables())
                .filter(other -> other != variable)
                .map(this::cell)
                .distinct()
                .toArray();
        return Arrays.stream(cells).anyMatch(cell -> cell == cell(variable)) ? new int[0] : cells;
    }

    /** The first of all amounts that the cell of one of them says: whoever withholds one withholds all, and pays once. */
    private int cell(int variable) {
        return withholding.alike(variable)[0];
    }

    /** Whether all others of a sum that have nothing left get something from those beside them elsewhere. */
    private boolean ask(Equation equation, int variable, int farthest) {
        for (int other : equation.variables()) {
            if (other != variable && left[cell(other)] <= 0) {
                left[cell(other)] = withholding.wouldAsk(other) ? elsewhere(equation, other, farthest) : 0;
                if (left[cell(other)] <= 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private double elsewhere(Equation equation, int variable, int farthest) {
        double paid = 0;
        for (int at : tableau.equationsOf(variable)) {
            var further = tableau.equations().get(at);
            if (further != equation) {
                paid += pay(further, variable, farthest);
            }
        }
        return paid;
    }
}
