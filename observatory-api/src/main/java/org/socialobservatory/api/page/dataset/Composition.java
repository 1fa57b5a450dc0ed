package org.socialobservatory.api.page.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.diagnostic.Makeup;
import org.socialobservatory.api.page.Figure;
import org.socialobservatory.api.page.Visit;
import org.socialobservatory.api.snapshot.PublishedCell;
import org.socialobservatory.api.snapshot.PublishedDataset;
import org.socialobservatory.ontology.area.Area;
import org.socialobservatory.ontology.cube.Breakdown;
import org.socialobservatory.ontology.cube.CellKey;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.indicator.Composite;
import org.socialobservatory.ontology.indicator.Composite.Component;
import org.socialobservatory.ontology.period.Period;

/**
 * How a figure came about that is an index of areas, or a rank by one.
 *
 * @param index code of the index
 * @param rank whether the figure is the rank
 * @param other the rank of an index, or the index of a rank, of the same area
 * @param areas how many areas take a place
 * @param seed of the draws
 */
record Composition(
        String index,
        boolean rank,
        @Nullable Figure other,
        String normalisation,
        String aggregation,
        List<Part> parts,
        int areas,
        int draws,
        String seed) {

    /**
     * A component.
     *
     * @param which breakdown in words; null for the total
     * @param direction {@code higher} or {@code lower}
     * @param share in the sum of the weights, in percent
     * @param dataset whose edition gave the figures
     * @param figure of the same area; null where there is none, or where that edition is no longer the newest
     */
    record Part(
            String indicator,
            String label,
            @Nullable String which,
            String direction,
            String share,
            String period,
            String dataset,
            int edition,
            @Nullable Figure figure) {}

    /** How a cell was composed; empty for any other. */
    static Optional<Composition> of(Visit visit, PublishedCell cell) {
        var indicator = cell.key().indicator();
        return cell.dataset().definitions().composites().stream()
                .filter(one -> one.indicator().equals(indicator) || one.rank().equals(indicator))
                .findFirst()
                .map(composite -> of(visit, cell, composite));
    }

    private static Composition of(Visit visit, PublishedCell cell, Composite composite) {
        boolean rank = composite.rank().equals(cell.key().indicator());
        var level =
                visit.snapshot().territory().area(cell.area()).map(Area::level).orElse("");
        var period = cell.key().period();
        return new Composition(
                composite.indicator(),
                rank,
                find(cell.dataset(), rank ? composite.indicator() : composite.rank(), cell)
                        .map(visit.figures()::of)
                        .orElse(null),
                composite.normalisation().code(),
                composite.aggregation().code(),
                parts(visit, cell, composite),
                ranked(visit, cell, composite, level),
                composite.draws(),
                composite.seed(cell.dataset().code(), period, level));
    }

    private static Optional<PublishedCell> find(PublishedDataset dataset, String indicator, PublishedCell like) {
        var key = like.key();
        return find(dataset, new CellKey(indicator, key.breakdown(), key.period(), key.area()));
    }

    private static Optional<PublishedCell> find(PublishedDataset dataset, CellKey key) {
        var found = dataset.block().find(key);
        return found.isEmpty() ? Optional.empty() : Optional.of(new PublishedCell(dataset, found.getAsInt()));
    }

    /** The areas of the same level that take a place. */
    private static int ranked(Visit visit, PublishedCell cell, Composite composite, String level) {
        int ranked = 0;
        for (Area area : visit.snapshot().territory().areas()) {
            if (area.level().equals(level)) {
                var key = new CellKey(
                        composite.rank(), cell.key().breakdown(), cell.key().period(), area.code());
                ranked += find(cell.dataset(), key)
                                .filter(one -> one.observed() instanceof Observed.Value)
                                .isPresent()
                        ? 1
                        : 0;
            }
        }
        return ranked;
    }

    private static List<Part> parts(Visit visit, PublishedCell cell, Composite composite) {
        var parts = new ArrayList<Part>();
        for (Component component : composite.components()) {
            var source = component.source();
            var period = component.period() == null ? cell.key().period() : component.period();
            boolean total = component.breakdown().equals(Breakdown.total().toString());
            parts.add(new Part(
                    component.indicator(),
                    visit.names().indicator(component.indicator()).label(),
                    total ? null : visit.names().breakdown(Breakdown.parse(component.breakdown())),
                    component.direction().code(),
                    visit.wording().whole(Math.round(100 * composite.share(component))),
                    visit.names().period(Period.of(period)),
                    source == null ? cell.dataset().code() : source.dataset(),
                    source == null ? cell.dataset().edition().number() : source.edition(),
                    Makeup.figure(visit.snapshot(), cell, component, cell.area())
                            .map(visit.figures()::of)
                            .orElse(null)));
        }
        return List.copyOf(parts);
    }
}
