package org.socialobservatory.ingest.gate.secondary;

import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.gate.facts.Tableau;
import org.socialobservatory.ingest.gate.movement.Evidence;
import org.socialobservatory.ingest.gate.movement.Movement;
import org.socialobservatory.ingest.gate.movement.Neighbourhood;
import org.socialobservatory.ingest.gate.movement.Programme;
import org.socialobservatory.ingest.gate.movement.Withholding;

/** Looks for movements of one amount, in small programmes first. */
final class Search {

    /** Rings within which what is withheld already is tried, before the price of more is asked. */
    private static final int NEAR = 3;

    private final Tableau tableau;
    private final Withholding withholding;

    Search(Tableau tableau, Withholding withholding) {
        this.tableau = tableau;
        this.withholding = withholding;
    }

    /** Whether an amount could move so far if everything else did. */
    boolean hasRoom(int variable, int direction, double needed) {
        return tableau.amount(variable).room(direction) >= needed;
    }

    /** A movement of what is withheld already; null where there is none nearby. */
    @Nullable
    Movement near(int variable, int direction, double needed) {
        var around = around(variable, withholding.withheld(), Neighbourhood.WIDTHS.getFirst());
        for (int ring = 0; ring < NEAR && around.widen(); ring++) {
            var movement = new Programme(tableau, around, variable, needed).furthest(direction, 1);
            if (Evidence.isEnough(direction * movement.of(variable), needed)) {
                return movement;
            }
        }
        return null;
    }

    /** The cheapest movement within the first rings that allow one, and the ring after them; null where none do. */
    @Nullable
    Movement cheapest(int variable, int direction, double needed) {
        Movement movement = null;
        boolean narrow = hasRoom(variable, direction, needed);
        for (int at = 0; movement == null && narrow && at < Neighbourhood.WIDTHS.size(); at++) {
            var around = around(variable, withholding.movable(), Neighbourhood.WIDTHS.get(at));
            while (movement == null && around.widen()) {
                movement = cheapest(around, variable, direction, needed);
            }
            if (movement != null && withholding.price(movement) > 0 && around.widen()) {
                movement = cheaper(movement, cheapest(around, variable, direction, needed));
            }
            narrow = around.isNarrow();
        }
        return movement;
    }

    private @Nullable Movement cheapest(Neighbourhood around, int variable, int direction, double needed) {
        return new Programme(tableau, around, variable, needed).cheapest(direction, withholding::price);
    }

    private Movement cheaper(Movement one, @Nullable Movement other) {
        return other != null && withholding.price(other) < withholding.price(one) ? other : one;
    }

    private Neighbourhood around(int variable, IntPredicate movable, int width) {
        return new Neighbourhood(tableau, movable, withholding::price, width, variable);
    }
}
