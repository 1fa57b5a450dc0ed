package org.socialobservatory.api.page.dataset;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.page.Visit;
import org.socialobservatory.api.page.meeting.MeetingLine;
import org.socialobservatory.api.snapshot.PublishedCell;
import org.socialobservatory.api.snapshot.meeting.Mark;
import org.socialobservatory.api.snapshot.meeting.Meetings;
import org.socialobservatory.ontology.meeting.FigurePath;

/**
 * What a meeting said of a figure.
 *
 * @param verdict its code
 * @param edition that the room was shown
 * @param since code of what became of the figure since
 * @param ordinal of the figure on the page of the meeting
 */
record RoomVerdict(
        MeetingLine meeting,
        String verdict,
        int edition,
        String since,
        int ordinal,
        @Nullable String note,
        @Nullable String answer) {

    /** The newest first. */
    static List<RoomVerdict> of(Visit visit, PublishedCell cell) {
        var meetings = Meetings.of(visit.snapshot());
        var path = new FigurePath(cell.dataset().code(), cell.key());
        return meetings.said(path).stream()
                .map(mark -> of(visit, mark, meetings.since(mark, cell.dataset())))
                .toList();
    }

    private static RoomVerdict of(Visit visit, Mark mark, Mark.Since since) {
        return new RoomVerdict(
                MeetingLine.of(visit, mark.held()),
                mark.figure().verdict().code(),
                mark.figure().edition(),
                since.code(),
                mark.ordinal(),
                mark.figure().note(),
                mark.figure().answer());
    }
}
