package org.socialobservatory.api.page.area;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.socialobservatory.api.diagnostic.Diagnostic;
import org.socialobservatory.api.page.Named;
import org.socialobservatory.api.page.Provenance;
import org.socialobservatory.api.page.Visit;
import org.socialobservatory.api.page.area.AreaPage.Row;
import org.socialobservatory.api.page.area.AreaPage.Theme;
import org.socialobservatory.api.page.area.ProjectionPage.Attendance;
import org.socialobservatory.api.page.area.ProjectionPage.Shown;
import org.socialobservatory.api.page.area.ProjectionPage.Unknown;
import org.socialobservatory.api.page.area.ProjectionPage.Voice;
import org.socialobservatory.api.page.sentence.Sentence;
import org.socialobservatory.api.page.sentence.Sentences;
import org.socialobservatory.api.snapshot.meeting.Meetings;
import org.socialobservatory.ontology.area.Area;
import org.socialobservatory.ontology.cube.Breakdown;
import org.socialobservatory.ontology.indicator.Indicator.Direction;
import org.socialobservatory.ontology.meeting.Meeting;
import org.socialobservatory.ontology.meeting.ShownFigure;

/** Chooses of an area's page what a room can take in: the lines are the same, and fewer than on paper. */
final class Projection {

    private static final int MOST_FIGURES = 5;
    /** Lines of a screen that are legible from the last row. */
    private static final int MOST_UNKNOWN = 5;

    private static final int MOST_VOICES = 4;

    private static final List<String> SEXES = List.of("F", "M");
    /** Those who can be told apart by looking around in a room. */
    private static final List<String> AGES = List.of("Y0T14", "Y15T24", "Y25T59", "Y_GE60");

    private final Visit visit;
    private final Area area;
    private final Diagnostic diagnostic;

    Projection(Visit visit, Area area) {
        this.visit = visit;
        this.area = area;
        this.diagnostic = Diagnostic.of(visit.snapshot(), area, null);
    }

    /** @param records whether what the room says can be kept */
    ProjectionPage page(boolean records) {
        var figures = new AreaFigures(visit, diagnostic);
        var rows = figures.rows();
        var against = diagnostic.surroundings().reference();
        var sentences = Sentences.of(visit, diagnostic);
        var provenance = visit.provenance(figures.datasets());
        var unknown = rows.stream().filter(Projection::isUnknown).toList();
        return new ProjectionPage(
                area.code(),
                visit.names().area(area.code()),
                visit.names().level(area.level()),
                against == null ? null : visit.names().named(against),
                Sheet.place(visit, area),
                key(rows),
                sentences.stream()
                        .filter(sentence -> sentence.kind() != Sentence.Kind.UNKNOWN)
                        .toList(),
                sentences.stream()
                        .filter(sentence -> sentence.kind() == Sentence.Kind.UNKNOWN)
                        .findFirst()
                        .orElse(null),
                unknown.stream().limit(MOST_UNKNOWN).map(Projection::unknown).toList(),
                Math.max(0, unknown.size() - MOST_UNKNOWN),
                voices(),
                new Attendance(named("sex", SEXES), named("age", AGES)),
                editions(provenance),
                records,
                provenance);
    }

    /** Figures of which it is known which way is better come first: a room can say what to do about them. */
    private List<Shown> key(List<Row> rows) {
        var told = rows.stream()
                .filter(row -> row.indicator().direction() != Direction.NONE)
                .toList();
        var key = shown(told);
        return key.size() < MOST_FIGURES ? shown(rows) : key;
    }

    private List<Shown> shown(List<Row> rows) {
        return KeyFigures.of(new Themes(visit, area, List.of()).of(rows), MOST_FIGURES).stream()
                .flatMap(this::shown)
                .toList();
    }

    private Stream<Shown> shown(Theme theme) {
        return theme.rows().stream().map(row -> {
            var figure = Objects.requireNonNull(row.figure());
            return new Shown(
                    String.join(
                            "/",
                            figure.dataset(),
                            figure.indicator(),
                            figure.area(),
                            figure.period(),
                            figure.breakdown()),
                    theme.code(),
                    theme.name(),
                    row,
                    visit.snapshot().dataset(figure.dataset()).map(visit::title).orElse(figure.dataset()));
        });
    }

    /** Withheld, missing, or known as an interval only. */
    private static boolean isUnknown(Row row) {
        return row.figure() != null && row.figure().mark() != null;
    }

    private static Unknown unknown(Row row) {
        var figure = Objects.requireNonNull(row.figure());
        return new Unknown(row.label(), figure.text(), figure.interval());
    }

    private List<Voice> voices() {
        return Meetings.of(visit.snapshot()).within(area.code()).stream()
                .flatMap(held -> held.meeting().figures().stream()
                        .filter(figure -> figure.note() != null)
                        .map(figure -> voice(held.meeting(), figure)))
                .limit(MOST_VOICES)
                .toList();
    }

    private Voice voice(Meeting meeting, ShownFigure figure) {
        var key = figure.figure().key();
        var label = visit.names().indicator(key.indicator()).label();
        var breakdown = Breakdown.parse(key.breakdown());
        return new Voice(
                meeting.code(),
                visit.wording().date(meeting.date()),
                breakdown.isTotal() ? label : label + " · " + visit.names().breakdown(breakdown),
                figure.verdict().code(),
                meeting.language().tag(),
                Objects.requireNonNull(figure.note()),
                figure.answer());
    }

    private List<Named> named(String scheme, List<String> codes) {
        return codes.stream()
                .map(code -> new Named(code, visit.names().code(scheme, code)))
                .toList();
    }

    /** The editions of a page as {@link HeldEditions} reads them. */
    private static String editions(Provenance provenance) {
        return provenance.sources().stream()
                .map(source -> source.dataset() + HeldEditions.OF + source.edition())
                .collect(Collectors.joining(","));
    }
}
