package org.socialobservatory.rooms.broken.travel.source;

import org.socialobservatory.rooms.broken.travel.mapping.Mapper;

/** Knows a room that comes after its own. */
public record Reader(Mapper mapper) {}
