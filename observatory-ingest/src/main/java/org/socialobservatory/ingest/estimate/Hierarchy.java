package org.socialobservatory.ingest.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The areas that figures are estimated for. A response counts in the area that it names and in all above.
 *
 * @param parents the area directly above each one; an area that is not among the keys has none
 * @param top where responses count that name no area; null: they count nowhere
 * @param estimated codes of the areas that get cells
 */
public record Hierarchy(
        Map<String, String> parents, @Nullable String top, Set<String> estimated) {

    public Hierarchy {
        parents = Map.copyOf(parents);
        estimated = Set.copyOf(estimated);
    }

    /** An area and all above it, from below. */
    List<String> lineage(String area) {
        var lineage = new ArrayList<String>();
        for (String at = area; at != null; at = parents.get(at)) {
            if (lineage.contains(at)) {
                throw new IllegalArgumentException("An area above itself: " + at);
            }
            lineage.add(at);
        }
        return lineage;
    }
}
