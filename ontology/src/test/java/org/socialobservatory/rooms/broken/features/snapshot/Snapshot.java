package org.socialobservatory.rooms.broken.features.snapshot;

import org.jspecify.annotations.Nullable;
import org.socialobservatory.rooms.broken.features.area.AreaPage;

/** Is shared and knows a feature. */
public record Snapshot(@Nullable AreaPage page) {}
