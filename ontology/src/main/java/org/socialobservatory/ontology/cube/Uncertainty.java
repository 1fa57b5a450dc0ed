package org.socialobservatory.ontology.cube;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the error of a figure, in the unit of the figure; null where it is not known. Bounds are those of a
 * 95 % interval unless the dataset says otherwise.
 *
 * @param standardError not negative
 * @param lower lower bound of the interval
 * @param upper upper bound of the interval
 * @param sampleSize respondents behind the figure
 * @param effectiveSampleSize sample size over design effect
 * @param designEffect variance over that of a simple random sample of the same size
 * @param degreesOfFreedom of the interval
 * @param denominator estimated size of the base of a proportion, mean or ratio
 * @param parentCovariance covariance with the same cell of the area's parent, in squared units
 */
public record Uncertainty(
        @Nullable BigDecimal standardError,
        @Nullable BigDecimal lower,
        @Nullable BigDecimal upper,
        @Nullable BigDecimal sampleSize,
        @Nullable BigDecimal effectiveSampleSize,
        @Nullable BigDecimal designEffect,
        @Nullable BigDecimal degreesOfFreedom,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal parentCovariance) {

    public static final Uncertainty NONE = new Uncertainty(null, null, null, null, null, null, null, null, null);

    public Uncertainty {
        standardError = canonical(standardError);
        lower = canonical(lower);
        upper = canonical(upper);
        sampleSize = canonical(sampleSize);
        effectiveSampleSize = canonical(effectiveSampleSize);
        designEffect = canonical(designEffect);
        degreesOfFreedom = canonical(degreesOfFreedom);
        denominator = canonical(denominator);
        parentCovariance = canonical(parentCovariance);
    }

    private static @Nullable BigDecimal canonical(@Nullable BigDecimal number) {
        return number == null ? null : Numbers.canonical(number);
    }

    public boolean isNone() {
        return equals(NONE);
    }
}
