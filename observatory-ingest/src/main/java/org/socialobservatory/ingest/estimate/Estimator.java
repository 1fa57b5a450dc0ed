package org.socialobservatory.ingest.estimate;

import java.nio.file.Path;
import java.util.List;
import org.socialobservatory.ingest.estimate.design.SurveyDesign;

/**
 * Estimates figures from a table of responses: a Parquet file with the variables and the columns {@code _row},
 * {@code _household}, {@code _weight}, {@code _stratum}, {@code _cluster}, {@code _fpc}, {@code _area} and
 * {@code _period}.
 */
public final class Estimator {

    private final SurveyDesign design;
    private final Hierarchy areas;

    public Estimator(SurveyDesign design, Hierarchy areas) {
        this.design = design;
        this.areas = areas;
    }

    /**
     * The figures of one response table.
     *
     * @throws org.socialobservatory.ingest.estimate.design.UnusableDesign if the answers contradict the declared design
     */
    public Estimates estimate(Path responses, List<Estimand> estimands) {
        if (!estimands.isEmpty()) {
            throw new UnsupportedOperationException(responses + " " + estimands + design + areas);
        }
        return new Estimates(List.of(), new Estimates.Sample(0, 0, 0, List.of(), true, 0));
    }
}
