package org.socialobservatory.ingest.composite;

import org.socialobservatory.ingest.mapping.tabulation.ComposedIndicator;

/**
 * An index with the resource that describes it.
 *
 * @param resource its position in the list of resources
 */
public record Described(int resource, ComposedIndicator index) {}
