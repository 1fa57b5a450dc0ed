package org.socialobservatory.rooms.broken.features.search;

import org.socialobservatory.rooms.broken.features.snapshot.Snapshot;

/** Knows what all share, as it may. */
public record SearchPage(Snapshot snapshot) {}
