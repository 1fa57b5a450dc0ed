package org.socialobservatory.api.page;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ontology.area.Area;

/** The towns of an installation, where its readers live. */
public final class Towns {

    private Towns() {}

    /** The towns that datasets are about, in order of code. */
    public static List<Area> ofDatasets(Snapshot snapshot) {
        var codes = new TreeSet<String>();
        snapshot.datasets().values().forEach(dataset -> {
            var town = dataset.dataset().town();
            if (town != null) {
                codes.add(town);
            }
        });
        return areas(snapshot, codes);
    }

    /** Those and the areas that are called towns; where there are none, the outermost areas. */
    public static List<Area> of(Snapshot snapshot) {
        var codes = new TreeSet<String>();
        ofDatasets(snapshot).forEach(town -> codes.add(town.code()));
        snapshot.territory().areas().stream()
                .filter(area -> area.level().equals("town"))
                .map(Area::code)
                .forEach(codes::add);
        return codes.isEmpty() ? snapshot.territory().roots() : areas(snapshot, codes);
    }

    private static List<Area> areas(Snapshot snapshot, Set<String> codes) {
        return codes.stream()
                .flatMap(code -> snapshot.territory().area(code).stream())
                .toList();
    }
}
