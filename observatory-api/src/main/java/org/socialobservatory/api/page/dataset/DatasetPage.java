package org.socialobservatory.api.page.dataset;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.page.IndicatorText;
import org.socialobservatory.api.page.Named;
import org.socialobservatory.api.page.Page;
import org.socialobservatory.api.page.Provenance;

/**
 * A dataset: who answers for it, its editions, what it measures.
 *
 * @param current the newest edition that stands
 * @param questionnaires with which the newest edition asked, by their resource
 * @param editions all editions, the newest first, withdrawn ones too
 */
public record DatasetPage(
        DatasetsPage.Line dataset,
        List<License> licenses,
        List<Citation> sources,
        int current,
        List<EditionLine> editions,
        List<Named> dimensions,
        List<IndicatorText> indicators,
        List<Named> questionnaires,
        Provenance provenance)
        implements Page {

    /**
     * A licence.
     *
     * @param path its address, only if it is one of the web
     */
    public record License(String name, @Nullable String path) {}

    /**
     * Where the data come from.
     *
     * @param path its address, only if it is one of the web
     */
    public record Citation(String title, @Nullable String path) {}

    /**
     * An edition in a list.
     *
     * @param withdrawn why it was withdrawn, null while it stands
     */
    public record EditionLine(
            int number,
            String publishedOn,
            String reason,
            String contentHash,
            long cells,
            @Nullable String withdrawn,
            boolean sourceErased) {}
}
