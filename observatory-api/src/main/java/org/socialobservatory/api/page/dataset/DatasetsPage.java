package org.socialobservatory.api.page.dataset;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.page.Page;
import org.socialobservatory.api.page.Provenance;

/** All published datasets, by title. */
public record DatasetsPage(List<Line> datasets, Provenance provenance) implements Page {

    /**
     * A dataset in a list.
     *
     * @param town name of the town that it is about
     * @param periods what time it speaks of, in words
     */
    public record Line(
            String code,
            String title,
            @Nullable String publisher,
            @Nullable String town,
            int edition,
            String publishedOn,
            long cells,
            int indicators,
            int areas,
            String periods,
            boolean fictitious) {}
}
