package org.socialobservatory.ingest.gate.facts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Amounts and the linear facts between them that readers know. What readers do not know is how far each withheld amount
 * could lie from the truth; so the facts are equations of deviations, all with 0 on the right, and the truth itself is
 * always one solution, whatever was rounded.
 */
public final class Tableau implements Sums {

    /** Sums that exceed their whole by less than this share were shifted by hand: readers subtract anyway. */
    private static final double SHIFTED = 0.01;
    /** Other sums hold to so many digits, and to what was rounded. */
    private static final double EXACT = 1e-6;
    /** What rounding to one decimal of a percentage takes of a base; bases of parts that miss more are not all. */
    private static final double ROUNDED = 5e-4;

    private final List<Amount> amounts = new ArrayList<>();
    private final List<Equation> equations = new ArrayList<>();
    /** What is stated of amounts that readers do not know, once it was asked for. */
    private final Set<Map<Integer, Double>> stated = new HashSet<>();

    private int[][] equationsOf = {};

    public int add(Amount amount) {
        amounts.add(amount);
        return amounts.size() - 1;
    }

    public void set(int variable, Amount amount) {
        amounts.set(variable, amount);
    }

    public int size() {
        return amounts.size();
    }

    public Amount amount(int variable) {
        return amounts.get(variable);
    }

    public List<Equation> equations() {
        return equations;
    }

    public void equate(int[] variables, double[] coefficients) {
        equations.add(new Equation(variables, coefficients));
    }

    /** Unless the same is stated of these amounts already, among others that readers know. */
    void equateOnce(int[] variables, double[] coefficients) {
        var equation = new Equation(variables, coefficients);
        if (stated.isEmpty()) {
            equations.forEach(known -> stated.add(unknownPart(known)));
        }
        if (stated.add(unknownPart(equation))) {
            equations.add(equation);
        }
    }

    private Map<Integer, Double> unknownPart(Equation equation) {
        var part = new TreeMap<Integer, Double>();
        for (int i = 0; i < equation.variables().length; i++) {
            if (amount(equation.variables()[i]).owner() != Amount.EVERYBODY) {
                part.put(equation.variables()[i], equation.coefficients()[i]);
            }
        }
        return part;
    }

    /** That two amounts move together, one by a multiple of the other. */
    public void tie(int variable, double factor, int other) {
        equate(new int[] {variable, other}, new double[] {-1, factor});
    }

    /**
     * That parts make up a whole, where they do. Parts that leave a rest cannot be more than the whole.
     *
     * @param declared whether somebody says that they do; else they must exactly
     */
    @Override
    public void sum(int whole, int[] parts, boolean declared) {
        sum(whole, parts, declared, false);
    }

    /** The same where readers know what the parts leave. */
    Sums knowingTheRest() {
        return (whole, parts, declared) -> sum(whole, parts, declared, true);
    }

    private void sum(int whole, int[] parts, boolean declared, boolean restKnown) {
        var total = amount(whole);
        double rest = total.truth();
        double bases = 0;
        for (int part : parts) {
            rest -= amount(part).truth();
            bases += amount(part).base();
        }
        double size = Math.abs(total.truth());
        boolean all = Math.abs(total.base() - bases) <= 2 * ROUNDED * total.base();
        boolean exact = Math.abs(rest) <= EXACT * size + ROUNDED * (total.base() + bases);
        boolean holds = all && exact;
        boolean shifted = declared && all && rest < 0 && -rest <= SHIFTED * size;
        if (Double.isNaN(rest) || holds || shifted) {
            equate(with(parts, whole), signs(parts.length, 1));
        } else if (declared
                && (rest > 0 || exact)
                && Arrays.stream(parts).allMatch(part -> amount(part).lower() >= 0)) {
            double left = Math.max(0, rest);
            int remainder = add(
                    restKnown
                            ? new Amount(Amount.EVERYBODY, left, left, left)
                            : new Amount(Amount.NOBODY, left, 0, Double.POSITIVE_INFINITY));
            equate(with(with(parts, remainder), whole), signs(parts.length + 1, 1));
        }
    }

    private static int[] with(int[] variables, int further) {
        var all = Arrays.copyOf(variables, variables.length + 1);
        all[variables.length] = further;
        return all;
    }

    private static double[] signs(int parts, double sign) {
        var signs = new double[parts + 1];
        Arrays.fill(signs, sign);
        signs[parts] = -sign;
        return signs;
    }

    /** To be called when all facts are there. */
    public void close() {
        index();
        boolean raised = true;
        while (raised) {
            raised = false;
            for (var equation : equations) {
                raised |= raiseWhole(equation);
            }
        }
    }

    /**
     * No whole is less than its parts can be: where a published zero is a zero, the total of two withheld counts is 2 or
     * more.
     */
    private boolean raiseWhole(Equation equation) {
        int whole = -1;
        double room = 0;
        for (int i = 0; i < equation.variables().length; i++) {
            if (equation.coefficients()[i] > 0) {
                room += equation.coefficients()[i]
                        * amount(equation.variables()[i]).room(-1);
            } else if (whole < 0) {
                whole = i;
            } else {
                return false;
            }
        }
        if (whole < 0) {
            return false;
        }
        var amount = amount(equation.variables()[whole]);
        double lower = amount.truth() + room / equation.coefficients()[whole];
        if (!(lower > amount.lower() + EXACT * Math.abs(amount.truth()))) {
            return false;
        }
        set(equation.variables()[whole], amount.withLower(lower));
        return true;
    }

    private void index() {
        var counts = new int[size()];
        equations.forEach(equation -> {
            for (int variable : equation.variables()) {
                counts[variable]++;
            }
        });
        equationsOf = new int[size()][];
        for (int variable = 0; variable < counts.length; variable++) {
            equationsOf[variable] = new int[counts[variable]];
        }
        for (int at = equations.size() - 1; at >= 0; at--) {
            for (int variable : equations.get(at).variables()) {
                equationsOf[variable][--counts[variable]] = at;
            }
        }
    }

    /** The positions of the equations in which an amount occurs. */
    public int[] equationsOf(int variable) {
        return equationsOf[variable];
    }
}
