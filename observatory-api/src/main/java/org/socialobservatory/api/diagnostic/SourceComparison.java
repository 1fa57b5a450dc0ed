package org.socialobservatory.api.diagnostic;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.snapshot.PerSnapshot;
import org.socialobservatory.api.snapshot.PublishedCell;
import org.socialobservatory.api.snapshot.PublishedDataset;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.api.snapshot.survey.Instrument;
import org.socialobservatory.api.snapshot.survey.Instruments;
import org.socialobservatory.ontology.indicator.Indicator;
import org.socialobservatory.ontology.survey.FigureComparison;
import org.socialobservatory.ontology.survey.FigureComparison.Source;
import org.socialobservatory.ontology.survey.Study;

/** Whether two cells say the same thing of different people or times; asked for by thousands of cells, answered once. */
final class SourceComparison {

    private static final PerSnapshot<SourceComparison> OF = new PerSnapshot<>(SourceComparison::new);

    private final Snapshot snapshot;
    private final Map<Pair, Optional<Reason>> known = new ConcurrentHashMap<>();

    /** What cells of one resource and indicator have in common. */
    private record Origin(String dataset, int resource, String indicator) {}

    private record Pair(Origin one, Origin other) {}

    private SourceComparison(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    static SourceComparison of(Snapshot snapshot) {
        return OF.of(snapshot);
    }

    /** What stands first against comparing them; empty where they are comparable. */
    Optional<Reason> obstacle(PublishedCell one, PublishedCell other) {
        var pair = new Pair(origin(one), origin(other));
        return pair.one.equals(pair.other) ? Optional.empty() : known.computeIfAbsent(pair, _ -> compared(one, other));
    }

    private static Origin origin(PublishedCell cell) {
        return new Origin(
                cell.dataset().code(),
                cell.dataset().block().origin(cell.cell()).resource(),
                cell.run().indicator());
    }

    private Optional<Reason> compared(PublishedCell one, PublishedCell other) {
        var first = source(one);
        var second = source(other);
        return first.isEmpty() || second.isEmpty()
                ? Optional.of(Reason.DEFINITION)
                : FigureComparison.of(first.get(), second.get(), questions(one, first.get(), other, second.get()))
                        .obstacles()
                        .stream()
                        .findFirst()
                        .map(obstacle -> Reason.of(obstacle.kind()));
    }

    private Optional<Source> source(PublishedCell cell) {
        var dataset = cell.dataset();
        var resource = dataset.definitions()
                .resources()
                .get(dataset.block().origin(cell.cell()).resource())
                .name();
        var code = cell.run().indicator();
        var study = dataset.definitions().studies().stream()
                .filter(asked -> asked.resource().equals(resource)
                        && asked.computation(code).isPresent())
                .findFirst()
                .orElse(null);
        return indicator(dataset, code).map(indicator -> new Source(indicator, study));
    }

    private Optional<Indicator> indicator(PublishedDataset dataset, String code) {
        return dataset.definitions().indicators().stream()
                .filter(own -> own.code().equals(code))
                .findFirst()
                .or(() -> snapshot.catalogue().indicator(code));
    }

    private org.socialobservatory.ontology.survey.@Nullable Comparability questions(
            PublishedCell one, Source first, PublishedCell other, Source second) {
        var here = instrument(one, first.study());
        var there = instrument(other, second.study());
        return here == null || there == null ? null : Instruments.of(snapshot).compare(here, there);
    }

    private @Nullable Instrument instrument(PublishedCell cell, @Nullable Study study) {
        return study == null
                ? null
                : Instruments.of(snapshot)
                        .of(cell.dataset().edition(), study.resource())
                        .orElse(null);
    }
}
