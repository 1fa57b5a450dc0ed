package org.socialobservatory.ingest.mapping;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.socialobservatory.ingest.source.Findings;
import org.socialobservatory.ingest.source.Spelling;
import org.socialobservatory.ingest.source.Table;
import org.socialobservatory.ontology.finding.FindingRule;

/** The columns of a table, found by name once; knows which of them were asked for. */
public final class Columns {

    /** No such column. */
    public static final int NONE = -1;

    private final Table table;
    private final Set<String> used = new HashSet<>();
    private final Set<String> reported = new HashSet<>();

    public Columns(Table table) {
        this.table = table;
    }

    /** Position of a column; a finding where there is none of that name, or more than one. */
    public int find(String name, Findings findings) {
        used.add(name);
        var names = table.columns();
        int index = names.indexOf(name);
        if (index < 0) {
            if (reported.add(name)) {
                findings.add(
                        FindingRule.COLUMN_MISSING,
                        table.place().column(name),
                        null,
                        name,
                        Spelling.nearestText(name, names));
            }
        } else if (names.lastIndexOf(name) != index && reported.add(name)) {
            findings.add(FindingRule.COLUMN_REPEATED, table.place().column(name), null, name);
        }
        return index;
    }

    public boolean has(String name) {
        return table.columns().contains(name);
    }

    public String name(int index) {
        return table.columns().get(index);
    }

    /** The columns that nobody asked for, in order. */
    public List<String> unused() {
        var unused = new LinkedHashSet<>(table.columns());
        unused.removeAll(used);
        unused.remove("");
        return List.copyOf(unused);
    }

    /** Points out the columns that no role uses. */
    public void reportUnused(Findings findings) {
        var unused = unused();
        if (!unused.isEmpty()) {
            findings.add(FindingRule.COLUMNS_UNUSED, table.place(), null, String.join(", ", unused));
        }
    }
}
