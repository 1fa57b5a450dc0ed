package org.socialobservatory.ingest.gate.secondary;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.gate.facts.Tableau;
import org.socialobservatory.ingest.gate.movement.Evidence;
import org.socialobservatory.ingest.gate.movement.Movement;
import org.socialobservatory.ingest.gate.movement.Protection;
import org.socialobservatory.ingest.gate.movement.Withholding;

/**
 * Secondary withholding: for each withheld amount in turn, the one that needs the most first, the cheapest movement that
 * keeps every published fact true; what moves is withheld too (Kelly, Golden and Assad 1992). Dear is what has many
 * respondents.
 */
public final class Secondary {

    private final Withholding withholding;
    private final Evidence evidence;
    private final Search search;

    /** @param evidence where the movements are kept that show amounts to be protected */
    public Secondary(Tableau tableau, Withholding withholding, Evidence evidence) {
        this.withholding = withholding;
        this.evidence = evidence;
        this.search = new Search(tableau, withholding);
    }

    /** Protects some amounts, and those withheld for their sake. */
    public void protect(List<Integer> variables) {
        var open = new ArrayDeque<>(variables.stream()
                .sorted(Comparator.comparingDouble((Integer variable) -> -need(variable))
                        .thenComparing(Comparator.naturalOrder()))
                .toList());
        while (!open.isEmpty()) {
            int variable = open.remove();
            var protection = withholding.protection(variable);
            if (protection != null && !withholding.isProtected(variable, evidence)) {
                protect(variable, protection).forEach(movement -> {
                    for (int other : movement.variables()) {
                        open.add(other);
                    }
                });
            }
        }
    }

    private List<Movement> protect(int variable, Protection protection) {
        var moved = protection.either() ? either(variable, protection) : both(variable, protection);
        for (int other : withholding.instead(variable)) {
            moved = moved.isEmpty() ? either(other, protection) : moved;
        }
        return moved;
    }

    private double need(int variable) {
        var protection = withholding.protection(variable);
        return protection == null ? 0 : Math.max(protection.up(), protection.down());
    }

    private List<Movement> both(int variable, Protection protection) {
        var moved = new ArrayList<Movement>();
        for (int direction : new int[] {1, -1}) {
            double needed = protection.needed(direction);
            if (needed > 0 && !evidence.reaches(variable, direction, needed)) {
                var movement = search.near(variable, direction, needed);
                movement = movement == null ? search.cheapest(variable, direction, needed) : movement;
                take(movement, moved);
            }
        }
        return moved;
    }

    private List<Movement> either(int variable, Protection protection) {
        var moved = new ArrayList<Movement>();
        Movement best = null;
        for (int direction : new int[] {1, -1}) {
            if (best == null && search.hasRoom(variable, direction, protection.needed(direction))) {
                best = search.near(variable, direction, protection.needed(direction));
            }
        }
        for (int direction : new int[] {1, -1}) {
            if (best == null || withholding.price(best) > 0) {
                var movement = search.cheapest(variable, direction, protection.needed(direction));
                best = best == null || (movement != null && withholding.price(movement) < withholding.price(best))
                        ? movement
                        : best;
            }
        }
        take(best, moved);
        return moved;
    }

    private void take(@Nullable Movement movement, List<Movement> moved) {
        if (movement != null) {
            withholding.withhold(movement);
            evidence.see(movement);
            moved.add(movement);
        }
    }
}
