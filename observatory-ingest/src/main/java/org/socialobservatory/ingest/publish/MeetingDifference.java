package org.socialobservatory.ingest.publish;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import org.socialobservatory.ontology.meeting.Meeting;

/**
 * How the meetings of an edition differ from those that its dataset told of before.
 *
 * @param added meetings that are new
 * @param changed meetings of which something else is told
 * @param kept meetings that are not told again, and stand because the edition does that told them
 */
public record MeetingDifference(long added, long changed, long kept) {

    public static final MeetingDifference NONE = new MeetingDifference(0, 0, 0);

    public boolean isNone() {
        return equals(NONE);
    }

    /**
     * Between what stands and what is told now.
     *
     * @param before of all editions of the dataset that stand, oldest first
     */
    static MeetingDifference between(Collection<Meeting> before, List<Meeting> now) {
        var standing = new HashMap<String, Meeting>();
        before.forEach(meeting -> standing.put(meeting.code(), meeting));
        long added = 0;
        long changed = 0;
        for (var meeting : now) {
            var former = standing.remove(meeting.code());
            added += former == null ? 1 : 0;
            changed += former != null && !former.equals(meeting) ? 1 : 0;
        }
        return new MeetingDifference(added, changed, standing.size());
    }
}
