package org.socialobservatory.ingest.source;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.finding.Finding.Place;
import org.socialobservatory.ontology.finding.FindingRule;

/** The sheets of a workbook, the layers of a geographic file: one of them is a resource. */
public final class Sheets {

    private static final int SHOWN = 5;

    private Sheets() {}

    /**
     * Says which ones nobody reads, where the package does not say which one it means.
     *
     * @param named by the package
     * @param read what was read in the end
     */
    public static void reportUnread(
            @Nullable String named, String read, List<String> all, Place place, Findings findings) {
        if (named == null && all.size() > 1) {
            var others = all.stream().filter(one -> !one.equals(read)).toList();
            var shown = String.join(", ", others.subList(0, Math.min(SHOWN, others.size())));
            findings.add(FindingRule.SHEETS_UNREAD, place, read, read, others.size() > SHOWN ? shown + ", …" : shown);
        }
    }
}
