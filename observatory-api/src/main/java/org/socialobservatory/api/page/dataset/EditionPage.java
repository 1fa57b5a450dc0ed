package org.socialobservatory.api.page.dataset;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.page.Named;
import org.socialobservatory.api.page.Page;
import org.socialobservatory.api.page.Provenance;

/**
 * One edition of a dataset.
 *
 * @param newest number of the newest edition that stands
 * @param difference what changed since the edition before, if one stands
 * @param gate how many cells passed or were withheld, by rule and level
 */
public record EditionPage(
        DatasetsPage.Line dataset,
        DatasetPage.EditionLine edition,
        String packageHash,
        String publishedAt,
        int newest,
        List<DatasetPage.License> licenses,
        List<DatasetPage.Citation> sources,
        List<Resource> resources,
        List<FindingGroup> findings,
        GateTable gate,
        @Nullable Difference difference,
        Provenance provenance)
        implements Page {

    /** A file of the package. */
    public record Resource(String name, String path, String sha256, String role, long rows) {}

    /**
     * All findings of one rule.
     *
     * @param severity code
     * @param examples the first of them
     */
    public record FindingGroup(
            String code, String severity, String severityName, int count, List<FindingLine> examples) {}

    /** One finding. */
    public record FindingLine(
            @Nullable String resource,
            @Nullable String sheet,
            @Nullable Long row,
            @Nullable String column,
            @Nullable String value,
            String sentence,
            String remedy) {}

    /**
     * How many cells the gate passed or withheld.
     *
     * @param levels of area, the widest first
     */
    public record GateTable(List<Named> levels, List<GateCount> counts) {}

    /**
     * How many cells a rule of the gate passed or withheld.
     *
     * @param byLevel those of each level, in the order of the levels
     */
    public record GateCount(String rule, String name, long cells, List<Long> byLevel) {}

    /**
     * The change from the edition before.
     *
     * @param former number of the edition before
     * @param largest the largest changes, relative to the former number
     */
    public record Difference(int former, long added, long changed, long gone, List<Change> largest) {}

    /** A cell that says something else than before. */
    public record Change(
            String indicator, String area, String period, String breakdown, String before, String after, String path) {}
}
