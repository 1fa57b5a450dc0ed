package org.socialobservatory.api.diagnostic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.socialobservatory.api.snapshot.PerSnapshot;
import org.socialobservatory.api.snapshot.PublishedCell;
import org.socialobservatory.api.snapshot.Snapshot;

/**
 * The local clusters of one map: an indicator, a period, the areas of a level around a place. Of published figures only;
 * those too uncertain to stand alone are left out, and so are areas without a neighbour that has one. Each map is gone
 * through once for a snapshot.
 */
public final class Clusters {

    private static final PerSnapshot<Map<Asked, Map<String, Cluster>>> KNOWN =
            new PerSnapshot<>(_ -> new ConcurrentHashMap<>());

    /** Which figures of which areas are on the map. */
    private record Asked(String dataset, int edition, int resource, int run, String level, String around) {}

    private Clusters() {}

    /** The clusters of the map on which a figure stands, by area; those left out have none. */
    public static Map<String, Cluster> of(Snapshot snapshot, PublishedCell figure, Surroundings surroundings) {
        var asked = new Asked(
                figure.dataset().code(),
                figure.dataset().edition().number(),
                figure.dataset().block().origin(figure.cell()).resource(),
                figure.run().index(),
                surroundings.area().level(),
                surroundings.around() == null ? "" : surroundings.around().code());
        return KNOWN.of(snapshot)
                .computeIfAbsent(
                        asked,
                        _ -> of(
                                values(snapshot, figure, surroundings.peers()),
                                Neighbours.of(snapshot, surroundings.peers())));
    }

    /** That of one area; none where it was left out, or where areas are counted whose size differs. */
    public static Optional<Cluster> at(Snapshot snapshot, PublishedCell figure, Surroundings surroundings) {
        return Meaning.of(snapshot.catalogue(), figure.run().indicator()).regardlessOfSize()
                ? Optional.ofNullable(of(snapshot, figure, surroundings).get(figure.area()))
                : Optional.empty();
    }

    private static Map<String, Double> values(Snapshot snapshot, PublishedCell figure, List<String> peers) {
        var meaning = Meaning.of(snapshot.catalogue(), figure.run().indicator());
        var values = new TreeMap<String, Double>();
        for (var cell : Ranking.cells(figure, peers)) {
            if (Estimate.of(cell, meaning) instanceof Estimate estimate
                    && SourceComparison.of(snapshot).obstacle(figure, cell).isEmpty()) {
                values.put(cell.area(), estimate.value());
            }
        }
        return values;
    }

    static Map<String, Cluster> of(Map<String, Double> values, Neighbours neighbours) {
        var areas = new ArrayList<String>();
        for (String area : values.keySet()) {
            if (neighbours.of(area).stream().anyMatch(values::containsKey)) {
                areas.add(area);
            }
        }
        var positions = new HashMap<String, Integer>();
        areas.forEach(area -> positions.put(area, positions.size()));
        var beside = areas.stream()
                .map(area -> neighbours.of(area).stream()
                        .filter(positions::containsKey)
                        .mapToInt(positions::get)
                        .toArray())
                .toArray(int[][]::new);
        var moran = new LocalMoran(areas.stream().mapToDouble(values::get).toArray(), beside);
        return moran.varies() ? judged(areas, moran, beside) : Map.of();
    }

    private static Map<String, Cluster> judged(List<String> areas, LocalMoran moran, int[][] beside) {
        var p = new double[areas.size()];
        Arrays.fill(p, Double.NaN);
        var adjusted = p;
        if (Arrays.stream(beside).anyMatch(list -> couldBeTelling(areas.size() - 1, list.length))) {
            p = moran.p(false);
            adjusted = BenjaminiHochberg.adjusted(p);
        }
        var clusters = new HashMap<String, Cluster>();
        for (int i = 0; i < areas.size(); i++) {
            clusters.put(
                    areas.get(i),
                    new Cluster(
                            kind(moran, i, adjusted[i]),
                            moran.statistic(i),
                            moran.expectation(i),
                            moran.variance(i),
                            p[i],
                            adjusted[i]));
        }
        return Collections.unmodifiableMap(clusters);
    }

    /** Whether even the unlikeliest neighbours would be rarer than chance allows: among few areas they are not. */
    private static boolean couldBeTelling(int others, int neighbours) {
        double choices = 1;
        for (int k = 0; k < neighbours; k++) {
            choices *= (others - k) / (k + 1.0);
        }
        return 2 / choices <= BenjaminiHochberg.LEVEL;
    }

    private static Cluster.Kind kind(LocalMoran moran, int area, double adjusted) {
        if (!(adjusted <= BenjaminiHochberg.LEVEL)) {
            return Cluster.Kind.NOT_SIGNIFICANT;
        }
        boolean high = moran.deviation(area) > 0;
        boolean amongHigh = moran.lag(area) > 0;
        return high != amongHigh ? Cluster.Kind.OUTLIER : high ? Cluster.Kind.HOT_SPOT : Cluster.Kind.COLD_SPOT;
    }
}
