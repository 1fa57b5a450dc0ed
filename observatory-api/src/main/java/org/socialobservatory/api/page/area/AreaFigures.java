package org.socialobservatory.api.page.area;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.page.Comparison;
import org.socialobservatory.api.page.Figure;
import org.socialobservatory.api.page.IndicatorText;
import org.socialobservatory.api.page.Visit;
import org.socialobservatory.api.page.area.AreaPage.Part;
import org.socialobservatory.api.page.area.AreaPage.Parts;
import org.socialobservatory.api.page.area.AreaPage.Row;
import org.socialobservatory.api.page.area.AreaPage.Strip;
import org.socialobservatory.api.snapshot.Preference;
import org.socialobservatory.api.snapshot.PublishedCell;
import org.socialobservatory.api.snapshot.PublishedDataset;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ontology.cube.Breakdown;
import org.socialobservatory.ontology.cube.CellKey;

/** The figures of one area, each indicator once, beside those of another area. */
final class AreaFigures {

    private final Visit visit;
    private final @Nullable String against;
    private final Map<String, List<PublishedCell>> byIndicator = new TreeMap<>();
    private final Map<String, PublishedDataset> datasets = new TreeMap<>();

    AreaFigures(Visit visit, String area, @Nullable String against) {
        this.visit = visit;
        this.against = against;
        var shownAs = new HashMap<String, String>();
        for (var dataset : visit.snapshot().datasets().values()) {
            var block = dataset.block();
            int index = block.areaIndexOf(area);
            int cells = index < 0 ? 0 : block.cellsOfArea(index);
            for (int n = 0; n < cells; n++) {
                var cell = new PublishedCell(dataset, block.cellOfArea(index, n));
                byIndicator
                        .computeIfAbsent(
                                shownAs.computeIfAbsent(cell.run().indicator(), visit.names()::shownAs),
                                _ -> new ArrayList<>())
                        .add(cell);
                datasets.put(dataset.code(), dataset);
            }
        }
    }

    /** Whether anything is published about an area. */
    static boolean any(Snapshot snapshot, String area) {
        return snapshot.datasets().values().stream()
                .anyMatch(dataset -> dataset.block().areaIndexOf(area) >= 0);
    }

    Collection<PublishedDataset> datasets() {
        return datasets.values();
    }

    /** One row for each indicator, in order of code; what an index is made of stands behind the index. */
    List<Row> rows() {
        var components = new TreeMap<String, List<String>>();
        for (String code : byIndicator.keySet()) {
            index(code)
                    .ifPresent(index -> components
                            .computeIfAbsent(index, _ -> new ArrayList<>())
                            .add(code));
        }
        var behind = components.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        return byIndicator.entrySet().stream()
                .filter(entry -> !behind.contains(entry.getKey()))
                .map(entry -> row(entry.getKey(), entry.getValue(), components.getOrDefault(entry.getKey(), List.of())))
                .toList();
    }

    /** The index of poverty beside which a figure is computed; none for what the catalogue knows by itself. */
    private Optional<String> index(String code) {
        return visit.snapshot().catalogue().isShared(code)
                ? Optional.empty()
                : datasets.values().stream()
                        .flatMap(dataset -> dataset.definitions().studies().stream())
                        .flatMap(study -> study.index(code).stream())
                        .map(visit.names()::shownAs)
                        .filter(byIndicator::containsKey)
                        .findFirst();
    }

    private Row row(String code, List<PublishedCell> cells, List<String> components) {
        var indicator = visit.names().indicator(code);
        var totals = Preference.order(
                cells.stream().filter(cell -> cell.run().breakdown().isTotal()).toList());
        var leading = (totals.isEmpty() ? Preference.order(cells) : totals).getFirst();
        var figure = totals.isEmpty() ? null : visit.figures().of(leading);
        var reference = totals.isEmpty() ? null : reference(leading);
        return new Row(
                indicator,
                null,
                indicator.label(),
                figure,
                reference,
                Comparison.of(figure, reference, indicator),
                note(figure, reference),
                strip(figure, reference, indicator),
                figures(totals, cell -> cell.cell() != leading.cell() && sameDataset(cell, leading)),
                figures(totals, cell -> !sameDataset(cell, leading)),
                parts(cells, leading, indicator),
                components.stream().flatMap(this::component).toList());
    }

    private Stream<Part> component(String code) {
        var indicator = visit.names().indicator(code);
        return totals(byIndicator.getOrDefault(code, List.of())).stream()
                .limit(1)
                .map(cell -> {
                    var figure = visit.figures().of(cell);
                    var reference = reference(cell);
                    return new Part(indicator.label(), figure, reference, Comparison.of(figure, reference, indicator));
                });
    }

    private static List<PublishedCell> totals(List<PublishedCell> cells) {
        return Preference.order(
                cells.stream().filter(cell -> cell.run().breakdown().isTotal()).toList());
    }

    private static boolean sameDataset(PublishedCell one, PublishedCell other) {
        return one.dataset().code().equals(other.dataset().code());
    }

    private List<Figure> figures(List<PublishedCell> cells, Predicate<PublishedCell> wanted) {
        return cells.stream().filter(wanted).map(visit.figures()::of).toList();
    }

    /** The same cell of the area beside, from the same source. */
    private @Nullable Figure reference(PublishedCell cell) {
        if (against == null) {
            return null;
        }
        var key = cell.key();
        var found = cell.dataset().block().find(new CellKey(key.indicator(), key.breakdown(), key.period(), against));
        return found.isEmpty() ? null : visit.figures().of(new PublishedCell(cell.dataset(), found.getAsInt()));
    }

    private @Nullable String note(@Nullable Figure figure, @Nullable Figure reference) {
        return figure == null || reference != null || against == null
                ? null
                : visit.wording().say("area.no-reference", visit.names().area(against), figure.period());
    }

    private static @Nullable Strip strip(@Nullable Figure figure, @Nullable Figure reference, IndicatorText indicator) {
        if (figure == null || figure.number() == null || !indicator.unit().equals("percent")) {
            return null;
        }
        return new Strip(
                percent(figure.number()),
                figure.lower() == null ? null : percent(figure.lower()),
                figure.lower() == null || figure.upper() == null
                        ? null
                        : percent(figure.upper().subtract(figure.lower())),
                reference == null || reference.number() == null ? null : percent(reference.number()));
    }

    private static String percent(BigDecimal number) {
        return number.setScale(1, RoundingMode.HALF_UP)
                        .max(BigDecimal.ZERO)
                        .min(BigDecimal.valueOf(100))
                        .toPlainString()
                + "%";
    }

    /** The parts of the population from the same source and period, a table for each choice of dimensions. */
    private List<Parts> parts(List<PublishedCell> cells, PublishedCell leading, IndicatorText indicator) {
        var period = leading.run().period();
        var byDimensions = new TreeMap<String, List<PublishedCell>>(
                Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
        for (var cell : cells) {
            var breakdown = cell.run().breakdown();
            if (!breakdown.isTotal()
                    && sameDataset(cell, leading)
                    && cell.run().period().equals(period)) {
                byDimensions
                        .computeIfAbsent(String.join(",", breakdown.codes().keySet()), _ -> new ArrayList<>())
                        .add(cell);
            }
        }
        return byDimensions.values().stream()
                .map(list -> new Parts(
                        dimensions(list.getFirst().run().breakdown()),
                        visit.names().period(period),
                        list.stream()
                                .sorted(inOrderOfCodes())
                                .map(cell -> part(cell, indicator))
                                .toList()))
                .toList();
    }

    private List<String> dimensions(Breakdown breakdown) {
        return breakdown.codes().keySet().stream().map(visit.names()::dimension).toList();
    }

    private Part part(PublishedCell cell, IndicatorText indicator) {
        var figure = visit.figures().of(cell);
        var reference = reference(cell);
        return new Part(
                visit.names().breakdown(cell.run().breakdown()),
                figure,
                reference,
                Comparison.of(figure, reference, indicator));
    }

    /** Codes in the order of their list: ages from the youngest. */
    private Comparator<PublishedCell> inOrderOfCodes() {
        return (one, other) -> {
            for (var code : one.run().breakdown().codes().entrySet()) {
                int order = Integer.compare(
                        visit.names().position(code.getKey(), code.getValue()),
                        visit.names()
                                .position(code.getKey(), other.run().breakdown().code(code.getKey())));
                if (order != 0) {
                    return order;
                }
            }
            return one.run()
                    .breakdown()
                    .toString()
                    .compareTo(other.run().breakdown().toString());
        };
    }
}
