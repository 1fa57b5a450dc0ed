package org.socialobservatory.ontology.meeting;

import java.util.Map;
import org.socialobservatory.ontology.Term;

/**
 * What a meeting wants to see done, with the dots that people put on it.
 *
 * @param text in the language of the meeting
 * @param properties further columns of the table, as text
 */
@Term("obs:Priority")
public record Priority(String text, int votes, Map<String, String> properties) {

    public Priority {
        text = Meeting.text(text);
        Meeting.counted(votes);
        properties = Meeting.sorted(properties);
    }

    public Priority(String text, int votes) {
        this(text, votes, Map.of());
    }
}
