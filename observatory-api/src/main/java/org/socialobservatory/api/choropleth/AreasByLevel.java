package org.socialobservatory.api.choropleth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** Those of a level, within an area if one is given. */
    static List<Area> of(Snapshot snapshot, String level, @Nullable Area scope) {
        var all = LEVELS.of(snapshot).getOrDefault(level, List.of());
        if (scope == null) {
            return all;
        }
        var within = MapSource.codesWithin(scope, snapshot);
        return all.stream().filter(area -> within.contains(area.code())).toList();
    }
}
