package org.socialobservatory.ingest.composite;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.mapping.Published;
import org.socialobservatory.ingest.mapping.Published.Standing;
import org.socialobservatory.ingest.mapping.tabulation.ComposedIndicator.Part;
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.edition.Edition;
import org.socialobservatory.ontology.edition.SourceResource.Coverage;
import org.socialobservatory.ontology.indicator.Composite.Source;
import org.socialobservatory.ontology.indicator.Indicator;

/**
 * Where the figures of components are found: in the edition that a component names, else in the edition in the making,
 * else where a reader would be shown them (DESIGN.md §6): exhaustive before sample before model, then the latest period,
 * then the later edition. All figures of a component come from one edition.
 */
final class Stock {

    private final String dataset;
    private final Map<String, List<String>> synonyms;
    private final Set<Shelf.What> wanted = new HashSet<>();
    private final Set<String> areas;
    private final Map<String, Standing> newest = new LinkedHashMap<>();
    private final List<Standing> standing;
    private final Map<Edition.Id, Shelf> shelves = new HashMap<>();
    private final Shelf own;

    /**
     * @param dataset of the edition in the making, whose earlier editions are not looked at unless named
     * @param own indicators that the package defines
     * @param areas of which figures are wanted
     * @param cells that the gate has let through
     */
    Stock(
            String dataset,
            Iterable<Indicator> own,
            List<Part> parts,
            Set<String> areas,
            List<Cell> cells,
            Published published) {
        this.dataset = dataset;
        this.areas = areas;
        this.standing = published.standing();
        standing.forEach(one -> newest.put(one.edition().dataset(), one));
        this.synonyms = new HashMap<>();
        for (Part part : parts) {
            var codes = new LinkedHashSet<String>();
            codes.add(part.indicator());
            codes.addAll(published.catalogue().synonyms(part.indicator()));
            own.forEach(indicator -> {
                if (part.indicator().equals(indicator.sameAs())) {
                    codes.add(indicator.code());
                }
            });
            synonyms.put(part.indicator(), List.copyOf(codes));
            codes.forEach(
                    code -> wanted.add(new Shelf.What(code, part.breakdown().toString())));
        }
        this.own = new Shelf(wanted, areas, _ -> Coverage.EXHAUSTIVE);
        cells.forEach(this.own);
    }

    /** Figures with the edition that they come from. */
    record Found(Shelf.Series figures, @Nullable Source source) {}

    Optional<Found> find(Part part) {
        if (part.dataset() != null && !(part.dataset().equals(dataset) && part.edition() == null)) {
            return named(part).flatMap(one -> find(part, one));
        }
        return take(own, part).map(figures -> new Found(figures, null)).or(() -> elsewhere(part));
    }

    /** The edition that a component names; empty where it does not stand. */
    Optional<Standing> named(Part part) {
        if (part.edition() == null) {
            return Optional.ofNullable(newest.get(part.dataset()));
        }
        return standing.stream()
                .filter(one -> one.edition().dataset().equals(part.dataset())
                        && one.edition().number() == part.edition())
                .findFirst();
    }

    Set<String> datasets() {
        return newest.keySet();
    }

    private Optional<Found> elsewhere(Part part) {
        if (part.dataset() != null) {
            return Optional.empty();
        }
        var better = Comparator.comparing((Found found) -> found.figures().coverage())
                .thenComparing(found -> found.figures().latest(), Comparator.reverseOrder());
        // Of equals the last one stays, which is the later edition.
        return newest.values().stream()
                .filter(one -> !one.edition().dataset().equals(dataset))
                .flatMap(one -> find(part, one).stream())
                .reduce((first, later) -> better.compare(first, later) < 0 ? first : later);
    }

    private Optional<Found> find(Part part, Standing one) {
        var edition = one.edition();
        return take(shelf(one), part)
                .map(figures ->
                        new Found(figures, new Source(edition.dataset(), edition.number(), edition.contentHash())));
    }

    private Shelf shelf(Standing one) {
        return shelves.computeIfAbsent(one.edition().id(), _ -> {
            var resources = one.definitions().resources();
            var shelf = new Shelf(
                    wanted,
                    areas,
                    cell -> resources.get(cell.origin().resource()).coverage());
            one.cells().forEach(shelf);
            return shelf;
        });
    }

    private Optional<Shelf.Series> take(Shelf shelf, Part part) {
        return shelf.find(
                synonyms.getOrDefault(part.indicator(), List.of(part.indicator())),
                part.breakdown().toString());
    }
}
