package org.socialobservatory.api.diagnostic;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.socialobservatory.api.snapshot.PerSnapshot;
import org.socialobservatory.api.snapshot.PublishedCell;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ontology.area.Area;
import org.socialobservatory.ontology.area.Territory;
import org.socialobservatory.ontology.cube.CellKey;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.indicator.Composite;

/** The indices of areas that are published, and the ranks by them, by dataset. */
final class Indices {

    private static final PerSnapshot<Indices> OF = new PerSnapshot<>(Indices::new);

    private final Map<Code, Composite> byIndex = new HashMap<>();
    private final Map<Code, Composite> byRank = new HashMap<>();

    private record Code(String dataset, String indicator) {}

    private final Territory territory;

    private Indices(Snapshot snapshot) {
        territory = snapshot.territory();
        snapshot.datasets()
                .values()
                .forEach(dataset -> dataset.definitions().composites().forEach(composite -> {
                    byIndex.put(new Code(dataset.code(), composite.indicator()), composite);
                    byRank.put(new Code(dataset.code(), composite.rank()), composite);
                }));
    }

    static Indices of(Snapshot snapshot) {
        return OF.of(snapshot);
    }

    private static Code code(PublishedCell cell) {
        return new Code(cell.dataset().code(), cell.run().indicator());
    }

    boolean isIndex(PublishedCell cell) {
        return byIndex.containsKey(code(cell));
    }

    boolean isRank(PublishedCell cell) {
        return byRank.containsKey(code(cell));
    }

    /** The code of the index by which a figure is a rank. */
    Optional<String> indexOfRank(PublishedCell cell) {
        return Optional.ofNullable(byRank.get(code(cell))).map(Composite::indicator);
    }

    /** The places that are published with an index, those of the draws of figures and weights. */
    Optional<RankInterval> rank(PublishedCell index) {
        var composite = byIndex.get(code(index));
        if (composite == null) {
            return Optional.empty();
        }
        var key = index.key();
        var block = index.dataset().block();
        var own = block.find(new CellKey(composite.rank(), key.breakdown(), key.period(), key.area()));
        if (own.isEmpty()) {
            return Optional.empty();
        }
        var rank = new PublishedCell(index.dataset(), own.getAsInt());
        return rank.observed() instanceof Observed.Value value
                        && value.uncertainty().lower() != null
                        && value.uncertainty().upper() != null
                ? Optional.of(new RankInterval(
                        value.uncertainty().lower().intValue(),
                        value.uncertainty().upper().intValue(),
                        ranked(rank)))
                : Optional.empty();
    }

    /** How many areas of the level take a place. */
    private int ranked(PublishedCell rank) {
        var block = rank.dataset().block();
        var level = level(rank.area());
        int ranked = 0;
        for (int cell = rank.run().from(); cell < rank.run().to(); cell++) {
            if (block.isValue(cell) && level.equals(level(block.area(cell)))) {
                ranked++;
            }
        }
        return ranked;
    }

    private Optional<String> level(String area) {
        return territory.area(area).map(Area::level);
    }
}
