package org.socialobservatory.api.diagnostic;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ontology.area.Area;

/**
 * Where an area stands.
 *
 * @param reference the area beside which its figures are set
 * @param around the town of which it is a part, or else the area above
 * @param peers codes of the areas of its level around it, its own among them
 */
public record Surroundings(
        Area area, @Nullable Area reference, @Nullable Area around, List<String> peers) {

    /**
     * Where an area stands, and beside what.
     *
     * @param against the reference that a reader chose; null for the town, or the nearest area above that has figures
     */
    public static Surroundings of(Snapshot snapshot, Area area, @Nullable Area against) {
        var ancestors = snapshot.territory().ancestors(area.code());
        var town = ancestors.stream().filter(above -> isTown(snapshot, above)).findFirst();
        var around = town.or(() -> ancestors.stream().findFirst());
        var reference = Optional.ofNullable(against)
                .or(() -> town.filter(above -> hasFigures(snapshot, above.code())))
                .or(() -> ancestors.stream()
                        .filter(above -> hasFigures(snapshot, above.code()))
                        .findFirst());
        return new Surroundings(
                area,
                reference.orElse(null),
                around.orElse(null),
                around.map(above -> peers(snapshot, above, area.level())).orElse(List.of(area.code())));
    }

    private static boolean isTown(Snapshot snapshot, Area area) {
        return area.level().equals("town")
                || snapshot.datasets().values().stream()
                        .anyMatch(
                                dataset -> area.code().equals(dataset.dataset().town()));
    }

    /** Whether anything is published about an area. */
    public static boolean hasFigures(Snapshot snapshot, String area) {
        return snapshot.datasets().values().stream()
                .anyMatch(dataset -> dataset.block().areaIndexOf(area) >= 0);
    }

    private static List<String> peers(Snapshot snapshot, Area around, String level) {
        return snapshot.territory().descendants(around.code()).stream()
                .filter(area -> area.level().equals(level))
                .map(Area::code)
                .sorted()
                .toList();
    }
}
