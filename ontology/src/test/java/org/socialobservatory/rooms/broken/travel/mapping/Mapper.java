package org.socialobservatory.rooms.broken.travel.mapping;

/** Keeps to the way. */
public record Mapper() {}
