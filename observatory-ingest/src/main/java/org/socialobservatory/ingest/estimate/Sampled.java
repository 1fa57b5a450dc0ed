package org.socialobservatory.ingest.estimate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.estimate.design.Calibration;
import org.socialobservatory.ingest.estimate.design.Frame;

/**
 * The responses as they were grouped, with their sampling units and their adjustment to margins.
 *
 * @param responses in the file
 * @param weight Σw over the file, before adjustment
 * @param base what every weight is multiplied by before adjustment: 1 unless the sample is a simple random one
 */
record Sampled(
        Groups groups, Frame frame, @Nullable Calibration calibration, double responses, double weight, double base) {

    /** What the sums of a group are multiplied by. */
    double factor(int group) {
        return factor(groups, group);
    }

    /** The same of another grouping with the same categories. */
    double factor(Groups of, int group) {
        return calibration == null ? base : base * calibration.factor(of.category(group));
    }

    Estimates.Sample facts(boolean equalWeights) {
        List<String> lonely = frame.lonely();
        return new Estimates.Sample(
                Math.round(responses),
                frame.strata(),
                frame.units(),
                lonely,
                equalWeights && calibration == null,
                responses / (weight * base));
    }
}
