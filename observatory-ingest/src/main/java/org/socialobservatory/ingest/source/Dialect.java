package org.socialobservatory.ingest.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a table is written, as far as its package declares it (Table Dialect of Frictionless Data); null is detected.
 *
 * @param delimiter between the fields of a row
 * @param quote around fields
 * @param header whether the first row names the columns
 * @param fieldNames names of the columns where no row names them
 * @param encoding of the text
 * @param sheet name of the sheet of a workbook, the first one where null
 */
public record Dialect(
        @Nullable Character delimiter,
        char quote,
        @Nullable Character comment,
        boolean header,
        List<String> fieldNames,
        @Nullable String encoding,
        @Nullable String sheet) {

    /** Everything detected. */
    public static final Dialect DETECTED = new Dialect(null, '"', null, true, List.of(), null, null);

    public Dialect {
        fieldNames = List.copyOf(fieldNames);
    }
}
