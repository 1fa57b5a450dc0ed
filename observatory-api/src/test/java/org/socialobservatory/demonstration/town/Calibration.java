package org.socialobservatory.demonstration.town;

import java.util.List;

/**
 * Brings weights to the census: raking of household weights to the households and to the persons by sex and age of each
 * arrondissement at once (Deville &amp; Särndal 1992, exponential distance), by Newton's method.
 */
final class Calibration {

    private static final List<AgeBand> BANDS = List.of(AgeBand.values());
    private static final int CELLS = 1 + 2 * BANDS.size();
    private static final int STEPS = 30;
    private static final double DECIMALS = 1e4;

    private final double[] targets;
    private final double[][] counts;
    private final double[] drawn;
    private final double[] lambda = new double[CELLS];

    private Calibration(double[] targets, List<Household> households) {
        this.targets = targets;
        this.counts = households.stream().map(Calibration::counts).toArray(double[][]::new);
        this.drawn = households.stream().mapToDouble(Household::weight).toArray();
    }

    /** Gives every household its weight, rounded to four decimals. */
    static void to(Census census, List<Household> households) {
        for (String area : Census.ARRONDISSEMENTS) {
            var here = households.stream()
                    .filter(household -> household.area().equals(area))
                    .toList();
            var weights = new Calibration(targets(census, area), here).weights();
            for (int i = 0; i < weights.length; i++) {
                here.get(i).weigh(Math.round(weights[i] * DECIMALS) / DECIMALS);
            }
        }
    }

    private static double[] targets(Census census, String area) {
        var targets = new double[CELLS];
        targets[0] = census.households(area);
        for (AgeBand band : BANDS) {
            targets[cell(true, band)] = census.persons(area, "F", band);
            targets[cell(false, band)] = census.persons(area, "M", band);
        }
        return targets;
    }

    private static double[] counts(Household household) {
        var counts = new double[CELLS];
        counts[0] = 1;
        for (Person member : household.members()) {
            counts[cell(member.woman(), AgeBand.of(member.age()))]++;
        }
        return counts;
    }

    private static int cell(boolean woman, AgeBand band) {
        return 1 + 2 * BANDS.indexOf(band) + (woman ? 0 : 1);
    }

    private double[] weights() {
        for (int step = 0; step < STEPS; step++) {
            newton();
        }
        var weights = new double[drawn.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = weight(i);
        }
        return weights;
    }

    private double weight(int household) {
        double exponent = 0;
        for (int cell = 0; cell < CELLS; cell++) {
            exponent += lambda[cell] * counts[household][cell];
        }
        return drawn[household] * StrictMath.exp(exponent);
    }

    private void newton() {
        var missing = targets.clone();
        var slope = new double[CELLS][CELLS];
        for (int i = 0; i < drawn.length; i++) {
            double weight = weight(i);
            for (int row = 0; row < CELLS; row++) {
                missing[row] -= weight * counts[i][row];
                for (int column = 0; column < CELLS; column++) {
                    slope[row][column] += weight * counts[i][row] * counts[i][column];
                }
            }
        }
        solve(slope, missing);
        for (int cell = 0; cell < CELLS; cell++) {
            lambda[cell] += missing[cell];
        }
    }

    /** Solves a symmetric positive definite system in place, by elimination without pivots. */
    private static void solve(double[][] matrix, double[] right) {
        for (int pivot = 0; pivot < CELLS; pivot++) {
            for (int row = pivot + 1; row < CELLS; row++) {
                double factor = matrix[row][pivot] / matrix[pivot][pivot];
                for (int column = pivot; column < CELLS; column++) {
                    matrix[row][column] -= factor * matrix[pivot][column];
                }
                right[row] -= factor * right[pivot];
            }
        }
        for (int row = CELLS - 1; row >= 0; row--) {
            for (int column = row + 1; column < CELLS; column++) {
                right[row] -= matrix[row][column] * right[column];
            }
            right[row] /= matrix[row][row];
        }
    }
}
