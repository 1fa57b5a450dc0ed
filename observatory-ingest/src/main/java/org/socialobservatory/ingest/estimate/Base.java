package org.socialobservatory.ingest.estimate;

import java.util.HashMap;
import java.util.Map;
import org.socialobservatory.ingest.estimate.design.SurveyDesign;

/** The columns of the design of a sample in statements, where it has them. */
record Base(String weight, String stratum, String cluster, String fpc) {

    private static final String NONE = "CAST(NULL AS VARCHAR)";

    /** Only a sample with weights has the other columns too. */
    static Base of(SurveyDesign.Sampling sampling) {
        return switch (sampling) {
            case SurveyDesign.Sampling.Weighted _ ->
                new Base("CAST(_weight AS DOUBLE)", "_stratum", "_cluster", "CAST(_fpc AS DOUBLE)");
            case SurveyDesign.Sampling.SimpleRandom _, SurveyDesign.Sampling.Census _ ->
                new Base("CAST(1 AS DOUBLE)", NONE, NONE, "CAST(NULL AS DOUBLE)");
        };
    }

    Map<String, String> places() {
        return new HashMap<>(Map.of("weight", weight, "stratum", stratum, "cluster", cluster, "fpc", fpc));
    }
}
