package org.socialobservatory.ingest.estimate;

import java.util.HashMap;
import java.util.Map;
import org.socialobservatory.ingest.estimate.design.SurveyDesign;

/**
 * The columns of the design of a sample in statements, where it has them.
 *
 * @param exhaustive whether everybody was asked: then nobody was drawn, and there are no units to tell apart
 */
record Base(String weight, String stratum, String cluster, String fpc, boolean exhaustive) {

    private static final String NONE = "CAST(NULL AS VARCHAR)";

    /** Only a sample with weights has the other columns too. */
    static Base of(SurveyDesign.Sampling sampling) {
        return switch (sampling) {
            case SurveyDesign.Sampling.Weighted _ ->
                new Base("CAST(_weight AS DOUBLE)", "_stratum", "_cluster", "CAST(_fpc AS DOUBLE)", false);
            case SurveyDesign.Sampling.SimpleRandom _ -> unweighted(false);
            case SurveyDesign.Sampling.Census _ -> unweighted(true);
        };
    }

    private static Base unweighted(boolean exhaustive) {
        return new Base("CAST(1 AS DOUBLE)", NONE, NONE, "CAST(NULL AS DOUBLE)", exhaustive);
    }

    /** The column that tells primary sampling units apart within a stratum. */
    String unit(Extremes extremes) {
        if (exhaustive) {
            return "''";
        }
        if (extremes.clusters() > 0) {
            return "_cluster";
        }
        var row = "CAST(_row AS VARCHAR)";
        return extremes.households() > 0 ? "coalesce('household ' || _household, " + row + ")" : row;
    }

    /** Whether a primary sampling unit is never more than a household. */
    boolean unitsAreHouseholds(Extremes extremes) {
        return !exhaustive && extremes.clusters() == 0;
    }

    Map<String, String> places() {
        return new HashMap<>(Map.of("weight", weight, "stratum", stratum, "cluster", cluster, "fpc", fpc));
    }
}
