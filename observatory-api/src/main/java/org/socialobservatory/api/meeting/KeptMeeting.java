package org.socialobservatory.api.meeting;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.Multilingual;

/**
 * A meeting in the tray.
 *
 * @param id drawn by the browser; who knows it may read the meeting
 * @param received when this revision came
 * @param town in which it was held; null where its area is in none
 */
public record KeptMeeting(
        UUID id, Instant received, @Nullable Town town, SentMeeting sent) {

    /** A town and its name. */
    public record Town(String code, Multilingual name) {}

    public boolean ended() {
        return sent.ended();
    }

    /** One line that tells this meeting from others. */
    public String line() {
        var meeting = sent.meeting();
        return String.join(
                "  ",
                id.toString(),
                meeting.area(),
                meeting.date().toString(),
                meeting.code(),
                Integer.toString(sent.revision()));
    }
}
