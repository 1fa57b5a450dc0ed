package org.socialobservatory.api.page.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.page.Visit;
import org.socialobservatory.api.snapshot.PublishedCell;
import org.socialobservatory.api.snapshot.survey.Instrument;
import org.socialobservatory.api.snapshot.survey.Instruments;
import org.socialobservatory.ontology.edition.Definitions;
import org.socialobservatory.ontology.edition.Edition;
import org.socialobservatory.ontology.indicator.Indicator;
import org.socialobservatory.ontology.survey.FigureComparison;
import org.socialobservatory.ontology.survey.FigureComparison.Kind;
import org.socialobservatory.ontology.survey.FigureComparison.Obstacle;
import org.socialobservatory.ontology.survey.FigureComparison.Source;
import org.socialobservatory.ontology.survey.Study;

/** With the figures of which other editions one that was computed from answers may be compared. */
final class ComparableFigures {

    /** So many editions are named, those of the same dataset first, then the latest. */
    private static final int NAMED = 10;

    private final Visit visit;
    private final PublishedCell cell;
    private final Edition edition;
    private final Instruments instruments;

    ComparableFigures(Visit visit, PublishedCell cell) {
        this.visit = visit;
        this.cell = cell;
        this.edition = cell.dataset().edition();
        this.instruments = Instruments.of(visit.snapshot());
    }

    /**
     * Another edition with figures of the indicator.
     *
     * @param obstacles what stands against comparing, in words
     * @param questionnaires where the two are compared; null where one is not known or both are the same
     */
    public record Line(
            String dataset,
            String title,
            int edition,
            boolean comparable,
            List<String> obstacles,
            @Nullable Table questionnaires) {}

    /**
     * The page of two questionnaires.
     *
     * @param with its parameter: the other one
     * @param version its parameter: that of the questionnaire of this figure
     */
    public record Table(String path, String with, int version) {}

    List<Line> lines() {
        var definitions = cell.dataset().definitions();
        var resource = definitions
                .resources()
                .get(cell.dataset().block().origin(cell.cell()).resource())
                .name();
        var code = cell.key().indicator();
        var own = definitions.studies().stream()
                .filter(study -> study.resource().equals(resource)
                        && study.computation(code).isPresent())
                .findFirst();
        var indicator = indicator(definitions, code);
        return own.isEmpty() || indicator.isEmpty() ? List.of() : lines(new Source(indicator.get(), own.get()));
    }

    private List<Line> lines(Source own) {
        var lines = new ArrayList<Line>();
        var editions = new ArrayList<>(visit.snapshot().editions());
        editions.sort(Comparator.comparing((Edition other) -> !other.dataset().equals(edition.dataset()))
                .thenComparing(Edition::sequence, Comparator.reverseOrder()));
        for (Edition other : editions) {
            if (!other.isWithdrawn() && !other.id().equals(edition.id()) && lines.size() < NAMED) {
                source(other).ifPresent(source -> lines.add(line(own, other, source)));
            }
        }
        return List.copyOf(lines);
    }

    /** The computation of the same indicator in another edition, under any code that it has there. */
    private Optional<Source> source(Edition other) {
        var definitions = visit.snapshot().definitions(other);
        for (String code : visit.snapshot().catalogue().synonyms(cell.key().indicator())) {
            for (Study study : definitions.studies()) {
                if (study.computation(code).isPresent()) {
                    return indicator(definitions, code).map(indicator -> new Source(indicator, study));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Indicator> indicator(Definitions definitions, String code) {
        return definitions.indicators().stream()
                .filter(indicator -> indicator.code().equals(code))
                .findFirst()
                .or(() -> visit.snapshot().catalogue().indicator(code));
    }

    private Line line(Source own, Edition other, Source source) {
        var here = instrument(edition, own);
        var there = instrument(other, source);
        var questions = here == null || there == null ? null : instruments.compare(here, there);
        var comparison = FigureComparison.of(own, source, questions);
        return new Line(
                other.dataset(),
                visit.snapshot().dataset(other.dataset()).map(visit::title).orElse(other.dataset()),
                other.number(),
                comparison.comparable(),
                comparison.obstacles().stream().map(this::words).distinct().toList(),
                table(here, there));
    }

    private static @Nullable Table table(@Nullable Instrument here, @Nullable Instrument there) {
        return here == null || there == null || here.id().equals(there.id())
                ? null
                : new Table(
                        "/datasets/" + here.dataset() + "/questionnaires/" + here.resource() + "/comparison",
                        there.id(),
                        here.version());
    }

    private @Nullable Instrument instrument(Edition of, Source source) {
        return source.study() == null
                ? null
                : instruments.of(of, source.study().resource()).orElse(null);
    }

    private String words(Obstacle obstacle) {
        if (obstacle.kind() == Kind.UNKNOWN_QUESTION) {
            var variables = Stream.concat(Stream.ofNullable(obstacle.first()), Stream.ofNullable(obstacle.second()))
                    .distinct()
                    .collect(Collectors.joining(", "));
            return visit.wording().say("figure.compare." + obstacle.kind().code(), variables);
        }
        var nothing = visit.wording()
                .say(obstacle.kind() == Kind.UNIVERSE ? "figure.compare.everybody" : "figure.compare.nothing");
        return visit.wording()
                .say(
                        "figure.compare." + obstacle.kind().code(),
                        Objects.requireNonNullElse(obstacle.first(), nothing),
                        Objects.requireNonNullElse(obstacle.second(), nothing));
    }
}
