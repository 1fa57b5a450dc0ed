package org.socialobservatory.api.page.dataset;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.check.trust.ProportionRule;
import org.socialobservatory.ingest.check.trust.Trust;
import org.socialobservatory.ingest.check.trust.Trust.Rule;
import org.socialobservatory.ingest.check.trust.VariationRule;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.cube.Reliability;
import org.socialobservatory.ontology.edition.SourceResource.Coverage;
import org.socialobservatory.ontology.indicator.Indicator.Kind;

/**
 * Why a figure is as reliable as it is said to be: the rule of {@code statistics.md} §4 that applied and the numbers
 * that it looked at, found again from what is published with the figure.
 *
 * @param rule of those that may decide
 * @param control the interval that a proportion is judged by; null where the rule for proportions was not asked
 * @param variation the standard error over the figure; null where that was not asked
 * @param complementOnly whether what is left to 100 % would be too uncertain, though the figure itself is not
 */
record Judgement(
        Rule rule, @Nullable Control control, @Nullable Double variation, boolean complementOnly) {

    /** Percentages are published from 0 to 100. */
    private static final double HUNDRED = 100;

    /**
     * The interval of Korn and Graubard, in shares.
     *
     * @param basis the sample size that it is made with
     */
    record Control(double basis, double lower, double upper) {
        double width() {
            return upper - lower;
        }
    }

    /**
     * The published facts.
     *
     * @param ownEstimate whether it was estimated here, from answers
     */
    record Published(Observed.Value value, Coverage coverage, Kind kind, String unit, boolean ownEstimate) {

        double number() {
            return value.number().doubleValue() / (unit.equals("percent") ? HUNDRED : 1);
        }

        @Nullable
        Double error() {
            var error = value.uncertainty().standardError();
            return error == null ? null : error.doubleValue() / (unit.equals("percent") ? HUNDRED : 1);
        }

        double size() {
            var size = value.uncertainty().sampleSize();
            return size == null ? Double.NaN : size.doubleValue();
        }

        double degrees() {
            var degrees = value.uncertainty().degreesOfFreedom();
            return degrees == null ? Double.POSITIVE_INFINITY : degrees.doubleValue();
        }

        /** As published with our own estimates, else from the error, as when the figure was received. */
        double effective(double error) {
            var effective = value.uncertainty().effectiveSampleSize();
            double found = ownEstimate
                    ? effective == null ? Double.NaN : effective.doubleValue()
                    : number() * (1 - number()) / (error * error);
            return Double.isNaN(found) ? size() : found;
        }
    }

    /** Empty where what is published does not say which rule applied. */
    static Optional<Judgement> of(Published published) {
        var found = judged(published);
        var said = published.value().reliability();
        if (found.reliability() == said) {
            return Optional.of(found.judgement());
        }
        // How many did not answer is not published; it is the only thing else that our own estimates are judged by.
        boolean fewAnswered =
                published.ownEstimate() && found.reliability() == Reliability.RELIABLE && said == Reliability.CAUTION;
        return fewAnswered ? Optional.of(found.judgement().by(Rule.NON_RESPONSE)) : Optional.empty();
    }

    private record Found(Reliability reliability, Judgement judgement) {}

    private static Found judged(Published published) {
        var error = published.error();
        var uncertainty = published.value().uncertainty();
        if (published.coverage() == Coverage.EXHAUSTIVE || (published.ownEstimate() && error == null)) {
            return plain(Trust.EXHAUSTIVE);
        }
        if (published.ownEstimate() && (uncertainty.lower() == null || uncertainty.upper() == null)) {
            return plain(Trust.NO_INTERVAL);
        }
        if (published.coverage() == Coverage.MODEL || error == null || Double.isNaN(published.size())) {
            return new Found(Reliability.CAUTION, new Judgement(Rule.UNSTATED, null, null, false));
        }
        return published.kind() == Kind.PROPORTION ? proportion(published, error) : other(published, error);
    }

    private static Found plain(Trust trust) {
        return new Found(trust.reliability(), new Judgement(trust.rule(), null, null, trust.complementOnly()));
    }

    private static Found proportion(Published published, double error) {
        var judged = ProportionRule.judge(
                published.number(), published.size(), published.effective(error), published.degrees());
        var control = new Control(judged.basis(), judged.lower(), judged.upper());
        var trust = judged.trust();
        return new Found(trust.reliability(), new Judgement(trust.rule(), control, null, trust.complementOnly()));
    }

    private static Found other(Published published, double error) {
        var trust = VariationRule.judge(
                published.number(), error, published.size(), published.degrees(), published.kind() == Kind.COUNT);
        double variation = error / Math.abs(published.number());
        return new Found(
                trust.reliability(),
                new Judgement(trust.rule(), null, Double.isFinite(variation) ? variation : null, false));
    }

    private Judgement by(Rule other) {
        return new Judgement(other, control, variation, complementOnly);
    }

    /** The end of the key of its words: rules whose words depend on what was judged have several. */
    String key(Reliability reliability) {
        var name = rule.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return switch (rule) {
            case SOUND -> name + (control != null ? ".proportion" : ".variation");
            case VARIATION -> name + "." + reliability.code();
            case NO_VALUE,
                    NO_INTERVAL,
                    UNSTATED,
                    FEW_RESPONDENTS,
                    WIDE,
                    RELATIVELY_WIDE,
                    FEW_DEGREES_OF_FREEDOM,
                    AT_THE_EDGE,
                    NON_RESPONSE,
                    EXHAUSTIVE -> name;
        };
    }
}
