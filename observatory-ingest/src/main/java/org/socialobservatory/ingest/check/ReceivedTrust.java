package org.socialobservatory.ingest.check;

import java.math.BigDecimal;
import org.socialobservatory.ingest.check.trust.ProportionRule;
import org.socialobservatory.ingest.check.trust.VariationRule;
import org.socialobservatory.ontology.cube.Reliability;
import org.socialobservatory.ontology.cube.Uncertainty;
import org.socialobservatory.ontology.indicator.Indicator;

/** How far to trust a figure of a sample that somebody else computed, from its sample size and standard error. */
final class ReceivedTrust {

    private ReceivedTrust() {}

    static Reliability of(BigDecimal number, Uncertainty uncertainty, Indicator indicator) {
        if (uncertainty.sampleSize() == null || uncertainty.standardError() == null) {
            return Reliability.CAUTION;
        }
        double size = uncertainty.sampleSize().doubleValue();
        double error = uncertainty.standardError().doubleValue();
        double figure = number.doubleValue();
        if (indicator.kind() == Indicator.Kind.PROPORTION) {
            double scale = indicator.unit().equals("percent") ? 100 : 1;
            return proportion(figure / scale, error / scale, size);
        }
        boolean count = indicator.kind() == Indicator.Kind.COUNT;
        return VariationRule.judge(figure, error, size, Double.POSITIVE_INFINITY, count)
                .reliability();
    }

    private static Reliability proportion(double share, double error, double size) {
        double effective = share * (1 - share) / (error * error);
        return ProportionRule.judge(share, size, Double.isNaN(effective) ? size : effective, Double.POSITIVE_INFINITY)
                .trust()
                .reliability();
    }
}
