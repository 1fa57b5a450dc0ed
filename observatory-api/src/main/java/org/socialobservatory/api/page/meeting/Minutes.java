package org.socialobservatory.api.page.meeting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.page.Figure;
import org.socialobservatory.api.page.Provenance;
import org.socialobservatory.api.page.Provenance.Source;
import org.socialobservatory.api.page.Visit;
import org.socialobservatory.api.page.meeting.HeldMeetingPage.Cited;
import org.socialobservatory.api.page.meeting.HeldMeetingPage.Decided;
import org.socialobservatory.api.page.meeting.HeldMeetingPage.Group;
import org.socialobservatory.api.page.meeting.HeldMeetingPage.PriorityLine;
import org.socialobservatory.api.page.meeting.HeldMeetingPage.Shown;
import org.socialobservatory.api.page.meeting.MeetingLine.DecisionLine;
import org.socialobservatory.api.snapshot.PublishedCell;
import org.socialobservatory.api.snapshot.PublishedDataset;
import org.socialobservatory.api.snapshot.meeting.Held;
import org.socialobservatory.api.snapshot.meeting.Mark;
import org.socialobservatory.api.snapshot.meeting.Mark.Since;
import org.socialobservatory.api.snapshot.meeting.Meetings;
import org.socialobservatory.ontology.Codes;
import org.socialobservatory.ontology.cube.Breakdown;
import org.socialobservatory.ontology.meeting.Attendance;
import org.socialobservatory.ontology.meeting.Decision;
import org.socialobservatory.ontology.meeting.FigurePath;
import org.socialobservatory.ontology.meeting.Priority;
import org.socialobservatory.ontology.meeting.ShownFigure;
import org.socialobservatory.ontology.period.Period;

/** What was written down of a meeting, in a reader's words; what the room said stays in its own. */
final class Minutes {

    private final Visit visit;
    private final Held held;
    private final Meetings meetings;

    Minutes(Visit visit, Held held) {
        this.visit = visit;
        this.held = held;
        this.meetings = Meetings.of(visit.snapshot());
    }

    HeldMeetingPage page() {
        var meeting = held.meeting();
        var figures = new ArrayList<Shown>();
        for (ShownFigure figure : meeting.figures()) {
            figures.add(shown(figure, figures.size() + 1));
        }
        return new HeldMeetingPage(
                MeetingLine.of(visit, held),
                meeting.language().tag(),
                meeting.place(),
                meeting.attendance().stream()
                        .filter(group -> !group.isTotal())
                        .map(this::group)
                        .toList(),
                figures,
                meeting.priorities().stream()
                        .sorted(Comparator.comparingInt(Priority::votes).reversed())
                        .map(priority -> new PriorityLine(priority.text(), priority.votes()))
                        .toList(),
                meeting.decisions().stream().map(this::decided).toList(),
                meeting.properties(),
                visit.snapshot().iris().thing("meeting", meeting.code()),
                provenance());
    }

    private Group group(Attendance attendance) {
        var codes = new ArrayList<String>();
        if (!Codes.isTotal(attendance.sex())) {
            codes.add(visit.names().code("sex", attendance.sex()));
        }
        if (!Codes.isTotal(attendance.age())) {
            codes.add(visit.names().code("age", attendance.age()));
        }
        return new Group(String.join(visit.wording().say("list.separator"), codes), attendance.persons());
    }

    private Shown shown(ShownFigure shown, int ordinal) {
        var path = shown.figure();
        var names = visit.names();
        return new Shown(
                ordinal,
                shown.verdict().code(),
                names.indicator(path.key().indicator()).label(),
                names.area(path.key().area()),
                names.period(Period.of(path.key().period())),
                names.breakdown(Breakdown.parse(path.key().breakdown())),
                path.dataset(),
                shown.edition(),
                published(path).isPresent() ? path.toString() : null,
                figure(shown),
                since(shown, ordinal).code(),
                shown.note(),
                shown.answer());
    }

    private Since since(ShownFigure shown, int ordinal) {
        return visit.snapshot()
                .dataset(shown.figure().dataset())
                .map(now -> meetings.since(new Mark(held, shown, ordinal), now))
                .orElse(Since.GONE);
    }

    /** As the room saw it. */
    private @Nullable Figure figure(ShownFigure shown) {
        return visit.snapshot()
                .edition(shown.figure().dataset(), shown.edition())
                .filter(edition -> !edition.isWithdrawn())
                .map(visit.snapshot()::open)
                .flatMap(then -> cell(then, shown.figure()))
                .map(visit.figures()::of)
                .orElse(null);
    }

    private Optional<PublishedCell> published(FigurePath path) {
        return visit.snapshot().dataset(path.dataset()).flatMap(now -> cell(now, path));
    }

    private static Optional<PublishedCell> cell(PublishedDataset dataset, FigurePath path) {
        var found = dataset.block().find(path.key());
        return found.isEmpty() ? Optional.empty() : Optional.of(new PublishedCell(dataset, found.getAsInt()));
    }

    private Decided decided(Decision decision) {
        return new Decided(
                DecisionLine.of(visit, decision),
                decision.cites().stream()
                        .flatMap(path -> FigurePath.parse(path).stream())
                        .map(this::cited)
                        .toList());
    }

    private Cited cited(FigurePath path) {
        var names = visit.names();
        var label = String.join(
                " · ",
                names.indicator(path.key().indicator()).label(),
                names.breakdown(Breakdown.parse(path.key().breakdown())),
                names.area(path.key().area()),
                names.period(Period.of(path.key().period())));
        return new Cited(label, published(path).isPresent() ? path.toString() : null);
    }

    /** The edition that tells of the meeting, and those that the room was shown. */
    private Provenance provenance() {
        Map<String, Source> sources = new LinkedHashMap<>();
        sources.put("", visit.source(held.edition()));
        for (ShownFigure shown : held.meeting().figures()) {
            visit.snapshot()
                    .edition(shown.figure().dataset(), shown.edition())
                    .filter(edition -> !edition.isWithdrawn())
                    .ifPresent(edition -> sources.putIfAbsent(edition.id().toString(), visit.source(edition)));
        }
        return new Provenance(List.copyOf(sources.values()));
    }
}
