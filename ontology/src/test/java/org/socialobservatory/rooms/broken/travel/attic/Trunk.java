package org.socialobservatory.rooms.broken.travel.attic;

/** Lives in a room that is not on the way. */
public record Trunk() {}
