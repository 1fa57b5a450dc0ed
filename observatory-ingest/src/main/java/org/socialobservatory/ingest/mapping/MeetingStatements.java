package org.socialobservatory.ingest.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.socialobservatory.ontology.finding.Finding;
import org.socialobservatory.ontology.meeting.Attendance;
import org.socialobservatory.ontology.meeting.Decision;
import org.socialobservatory.ontology.meeting.Meeting;
import org.socialobservatory.ontology.meeting.Priority;
import org.socialobservatory.ontology.meeting.ShownFigure;

/** What the tables of a package say of meetings, row by row. */
public final class MeetingStatements {

    /** The meetings, still without their parts. */
    public final List<Said<Meeting>> meetings = new ArrayList<>();

    /** Codes of all meetings that have a row, also of those whose row is refused. */
    public final Set<String> named = new HashSet<>();

    public final List<Said<Attendance>> attendance = new ArrayList<>();
    public final List<Said<ShownFigure>> figures = new ArrayList<>();
    public final List<Said<Priority>> priorities = new ArrayList<>();
    public final List<Said<Decision>> decisions = new ArrayList<>();

    /**
     * What one row says.
     *
     * @param place where it was read
     * @param meeting code of the meeting
     */
    public record Said<T>(Finding.Place place, String meeting, T thing) {}
}
