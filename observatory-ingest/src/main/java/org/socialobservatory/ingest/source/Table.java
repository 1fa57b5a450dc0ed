package org.socialobservatory.ingest.source;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.socialobservatory.ontology.finding.Finding.Place;
import org.socialobservatory.ontology.finding.FindingRule;

/** Rows of text under named columns, with a geometry each where the file has them. Can be read more than once. */
public interface Table {

    /** Where its findings are placed: resource and, in a workbook, sheet. */
    Place place();

    /** Names of the columns, in order, without surrounding blanks. */
    List<String> columns();

    /** Whether its rows may have geometries. */
    default boolean located() {
        return false;
    }

    /**
     * The reference system of the geometries as the file states it: {@code CRS84}, a code such as {@code EPSG:26191},
     * or the text of a {@code .prj}; empty where it states none.
     */
    default Optional<String> referenceSystem() {
        return Optional.empty();
    }

    /** Whether numbers stand as somebody wrote them, with a decimal mark of their own. */
    default boolean written() {
        return false;
    }

    /** Hands every readable row to a reader; rows that cannot be read become findings. */
    void rows(Findings findings, RowReader reader);

    /** Takes rows. */
    interface RowReader {
        /**
         * Takes a row.
         *
         * @param number line of the file, row of the sheet or number of the feature, from 1
         * @param values one for each column; empty where the row has none
         * @return whether to go on
         */
        boolean row(long number, String[] values, @Nullable Geometry geometry);

        /** Hears of a row that the table itself cannot hand on; the finding is made. */
        default void refused(long number, FindingRule rule, List<String> fields) {}
    }
}
