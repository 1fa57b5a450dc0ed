package org.socialobservatory.ingest.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.socialobservatory.ingest.mapping.MeetingStatements;
import org.socialobservatory.ingest.mapping.MeetingStatements.Said;
import org.socialobservatory.ingest.mapping.Published;
import org.socialobservatory.ingest.source.Findings;
import org.socialobservatory.ingest.source.Spelling;
import org.socialobservatory.ontology.area.Area;
import org.socialobservatory.ontology.area.Territory;
import org.socialobservatory.ontology.cube.CellKey;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.finding.Finding;
import org.socialobservatory.ontology.finding.FindingRule;
import org.socialobservatory.ontology.meeting.Decision;
import org.socialobservatory.ontology.meeting.FigurePath;
import org.socialobservatory.ontology.meeting.Meeting;
import org.socialobservatory.ontology.meeting.ShownFigure;

/**
 * Puts the rows of meetings together. That a figure is not published does not stop a meeting from being told: the room
 * was shown it, and it may be published again.
 */
public final class MeetingCheck {

    private final String dataset;
    private final Territory territory;
    private final Published published;
    private final Findings findings;

    /** A figure of an edition; without a number, of any edition that stands. */
    private record Mentioned(Finding.Place place, FigurePath figure, int edition) {}

    /**
     * @param dataset that the package makes an edition of
     * @param territory as it will be with the package
     */
    public MeetingCheck(String dataset, Territory territory, Published published, Findings findings) {
        this.dataset = dataset;
        this.territory = territory;
        this.published = published;
        this.findings = findings;
    }

    /** The meetings, in order of code. */
    public List<Meeting> meetings(MeetingStatements said) {
        var meetings = new TreeMap<String, Said<Meeting>>();
        once(said.meetings, Said::meeting).forEach(one -> meetings.put(one.meeting(), one));
        meetings.values().forEach(this::placed);
        var attendance = of(
                said.named,
                once(
                        said.attendance,
                        one -> one.thing().sex() + ", " + one.thing().age()));
        var figures = of(said.named, once(said.figures, one -> one.thing().path()));
        var priorities = of(said.named, once(said.priorities, one -> one.thing().text()));
        var decisions = of(said.named, once(said.decisions, one -> one.thing().code()));
        mentioned(said.figures, said.decisions);
        var found = new ArrayList<Meeting>();
        meetings.forEach((code, one) -> {
            var held = one.thing();
            found.add(new Meeting(
                    code,
                    held.name(),
                    held.area(),
                    held.date(),
                    held.language(),
                    held.place(),
                    attendance.getOrDefault(code, List.of()),
                    figures.getOrDefault(code, List.of()),
                    priorities.getOrDefault(code, List.of()),
                    decisions.getOrDefault(code, List.of()),
                    held.properties()));
        });
        return found;
    }

    /** Each thing once; a second of the same name must say the same. */
    private <T> List<Said<T>> once(List<Said<T>> statements, Function<Said<T>, String> name) {
        var seen = new HashMap<List<String>, Said<T>>();
        var kept = new ArrayList<Said<T>>();
        for (var statement : statements) {
            var code = name.apply(statement);
            var earlier = seen.putIfAbsent(List.of(statement.meeting(), code), statement);
            if (earlier == null) {
                kept.add(statement);
            } else if (!earlier.thing().equals(statement.thing())) {
                var row = String.valueOf(
                        Objects.requireNonNullElse(earlier.place().row(), 0L));
                findings.add(FindingRule.CODE_REPEATED, statement.place(), code, code, row);
            }
        }
        return kept;
    }

    private void placed(Said<Meeting> meeting) {
        var area = meeting.thing().area();
        if (!territory.contains(area)) {
            var codes = territory.areas().stream().map(Area::code).toList();
            findings.add(FindingRule.AREA_UNKNOWN, meeting.place(), area, area, Spelling.nearestText(area, codes));
        }
        published.standing().stream()
                .filter(standing -> !standing.edition().dataset().equals(dataset))
                .filter(standing -> standing.definitions().meetings().stream()
                        .anyMatch(other -> other.code().equals(meeting.meeting())))
                .reduce((_, later) -> later)
                .ifPresent(standing -> findings.add(
                        FindingRule.MEETING_ELSEWHERE,
                        meeting.place(),
                        meeting.meeting(),
                        meeting.meeting(),
                        standing.edition().dataset()));
    }

    /** The parts by meeting; those of a meeting that the package does not tell of are pointed out. */
    private <T> Map<String, List<T>> of(Set<String> meetings, List<Said<T>> parts) {
        var found = new HashMap<String, List<T>>();
        for (var part : parts) {
            if (meetings.contains(part.meeting())) {
                found.computeIfAbsent(part.meeting(), _ -> new ArrayList<>()).add(part.thing());
            } else {
                findings.add(
                        FindingRule.MEETING_UNKNOWN,
                        part.place(),
                        part.meeting(),
                        part.meeting(),
                        Spelling.nearestText(part.meeting(), meetings));
            }
        }
        return found;
    }

    private void mentioned(List<Said<ShownFigure>> figures, List<Said<Decision>> decisions) {
        var all = new ArrayList<Mentioned>();
        figures.forEach(one -> all.add(
                new Mentioned(one.place(), one.thing().figure(), one.thing().edition())));
        decisions.forEach(one -> one.thing().cites().stream()
                .flatMap(path -> FigurePath.parse(path).stream())
                .forEach(path -> all.add(new Mentioned(one.place(), path, 0))));
        var editions = new HashMap<String, List<Published.Standing>>();
        published
                .standing()
                .forEach(standing -> editions.computeIfAbsent(standing.edition().dataset(), _ -> new ArrayList<>())
                        .add(standing));
        var cells = new HashMap<Published.Standing, Set<CellKey>>();
        for (var one : all) {
            var standing = editions.getOrDefault(one.figure.dataset(), List.of());
            var meant = standing.stream()
                    .filter(edition -> one.edition == 0 || edition.edition().number() == one.edition)
                    .reduce((_, newest) -> newest);
            if (meant.isEmpty()) {
                var number = one.edition == 0 ? "—" : String.valueOf(one.edition);
                findings.add(
                        FindingRule.EDITION_UNKNOWN,
                        one.place,
                        one.figure.dataset(),
                        one.figure.dataset(),
                        number,
                        standing.isEmpty()
                                ? Spelling.nearestText(one.figure.dataset(), editions.keySet())
                                : numbers(standing));
            } else if (!cells.computeIfAbsent(meant.get(), edition -> shown(edition, all))
                    .contains(one.figure.key())) {
                var path = one.figure.toString();
                var number = String.valueOf(meant.get().edition().number());
                findings.add(FindingRule.FIGURE_UNPUBLISHED, one.place, path, path, number);
            }
        }
    }

    private static String numbers(List<Published.Standing> standing) {
        return String.join(
                ", ",
                standing.stream()
                        .map(one ->
                                one.edition().dataset() + " " + one.edition().number())
                        .toList());
    }

    /** Which of the figures that are spoken of an edition shows; one that is withheld it does not. */
    private static Set<CellKey> shown(Published.Standing standing, List<Mentioned> all) {
        var wanted = new HashSet<CellKey>();
        all.stream()
                .filter(one -> one.figure.dataset().equals(standing.edition().dataset()))
                .forEach(one -> wanted.add(one.figure.key()));
        var found = new HashSet<CellKey>();
        standing.cells().forEach(cell -> {
            if (cell.observed() instanceof Observed.Value && wanted.contains(cell.key())) {
                found.add(cell.key());
            }
        });
        return found;
    }
}
