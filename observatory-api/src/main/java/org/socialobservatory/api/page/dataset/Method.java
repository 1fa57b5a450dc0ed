package org.socialobservatory.api.page.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.snapshot.PublishedCell;
import org.socialobservatory.ontology.cube.Numbers;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.cube.Uncertainty;
import org.socialobservatory.ontology.survey.Computation;
import org.socialobservatory.ontology.survey.Question;
import org.socialobservatory.ontology.survey.Questionnaire;
import org.socialobservatory.ontology.survey.Sample;
import org.socialobservatory.ontology.survey.Study;
import org.socialobservatory.ontology.survey.Variable;

/**
 * How a figure came about that was computed from answers.
 *
 * @param resource whose rows are the answers
 * @param kind the form of the statistic, such as {@code proportion}
 * @param universe who counts, in ECQL; null for everybody
 * @param expressions what is computed, in ECQL
 * @param questions that were asked, as they were worded
 * @param sample the whole of it, not of the figure
 * @param interval how the interval is made: {@code logit}, {@code exact}, {@code woodruff}, {@code symmetric} or
 *     {@code census}
 * @param numbers of the figure; none of a withheld one
 */
record Method(
        String resource,
        String kind,
        @Nullable String universe,
        List<Expression> expressions,
        List<Asked> questions,
        Sample sample,
        String interval,
        List<Quantity> numbers) {

    /** A text in ECQL with what it says: {@code condition}, {@code value}, {@code deprived.water}. */
    record Expression(String name, String text) {}

    /**
     * A question in the languages of its questionnaire.
     *
     * @param code of the question on the page of the questionnaire
     */
    record Asked(String variable, String code, List<Wording> wordings) {}

    record Wording(String language, String text) {}

    /** A number of the figure, by the key of its name. */
    record Quantity(String key, String text) {}

    /** How a cell was computed; empty where somebody else did it. */
    static Optional<Method> of(PublishedCell cell) {
        var definitions = cell.dataset().definitions();
        var resource = definitions
                .resources()
                .get(cell.dataset().block().origin(cell.cell()).resource())
                .name();
        for (Study study : definitions.studies()) {
            if (study.resource().equals(resource)) {
                return study.computation(cell.key().indicator())
                        .map(computation -> of(cell.observed(), study, computation));
            }
        }
        return Optional.empty();
    }

    private static Method of(Observed observed, Study study, Computation computation) {
        var expressions = new ArrayList<Expression>();
        computation.expressions().forEach((name, text) -> expressions.add(new Expression(name, text)));
        return new Method(
                study.resource(),
                computation.kind(),
                computation.universe(),
                List.copyOf(expressions),
                study.questionnaire() == null ? List.of() : questions(study.questionnaire(), computation),
                study.sample(),
                interval(observed, study.sample(), computation.kind()),
                observed instanceof Observed.Value value ? numbers(value.uncertainty()) : List.of());
    }

    private static List<Asked> questions(Questionnaire questionnaire, Computation computation) {
        var asked = new ArrayList<Asked>();
        var codes = questionnaire.codes();
        for (Variable variable : questionnaire.variables()) {
            if (computation.variables().contains(variable.name()) && variable.question() != null) {
                questionnaire
                        .question(variable.question())
                        .map(question -> new Asked(
                                variable.name(), codes.getOrDefault(question.fullName(), ""), wordings(question)))
                        .filter(one -> !one.wordings.isEmpty())
                        .ifPresent(asked::add);
            }
        }
        return List.copyOf(asked);
    }

    private static List<Wording> wordings(Question question) {
        var wordings = new ArrayList<Wording>();
        question.wordings().texts().forEach((language, text) -> wordings.add(new Wording(language, text)));
        return List.copyOf(wordings);
    }

    /** The methods of {@code statistics.md} §3. */
    private static String interval(Observed observed, Sample sample, String kind) {
        if (sample.design().equals("census")) {
            return "census";
        }
        return switch (kind) {
            case "proportion" -> isAtTheEdge(observed) ? "exact" : "logit";
            case "quantile" -> "woodruff";
            default -> "symmetric";
        };
    }

    private static boolean isAtTheEdge(Observed observed) {
        return observed instanceof Observed.Value value
                && value.uncertainty().standardError() != null
                && value.uncertainty().standardError().signum() == 0;
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

    private static void add(List<Quantity> numbers, String key, java.math.@Nullable BigDecimal number) {
        if (number != null) {
            numbers.add(new Quantity(key, Numbers.text(number)));
        }
    }
}
