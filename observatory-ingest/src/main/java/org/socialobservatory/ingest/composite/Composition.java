package org.socialobservatory.ingest.composite;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.socialobservatory.ingest.mapping.Published;
import org.socialobservatory.ingest.mapping.tabulation.ComposedIndicator;
import org.socialobservatory.ingest.mapping.tabulation.ComposedIndicator.Part;
import org.socialobservatory.ingest.source.Findings;
import org.socialobservatory.ingest.source.Spelling;
import org.socialobservatory.ontology.area.Area;
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.finding.FindingRule;
import org.socialobservatory.ontology.indicator.Composite;
import org.socialobservatory.ontology.indicator.Composite.Component;
import org.socialobservatory.ontology.indicator.Indicator;
import org.socialobservatory.ontology.indicator.Indicator.Direction;

/**
 * Composes the indices of a package from figures that the gate has let through, those of the package itself and those
 * of editions that stand. Areas are compared with those of their level within the town of the dataset.
 */
public final class Composition {

    /** Fewer areas are no scale. */
    static final int FEWEST_AREAS = 3;

    private static final int DRAWS = 1_000;
    private static final int NAMED = 10;

    private final Setting setting;
    private final Findings findings;
    private final List<Cell> cells = new ArrayList<>();
    private final List<Indicator> indicators = new ArrayList<>();
    private final List<Composite> composites = new ArrayList<>();

    private Composition(Setting setting, Findings findings) {
        this.setting = setting;
        this.findings = findings;
    }

    /**
     * The indices, once all that they name is known.
     *
     * @param own indicators that the package defines
     * @param published cells that the gate has let through
     */
    public static Composed of(
            List<Described> described,
            Setting setting,
            List<Indicator> own,
            List<Cell> published,
            Published earlier,
            Findings findings) {
        var composition = new Composition(setting, findings);
        var stock = new Stock(
                setting.dataset(),
                own,
                described.stream().flatMap(one -> one.index().parts().stream()).toList(),
                composition.scope().stream().map(Area::code).collect(Collectors.toUnmodifiableSet()),
                published,
                earlier);
        var given = published.stream().map(cell -> cell.key().indicator()).collect(Collectors.toUnmodifiableSet());
        described.forEach(one -> composition.compose(one, stock, given));
        return new Composed(composition.cells, composition.indicators, composition.composites);
    }

    /** The areas that are compared: those of the town, or all. */
    private List<Area> scope() {
        var town = setting.town();
        return setting.territory().areas().stream()
                .filter(area -> town == null
                        || area.code().equals(town)
                        || setting.territory().ancestors(area.code()).stream()
                                .anyMatch(above -> above.code().equals(town)))
                .toList();
    }

    private void compose(Described described, Stock stock, Set<String> given) {
        var index = described.index();
        if (given.contains(index.code()) || given.contains(Composite.rank(index.code()))) {
            findings.add(FindingRule.INDEX_GIVEN_TOO, index.place("code"), index.code(), index.code());
            return;
        }
        var materials = new ArrayList<Material>();
        for (Part part : index.parts()) {
            material(part, stock).ifPresent(materials::add);
        }
        if (materials.size() < index.parts().size()) {
            return;
        }
        var composite = new Composite(
                index.code(),
                index.normalisation(),
                index.aggregation(),
                DRAWS,
                materials.stream().map(Material::component).toList());
        var known = setting.indicators().find(index.code());
        var indicator = known.orElseGet(() -> IndexDefinitions.index(
                index, composite, code -> setting.indicators().find(code).orElseThrow()));
        composites.add(composite);
        indicators.addAll(IndexDefinitions.of(indicator, known.isPresent()));
        compare(described, composite, materials, indicator.direction() == Direction.LOWER);
    }

    private Optional<Material> material(Part part, Stock stock) {
        if (part.dataset() != null
                && !part.dataset().equals(setting.dataset())
                && stock.named(part).isEmpty()) {
            var name = part.edition() == null ? part.dataset() : part.dataset() + "/" + part.edition();
            findings.add(
                    FindingRule.DATASET_UNKNOWN,
                    part.place("dataset"),
                    name,
                    name,
                    Spelling.nearestText(part.dataset(), stock.datasets()));
            return Optional.empty();
        }
        var found = stock.find(part)
                .filter(one -> part.period() == null
                        || !one.figures().at(part.period()).isEmpty());
        if (found.isEmpty()) {
            var dataset = part.dataset() == null ? "…" : part.dataset();
            var which = part.period() == null ? part.breakdown().toString() : part.breakdown() + ", " + part.period();
            findings.add(
                    FindingRule.COMPONENT_WITHOUT_FIGURES,
                    part.place("indicator"),
                    part.indicator(),
                    part.indicator(),
                    which,
                    dataset);
            return Optional.empty();
        }
        var indicator = setting.indicators().find(part.indicator()).orElseThrow();
        var component = new Component(
                part.indicator(),
                part.breakdown().toString(),
                Objects.requireNonNullElse(part.direction(), indicator.direction()),
                part.weight(),
                part.period(),
                found.get().source());
        return Optional.of(new Material(component, indicator, found.get().figures()));
    }

    private void compare(Described described, Composite composite, List<Material> materials, boolean lowIsBetter) {
        var index = described.index();
        var skipped = new ArrayList<List<String>>();
        int before = cells.size();
        for (String level : levels()) {
            var areas = scope().stream()
                    .filter(area -> area.level().equals(level))
                    .map(Area::code)
                    .toList();
            for (String period : periods(index, materials)) {
                var comparison = new Comparison(composite, materials, period, areas);
                if (comparison.complete() >= FEWEST_AREAS) {
                    var seed = composite.seed(setting.dataset(), period, level);
                    cells.addAll(comparison.cells(seed, lowIsBetter, origin(described)));
                    reportLacking(index, level, period, comparison);
                } else if (areas.size() >= FEWEST_AREAS && !comparison.isEmpty()) {
                    skipped.add(List.of(level, period, String.valueOf(comparison.complete())));
                }
            }
        }
        if (cells.size() == before) {
            reportNothing(index, materials, skipped);
        } else {
            skipped.forEach(one -> findings.add(
                    FindingRule.INDEX_LEVEL_SKIPPED,
                    index.place(),
                    null,
                    index.code(),
                    one.get(0),
                    one.get(1),
                    one.get(2),
                    String.valueOf(FEWEST_AREAS)));
        }
    }

    private static Cell.Origin origin(Described described) {
        var line = described.index().place().row();
        return new Cell.Origin(described.resource(), line == null ? 0 : Math.toIntExact(line));
    }

    private Set<String> levels() {
        var levels = new TreeSet<String>();
        scope().forEach(area -> levels.add(area.level()));
        return levels;
    }

    /** The period that the package says, or all in which every component has figures that are not of another period. */
    private static Set<String> periods(ComposedIndicator index, List<Material> materials) {
        if (index.period() != null) {
            return Set.of(index.period());
        }
        Set<String> shared = null;
        for (Material material : materials) {
            if (material.component().period() == null) {
                var own = material.figures().periods();
                if (shared == null) {
                    shared = new LinkedHashSet<>(own);
                } else {
                    shared.retainAll(own);
                }
            }
        }
        return shared == null ? Set.of() : shared;
    }

    private void reportLacking(ComposedIndicator index, String level, String period, Comparison comparison) {
        var lacking = comparison.lacking();
        if (!lacking.isEmpty()) {
            findings.add(
                    FindingRule.INDEX_INCOMPLETE,
                    index.place(),
                    null,
                    index.code(),
                    level,
                    period,
                    String.join(", ", lacking.subList(0, Math.min(NAMED, lacking.size()))),
                    String.join(", ", comparison.lacked()));
        }
    }

    /** No index at all: the levels and periods that have too few areas, or the periods in which each component is. */
    private void reportNothing(ComposedIndicator index, List<Material> materials, List<List<String>> skipped) {
        var found = skipped.isEmpty()
                ? materials.stream()
                        .map(material -> material.component().indicator() + ": "
                                + String.join(", ", material.figures().periods()))
                        .collect(Collectors.joining("; "))
                : skipped.stream()
                        .map(one -> one.get(0) + " " + one.get(1) + ": " + one.get(2))
                        .collect(Collectors.joining("; "));
        findings.add(
                FindingRule.INDEX_WITHOUT_FIGURES,
                index.place(),
                index.code(),
                index.code(),
                String.valueOf(FEWEST_AREAS),
                found);
    }
}
