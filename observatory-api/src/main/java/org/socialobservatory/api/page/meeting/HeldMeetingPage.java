package org.socialobservatory.api.page.meeting;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.page.Figure;
import org.socialobservatory.api.page.Page;
import org.socialobservatory.api.page.Provenance;
import org.socialobservatory.api.page.meeting.MeetingLine.DecisionLine;

/**
 * A meeting that was held.
 *
 * @param language in which the room spoke
 * @param place where, in its words
 * @param attendance the groups that were counted; the total is in the line
 * @param priorities those with the most votes first
 * @param further columns of the table that have no meaning here, by name
 * @param iri its lasting name
 */
public record HeldMeetingPage(
        MeetingLine meeting,
        String language,
        @Nullable String place,
        List<Group> attendance,
        List<Shown> figures,
        List<PriorityLine> priorities,
        List<Decided> decisions,
        Map<String, String> further,
        String iri,
        Provenance provenance)
        implements Page {

    /** How many of a group came; its name is in words. */
    public record Group(String name, int persons) {}

    /**
     * A figure that was shown.
     *
     * @param verdict code of what the room said
     * @param path of the figure’s proof; null where it is not published now
     * @param figure as the edition that was shown has it; null where that cannot be told
     * @param since code of what became of it
     */
    public record Shown(
            int ordinal,
            String verdict,
            String label,
            String area,
            String period,
            String breakdown,
            String dataset,
            int edition,
            @Nullable String path,
            @Nullable Figure figure,
            String since,
            @Nullable String note,
            @Nullable String answer) {}

    /** What the room wants to see done. */
    public record PriorityLine(String text, int votes) {}

    /** A decision with the figures on which it rests. */
    public record Decided(DecisionLine decision, List<Cited> cites) {}

    /**
     * A figure on which a decision rests.
     *
     * @param path of its proof; null where it is not published now
     */
    public record Cited(String label, @Nullable String path) {}
}
