package org.socialobservatory.ingest.mapping.tabulation;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.cube.Breakdown;
import org.socialobservatory.ontology.finding.Finding.Place;
import org.socialobservatory.ontology.indicator.Composite.Aggregation;
import org.socialobservatory.ontology.indicator.Composite.Normalisation;
import org.socialobservatory.ontology.indicator.Indicator.Direction;

/**
 * An index of areas that is composed of published figures, as a package describes it.
 *
 * @param place where it is described, for findings about it
 * @param code of the index
 * @param period the only one for which it is composed; all where null
 * @param definition what the package says that it means
 */
public record ComposedIndicator(
        Place place,
        String code,
        Normalisation normalisation,
        Aggregation aggregation,
        @Nullable String period,
        List<Part> parts,
        ComputedIndicator.Definition definition) {

    public ComposedIndicator {
        parts = List.copyOf(parts);
    }

    /** The place of one of its keys. */
    public Place place(String key) {
        return at(place, key);
    }

    private static Place at(Place place, String key) {
        return place.column(place.column() == null ? key : place.column() + "." + key);
    }

    /**
     * A component as it is described.
     *
     * @param direction whether a high or a low figure raises the index; as the indicator says where null
     * @param weight positive; only its share in the sum counts
     * @param period from which its figures come; that of the index where null
     * @param dataset from which they come; wherever they are found where null
     * @param edition of that dataset; its newest where null
     */
    public record Part(
            Place place,
            String indicator,
            Breakdown breakdown,
            @Nullable Direction direction,
            BigDecimal weight,
            @Nullable String period,
            @Nullable String dataset,
            @Nullable Integer edition) {

        /** The place of one of its keys. */
        public Place place(String key) {
            return at(place, key);
        }
    }
}
