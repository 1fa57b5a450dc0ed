package org.socialobservatory.ingest.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.socialobservatory.ingest.source.Findings;
import org.socialobservatory.ingest.source.Table;
import org.socialobservatory.ontology.finding.FindingRule;

/**
 * The rows of a resource that were left out because the package tolerates them, as they were; only what stands beside a
 * withheld state is blank.
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
     * @param values one for each column, as read; more or fewer where the row is ragged
     */
    public record Row(long number, FindingRule rule, List<String> values) {
        public Row {
            values = List.copyOf(values);
        }
    }

    /**
     * Reads them once more.
     *
     * @param refused number to rule
     * @param kept what of a row may be kept
     */
    public static RefusedRows read(
            String resource, Table table, Map<Long, FindingRule> refused, UnaryOperator<String[]> kept) {
        var rows = new ArrayList<Row>();
        table.rows(new Findings(), new Table.RowReader() {
            @Override
            public boolean row(long number, String[] values, @Nullable Geometry geometry) {
                var rule = refused.get(number);
                if (rule != null) {
                    rows.add(new Row(number, rule, List.of(kept.apply(values))));
                }
                return rows.size() < refused.size();
            }

            @Override
            public void refused(long number, FindingRule rule, List<String> fields) {
                if (refused.containsKey(number)) {
                    rows.add(new Row(number, rule, List.of(kept.apply(fields.toArray(String[]::new)))));
                }
            }
        });
        return new RefusedRows(resource, table.columns(), rows);
    }
}
