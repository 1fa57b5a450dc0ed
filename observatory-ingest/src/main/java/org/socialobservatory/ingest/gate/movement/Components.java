package org.socialobservatory.ingest.gate.movement;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.socialobservatory.ingest.gate.facts.Tableau;

/** Splits amounts into those that hang together by facts, and works on several such components at once. */
public final class Components {

    /** Linear programmes keep a processor busy; a town's server has other work too. */
    private static final int THREADS = 2;

    private Components() {}

    /** The components of the amounts that can move, in order of their first variable. */
    public static List<List<Integer>> of(Tableau tableau, IntPredicate movable) {
        var above = new int[tableau.size()];
        for (int i = 0; i < above.length; i++) {
            above[i] = i;
        }
        for (var equation : tableau.equations()) {
            int first = -1;
            for (int variable : equation.variables()) {
                if (movable.test(variable)) {
                    if (first >= 0) {
                        join(above, first, variable);
                    }
                    first = variable;
                }
            }
        }
        joinOwners(tableau, movable, above);
        var components = new TreeMap<Integer, List<Integer>>();
        for (int variable = 0; variable < above.length; variable++) {
            if (movable.test(variable)) {
                components
                        .computeIfAbsent(root(above, variable), _ -> new ArrayList<>())
                        .add(variable);
            }
        }
        return List.copyOf(components.values());
    }

    /** An amount and a base that one cell says are withheld together. */
    private static void joinOwners(Tableau tableau, IntPredicate movable, int[] above) {
        var first = new TreeMap<Integer, Integer>();
        for (int variable = 0; variable < above.length; variable++) {
            int owner = tableau.amount(variable).owner();
            if (owner >= 0 && movable.test(variable)) {
                var other = first.putIfAbsent(owner, variable);
                if (other != null) {
                    join(above, other, variable);
                }
            }
        }
    }

    private static void join(int[] above, int one, int other) {
        int first = root(above, one);
        int second = root(above, other);
        above[Math.max(first, second)] = Math.min(first, second);
    }

    private static int root(int[] above, int variable) {
        int root = variable;
        while (above[root] != root) {
            above[root] = above[above[root]];
            root = above[root];
        }
        return root;
    }

    /** Does the same work for every component; the results are in their order. */
    public static <T> List<T> each(List<List<Integer>> components, Function<List<Integer>, T> work) {
        try (var pool = Executors.newFixedThreadPool(
                THREADS, Thread.ofPlatform().name("gate-", 0).factory())) {
            var results = new ArrayList<T>();
            for (var future : pool.invokeAll(components.stream()
                    .map(component -> (Callable<T>) () -> work.apply(component))
                    .toList())) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new IllegalStateException("The gate failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The gate was interrupted", e);
        }
    }
}
