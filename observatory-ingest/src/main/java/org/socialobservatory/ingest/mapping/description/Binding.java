package org.socialobservatory.ingest.mapping.description;

import org.jspecify.annotations.Nullable;

/** Where a value comes from. */
public sealed interface Binding {

    /**
     * A column of the row.
     *
     * @param codes translates what stands in the column, null where it stays as it is
     */
    record Column(String name, @Nullable CodeTable codes) implements Binding {}

    /** The same for every row. */
    record Literal(String value) implements Binding {}

    /**
     * A further column of the table that translates another key: the table splits a code that carries several
     * dimensions.
     *
     * @param key such as {@code indicator}
     * @param target column of its table
     */
    record From(String key, String target) implements Binding {}
}
