package org.socialobservatory.ingest.source;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A part of a package's description. Every scalar stays the text that somebody wrote, so that {@code 0444} and
 * {@code no} remain codes; each part knows its line.
 */
public sealed interface Node {

    /** Line in the description, from 1. */
    long line();

    /** A scalar. */
    record Text(String text, long line) implements Node {}

    /** A list. */
    record Items(List<Node> items, long line) implements Node {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** Keys with their values, in order; a key without value is left out. */
    record Keys(Map<String, Node> entries, long line) implements Node {
        public Keys {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }
    }
}
