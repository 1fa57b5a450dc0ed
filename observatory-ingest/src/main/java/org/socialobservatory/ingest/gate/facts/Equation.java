package org.socialobservatory.ingest.gate.facts;

import java.util.function.IntToDoubleFunction;

/** A sum of deviations from the truth, times coefficients, that is 0. */
public final class Equation {

    private final int[] variables;
    private final double[] coefficients;

    public Equation(int[] variables, double[] coefficients) {
        this.variables = variables;
        this.coefficients = coefficients;
    }

    public int[] variables() {
        return variables;
    }

    public double[] coefficients() {
        return coefficients;
    }

    /** Whether movements keep it true, to a share of the longest of them. */
    public boolean isBalanced(IntToDoubleFunction moved, double exact) {
        double sum = 0;
        double longest = 0;
        for (int i = 0; i < variables.length; i++) {
            double by = coefficients[i] * moved.applyAsDouble(variables[i]);
            sum += by;
            longest = Math.max(longest, Math.abs(by));
        }
        return Math.abs(sum) <= exact * longest;
    }

    /** Of a variable, in all its places. */
    public double coefficient(int variable) {
        double sum = 0;
        for (int i = 0; i < variables.length; i++) {
            sum += variables[i] == variable ? coefficients[i] : 0;
        }
        return sum;
    }
}
