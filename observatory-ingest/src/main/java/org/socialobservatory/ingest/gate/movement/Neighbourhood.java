package org.socialobservatory.ingest.gate.movement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import org.socialobservatory.ingest.gate.facts.Tableau;

/**
 * The facts around an amount, ring by ring. What moves within it and leaves everything outside at rest is a movement of
 * the whole, so small programmes decide most questions.
 */
public final class Neighbourhood {

    /** So many amounts of one sum, the first in order, are looked at first, then more, then all. */
    public static final List<Integer> WIDTHS = List.of(8, 60, Integer.MAX_VALUE);

    /** A programme over more amounts takes minutes; what only such a one could protect counts as unprotected. */
    private static final int LARGEST = 3_000;

    private final Tableau tableau;
    private final IntPredicate movable;
    private final IntToDoubleFunction order;
    private final int width;
    private final boolean[] reached;
    private final boolean[] stated;
    private final List<Integer> variables = new ArrayList<>();
    private final List<Integer> equations = new ArrayList<>();
    private int frontier;
    private boolean whole;

    /**
     * @param movable amounts that readers do not know, or would not
     * @param order which of many amounts in one sum are looked at first: the smallest
     * @param width how many of one sum are looked at
     */
    public Neighbourhood(Tableau tableau, IntPredicate movable, IntToDoubleFunction order, int width, int centre) {
        this.tableau = tableau;
        this.movable = movable;
        this.order = order;
        this.width = width;
        this.reached = new boolean[tableau.size()];
        this.stated = new boolean[tableau.equations().size()];
        reach(centre);
    }

    private void reach(int variable) {
        if (!reached[variable]) {
            reached[variable] = true;
            variables.add(variable);
        }
    }

    /** Takes in the next ring; false where there is none, or where it would grow too large. */
    public boolean widen() {
        if (whole) {
            return false;
        }
        int from = equations.size();
        for (int end = variables.size(); frontier < end; frontier++) {
            for (int equation : tableau.equationsOf(variables.get(frontier))) {
                if (!stated[equation]) {
                    stated[equation] = true;
                    equations.add(equation);
                }
            }
        }
        for (int equation : equations.subList(from, equations.size())) {
            reach(tableau.equations().get(equation).variables());
        }
        whole = variables.subList(frontier, variables.size()).stream().allMatch(this::isInner);
        return variables.size() <= LARGEST;
    }

    private void reach(int[] sum) {
        var moving = Arrays.stream(sum).filter(movable);
        if (sum.length > width) {
            moving = moving.boxed()
                    .sorted(Comparator.comparingDouble(order::applyAsDouble))
                    .limit(width)
                    .mapToInt(Integer::intValue);
        }
        moving.forEach(this::reach);
    }

    /** Whether some of the amounts that could move were left out of a sum. */
    public boolean isNarrow() {
        return equations.stream()
                .anyMatch(equation -> tableau.equations().get(equation).variables().length > width);
    }

    /** The equations so far, by position. */
    public List<Integer> equations() {
        return equations;
    }

    /** Those that can move without disturbing anything outside. */
    public List<Integer> inner() {
        var inner = new ArrayList<Integer>();
        for (int at = 0; at < variables.size(); at++) {
            if (at < frontier || isInner(variables.get(at))) {
                inner.add(variables.get(at));
            }
        }
        return inner;
    }

    private boolean isInner(int variable) {
        for (int equation : tableau.equationsOf(variable)) {
            if (!stated[equation]) {
                return false;
            }
        }
        return true;
    }
}
