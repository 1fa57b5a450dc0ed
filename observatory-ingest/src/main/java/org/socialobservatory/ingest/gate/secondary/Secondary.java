package org.socialobservatory.ingest.gate.secondary;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.gate.facts.Tableau;
import org.socialobservatory.ingest.gate.movement.Movement;
import org.socialobservatory.ingest.gate.movement.Neighbourhood;
import org.socialobservatory.ingest.gate.movement.Programme;
import org.socialobservatory.ingest.gate.movement.Protection;
import org.socialobservatory.ingest.gate.movement.Reach;
import org.socialobservatory.ingest.gate.movement.Withholding;

/**
 * Secondary withholding: for each withheld amount in turn, the one that needs the most first, the cheapest movement that
 * keeps every published fact true; what moves is withheld too (Kelly, Golden and Assad 1992). Dear is what has many
 * respondents.
 */
public final class Secondary {

    /** Rings within which what is withheld already is tried, before the price of more is asked. */
    private static final int NEAR = 3;

    private final Tableau tableau;
    private final Withholding withholding;
    private final Reach reach;

    public Secondary(Tableau tableau, Withholding withholding, Reach reach) {
        this.tableau = tableau;
        this.withholding = withholding;
        this.reach = reach;
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
            if (protection != null && !reach.satisfies(variable, protection)) {
                var moved = protection.either() ? either(variable, protection) : both(variable, protection);
                moved.forEach(movement -> {
                    for (int other : movement.variables()) {
                        open.add(other);
                    }
                });
            }
        }
    }

    private double need(int variable) {
        var protection = withholding.protection(variable);
        return protection == null ? 0 : Math.max(protection.up(), protection.down());
    }

    private List<Movement> both(int variable, Protection protection) {
        var moved = new ArrayList<Movement>();
        for (int direction : new int[] {1, -1}) {
            double needed = protection.needed(direction);
            if (needed > 0 && !reach.reaches(variable, direction, needed)) {
                var movement = near(variable, direction, needed);
                movement = movement == null ? cheapest(variable, direction, needed) : movement;
                take(movement, moved);
            }
        }
        return moved;
    }

    private List<Movement> either(int variable, Protection protection) {
        var moved = new ArrayList<Movement>();
        Movement best = null;
        for (int direction : new int[] {1, -1}) {
            if (best == null && tableau.amount(variable).room(direction) >= protection.needed(direction)) {
                best = near(variable, direction, protection.needed(direction));
            }
        }
        for (int direction : new int[] {1, -1}) {
            if (best == null || withholding.price(best) > 0) {
                var movement = cheapest(variable, direction, protection.needed(direction));
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
            reach.see(movement);
            moved.add(movement);
        }
    }

    /** A movement of what is withheld already. */
    private @Nullable Movement near(int variable, int direction, double needed) {
        var around = around(variable, withholding.withheld(), Neighbourhood.WIDTHS.getFirst());
        for (int ring = 0; ring < NEAR && around.widen(); ring++) {
            var movement = new Programme(tableau, around, variable, needed).furthest(direction, 1);
            if (Reach.isEnough(direction * movement.of(variable), needed)) {
                return movement;
            }
        }
        return null;
    }

    /** The cheapest movement within the first rings that allow one; null where none do. */
    private @Nullable Movement cheapest(int variable, int direction, double needed) {
        Movement movement = null;
        boolean narrow = tableau.amount(variable).room(direction) >= needed;
        for (int at = 0; movement == null && narrow && at < Neighbourhood.WIDTHS.size(); at++) {
            var around = around(variable, withholding.movable(), Neighbourhood.WIDTHS.get(at));
            while (movement == null && around.widen()) {
                movement = new Programme(tableau, around, variable, needed).cheapest(direction, withholding::price);
            }
            narrow = around.isNarrow();
        }
        return movement;
    }

    private Neighbourhood around(int variable, IntPredicate movable, int width) {
        return new Neighbourhood(tableau, movable, withholding::price, width, variable);
    }
}
