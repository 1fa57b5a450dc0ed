package org.socialobservatory.ingest.estimate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.socialobservatory.ingest.estimate.Term.Factor;
import org.socialobservatory.ingest.estimate.design.Margin;

/** What one scan of the responses has to give for all indicators together, nothing twice. */
final class Plan {

    private static final Factor ONE = new Factor.One();
    /** The weights of deprivations are fractions such as 1/18, whose sums fall short of 1/3 by rounding. */
    private static final double CUTOFF_SLACK = 1e-9;

    private final Columns columns = new Columns();
    private final Map<Dimension, String> dimensions = new LinkedHashMap<>();
    private final List<List<String>> margins = new ArrayList<>();
    private final Map<Term, Integer> terms = new LinkedHashMap<>();
    private final Set<String> numbers = new LinkedHashSet<>();
    private final List<Measure> measures = new ArrayList<>();

    Plan(List<Estimand> estimands, List<Margin> margins) {
        for (var margin : margins) {
            this.margins.add(margin.variables().stream().map(columns::code).toList());
        }
        for (var estimand : estimands) {
            estimand.breakdowns().forEach(breakdown -> breakdown.forEach(this::dimension));
            add(estimand);
        }
    }

    private void dimension(Dimension dimension) {
        dimensions.computeIfAbsent(dimension, wanted -> columns.code(wanted.value()));
    }

    private void add(Estimand estimand) {
        var universe = estimand.universe() == null ? "TRUE" : columns.flag(estimand.universe());
        switch (estimand.statistic()) {
            case Statistic.Proportion(var condition, boolean symmetric) ->
                shared(estimand, universe, new Measure.Form.Proportion(symmetric), columns.flag(condition));
            case Statistic.Count(var condition) ->
                shared(estimand, universe, new Measure.Form.Count(), columns.flag(condition));
            case Statistic.Mean(var value) -> {
                var y = number(value);
                add(estimand, new Measure.Form.Ratio(), universe, known(universe, List.of(y)), quantity(y), ONE);
            }
            case Statistic.Total(var value) -> {
                var y = number(value);
                add(estimand, new Measure.Form.Total(), universe, known(universe, List.of(y)), quantity(y), ONE);
            }
            case Statistic.Ratio(var value, var denominator) -> {
                var y = number(value);
                var x = number(denominator);
                add(
                        estimand,
                        new Measure.Form.Ratio(),
                        universe,
                        known(universe, List.of(y, x)),
                        quantity(y),
                        quantity(x));
            }
            case Statistic.Quantile(var value, var p) -> {
                var y = number(value);
                add(estimand, new Measure.Form.Quantile(y, p), universe, known(universe, List.of(y)), ONE, ONE);
            }
            case Statistic.MultidimensionalPoverty poverty -> add(estimand, universe, poverty);
        }
    }

    private void shared(Estimand estimand, String universe, Measure.Form form, String condition) {
        add(estimand, form, universe, known(universe, List.of(condition)), new Factor.Flag(condition), ONE);
    }

    private String number(Expression value) {
        var name = columns.number(value);
        numbers.add(name);
        return name;
    }

    private static Factor quantity(String column) {
        return new Factor.Quantity(column);
    }

    /** Who counts and of whom all that is needed is known. */
    private String known(String universe, List<String> needed) {
        var condition = new StringBuilder(universe);
        needed.forEach(column -> condition.append(" AND ").append(column).append(" IS NOT NULL"));
        return columns.derive(condition.toString());
    }

    private void add(Estimand estimand, String universe, Statistic.MultidimensionalPoverty poverty) {
        var flags = new LinkedHashMap<Statistic.Deprivation, String>();
        var score = new ArrayList<String>();
        for (var pillar : poverty.pillars()) {
            for (var deprivation : pillar.deprivations()) {
                var flag = columns.flag(deprivation.deprived());
                flags.put(deprivation, flag);
                score.add("CASE WHEN " + flag + " THEN " + deprivation.weight() + " ELSE 0 END");
            }
        }
        var member = known(universe, List.copyOf(flags.values()));
        var deprived = "(" + String.join(" + ", score) + ")";
        var poor = new Factor.Flag(columns.derive(deprived + " >= " + (poverty.cutoff() - CUTOFF_SLACK)));
        var censored = censored(deprived, poor.column());
        var code = estimand.indicator();
        var share = new Measure.Form.Proportion(false);
        var ratio = new Measure.Form.Ratio();
        add(named(estimand, Poverty.headcount(code)), share, universe, member, poor, ONE);
        add(estimand, ratio, universe, member, censored, ONE);
        add(named(estimand, Poverty.intensity(code)), ratio, universe, member, censored, poor);
        for (var pillar : poverty.pillars()) {
            var parts = new ArrayList<String>();
            for (var deprivation : pillar.deprivations()) {
                var flag = flags.getOrDefault(deprivation, "FALSE");
                var part = deprivation.code();
                var both = new Factor.Flag(columns.derive(flag + " AND " + poor.column()));
                add(named(estimand, Poverty.censoredHeadcount(code, part)), share, universe, member, both, ONE);
                var alone = new Factor.Flag(flag);
                add(named(estimand, Poverty.uncensoredHeadcount(code, part)), share, universe, member, alone, ONE);
                var weighted = "CASE WHEN " + flag + " THEN " + deprivation.weight() + " ELSE 0 END";
                var own = censored(weighted, poor.column());
                if (!part.equals(pillar.code())) {
                    add(named(estimand, Poverty.contribution(code, part)), ratio, universe, member, own, censored);
                }
                parts.add(weighted);
            }
            var whole = censored("(" + String.join(" + ", parts) + ")", poor.column());
            add(named(estimand, Poverty.contribution(code, pillar.code())), ratio, universe, member, whole, censored);
        }
    }

    /** A number that is zero for those who are not poor. */
    private Factor censored(String number, String poor) {
        var column = columns.derive("CASE WHEN " + poor + " THEN " + number + " ELSE 0 END");
        numbers.add(column);
        return quantity(column);
    }

    private static Estimand named(Estimand estimand, String indicator) {
        return new Estimand(
                indicator,
                estimand.statistic(),
                estimand.universe(),
                estimand.breakdowns(),
                estimand.unit() == Estimand.Unit.INDEX ? Estimand.Unit.PERCENT : estimand.unit());
    }

    private void add(Estimand estimand, Measure.Form form, String universe, String member, Factor y, Factor x) {
        var amounts = form instanceof Measure.Form.Total && y instanceof Factor.Quantity(var column)
                ? new Measure.Amounts(
                        term(new Term.Largest(member, column, 1)), term(new Term.Largest(member, column, 2)))
                : null;
        measures.add(new Measure(
                estimand.indicator(),
                form,
                estimand.unit(),
                estimand.breakdowns(),
                member,
                term(Term.moment(universe)),
                term(new Term.Count(member)),
                term(Term.moment(member)),
                new Measure.Linear(y, term(Term.moment(member, y))),
                new Measure.Linear(x, term(Term.moment(member, x))),
                new Measure.Squares(
                        term(Term.moment(member, y, y)),
                        term(Term.moment(member, x, y)),
                        term(Term.moment(member, x, x))),
                amounts));
    }

    private int term(Term term) {
        return terms.computeIfAbsent(term, _ -> terms.size());
    }

    Columns columns() {
        return columns;
    }

    List<Measure> measures() {
        return measures;
    }

    /** The dimensions of all breakdowns, with the columns of their codes. */
    Map<Dimension, String> dimensions() {
        return dimensions;
    }

    /** For each margin the columns of its variables. */
    List<List<String>> margins() {
        return margins;
    }

    List<Term> terms() {
        return List.copyOf(terms.keySet());
    }

    /** The columns that are multiplied by weights. */
    List<String> numbers() {
        return List.copyOf(numbers);
    }
}
