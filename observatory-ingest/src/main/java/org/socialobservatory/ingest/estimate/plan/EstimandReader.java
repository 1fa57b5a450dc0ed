package org.socialobservatory.ingest.estimate.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.estimate.Dimension;
import org.socialobservatory.ingest.estimate.Estimand;
import org.socialobservatory.ingest.estimate.Expression;
import org.socialobservatory.ingest.estimate.Statistic;
import org.socialobservatory.ingest.estimate.ecql.Ecql;
import org.socialobservatory.ingest.estimate.ecql.Translation;
import org.socialobservatory.ingest.estimate.ecql.VariableType;
import org.socialobservatory.ingest.mapping.tabulation.ComputedIndicator;
import org.socialobservatory.ingest.mapping.tabulation.Statistic.Poverty;
import org.socialobservatory.ingest.mapping.tabulation.Tabulation;
import org.socialobservatory.ingest.source.Findings;
import org.socialobservatory.ontology.finding.Finding.Place;
import org.socialobservatory.ontology.finding.FindingRule;
import org.socialobservatory.ontology.indicator.Indicator;
import org.socialobservatory.ontology.survey.Computation;

/** Turns what a package wants computed into estimands; what cannot be computed is left out, with a finding. */
public final class EstimandReader {

    private static final Expression EVERYBODY = Expression.of("TRUE");

    private final Map<String, VariableType> variables;
    private final Ecql ecql;
    private final IndicatorDefinitions definitions;
    private final Place place;
    private final Findings findings;

    /**
     * @param variables of the table of answers, by name
     * @param known indicators that are defined elsewhere
     * @param persons whether each answer is that of a person, rather than of a household
     * @param place of the table of answers
     */
    public EstimandReader(
            Map<String, VariableType> variables,
            Function<String, Optional<Indicator>> known,
            boolean persons,
            Place place,
            Findings findings) {
        this.variables = variables;
        this.ecql = new Ecql(variables);
        this.definitions = new IndicatorDefinitions(known, persons, findings);
        this.place = place;
        this.findings = findings;
    }

    private static Estimand.Unit unit(ComputedIndicator computed, Indicator indicator) {
        if (indicator.unit().equals("percent")) {
            return Estimand.Unit.PERCENT;
        }
        return computed.statistic() instanceof Poverty ? Estimand.Unit.INDEX : Estimand.Unit.PLAIN;
    }

    public Plan read(Tabulation tabulation) {
        var dimensions = new Dimensions(variables, place, findings).of(tabulation.dimensions());
        var estimands = new ArrayList<Estimand>();
        var indicators = new ArrayList<Indicator>();
        var computations = new ArrayList<Computation>();
        for (ComputedIndicator computed : tabulation.indicators()) {
            var indicator = definitions.of(computed);
            var formula = new Formula(computed);
            var universe = computed.universe() == null ? null : formula.condition("universe", computed.universe());
            var statistic = formula.statistic();
            if (indicator.isEmpty() || formula.faulty) {
                continue;
            }
            estimands.add(new Estimand(
                    computed.code(),
                    statistic,
                    universe,
                    breakdowns(computed, dimensions),
                    unit(computed, indicator.get())));
            computations.add(formula.computation(computed.code()));
            definitions.defined(computed, indicator.get()).ifPresent(indicators::add);
            if (computed.statistic() instanceof Poverty poverty) {
                for (Indicator beside : PovertyIndicators.beside(indicator.get(), poverty)) {
                    indicators.add(beside);
                    computations.add(formula.computation(beside.code()));
                }
            }
        }
        return new Plan(estimands, indicators, computations);
    }

    /** Crossings all of whose dimensions can be computed. */
    private static List<List<Dimension>> breakdowns(ComputedIndicator computed, Map<String, Dimension> dimensions) {
        return computed.breakdowns().stream()
                .filter(names -> dimensions.keySet().containsAll(names))
                .map(names -> names.stream().map(dimensions::get).toList())
                .toList();
    }

    /** The texts of one indicator, translated one by one; all of them, so that every fault is found at once. */
    private final class Formula {

        private final ComputedIndicator computed;
        private final SortedMap<String, String> texts = new TreeMap<>();
        private final SortedSet<String> used = new TreeSet<>();
        private boolean faulty;

        Formula(ComputedIndicator computed) {
            this.computed = computed;
        }

        private Statistic statistic() {
            return switch (computed.statistic()) {
                case org.socialobservatory.ingest.mapping.tabulation.Statistic.Proportion(String condition) ->
                    new Statistic.Proportion(condition("condition", condition), symmetric());
                case org.socialobservatory.ingest.mapping.tabulation.Statistic.Count(String condition) ->
                    new Statistic.Count(condition == null ? EVERYBODY : condition("condition", condition));
                case org.socialobservatory.ingest.mapping.tabulation.Statistic.Mean(String value) ->
                    new Statistic.Mean(number("value", value));
                case org.socialobservatory.ingest.mapping.tabulation.Statistic.Total(String value) ->
                    new Statistic.Total(number("value", value));
                case org.socialobservatory.ingest.mapping.tabulation.Statistic.Ratio(
                        String value,
                        String denominator) ->
                    new Statistic.Ratio(number("value", value), number("denominator", denominator));
                case org.socialobservatory.ingest.mapping.tabulation.Statistic.Quantile quantile -> {
                    texts.put("p", quantile.p().toPlainString());
                    yield new Statistic.Quantile(
                            number("value", quantile.value()), quantile.p().doubleValue());
                }
                case Poverty poverty -> poverty(poverty);
            };
        }

        /** An interval that is not the usual one is part of how the figure is computed. */
        private boolean symmetric() {
            boolean symmetric = computed.interval() == ComputedIndicator.Interval.SYMMETRIC;
            if (symmetric) {
                texts.put("interval", ComputedIndicator.Interval.SYMMETRIC.code());
            }
            return symmetric;
        }

        private Statistic poverty(Poverty poverty) {
            texts.put("cutoff", poverty.cutoff().toString());
            var pillars = new ArrayList<Statistic.Pillar>();
            for (var pillar : poverty.pillars()) {
                var deprivations = new ArrayList<Statistic.Deprivation>();
                for (var deprivation : pillar.deprivations()) {
                    texts.put(
                            "weight." + deprivation.code(), deprivation.weight().toString());
                    deprivations.add(new Statistic.Deprivation(
                            deprivation.code(),
                            deprivation.weight().toDouble(),
                            condition("deprived." + deprivation.code(), deprivation.deprived())));
                }
                pillars.add(new Statistic.Pillar(pillar.code(), deprivations));
            }
            return new Statistic.MultidimensionalPoverty(
                    pillars, poverty.cutoff().toDouble());
        }

        private Expression condition(String key, String text) {
            return translated(key, text, ecql.condition(text));
        }

        private Expression number(String key, String text) {
            return translated(key, text, ecql.number(text));
        }

        private Expression translated(String key, String text, Translation translation) {
            if (!key.equals("universe")) {
                texts.put(key, text);
            }
            return switch (translation) {
                case Translation.Translated(Expression expression, SortedSet<String> named) -> {
                    used.addAll(named);
                    yield expression;
                }
                case Translation.Refused(FindingRule rule, List<String> arguments) -> {
                    faulty = true;
                    findings.add(rule, computed.place(key), text, arguments.toArray(String[]::new));
                    yield EVERYBODY;
                }
            };
        }

        private Computation computation(String code) {
            return new Computation(code, computed.statistic().kind(), universe(), texts, List.copyOf(used));
        }

        private @Nullable String universe() {
            return computed.universe();
        }
    }
}
