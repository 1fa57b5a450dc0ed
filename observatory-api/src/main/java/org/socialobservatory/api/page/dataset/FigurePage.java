package org.socialobservatory.api.page.dataset;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.page.Figure;
import org.socialobservatory.api.page.IndicatorText;
import org.socialobservatory.api.page.Named;
import org.socialobservatory.api.page.Page;
import org.socialobservatory.api.page.Provenance;

/**
 * The proof of one figure: what it means, where it was read, who published it, and how to ask for it again.
 *
 * @param exact the published number, all its digits; null where there is none
 * @param breakdown who is counted, in words
 * @param reliability how far to trust it, in words
 * @param trusted the rule by which; null where it cannot be told
 * @param coverage who was asked, in words
 * @param source where it was read; null for a cell of which only the key is shown
 * @param iri the lasting name of the observation
 * @param query SPARQL that returns the figure
 * @param method how it was computed from answers; null where somebody else computed it
 * @param comparisons with which other editions it may be compared; none where somebody else computed it
 * @param said what meetings said of it, the newest first
 * @param composition how it was composed of other figures; null where it was not
 */
public record FigurePage(
        Figure figure,
        @Nullable String exact,
        IndicatorText indicator,
        Named area,
        String period,
        String breakdown,
        @Nullable String reliability,
        @Nullable Trusted trusted,
        String coverage,
        DatasetsPage.Line dataset,
        DatasetPage.EditionLine edition,
        @Nullable Source source,
        String iri,
        String query,
        @Nullable Method method,
        List<ComparableFigures.Line> comparisons,
        List<RoomVerdict> said,
        @Nullable Composition composition,
        Provenance provenance)
        implements Page {

    /**
     * A file of the package.
     *
     * @param file its name in the package
     * @param row line of the file or row of the sheet, from 1; 0 for answers, which are many
     */
    record Source(String file, String sha256, int row) {}
}
