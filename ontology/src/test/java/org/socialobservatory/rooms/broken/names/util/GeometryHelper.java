package org.socialobservatory.rooms.broken.names.util;

/** Neither its package nor its name says what it is. */
public record GeometryHelper() {}
