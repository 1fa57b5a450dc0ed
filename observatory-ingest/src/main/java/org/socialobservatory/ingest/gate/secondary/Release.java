package org.socialobservatory.ingest.gate.secondary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.gate.facts.Tableau;
import org.socialobservatory.ingest.gate.movement.Evidence;
import org.socialobservatory.ingest.gate.movement.Movement;
import org.socialobservatory.ingest.gate.movement.Protection;
import org.socialobservatory.ingest.gate.movement.Withholding;

/**
 * Takes back what was withheld for the sake of others where these stay unknown without it, since each was protected
 * without a thought of those after it. Who has most respondents comes first.
 */
public final class Release {

    private final Tableau tableau;
    private final Withholding withholding;
    private final Evidence evidence;
    private final Search search;

    /** @param evidence that all withheld amounts are protected */
    public Release(Tableau tableau, Withholding withholding, Evidence evidence) {
        this.tableau = tableau;
        this.withholding = withholding;
        this.evidence = evidence;
        this.search = new Search(tableau, withholding);
    }

    /** Tries every secondary amount of a component. */
    public void release(List<Integer> component) {
        component.stream()
                .filter(withholding::isSecondary)
                .sorted(Comparator.comparingDouble((Integer variable) -> -withholding.respondents(variable))
                        .thenComparing(Comparator.naturalOrder()))
                .forEach(this::release);
    }

    private void release(int variable) {
        if (!withholding.isSecondary(variable)) {
            return;
        }
        var published = withholding.alike(variable);
        withholding.release(variable);
        var shaken = evidence.of(published);
        shaken.forEach(evidence::forget);
        var found = new ArrayList<Movement>();
        if (leavesNoneAlone(published) && protects(shaken, found)) {
            return;
        }
        found.forEach(evidence::forget);
        shaken.forEach(evidence::see);
        withholding.withhold(variable);
    }

    /** Whether each sum has none or several withheld amounts: one alone would be known. */
    private boolean leavesNoneAlone(int[] published) {
        for (int variable : published) {
            for (int equation : tableau.equationsOf(variable)) {
                if (isOneAlone(tableau.equations().get(equation).variables())) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isOneAlone(int[] sum) {
        int withheld = 0;
        boolean protectedOne = false;
        for (int variable : sum) {
            if (withholding.withheld().test(variable)) {
                withheld++;
                protectedOne = protectedOne || asks(withholding.protection(variable));
            }
        }
        return withheld == 1 && protectedOne;
    }

    private static boolean asks(@Nullable Protection protection) {
        return protection != null && protection.asks();
    }

    /** Whether all that was protected by movements that are no more is protected by others. */
    private boolean protects(Collection<Movement> shaken, List<Movement> found) {
        var variables = new TreeSet<Integer>();
        for (var movement : shaken) {
            for (int variable : movement.variables()) {
                variables.add(variable);
            }
        }
        for (int variable : variables) {
            var protection = withholding.protection(variable);
            if (protection != null && !withholding.isProtected(variable, evidence)) {
                find(variable, protection, found);
                if (!withholding.isProtected(variable, evidence)) {
                    return false;
                }
            }
        }
        return true;
    }

    private void find(int variable, Protection protection, List<Movement> found) {
        for (int direction : new int[] {1, -1}) {
            double needed = protection.needed(direction);
            boolean enough = evidence.reaches(variable, direction, needed)
                    || (protection.either() && evidence.satisfies(variable, protection));
            if (!enough && search.hasRoom(variable, direction, needed)) {
                var movement = search.near(variable, direction, needed);
                if (movement != null) {
                    evidence.see(movement);
                    found.add(movement);
                }
            }
        }
    }
}
