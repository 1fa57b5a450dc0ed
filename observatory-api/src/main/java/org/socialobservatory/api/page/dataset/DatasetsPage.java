package org.socialobservatory.api.page.dataset;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.page.Listing;
import org.socialobservatory.api.page.Provenance;

/** All published datasets, by title. */
public record DatasetsPage(List<Line> datasets, Provenance provenance) implements Listing {

    @Override
    public List<String> columns() {
        return List.of("code", "title", "publisher", "town", "edition", "cells", "indicators", "areas", "fictitious");
    }

    @Override
    public List<List<@Nullable String>> rows() {
        return datasets.stream().map(Line::row).toList();
    }

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
            boolean fictitious) {

        private List<@Nullable String> row() {
            return Arrays.asList(
                    code,
                    title,
                    publisher,
                    town,
                    Integer.toString(edition),
                    Long.toString(cells),
                    Integer.toString(indicators),
                    Integer.toString(areas),
                    Boolean.toString(fictitious));
        }
    }
}
