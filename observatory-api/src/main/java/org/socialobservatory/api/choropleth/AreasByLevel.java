package org.socialobservatory.api.choropleth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.snapshot.PerSnapshot;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ontology.area.Area;

/** The areas of each level in order of code. */
final class AreasByLevel {

    private static final PerSnapshot<Map<String, List<Area>>> LEVELS = new PerSnapshot<>(snapshot -> {
        var byLevel = new HashMap<String, List<Area>>();
        snapshot.territory()
                .areas()
                .forEach(area -> byLevel.computeIfAbsent(area.level(), _ -> new ArrayList<>())
                        .add(area));
        return byLevel;
    });

    private AreasByLevel() {}

    /** Those of a level, only some if they are given. */
    static List<Area> of(Snapshot snapshot, String level, @Nullable Set<String> within) {
        var all = LEVELS.of(snapshot).getOrDefault(level, List.of());
        if (within == null) {
            return all;
        }
        return all.stream().filter(area -> within.contains(area.code())).toList();
    }
}
