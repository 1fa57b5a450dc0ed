package org.socialobservatory.api.diagnostic;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.snapshot.PublishedCell;
import org.socialobservatory.api.snapshot.PublishedDataset;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ingest.composite.Recipe;
import org.socialobservatory.ontology.area.Area;
import org.socialobservatory.ontology.cube.CellKey;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.indicator.Composite;
import org.socialobservatory.ontology.indicator.Composite.Aggregation;
import org.socialobservatory.ontology.indicator.Composite.Component;
import org.socialobservatory.ontology.indicator.Indicator.Direction;

/**
 * What an index of areas is made of and what would change it, computed anew from the published figures by the recipe of
 * the index.
 *
 * @param aggregation how the components become one: their lifts are sums or factors
 * @param of how many areas are compared
 */
public record Makeup(Aggregation aggregation, int of, List<Part> parts) {

    /** So near, relatively, an index computed anew is the one that was published: 15 digits are. */
    private static final double SAME = 1e-9;

    /**
     * A component.
     *
     * @param indicator code under which the index names it
     * @param share in the sum of the weights, between 0 and 1
     * @param lift how far it lifts the index above the mean of all areas, negative where it lowers it; of a geometric mean
     *     the factor, below 1 where it lowers it
     * @param placeWithout the place that the area would take without it; null for an area that takes none
     */
    public record Part(
            String indicator,
            PublishedCell figure,
            double share,
            double lift,
            @Nullable Integer placeWithout) {}

    /** Empty for what is no index, and where the figures that stand now do not give the published index. */
    static Optional<Makeup> of(Snapshot snapshot, PublishedCell index, Meaning meaning) {
        return index.dataset().definitions().composites().stream()
                .filter(composite -> composite.indicator().equals(index.run().indicator()))
                .findFirst()
                .flatMap(composite -> new Remake(snapshot, index, composite).makeup(meaning));
    }

    /** The published figure of a component for an area; empty where its edition is no longer the newest. */
    public static Optional<PublishedCell> figure(
            Snapshot snapshot, PublishedCell index, Component component, String area) {
        var source = component.source();
        var dataset = source == null ? index.dataset() : snapshot.datasets().get(source.dataset());
        if (dataset == null || (source != null && dataset.edition().number() != source.edition())) {
            return Optional.empty();
        }
        var period = component.period() == null ? index.key().period() : component.period();
        var codes = new LinkedHashSet<String>();
        codes.add(component.indicator());
        codes.addAll(snapshot.catalogue().synonyms(component.indicator()));
        return codes.stream()
                .flatMap(code -> find(dataset, new CellKey(code, component.breakdown(), period, area)).stream())
                .findFirst();
    }

    private static Optional<PublishedCell> find(PublishedDataset dataset, CellKey key) {
        var found = dataset.block().find(key);
        return found.isEmpty() ? Optional.empty() : Optional.of(new PublishedCell(dataset, found.getAsInt()));
    }

    /** An index computed anew, for all areas that are compared by it. */
    private record Remake(Snapshot snapshot, PublishedCell index, Composite composite) {

        Optional<Makeup> makeup(Meaning meaning) {
            var areas = compared();
            int own = areas.indexOf(index.area());
            var cells = new ArrayList<List<PublishedCell>>();
            for (var component : composite.components()) {
                var row = areas.stream()
                        .flatMap(area -> figure(snapshot, index, component, area).stream())
                        .filter(cell -> cell.observed() instanceof Observed.Value)
                        .toList();
                if (own < 0 || row.size() < areas.size()) {
                    return Optional.empty();
                }
                cells.add(row);
            }
            var recipe = new Recipe(composite);
            var normalised = recipe.normalised(cells.stream()
                    .map(row -> row.stream().mapToDouble(Remake::number).toArray())
                    .toArray(double[][]::new));
            var anew = recipe.aggregated(normalised, recipe.weights())[own];
            if (Math.abs(anew - number(index)) > SAME * Math.max(1, Math.abs(anew))) {
                return Optional.empty();
            }
            var lifts = recipe.lifts(normalised);
            var places = new Places(areas, own, meaning.direction() == Direction.LOWER);
            var parts = new ArrayList<Part>();
            for (int c = 0; c < cells.size(); c++) {
                var component = composite.components().get(c);
                var without = recipe.weights();
                without[c] = 0;
                parts.add(new Part(
                        component.indicator(),
                        cells.get(c).get(own),
                        composite.share(component),
                        lifts[c][own],
                        cells.size() == 1 ? null : places.of(recipe.aggregated(normalised, without))));
            }
            return Optional.of(new Makeup(composite.aggregation(), areas.size(), parts));
        }

        /** The areas of the level that have the index, in order of code. */
        private List<String> compared() {
            var level = level(index.area());
            var areas = new ArrayList<String>();
            var block = index.dataset().block();
            for (int cell = index.run().from(); cell < index.run().to(); cell++) {
                if (block.isValue(cell) && level(block.area(cell)).equals(level)) {
                    areas.add(block.area(cell));
                }
            }
            return areas;
        }

        private String level(String area) {
            return snapshot.territory().area(area).map(Area::level).orElse("");
        }

        private static double number(PublishedCell cell) {
            return cell.observed() instanceof Observed.Value value
                    ? value.number().doubleValue()
                    : Double.NaN;
        }

        /** Places among the areas that take one. */
        private final class Places {
            private final boolean[] ranked;
            private final int own;
            private final boolean lowIsBetter;

            Places(List<String> areas, int own, boolean lowIsBetter) {
                this.own = own;
                this.lowIsBetter = lowIsBetter;
                this.ranked = new boolean[areas.size()];
                var key = index.key();
                for (int a = 0; a < ranked.length; a++) {
                    ranked[a] = find(
                                    index.dataset(),
                                    new CellKey(composite.rank(), key.breakdown(), key.period(), areas.get(a)))
                            .filter(cell -> cell.observed() instanceof Observed.Value)
                            .isPresent();
                }
            }

            /** From 1; areas that are equal take the best place of theirs. */
            @Nullable
            Integer of(double[] index) {
                if (!ranked[own]) {
                    return null;
                }
                int place = 1;
                for (int a = 0; a < index.length; a++) {
                    if (ranked[a] && (lowIsBetter ? index[a] < index[own] : index[a] > index[own])) {
                        place++;
                    }
                }
                return place;
            }
        }
    }
}
