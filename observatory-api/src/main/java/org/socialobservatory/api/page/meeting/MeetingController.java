package org.socialobservatory.api.page.meeting;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.page.Named;
import org.socialobservatory.api.page.Provenance;
import org.socialobservatory.api.page.Visit;
import org.socialobservatory.api.problem.ApiProblem;
import org.socialobservatory.api.problem.ApiProblem.BadParameter;
import org.socialobservatory.api.problem.ApiProblem.NotFound;
import org.socialobservatory.api.problem.ApiProblem.Withdrawn;
import org.socialobservatory.api.problem.ProblemRule;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.api.snapshot.meeting.Held;
import org.socialobservatory.api.snapshot.meeting.Meetings;
import org.socialobservatory.ontology.area.Area;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /meetings} and {@code /meetings/{code}}. */
@Controller("heldMeetings")
class MeetingController {

    @GetMapping("/meetings")
    MeetingsPage meetings(Visit visit, @RequestParam(required = false) @Nullable String area) {
        var snapshot = visit.snapshot();
        var named = area == null || area.isEmpty() ? null : named(visit, area);
        var meetings = Meetings.of(snapshot);
        var held = named == null ? List.copyOf(meetings.all()) : meetings.within(named.code());
        return new MeetingsPage(
                named,
                held.stream().map(one -> MeetingLine.of(visit, one)).toList(),
                held.stream()
                        .map(one -> MeetingsPage.row(one, snapshot.iris().thing("meeting", one.code())))
                        .toList(),
                new Provenance(held.stream()
                        .map(Held::edition)
                        .distinct()
                        .map(visit::source)
                        .toList()));
    }

    private static Named named(Visit visit, String code) {
        var areas = visit.snapshot().territory();
        return areas.area(code)
                .map(visit.names()::named)
                .orElseThrow(() -> BadParameter.unknown(
                        ProblemRule.UNKNOWN_AREA,
                        "area",
                        code,
                        areas.areas().stream().map(Area::code).toList()));
    }

    @GetMapping("/meetings/{code}")
    HeldMeetingPage meeting(Visit visit, @PathVariable String code) {
        var held = Meetings.of(visit.snapshot()).meeting(code).orElseThrow(() -> absent(visit.snapshot(), code));
        return new Minutes(visit, held).page();
    }

    /** Withdrawn with the reason, where an edition once told of it. */
    private static ApiProblem absent(Snapshot snapshot, String code) {
        return snapshot.editions().reversed().stream()
                .filter(edition -> edition.isWithdrawn()
                        && snapshot.definitions(edition).meetings().stream()
                                .anyMatch(meeting -> meeting.code().equals(code)))
                .findFirst()
                .<ApiProblem>map(edition -> new Withdrawn(Objects.requireNonNullElse(edition.withdrawn(), "")))
                .orElseGet(() -> new NotFound(ProblemRule.UNKNOWN_THING, "meeting/" + code, List.of()));
    }
}
