package org.socialobservatory.api.combination;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.check.trust.ProportionRule;
import org.socialobservatory.ingest.check.trust.Student;
import org.socialobservatory.ingest.check.trust.VariationRule;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.cube.Reliability;
import org.socialobservatory.ontology.cube.Status;
import org.socialobservatory.ontology.cube.Uncertainty;
import org.socialobservatory.ontology.edition.SourceResource.Coverage;
import org.socialobservatory.ontology.indicator.Indicator;
import org.socialobservatory.ontology.indicator.Indicator.Kind;

/**
 * The arithmetic of figures put together, independence assumed: Σ X̂ R̂ / Σ X̂ with variance Σ (X̂ / Σ X̂)² V̂, the weights
 * taken as they are; for sums Σ Ŷ with Σ V̂. Degrees of freedom add up ({@code statistics.md} §7).
 */
final class Arithmetic {

    private static final double TAIL = 0.025;
    /** Degrees of freedom of who does not say them: t is normal then. */
    private static final double MANY = 1e6;

    private static final double PERCENT = 100;
    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);

    private final Indicator indicator;
    private final List<Part> parts;
    private final double whole;
    private final double scale;

    /**
     * A figure that is put together with others.
     *
     * @param weighted whether it counts by its denominator
     */
    record Part(Observed.Value value, Coverage coverage, boolean weighted) {

        private @Nullable BigDecimal said(Function<Uncertainty, @Nullable BigDecimal> what) {
            return what.apply(value.uncertainty());
        }

        double weight() {
            return weighted
                    ? Objects.requireNonNull(value.uncertainty().denominator()).doubleValue()
                    : 1;
        }

        boolean counted() {
            return coverage == Coverage.EXHAUSTIVE && value.uncertainty().standardError() == null;
        }
    }

    private Arithmetic(Indicator indicator, List<Part> parts, double whole) {
        this.indicator = indicator;
        this.parts = parts;
        this.whole = whole;
        this.scale = indicator.unit().equals("percent") ? PERCENT : 1;
    }

    /** One figure of areas that weigh as much as their denominators. */
    static Observed.Value mean(Indicator indicator, List<Part> parts) {
        double whole = parts.stream().mapToDouble(Part::weight).sum();
        return new Arithmetic(indicator, parts, whole == 0 ? 1 : whole).figure();
    }

    static Observed.Value sum(Indicator indicator, List<Part> parts) {
        return new Arithmetic(indicator, parts, 1).figure();
    }

    private double total(ToDoubleFunction<Part> term) {
        return parts.stream().mapToDouble(term).sum();
    }

    private Observed.Value figure() {
        double value =
                total(part -> part.weight() / whole * part.value().number().doubleValue() / scale);
        var denominator = parts.getFirst().weighted() ? Double.valueOf(whole) : null;
        if (parts.stream().allMatch(Part::counted)) {
            var said = uncertainty(null, null, null, null, null, null, denominator);
            return new Observed.Value(number(value * scale), Status.ESTIMATED, said, Reliability.RELIABLE);
        }
        var size = sum(Uncertainty::sampleSize);
        boolean known =
                parts.stream().allMatch(part -> part.counted() || part.said(Uncertainty::standardError) != null);
        if (!known) {
            var said = uncertainty(null, null, null, size, null, null, denominator);
            return new Observed.Value(number(value * scale), Status.ESTIMATED, said, Reliability.CAUTION);
        }
        double error = StrictMath.sqrt(total(part -> square(part.weight() / whole * error(part) / scale)));
        var degrees = sum(Uncertainty::degreesOfFreedom);
        double effective = isProportion() && value > 0 && value < 1 && error > 0
                ? value * (1 - value) / square(error)
                : Double.POSITIVE_INFINITY;
        var bounds = bounds(value, error, degrees == null ? MANY : degrees, size);
        var said = uncertainty(
                error * scale,
                bounds == null ? null : bounds[0] * scale,
                bounds == null ? null : bounds[1] * scale,
                size,
                Double.isInfinite(effective) ? null : effective,
                degrees,
                denominator);
        return new Observed.Value(
                number(value * scale), Status.ESTIMATED, said, trust(value, error, size, effective, degrees));
    }

    private static double error(Part part) {
        var error = part.said(Uncertainty::standardError);
        return error == null ? 0 : error.doubleValue();
    }

    private boolean isProportion() {
        return indicator.kind() == Kind.PROPORTION;
    }

    /** Null where a part that was not counted does not say it. */
    private @Nullable Double sum(Function<Uncertainty, @Nullable BigDecimal> what) {
        double sum = 0;
        for (Part part : parts) {
            var said = part.said(what);
            if (said == null && !part.counted()) {
                return null;
            }
            sum += said == null ? 0 : said.doubleValue();
        }
        return sum;
    }

    /** The 95 % interval of §3; null where it cannot be given. */
    private double @Nullable [] bounds(double value, double error, double degrees, @Nullable Double size) {
        if (degrees < 1) {
            return null;
        }
        double half = Student.quantile(1 - TAIL, degrees) * error;
        if (!isProportion()) {
            double lower = value - half;
            return new double[] {indicator.kind() == Kind.COUNT ? Math.max(0, lower) : lower, value + half};
        }
        if (value <= 0 || value >= 1) {
            if (size == null || size == 0) {
                return null;
            }
            double open = 1 - StrictMath.pow(TAIL, 1 / size);
            return value <= 0 ? new double[] {0, open} : new double[] {1 - open, 1};
        }
        double logit = StrictMath.log(value / (1 - value));
        double reach = half / (value * (1 - value));
        return new double[] {share(logit - reach), share(logit + reach)};
    }

    private static double share(double logit) {
        return 1 / (1 + StrictMath.exp(-logit));
    }

    /** By the rules of §4; where a part is to be read with caution the whole is too, whatever the reason was. */
    private Reliability trust(
            double value, double error, @Nullable Double size, double effective, @Nullable Double degrees) {
        if (size == null) {
            return Reliability.CAUTION;
        }
        double freedom = degrees == null ? Double.POSITIVE_INFINITY : degrees;
        var trust = isProportion()
                ? ProportionRule.judge(value, size, effective, freedom).trust()
                : VariationRule.judge(value, error, size, freedom, indicator.kind() == Kind.COUNT);
        boolean cautious = parts.stream().anyMatch(part -> part.value().reliability() == Reliability.CAUTION);
        return cautious && trust.reliability() == Reliability.RELIABLE ? Reliability.CAUTION : trust.reliability();
    }

    private static double square(double number) {
        return number * number;
    }

    private static Uncertainty uncertainty(
            @Nullable Double error,
            @Nullable Double lower,
            @Nullable Double upper,
            @Nullable Double size,
            @Nullable Double effective,
            @Nullable Double degrees,
            @Nullable Double denominator) {
        return new Uncertainty(
                maybe(error),
                maybe(lower),
                maybe(upper),
                maybe(size),
                maybe(effective),
                null,
                maybe(degrees),
                maybe(denominator),
                null);
    }

    private static @Nullable BigDecimal maybe(@Nullable Double number) {
        return number == null ? null : number(number);
    }

    private static BigDecimal number(double number) {
        return new BigDecimal(number).round(DIGITS);
    }
}
