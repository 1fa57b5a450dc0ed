package org.socialobservatory.api.page.area;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.diagnostic.Clusters;
import org.socialobservatory.api.diagnostic.Contrast;
import org.socialobservatory.api.diagnostic.Diagnostic;
import org.socialobservatory.api.diagnostic.Line;
import org.socialobservatory.api.page.Comparison;
import org.socialobservatory.api.page.Figure;
import org.socialobservatory.api.page.IndicatorText;
import org.socialobservatory.api.page.Visit;
import org.socialobservatory.api.page.area.AreaPage.Ingredient;
import org.socialobservatory.api.page.area.AreaPage.Note;
import org.socialobservatory.api.page.area.AreaPage.Part;
import org.socialobservatory.api.page.area.AreaPage.Parts;
import org.socialobservatory.api.page.area.AreaPage.Row;
import org.socialobservatory.api.page.sentence.Remarks;
import org.socialobservatory.api.snapshot.PublishedCell;
import org.socialobservatory.api.snapshot.PublishedDataset;
import org.socialobservatory.ontology.cube.Breakdown;
import org.socialobservatory.ontology.indicator.Composite.Aggregation;

/** The lines of a diagnostic in a reader's words. */
final class AreaFigures {

    /** More than these are no answer to what weighs most. */
    private static final int MOST_SHARES = 3;

    private final Visit visit;
    private final Remarks remarks;
    private final Diagnostic diagnostic;
    private final @Nullable String against;

    AreaFigures(Visit visit, Diagnostic diagnostic) {
        this.visit = visit;
        this.remarks = new Remarks(visit);
        this.diagnostic = diagnostic;
        var reference = diagnostic.surroundings().reference();
        this.against = reference == null ? null : visit.names().area(reference.code());
    }

    /** Those that have a figure of the area. */
    Collection<PublishedDataset> datasets() {
        var area = diagnostic.surroundings().area().code();
        return visit.snapshot().datasets().values().stream()
                .filter(dataset -> dataset.block().areaIndexOf(area) >= 0)
                .toList();
    }

    /** One row for each indicator, in order of code; what an index is made of stands behind the index. */
    List<Row> rows() {
        return diagnostic.lines().stream()
                .filter(line -> line.index() == null)
                .map(this::row)
                .toList();
    }

    private Row row(Line line) {
        var indicator = visit.names().indicator(line.indicator());
        var figure = line.figure() == null ? null : visit.figures().of(line.figure());
        var reference = reference(line.reference());
        var components = components(line);
        return new Row(
                indicator,
                null,
                indicator.label(),
                figure,
                figure == null ? null : remarks.outOf(figure, indicator),
                figure == null ? null : remarks.icons(figure, indicator),
                reference,
                indicator.comparable() ? Comparison.of(line.reference()) : null,
                figure == null ? List.of() : notes(line, indicator),
                Strip.of(
                        figure,
                        reference,
                        line.target() == null ? null : line.target().value(),
                        indicator.unit().equals("percent"),
                        visit.wording().language().rightToLeft()),
                line.earlier().stream().map(visit.figures()::of).toList(),
                line.alternatives().stream().map(visit.figures()::of).toList(),
                parts(line),
                components.stream().map(this::component).toList(),
                makeup(line));
    }

    private AreaPage.@Nullable Makeup makeup(Line line) {
        var makeup = line.makeup();
        if (makeup == null) {
            return null;
        }
        boolean factors = makeup.aggregation() == Aggregation.GEOMETRIC;
        var areas = visit.wording().whole(makeup.of());
        var parts = makeup.parts().stream()
                .map(part -> new Ingredient(
                        visit.names().indicator(part.indicator()).label(),
                        visit.figures().of(part.figure()),
                        visit.wording().whole(Math.round(100 * part.share())),
                        effect(part.lift(), factors),
                        part.placeWithout() == null
                                ? null
                                : visit.wording()
                                        .say(
                                                "area.makeup.place",
                                                visit.wording().whole(part.placeWithout()),
                                                areas)))
                .toList();
        return new AreaPage.Makeup(factors, areas, parts);
    }

    private String effect(double lift, boolean factor) {
        var number =
                BigDecimal.valueOf(factor ? lift : Math.abs(lift)).setScale(factor ? 2 : 1, RoundingMode.HALF_EVEN);
        var sign = factor ? "× " : number.signum() == 0 ? "" : lift < 0 ? "−" : "+";
        return sign + visit.wording().number(number, number.scale());
    }

    private @Nullable Figure reference(@Nullable Contrast contrast) {
        return contrast == null || contrast.other() == null
                ? null
                : visit.figures().of(contrast.other());
    }

    private List<Note> notes(Line line, IndicatorText indicator) {
        return Stream.of(
                        note("source", passedOver(line), null),
                        note("reason", remarks.reason(line.reference(), against), null),
                        note("change", remarks.change(line.change()), Comparison.of(line.change())),
                        note("rank", remarks.rank(line.rank(), indicator), null),
                        note("target", remarks.target(line, indicator), null),
                        note("cluster", cluster(line), null),
                        note("share", largestShare(line), null))
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable Note note(String kind, @Nullable String text, @Nullable Comparison comparison) {
        return text == null ? null : new Note(kind, text, comparison);
    }

    private @Nullable String passedOver(Line line) {
        var cell = line.passedOver();
        return cell == null
                ? null
                : visit.wording()
                        .say(
                                "area.passed-over",
                                visit.title(cell.dataset()),
                                visit.names().period(cell.run().period()));
    }

    private @Nullable String cluster(Line line) {
        return line.figure() == null
                ? null
                : remarks.cluster(Clusters.at(visit.snapshot(), line.figure(), diagnostic.surroundings()));
    }

    /** The lines of what an index is made of. */
    private List<Line> components(Line index) {
        return diagnostic.lines().stream()
                .filter(line -> index.indicator().equals(line.index()) && line.figure() != null)
                .toList();
    }

    private Part component(Line line) {
        var figure = visit.figures().of(Objects.requireNonNull(line.figure()));
        return new Part(
                visit.names().indicator(line.indicator()).label(),
                figure,
                reference(line.reference()),
                Comparison.of(line.reference()));
    }

    /** What makes most of an index of poverty; several, where nobody knows which of them. */
    private @Nullable String largestShare(Line index) {
        var shares = components(index).stream()
                .filter(line -> line.indicator().startsWith(index.indicator() + "-contribution-"))
                .map(this::component)
                .filter(part -> part.figure().number() != null)
                .sorted(Comparator.comparing(
                        (Part part) -> Objects.requireNonNull(part.figure().number()), Comparator.reverseOrder()))
                .toList();
        if (shares.isEmpty()) {
            return null;
        }
        var first = shares.getFirst().figure();
        var least = first.lower() == null ? highest(first) : first.lower();
        var most = shares.stream()
                .filter(part -> highest(part.figure()).compareTo(least) >= 0)
                .limit(MOST_SHARES)
                .map(part -> part.name() + " (" + said(part.figure()) + ")")
                .toList();
        return visit.wording().say("area.share", String.join(visit.wording().say("list.separator"), most));
    }

    private static BigDecimal highest(Figure figure) {
        return Objects.requireNonNull(figure.upper() == null ? figure.number() : figure.upper());
    }

    private static String said(Figure figure) {
        return figure.interval() == null ? figure.text() : figure.interval();
    }

    /** The parts of the population from the same source and period, a table for each choice of dimensions. */
    private List<Parts> parts(Line line) {
        var byDimensions = new TreeMap<String, List<Line.Part>>(
                Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
        for (var part : line.parts()) {
            byDimensions
                    .computeIfAbsent(
                            String.join(
                                    ",", part.figure().run().breakdown().codes().keySet()),
                            _ -> new ArrayList<>())
                    .add(part);
        }
        return byDimensions.values().stream()
                .map(list -> new Parts(
                        dimensions(list.getFirst().figure().run().breakdown()),
                        visit.names().period(list.getFirst().figure().run().period()),
                        list.stream().sorted(inOrderOfCodes()).map(this::part).toList()))
                .toList();
    }

    private List<String> dimensions(Breakdown breakdown) {
        return breakdown.codes().keySet().stream().map(visit.names()::dimension).toList();
    }

    private Part part(Line.Part part) {
        return new Part(
                visit.names().breakdown(part.figure().run().breakdown()),
                visit.figures().of(part.figure()),
                reference(part.reference()),
                Comparison.of(part.reference()));
    }

    /** Codes in the order of their list: ages from the youngest. */
    private Comparator<Line.Part> inOrderOfCodes() {
        return (one, other) -> inOrderOfCodes(one.figure(), other.figure());
    }

    private int inOrderOfCodes(PublishedCell one, PublishedCell other) {
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
    }
}
