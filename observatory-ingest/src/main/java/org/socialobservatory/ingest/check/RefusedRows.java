package org.socialobservatory.ingest.check;

import java.util.List;
import org.socialobservatory.ontology.finding.FindingRule;

/**
 * The rows of a resource that were left out because the package tolerates them, as they were.
 *
 * @param resource name of the resource
 * @param columns names of its columns
 */
public record RefusedRows(String resource, List<String> columns, List<Row> rows) {
    public RefusedRows {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * One of them.
     *
     * @param number line of the file or row of the sheet, from 1
     * @param rule the first rule that it breaks
     * @param values one for each column, as read
     */
    public record Row(long number, FindingRule rule, List<String> values) {
        public Row {
            values = List.copyOf(values);
        }
    }
}
