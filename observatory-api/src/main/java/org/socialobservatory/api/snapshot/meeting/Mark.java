package org.socialobservatory.api.snapshot.meeting;

import java.util.Locale;
import org.socialobservatory.ontology.meeting.ShownFigure;
import org.socialobservatory.ontology.meeting.Verdict;

/**
 * What the newest meeting that spoke of a figure said of it.
 *
 * @param ordinal place of the figure among those that the meeting was shown, from 1
 */
public record Mark(Held held, ShownFigure figure, int ordinal) {

    /** The word and sign that the figure bears at every door. */
    public boolean contested() {
        return figure.verdict() == Verdict.CONTESTED;
    }

    /** What became of a figure since the room saw it. */
    public enum Since {
        /** It says the same. */
        SAME,
        /** Its value or its interval is another. */
        CHANGED,
        /** It is published no more: withheld, missing, or its cell is gone. */
        GONE,
        /** The edition that was shown never was, or was withdrawn. */
        UNKNOWN;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
