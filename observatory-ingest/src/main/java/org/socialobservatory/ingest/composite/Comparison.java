package org.socialobservatory.ingest.composite;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.cube.Breakdown;
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.cube.CellKey;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.cube.Reliability;
import org.socialobservatory.ontology.cube.Status;
import org.socialobservatory.ontology.cube.Uncertainty;
import org.socialobservatory.ontology.indicator.Composite;

/**
 * The areas of one level, compared by an index for one period. An area of which a component is withheld has a withheld
 * index, one that lacks a component has none. Where a component is unreliable the index is, and takes no place.
 */
final class Comparison {

    private final Composite composite;
    private final List<Material> materials;
    private final String period;
    private final List<Profile> complete = new ArrayList<>();
    private final Map<String, Observed.Value> worst = new HashMap<>();
    private final List<String> withheld = new ArrayList<>();
    private final List<String> lacking = new ArrayList<>();
    private final Set<String> lacked = new LinkedHashSet<>();

    Comparison(Composite composite, List<Material> materials, String period, List<String> areas) {
        this.composite = composite;
        this.materials = materials;
        this.period = period;
        areas.forEach(this::look);
    }

    private void look(String area) {
        var figures = new ArrayList<Figure>();
        var values = new ArrayList<Observed.Value>();
        boolean hidden = false;
        boolean any = false;
        var missing = new ArrayList<String>();
        for (Material material : materials) {
            var observed = material.at(period, area);
            any |= observed != null;
            hidden |= observed instanceof Observed.Withheld;
            if (observed instanceof Observed.Value value && !isShownWithoutInterval(value)) {
                figures.add(Figure.of(value, material.indicator()));
                values.add(value);
            } else {
                missing.add(material.component().indicator());
            }
        }
        if (hidden) {
            withheld.add(area);
        } else if (missing.isEmpty()) {
            var least = values.stream().reduce(Comparison::worse).orElseThrow();
            worst.put(area, least);
            complete.add(new Profile(area, figures, least.reliability() != Reliability.UNRELIABLE));
        } else if (any) {
            lacking.add(area);
            lacked.addAll(missing);
        }
    }

    /** An unreliable figure may only appear with its interval; one that has none cannot give its index any. */
    private static boolean isShownWithoutInterval(Observed.Value value) {
        var known = value.uncertainty();
        return value.reliability() == Reliability.UNRELIABLE && known.standardError() == null && known.lower() == null;
    }

    /** A value as little reliable and as little final as the worse of two. */
    private static Observed.Value worse(Observed.Value one, Observed.Value other) {
        return new Observed.Value(
                one.number(),
                one.status().compareTo(other.status()) >= 0 ? one.status() : other.status(),
                one.uncertainty(),
                one.reliability().compareTo(other.reliability()) >= 0 ? one.reliability() : other.reliability());
    }

    /** How many areas have a figure in every component. */
    int complete() {
        return complete.size();
    }

    /** Whether any area has anything. */
    boolean isEmpty() {
        return complete.isEmpty() && withheld.isEmpty() && lacking.isEmpty();
    }

    /** Areas without an index because a component lacks a figure there that could be used. */
    List<String> lacking() {
        return lacking;
    }

    /** The components that some area lacks. */
    Set<String> lacked() {
        return lacked;
    }

    List<Cell> cells(String seed, boolean lowIsBetter, Cell.Origin origin) {
        var cells = new ArrayList<Cell>();
        for (Score score : Calculation.scores(composite, lowIsBetter, complete, seed)) {
            var like = java.util.Objects.requireNonNull(worst.get(score.area()));
            cells.add(cell(composite.indicator(), score.area(), index(score, like), origin));
            cells.add(cell(composite.rank(), score.area(), rank(score.place(), like), origin));
        }
        both(withheld, Observed.Withheld.CELL, origin, cells);
        both(lacking, Observed.Missing.CELL, origin, cells);
        return cells;
    }

    private void both(List<String> areas, Observed observed, Cell.Origin origin, List<Cell> cells) {
        for (String area : areas) {
            cells.add(cell(composite.indicator(), area, observed, origin));
            cells.add(cell(composite.rank(), area, observed, origin));
        }
    }

    private Cell cell(String indicator, String area, Observed observed, Cell.Origin origin) {
        var key = new CellKey(indicator, Breakdown.total().toString(), period, area);
        return new Cell(key, observed, origin);
    }

    private static Observed index(Score score, Observed.Value like) {
        var interval = score.interval();
        return value(
                BigDecimal.valueOf(score.value()),
                interval == null ? null : BigDecimal.valueOf(interval.lower()),
                interval == null ? null : BigDecimal.valueOf(interval.upper()),
                like.status(),
                like.reliability());
    }

    private static Observed rank(Score.@Nullable Place place, Observed.Value like) {
        return place == null
                ? Observed.Missing.CELL
                : value(
                        BigDecimal.valueOf(place.at()),
                        BigDecimal.valueOf(place.from()),
                        BigDecimal.valueOf(place.to()),
                        like.status(),
                        like.reliability());
    }

    private static Observed value(
            BigDecimal number,
            @Nullable BigDecimal lower,
            @Nullable BigDecimal upper,
            Status status,
            Reliability reliability) {
        return new Observed.Value(
                number, status, new Uncertainty(null, lower, upper, null, null, null, null, null, null), reliability);
    }
}
