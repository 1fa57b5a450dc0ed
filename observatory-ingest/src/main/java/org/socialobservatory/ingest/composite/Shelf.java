package org.socialobservatory.ingest.composite;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.edition.SourceResource.Coverage;
import org.socialobservatory.ontology.period.Period;

/** The published figures of one edition that an index may be made of, by what they are of. */
final class Shelf implements Consumer<Cell> {

    private final Set<What> wanted;
    private final Set<String> areas;
    private final Function<Cell, Coverage> coverage;
    private final Map<What, Series> series = new HashMap<>();

    /** An indicator in one breakdown. */
    record What(String indicator, String breakdown) {}

    /**
     * @param wanted what may be asked for
     * @param areas of which figures are wanted
     * @param coverage who was asked for a figure
     */
    Shelf(Set<What> wanted, Set<String> areas, Function<Cell, Coverage> coverage) {
        this.wanted = Set.copyOf(wanted);
        this.areas = areas;
        this.coverage = coverage;
    }

    @Override
    public void accept(Cell cell) {
        var what = new What(cell.key().indicator(), cell.key().breakdown());
        if (wanted.contains(what) && areas.contains(cell.key().area())) {
            series.computeIfAbsent(what, _ -> new Series(coverage.apply(cell)))
                    .byPeriod
                    .computeIfAbsent(Period.of(cell.key().period()), _ -> new HashMap<>())
                    .put(cell.key().area(), cell.observed());
        }
    }

    /** The figures of the first of some indicators that has any. */
    Optional<Series> find(List<String> indicators, String breakdown) {
        return indicators.stream()
                .flatMap(code -> Optional.ofNullable(series.get(new What(code, breakdown))).stream())
                .findFirst();
    }

    /** Figures of one indicator by period and area; at least one. */
    static final class Series {
        private final Coverage coverage;
        private final SortedMap<Period, Map<String, Observed>> byPeriod = new TreeMap<>();

        private Series(Coverage coverage) {
            this.coverage = coverage;
        }

        Coverage coverage() {
            return coverage;
        }

        Period latest() {
            return byPeriod.lastKey();
        }

        /** The codes of the periods, in order of time. */
        List<String> periods() {
            return byPeriod.keySet().stream().map(Period::code).toList();
        }

        Map<String, Observed> at(String period) {
            return byPeriod.getOrDefault(Period.of(period), Map.of());
        }
    }
}
