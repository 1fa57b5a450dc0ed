package org.socialobservatory.rooms.broken.features.area;

import org.socialobservatory.rooms.broken.features.search.SearchPage;

/** Knows another feature. */
public record AreaPage(SearchPage search) {}
