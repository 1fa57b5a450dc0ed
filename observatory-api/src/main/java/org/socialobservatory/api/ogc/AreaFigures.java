package org.socialobservatory.api.ogc;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.snapshot.LevelRun;
import org.socialobservatory.api.snapshot.PerSnapshot;
import org.socialobservatory.api.snapshot.PublishedDataset;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ontology.cube.Breakdown;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.indicator.Indicator;

/**
 * Figures as properties of areas: for each indicator one run of one dataset for all areas of the level, as on the map.
 *
 * @param runs name of the property to the figures
 */
record AreaFigures(Map<String, LevelRun> runs) {

    /** Those that every reader gets who asks for nothing else, by level. */
    private static final PerSnapshot<Map<String, AreaFigures>> HEADLINES =
            new PerSnapshot<>(_ -> new ConcurrentHashMap<>());

    /**
     * Which figures are wanted.
     *
     * @param period code, null for the newest with data
     */
    record Wanted(
            Collection<PublishedDataset> datasets,
            Breakdown breakdown,
            @Nullable String period) {}

    /** The indicators of the base catalogue that the level has figures of. */
    static AreaFigures headlines(Snapshot snapshot, String level, Wanted wanted) {
        boolean usual = wanted.breakdown().isTotal()
                && wanted.period() == null
                && wanted.datasets().size() == snapshot.datasets().size();
        return usual
                ? HEADLINES.of(snapshot).computeIfAbsent(level, _ -> of(snapshot, level, shared(snapshot), wanted))
                : of(snapshot, level, shared(snapshot), wanted);
    }

    static AreaFigures of(Snapshot snapshot, String level, Collection<String> indicators, Wanted wanted) {
        var runs = new LinkedHashMap<String, LevelRun>();
        for (String indicator : indicators) {
            LevelRun.find(
                            snapshot,
                            new LevelRun.Wanted(
                                    wanted.datasets(), indicator, wanted.breakdown(), null, level, wanted.period()))
                    .ifPresent(run -> runs.put(PropertyNames.of(indicator), run));
        }
        return new AreaFigures(runs);
    }

    private static Collection<String> shared(Snapshot snapshot) {
        var codes = new TreeSet<String>();
        for (var dataset : snapshot.datasets().values()) {
            for (var run : dataset.block().runs()) {
                snapshot.catalogue()
                        .shared(run.indicator())
                        .map(Indicator::code)
                        .ifPresent(codes::add);
            }
        }
        return codes;
    }

    /** Adds the figures of an area; one that is not published adds its names without content. */
    void addTo(Map<String, @Nullable Object> properties, String area) {
        runs.forEach((name, source) -> {
            var block = source.dataset().block();
            var cell = block.find(source.run(), block.areaIndexOf(area));
            var figure =
                    cell.isPresent() && block.observed(cell.getAsInt()) instanceof Observed.Value value ? value : null;
            properties.put(name, figure == null ? null : figure.number());
            properties.put(
                    name + "_lower",
                    figure == null ? null : figure.uncertainty().lower());
            properties.put(
                    name + "_upper",
                    figure == null ? null : figure.uncertainty().upper());
            properties.put(
                    name + "_reliability",
                    figure == null ? null : figure.reliability().code());
        });
    }

    static AreaFigures none() {
        return new AreaFigures(Map.of());
    }

    /** The names of the properties. */
    List<String> names() {
        return List.copyOf(runs.keySet());
    }
}
