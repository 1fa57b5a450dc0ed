package org.socialobservatory.api.meeting;

import org.socialobservatory.ontology.meeting.Meeting;

/**
 * A meeting as a browser sends it, again and again while it goes on.
 *
 * @param revision grows with every sending that says something else
 * @param ended whether the room said that it is over
 */
record SentMeeting(int revision, boolean ended, Meeting meeting) {}
