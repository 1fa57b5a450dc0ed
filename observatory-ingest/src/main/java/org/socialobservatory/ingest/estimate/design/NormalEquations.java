package org.socialobservatory.ingest.estimate.design;

/**
 * The weighted least-squares fit on dummies. Dummies of several margins are linearly dependent; those that follow from
 * others get the coefficient 0, which leaves the fit as it is.
 */
final class NormalEquations {

    /** Below this share of its own size a pivot is rounding: the dummy follows from others. */
    private static final double DEPENDENT = 1e-9;

    private final int[][] dummies;
    private final double[][] inverse;

    NormalEquations(int columns, int[][] dummies, double[] weights) {
        this.dummies = dummies;
        var matrix = new double[columns][columns];
        for (int category = 0; category < weights.length; category++) {
            for (int row : dummies[category]) {
                for (int column : dummies[category]) {
                    matrix[row][column] += weights[category];
                }
            }
        }
        inverse = inverse(matrix);
    }

    /** The inverse on the independent dummies, zero elsewhere (Gauss and Jordan, sweeping one pivot after another). */
    private static double[][] inverse(double[][] matrix) {
        int size = matrix.length;
        var swept = new boolean[size];
        var diagonal = new double[size];
        for (int index = 0; index < size; index++) {
            diagonal[index] = matrix[index][index];
        }
        for (int pivot = 0; pivot < size; pivot++) {
            if (matrix[pivot][pivot] > DEPENDENT * diagonal[pivot]) {
                sweep(matrix, pivot);
                swept[pivot] = true;
            }
        }
        var inverse = new double[size][size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                inverse[row][column] = swept[row] && swept[column] ? -matrix[row][column] : 0;
            }
        }
        return inverse;
    }

    /** Goodnight (1979): after sweeping all pivots a matrix is minus its inverse. */
    private static void sweep(double[][] matrix, int pivot) {
        double scale = matrix[pivot][pivot];
        int size = matrix.length;
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                if (row != pivot && column != pivot) {
                    matrix[row][column] -= matrix[row][pivot] * matrix[pivot][column] / scale;
                }
            }
        }
        for (int index = 0; index < size; index++) {
            if (index != pivot) {
                matrix[index][pivot] /= scale;
                matrix[pivot][index] /= scale;
            }
        }
        matrix[pivot][pivot] = -1 / scale;
    }

    /** The coefficients of all dummies, from Σ w·u of each crossed category. */
    double[] solve(double[] categories) {
        var right = new double[inverse.length];
        for (int category = 0; category < categories.length; category++) {
            for (int dummy : dummies[category]) {
                right[dummy] += categories[category];
            }
        }
        var solution = new double[inverse.length];
        for (int row = 0; row < solution.length; row++) {
            for (int column = 0; column < right.length; column++) {
                solution[row] += inverse[row][column] * right[column];
            }
        }
        return solution;
    }
}
