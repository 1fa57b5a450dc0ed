package org.socialobservatory.ingest.gate.movement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Movements that were found: how far from the truth they show amounts to be possible, upwards and downwards. Several
 * threads may look at amounts that do not hang together.
 */
public final class Evidence {

    /** The share of what is needed that rounding may take away. */
    private static final double ROUNDING = 1e-6;

    /** The movements of each variable. */
    private final @Nullable List<Movement>[] through;

    @SuppressWarnings("unchecked") // An array of lists cannot be made otherwise.
    public Evidence(int variables) {
        this.through = (List<Movement>[]) new List<?>[variables];
    }

    /** Takes in a movement. */
    public void see(Movement movement) {
        for (int variable : movement.variables()) {
            var seen = through[variable];
            if (seen == null) {
                seen = new ArrayList<>();
                through[variable] = seen;
            }
            seen.add(movement);
        }
    }

    /** Forgets a movement that is possible no more. */
    public void forget(Movement movement) {
        for (int variable : movement.variables()) {
            of(variable).removeIf(seen -> seen == movement);
        }
    }

    /** The movements of some variables, each once, in the order in which they were found. */
    public Set<Movement> of(int[] variables) {
        var movements = new LinkedHashSet<Movement>();
        for (int variable : variables) {
            movements.addAll(of(variable));
        }
        return movements;
    }

    private Collection<Movement> of(int variable) {
        var seen = through[variable];
        return seen == null ? List.of() : seen;
    }

    /** All movements, each once. */
    public Set<Movement> all() {
        var movements = new LinkedHashSet<Movement>();
        for (int variable = 0; variable < through.length; variable++) {
            movements.addAll(of(variable));
        }
        return movements;
    }

    public boolean reaches(int variable, int direction, double needed) {
        if (needed <= 0) {
            return true;
        }
        for (var movement : of(variable)) {
            if (isEnough(direction * movement.of(variable), needed)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an amount moved as far as it must. */
    public static boolean isEnough(double moved, double needed) {
        return moved >= needed * (1 - ROUNDING);
    }

    public boolean satisfies(int variable, Protection protection) {
        boolean upwards = reaches(variable, 1, protection.up());
        return protection.either()
                ? upwards || reaches(variable, -1, protection.down())
                : upwards && reaches(variable, -1, protection.down());
    }
}
