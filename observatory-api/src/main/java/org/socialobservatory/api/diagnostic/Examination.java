package org.socialobservatory.api.diagnostic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.diagnostic.Line.Part;
import org.socialobservatory.api.snapshot.PublishedCell;
import org.socialobservatory.api.snapshot.PublishedDataset;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ontology.cube.Observed;

/**
 * Goes through the figures of an area: first all comparisons are made, then those of each kind are judged together. The
 * kinds are the figures of everybody beside the town, those of parts of the population beside the town, and changes.
 */
final class Examination {

    private static final int NONE = -1;

    private final Snapshot snapshot;
    private final Surroundings surroundings;
    private final Indices indices;
    private final Counterpart counterpart;
    private final Map<String, List<PublishedCell>> byIndicator = new TreeMap<>();
    private final Family beside = new Family();
    private final Family partsBeside = new Family();
    private final Family changes = new Family();

    /** A line of which the comparisons are not judged yet. */
    private record Draft(
            String indicator,
            Meaning meaning,
            List<PublishedCell> cells,
            @Nullable PublishedCell figure,
            @Nullable PublishedCell passedOver,
            int reference,
            int change,
            List<PartDraft> parts) {}

    private record PartDraft(PublishedCell figure, int reference) {}

    Examination(Snapshot snapshot, Surroundings surroundings) {
        this.snapshot = snapshot;
        this.surroundings = surroundings;
        this.indices = Indices.of(snapshot);
        this.counterpart = new Counterpart(snapshot, indices, surroundings);
        snapshot.datasets().values().forEach(this::read);
    }

    /** The rank by an index is told with the index. */
    private void read(PublishedDataset dataset) {
        var block = dataset.block();
        int index = block.areaIndexOf(surroundings.area().code());
        int cells = index < 0 ? 0 : block.cellsOfArea(index);
        for (int n = 0; n < cells; n++) {
            var cell = new PublishedCell(dataset, block.cellOfArea(index, n));
            if (!indices.isRank(cell)) {
                byIndicator
                        .computeIfAbsent(shownAs(cell.run().indicator()), _ -> new ArrayList<>())
                        .add(cell);
            }
        }
    }

    private String shownAs(String indicator) {
        return Meaning.of(snapshot.catalogue(), indicator).shownAs();
    }

    List<Line> lines() {
        var drafts = byIndicator.entrySet().stream()
                .map(entry -> draft(entry.getKey(), entry.getValue()))
                .toList();
        var besides = beside.judged();
        var parts = partsBeside.judged();
        var since = changes.judged();
        return drafts.stream()
                .map(draft -> line(draft, at(besides, draft.reference), at(since, draft.change), parts))
                .toList();
    }

    private static @Nullable Contrast at(List<Contrast> judged, int number) {
        return number == NONE ? null : judged.get(number);
    }

    private Draft draft(String indicator, List<PublishedCell> cells) {
        var totals = snapshot.preference()
                .order(cells.stream()
                        .filter(cell -> cell.run().breakdown().isTotal())
                        .toList());
        var first = totals.isEmpty() ? null : totals.getFirst();
        var figure = first == null ? null : shown(totals, first);
        var leading = figure == null ? snapshot.preference().order(cells).getFirst() : figure;
        var meaning = Meaning.of(snapshot.catalogue(), leading.run().indicator());
        return new Draft(
                indicator,
                meaning,
                totals,
                figure,
                Objects.equals(first, figure) ? null : first,
                figure == null ? NONE : counterpart.beside(figure, beside),
                figure == null ? NONE : change(figure, totals),
                parts(cells, leading));
    }

    /**
     * The figure of the source that comes first; where that has no value of its newest period, the first of another
     * source that has: a withheld figure tells a reader nothing, and what is published elsewhere is.
     */
    private static PublishedCell shown(List<PublishedCell> totals, PublishedCell first) {
        return hasValue(first)
                ? first
                : totals.stream()
                        .filter(cell -> !cell.isOfDatasetOf(first) && hasValue(cell))
                        .findFirst()
                        .orElse(first);
    }

    private static boolean hasValue(PublishedCell cell) {
        return cell.observed() instanceof Observed.Value;
    }

    /**
     * Since the last comparable period that has a value, of the same source if it has one. Where that source's past is not
     * comparable and no other is, it is said why.
     */
    private int change(PublishedCell figure, List<PublishedCell> totals) {
        return totals.stream()
                .filter(cell -> counterpart.isEarlier(figure, cell))
                .filter(cell -> cell.isOfDatasetOf(figure)
                        || counterpart.hindrance(figure, cell).isEmpty())
                .min(Comparator.comparing((PublishedCell cell) ->
                                counterpart.hindrance(figure, cell).isPresent())
                        .thenComparing(cell -> !hasValue(cell))
                        .thenComparing(cell -> !cell.isOfDatasetOf(figure))
                        .thenComparing(cell -> cell.run().period(), Comparator.reverseOrder()))
                .map(cell -> counterpart.since(figure, cell, changes))
                .orElse(NONE);
    }

    private List<PartDraft> parts(List<PublishedCell> cells, PublishedCell leading) {
        return cells.stream()
                .filter(cell -> !cell.run().breakdown().isTotal()
                        && cell.isOfDatasetOf(leading)
                        && cell.run().period().equals(leading.run().period()))
                .map(cell -> new PartDraft(cell, counterpart.beside(cell, partsBeside)))
                .toList();
    }

    private Line line(Draft draft, @Nullable Contrast reference, @Nullable Contrast change, List<Contrast> parts) {
        var figure = draft.figure;
        return new Line(
                draft.indicator,
                draft.meaning,
                figure,
                draft.passedOver,
                reference,
                change,
                figure == null ? null : rank(figure, draft.meaning).orElse(null),
                figure == null
                        ? null
                        : Target.of(Estimate.of(figure, draft.meaning), draft.meaning)
                                .orElse(null),
                others(draft, true),
                others(draft, false),
                draft.parts.stream()
                        .map(part -> new Part(part.figure, at(parts, part.reference)))
                        .toList(),
                figure == null
                        ? null
                        : Makeup.of(snapshot, figure, draft.meaning).orElse(null),
                index(draft.indicator, draft.cells).orElse(null));
    }

    private Optional<RankInterval> rank(PublishedCell figure, Meaning meaning) {
        if (indices.isIndex(figure)) {
            return indices.rank(figure);
        }
        return meaning.regardlessOfSize()
                ? Ranking.of(snapshot, figure, surroundings).of(figure.area())
                : Optional.empty();
    }

    private static List<PublishedCell> others(Draft draft, boolean ofSameSource) {
        var shown = draft.figure;
        return shown == null
                ? List.of()
                : draft.cells.stream()
                        .filter(cell -> !cell.equals(shown) && cell.isOfDatasetOf(shown) == ofSameSource)
                        .toList();
    }

    /** The index of poverty beside which a figure is computed; none for what the catalogue knows by itself. */
    private Optional<String> index(String indicator, Collection<PublishedCell> cells) {
        return snapshot.catalogue().isShared(indicator)
                ? Optional.empty()
                : cells.stream()
                        .map(PublishedCell::dataset)
                        .distinct()
                        .flatMap(dataset -> dataset.definitions().studies().stream())
                        .flatMap(study -> study.index(indicator).stream())
                        .map(this::shownAs)
                        .filter(index -> !index.equals(indicator) && byIndicator.containsKey(index))
                        .findFirst();
    }
}
