package org.socialobservatory.api.snapshot.meeting;

import org.socialobservatory.ontology.edition.Edition;
import org.socialobservatory.ontology.meeting.Meeting;

/**
 * A meeting with the edition that tells of it.
 *
 * @param fictitious whether the dataset says that it is invented
 */
public record Held(Meeting meeting, Edition edition, boolean fictitious) {

    public String code() {
        return meeting.code();
    }
}
