package org.socialobservatory.api.page.indicator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.page.Figure;
import org.socialobservatory.api.page.IndicatorText;
import org.socialobservatory.api.page.Named;
import org.socialobservatory.api.page.Page;
import org.socialobservatory.api.page.Provenance;

/**
 * What an indicator means and the figures of all areas of one level.
 *
 * @param theme name of its theme, if it has one
 * @param direction which way is better, in words; null where neither is
 * @param target the value to reach, as figures are written
 * @param iri its lasting name
 * @param codes the codes under which its figures are published
 * @param closeTo the catalogue indicator that it resembles and is never compared with
 * @param datasets those that have figures of it
 */
public record IndicatorPage(
        IndicatorText indicator,
        @Nullable String theme,
        @Nullable String direction,
        @Nullable String target,
        String iri,
        List<String> codes,
        @Nullable Named closeTo,
        List<Named> datasets,
        @Nullable Table table,
        Provenance provenance)
        implements Page {

    /**
     * The figures of everybody in all areas of a level.
     *
     * @param dataset code of the one dataset from which they come
     * @param withheld how many figures are not published
     * @param missing how many areas of the level have no figure
     */
    public record Table(
            String dataset,
            String datasetTitle,
            Named period,
            List<Named> periods,
            Named level,
            List<Named> levels,
            List<Row> rows,
            int withheld,
            int missing) {}

    /**
     * The figure of an area.
     *
     * @param rank place among the figures that can be ranked, from the highest; null for the others
     */
    public record Row(Named area, @Nullable Integer rank, Figure figure) {}
}
