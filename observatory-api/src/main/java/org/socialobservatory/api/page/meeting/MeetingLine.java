package org.socialobservatory.api.page.meeting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.page.Named;
import org.socialobservatory.api.page.Visit;
import org.socialobservatory.api.snapshot.meeting.Held;
import org.socialobservatory.api.snapshot.meeting.Meetings;
import org.socialobservatory.ontology.meeting.Decision;
import org.socialobservatory.ontology.meeting.Verdict;

/**
 * A meeting in a few lines.
 *
 * @param date in words
 * @param persons how many came; 0 where nobody counted
 * @param contested how many figures the room contested
 * @param language in which decisions are written
 * @param fictitious whether it is invented
 */
public record MeetingLine(
        String code,
        String name,
        String date,
        Named area,
        int persons,
        int contested,
        String language,
        List<DecisionLine> decisions,
        boolean fictitious) {

    /**
     * A decision and what became of it.
     *
     * @param due until when, in words
     * @param done since when it is done, in words; null while it is not
     */
    public record DecisionLine(
            String code,
            String text,
            @Nullable Integer votes,
            @Nullable String responsible,
            @Nullable String due,
            @Nullable String done) {

        /** With so many characters of its text at most; no letter is cut in two. */
        DecisionLine shortened(int longest) {
            if (text.codePointCount(0, text.length()) <= longest) {
                return this;
            }
            var begun =
                    text.substring(0, text.offsetByCodePoints(0, longest - 1)).strip() + "…";
            return new DecisionLine(code, begun, votes, responsible, due, done);
        }

        static DecisionLine of(Visit visit, Decision decision) {
            return new DecisionLine(
                    decision.code(),
                    decision.text(),
                    decision.votes(),
                    decision.responsible(),
                    decision.due() == null ? null : visit.wording().date(decision.due()),
                    decision.done() == null ? null : visit.wording().date(decision.done()));
        }
    }

    public static MeetingLine of(Visit visit, Held held) {
        var meeting = held.meeting();
        return new MeetingLine(
                meeting.code(),
                name(visit, held),
                visit.wording().date(meeting.date()),
                new Named(meeting.area(), visit.names().area(meeting.area())),
                meeting.persons(),
                (int) meeting.figures().stream()
                        .filter(figure -> figure.verdict() == Verdict.CONTESTED)
                        .count(),
                meeting.language().tag(),
                meeting.decisions().stream()
                        .map(decision -> DecisionLine.of(visit, decision))
                        .toList(),
                held.fictitious());
    }

    /** One without a name is called by its area and day. */
    static String name(Visit visit, Held held) {
        var meeting = held.meeting();
        return meeting.name()
                .in(visit.wording().language())
                .orElseGet(() -> visit.wording()
                        .say(
                                "meeting.unnamed",
                                visit.names().area(meeting.area()),
                                visit.wording().date(meeting.date())));
    }

    /** The newest meetings everywhere. */
    public static List<MeetingLine> newest(Visit visit, int most) {
        return Meetings.of(visit.snapshot()).all().stream()
                .limit(most)
                .map(held -> of(visit, held))
                .toList();
    }

    /** What was decided last in an area or within it; null where no meeting that stands decided anything. */
    public static @Nullable MeetingLine decided(Visit visit, String area) {
        return Meetings.of(visit.snapshot()).within(area).stream()
                .filter(held -> !held.meeting().decisions().isEmpty())
                .findFirst()
                .map(held -> of(visit, held))
                .orElse(null);
    }

    /** The same meeting with the first of its decisions, for a place where there is little room. */
    public MeetingLine withDecisions(int most, int longest) {
        return new MeetingLine(
                code,
                name,
                date,
                area,
                persons,
                contested,
                language,
                decisions.stream()
                        .limit(most)
                        .map(decision -> decision.shortened(longest))
                        .toList(),
                fictitious);
    }
}
