package org.socialobservatory.api.page.dataset;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.snapshot.PublishedCell;
import org.socialobservatory.ontology.cube.Numbers;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.cube.Uncertainty;
import org.socialobservatory.ontology.indicator.Indicator.Kind;
import org.socialobservatory.ontology.survey.Computation;
import org.socialobservatory.ontology.survey.Sample;
import org.socialobservatory.ontology.survey.Study;

/**
 * How a figure came about that was computed from answers.
 *
 * @param resource whose rows are the answers
 * @param formula the form of the statistic, such as {@code proportion}, or of a figure of poverty: {@code mpi.headcount}
 * @param p of a quantile, in percent; null for others
 * @param cutoff from which share of the deprivations on somebody is poor; null where poverty is not measured
 * @param universe who counts, in ECQL; null for everybody
 * @param expressions what is computed, in ECQL
 * @param deprivations of an index of poverty
 * @param questions that were asked, as they were worded
 * @param sample the whole of it, not of the figure
 * @param interval how the interval is made: {@code logit}, {@code exact}, {@code woodruff}, {@code symmetric},
 *     {@code bounded}, {@code none} or {@code census}
 * @param numbers of the figure
 */
record Method(
        String resource,
        String formula,
        @Nullable String p,
        @Nullable String cutoff,
        @Nullable String universe,
        List<Expression> expressions,
        List<Deprivation> deprivations,
        List<Asked> questions,
        Sample sample,
        String interval,
        List<Quantity> numbers) {

    private static final String WEIGHT = "weight.";
    private static final String DEPRIVED = "deprived.";

    /** A text in ECQL with what it says: {@code condition}, {@code value}. */
    record Expression(String name, String text) {}

    /** Something that a person may lack, with its weight in the whole. */
    record Deprivation(String name, String weight, String condition) {}

    /** A number of the figure, by the key of its name. */
    record Quantity(String key, String text) {}

    /** How a figure was computed; empty where somebody else did it, and for a cell that has none. */
    static Optional<Method> of(PublishedCell cell, Kind kind) {
        if (!(cell.observed() instanceof Observed.Value value)) {
            return Optional.empty();
        }
        return study(cell)
                .flatMap(study -> study.computation(cell.key().indicator())
                        .map(computation -> of(cell.key().indicator(), value, kind, study, computation)));
    }

    /** The answers from which a figure was estimated. */
    private static Optional<Study> study(PublishedCell cell) {
        var definitions = cell.dataset().definitions();
        var resource = definitions
                .resources()
                .get(cell.dataset().block().origin(cell.cell()).resource())
                .name();
        return definitions.studies().stream()
                .filter(study -> study.resource().equals(resource))
                .findFirst();
    }

    private static Method of(String indicator, Observed.Value value, Kind kind, Study study, Computation computation) {
        var texts = computation.expressions();
        var p = texts.get("p");
        return new Method(
                study.resource(),
                formula(indicator, study, computation),
                p == null ? null : Numbers.text(Numbers.canonical(new BigDecimal(p).movePointRight(2))),
                texts.get("cutoff"),
                computation.universe(),
                texts.entrySet().stream()
                        .filter(text -> isExpression(text.getKey()))
                        .map(text -> new Expression(text.getKey(), text.getValue()))
                        .toList(),
                deprivations(computation),
                study.questionnaire() == null ? List.of() : Asked.of(study.questionnaire(), computation.variables()),
                study.sample(),
                interval(value, kind, study.sample(), computation),
                numbers(value.uncertainty()));
    }

    /** Those of poverty are told apart by what follows the code of the index. */
    private static String formula(String indicator, Study study, Computation computation) {
        if (!computation.kind().equals("mpi")) {
            return computation.kind();
        }
        return study.index(indicator)
                .map(index -> indicator.substring(index.length() + 1))
                .map(part -> "mpi." + part.replaceFirst("-.*", ""))
                .orElse("mpi.index");
    }

    private static boolean isExpression(String name) {
        return !name.equals("p")
                && !name.equals("cutoff")
                && !name.equals("interval")
                && !name.startsWith(WEIGHT)
                && !name.startsWith(DEPRIVED);
    }

    private static List<Deprivation> deprivations(Computation computation) {
        var found = new ArrayList<Deprivation>();
        computation.expressions().forEach((name, text) -> {
            if (name.startsWith(DEPRIVED)) {
                var code = name.substring(DEPRIVED.length());
                found.add(new Deprivation(code, computation.expressions().getOrDefault(WEIGHT + code, ""), text));
            }
        });
        return List.copyOf(found);
    }

    /** The methods of {@code statistics.md} §3. */
    private static String interval(Observed.Value value, Kind kind, Sample sample, Computation computation) {
        var uncertainty = value.uncertainty();
        if (sample.design().equals("census")) {
            return "census";
        }
        if (uncertainty.lower() == null || uncertainty.upper() == null) {
            return "none";
        }
        boolean nobody = value.number().signum() == 0;
        return switch (kind) {
            case PROPORTION -> {
                boolean everybody = value.number().compareTo(BigDecimal.valueOf(100)) == 0;
                boolean symmetric = "symmetric".equals(computation.expressions().get("interval"));
                yield nobody || everybody ? "exact" : symmetric ? "bounded" : "logit";
            }
            case COUNT -> nobody ? "exact" : "symmetric";
            case QUANTILE -> "woodruff";
            case MEAN, RATIO, TOTAL, INDEX -> "symmetric";
        };
    }

    private static List<Quantity> numbers(Uncertainty uncertainty) {
        var numbers = new ArrayList<Quantity>();
        add(numbers, "error", uncertainty.standardError());
        add(numbers, "effective", uncertainty.effectiveSampleSize());
        add(numbers, "deff", uncertainty.designEffect());
        add(numbers, "df", uncertainty.degreesOfFreedom());
        add(numbers, "denominator", uncertainty.denominator());
        return List.copyOf(numbers);
    }

    private static void add(List<Quantity> numbers, String key, @Nullable BigDecimal number) {
        if (number != null) {
            numbers.add(new Quantity(key, Numbers.text(number)));
        }
    }
}
