package org.socialobservatory.ingest.mapping.description;

import java.lang.Character.UnicodeScript;
import org.jspecify.annotations.Nullable;

/** Where a value comes from. */
public sealed interface Binding {

    /**
     * A column of the row.
     *
     * @param codes translates what stands in the column, null where it stays as it is
     * @param script takes only the words in this script, null where the column does not mix scripts
     */
    record Column(
            String name,
            @Nullable CodeTable codes,
            @Nullable UnicodeScript script) implements Binding {

        /** A column whose text stays as it is. */
        static Column of(String name) {
            return new Column(name, null, null);
        }
    }

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
