package org.socialobservatory.api.page.map;

import org.socialobservatory.api.page.Page;
import org.socialobservatory.api.page.Provenance;

/** A map as a part of a page elsewhere: the map, its legend and its figures, nothing to choose. */
public record EmbedPage(MapPage map, Provenance provenance) implements Page {}
