package org.socialobservatory.api.attack;

import java.util.List;
import java.util.TreeMap;
import org.socialobservatory.api.Visitor;

/**
 * All that a reader can see of one dataset, whether as it is published or below the path of a preview: tables, maps,
 * tiles, graphs and pages that must tell the same of every figure, and nothing of a withheld one.
 */
record EveryDoor(Visitor visitor, String base, String dataset) {

    Told told(String further) {
        return Told.by(visitor, base, dataset, further);
    }

    /** That no door says of editions what another does not say; the newest comes last. */
    void hold(String... editions) {
        var tables = new TableDoors(visitor, base, dataset);
        var maps = new MapDoors(visitor, base, dataset);
        var tiles = new TileDoors(visitor, base, dataset);
        var graphs = new GraphDoors(visitor, base, dataset);
        var pages = new PageDoors(visitor, base, dataset);
        var all = new TreeMap<String, Told>();
        for (var edition : editions) {
            boolean newest = edition.equals(List.of(editions).getLast());
            var told = told("&edition=" + edition);
            all.put(edition, told);
            tables.hold(edition, told);
            maps.hold(edition, told);
            tiles.hold(edition, told);
            graphs.hold(edition, newest, told);
            pages.edition(edition, told);
            if (newest) {
                maps.features(told);
                new FilterDoors(visitor, base, dataset).hold(told);
                pages.hold(told);
            }
        }
        if (all.size() == 2) {
            tables.difference(all.firstEntry().getValue(), all.lastEntry().getValue());
        }
    }
}
