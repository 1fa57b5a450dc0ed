package org.socialobservatory.ingest.estimate;

import org.socialobservatory.ingest.check.trust.Student;

/**
 * An interval of confidence in plain numbers ({@code statistics.md} §3).
 *
 * @param lower NaN where it cannot be given
 * @param upper NaN where it cannot be given
 */
record Interval(double lower, double upper) {

    static final Interval NONE = new Interval(Double.NaN, Double.NaN);

    static Interval of(Result result, double confidence) {
        if (result.degrees() < 1 || Double.isNaN(result.value()) || Double.isNaN(result.variance())) {
            return NONE;
        }
        double tail = (1 - confidence) / 2;
        double half = Student.quantile(1 - tail, result.degrees()) * StrictMath.sqrt(result.variance());
        double value = result.value();
        return switch (result.measure().form()) {
            case Measure.Form.Proportion(boolean symmetric) ->
                proportion(value, half, result.moments().persons(), tail, symmetric);
            case Measure.Form.Count _ ->
                value == 0
                        ? new Interval(
                                0,
                                none(result.moments().persons(), tail)
                                        * result.moments().weight())
                        : new Interval(Math.max(0, value - half), value + half);
            case Measure.Form.Ratio _, Measure.Form.Total _ -> new Interval(value - half, value + half);
            case Measure.Form.Quantile _ ->
                result.bounds() == null
                        ? NONE
                        : new Interval(result.bounds().lower(), result.bounds().upper());
        };
    }

    /** On the scale of the logit, where a bound cannot leave 0 and 1, unless the package wants it symmetric. */
    private static Interval proportion(double share, double half, double persons, double tail, boolean symmetric) {
        if (share <= 0) {
            return new Interval(0, none(persons, tail));
        }
        if (share >= 1) {
            return new Interval(1 - none(persons, tail), 1);
        }
        if (symmetric) {
            return new Interval(Math.max(0, share - half), Math.min(1, share + half));
        }
        double logit = StrictMath.log(share / (1 - share));
        double reach = half / (share * (1 - share));
        return new Interval(share(logit - reach), share(logit + reach));
    }

    private static double share(double logit) {
        return 1 / (1 + StrictMath.exp(-logit));
    }

    /** The largest share that still leaves nobody in a sample with the given probability. */
    private static double none(double persons, double tail) {
        return 1 - StrictMath.pow(tail, 1 / persons);
    }
}
