package org.socialobservatory.ingest.estimate;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.check.trust.ProportionRule;
import org.socialobservatory.ingest.check.trust.Student;
import org.socialobservatory.ingest.check.trust.Trust;
import org.socialobservatory.ingest.check.trust.VariationRule;
import org.socialobservatory.ingest.estimate.design.SurveyDesign;
import org.socialobservatory.ontology.cube.Numbers;
import org.socialobservatory.ontology.cube.Uncertainty;

/** Gives results the form of estimates: interval, design effect, trust, and the unit, which is applied here only. */
final class Figures {

    /** No published number is closer to zero, or its inverse further from it. */
    private static final double LEAST = 1e-300;

    private final double confidence;
    private final boolean census;

    Figures(SurveyDesign design) {
        confidence = design.confidence();
        census = design.sampling() instanceof SurveyDesign.Sampling.Census;
    }

    Estimate of(Result result, long households) {
        var moments = result.moments();
        var behind = new Estimate.Behind(
                Math.round(moments.persons()), households, nonResponse(moments), moments.weight(), amounts(moments));
        var value = number(result.value() * scale(result));
        var uncertainty = value == null
                ? new Uncertainty(null, null, null, number(moments.persons()), null, null, null, null, null)
                : uncertainty(result);
        return new Estimate(
                result.domain().key(result.measure().indicator()), value, uncertainty, trust(result), behind);
    }

    private static double scale(Result result) {
        return result.measure().unit().scale();
    }

    private static double nonResponse(Moments moments) {
        double unknown = 1 - moments.weight() / moments.universe();
        return moments.universe() > 0 ? Math.max(0, unknown) : 0;
    }

    private static Estimate.@Nullable Amounts amounts(Moments moments) {
        return Double.isInfinite(moments.largest())
                ? null
                : new Estimate.Amounts(moments.largest(), Double.isInfinite(moments.second()) ? 0 : moments.second());
    }

    private Uncertainty uncertainty(Result result) {
        double scale = scale(result);
        var moments = result.moments();
        boolean quotient = result.measure().isQuotient();
        var base = number(quotient ? moments.x() : moments.weight());
        if (census) {
            return new Uncertainty(null, null, null, number(moments.persons()), null, null, null, base, null);
        }
        var interval = Interval.of(result, confidence);
        double effect = quotient ? result.variance() / (moments.spread() / moments.persons()) : Double.NaN;
        return new Uncertainty(
                number(error(result) * scale),
                number(interval.lower() * scale),
                number(interval.upper() * scale),
                number(moments.persons()),
                number(effective(result)),
                number(effect),
                number(result.degrees()),
                base,
                number(result.covariance() * scale * scale));
    }

    /** The standard error; of a quantile what the width of its interval says. */
    private double error(Result result) {
        return result.bounds() == null
                ? StrictMath.sqrt(result.variance())
                : (result.bounds().upper() - result.bounds().lower())
                        / (2 * Student.quantile((1 + confidence) / 2, Math.max(1, result.degrees())));
    }

    /** n/Deff: how many respondents of a simple random sample would say as much; of a proportion p(1−p)/V̂. */
    private static double effective(Result result) {
        var moments = result.moments();
        return switch (result.measure().form()) {
            case Measure.Form.Proportion _ -> result.value() * (1 - result.value()) / result.variance();
            case Measure.Form.Ratio _ -> moments.spread() / result.variance();
            case Measure.Form.Total _, Measure.Form.Count _, Measure.Form.Quantile _ -> Double.NaN;
        };
    }

    private Trust trust(Result result) {
        if (Double.isNaN(result.value())) {
            return Trust.NO_VALUE;
        }
        var trust = census ? Trust.EXHAUSTIVE : sampled(result);
        return trust.afterNonResponse(nonResponse(result.moments()));
    }

    private Trust sampled(Result result) {
        double persons = result.moments().persons();
        var interval = Interval.of(result, confidence);
        if (Double.isNaN(interval.lower()) || Double.isNaN(interval.upper())) {
            return Trust.NO_INTERVAL;
        }
        return switch (result.measure().form()) {
            case Measure.Form.Proportion _ -> {
                double effective = effective(result);
                yield ProportionRule.judge(
                                result.value(),
                                persons,
                                Double.isNaN(effective) ? persons : effective,
                                result.degrees())
                        .trust();
            }
            case Measure.Form.Count _ ->
                VariationRule.judge(result.value(), error(result), persons, result.degrees(), true);
            case Measure.Form.Ratio _, Measure.Form.Total _, Measure.Form.Quantile _ ->
                VariationRule.judge(result.value(), error(result), persons, result.degrees(), false);
        };
    }

    /** A published number, or null where there is none. */
    private static @Nullable BigDecimal number(double number) {
        if (!(Math.abs(number) < 1 / LEAST)) {
            return null;
        }
        return Math.abs(number) < LEAST ? BigDecimal.ZERO : Numbers.canonical(new BigDecimal(number));
    }
}
