package org.socialobservatory.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.check.DecisionCheck;
import org.socialobservatory.ingest.estimate.Estimate;
import org.socialobservatory.ingest.estimate.Estimates;
import org.socialobservatory.ingest.estimate.Estimator;
import org.socialobservatory.ingest.estimate.Hierarchy;
import org.socialobservatory.ingest.estimate.Poverty;
import org.socialobservatory.ingest.estimate.design.UnusableDesign;
import org.socialobservatory.ingest.estimate.ecql.VariableType;
import org.socialobservatory.ingest.estimate.plan.DesignReader;
import org.socialobservatory.ingest.estimate.plan.EstimandReader;
import org.socialobservatory.ingest.gate.candidate.Candidate;
import org.socialobservatory.ingest.gate.candidate.Contributors;
import org.socialobservatory.ingest.gate.candidate.WeightedSum;
import org.socialobservatory.ingest.mapping.Known;
import org.socialobservatory.ingest.mapping.Published;
import org.socialobservatory.ingest.mapping.RowFindings;
import org.socialobservatory.ingest.mapping.description.Responses;
import org.socialobservatory.ingest.mapping.description.SampleDesign;
import org.socialobservatory.ingest.mapping.tabulation.Statistic;
import org.socialobservatory.ingest.mapping.tabulation.Tabulation;
import org.socialobservatory.ingest.source.Spelling;
import org.socialobservatory.ingest.vault.Answers;
import org.socialobservatory.ingest.vault.VaultTable;
import org.socialobservatory.ontology.area.Area;
import org.socialobservatory.ontology.area.Territory;
import org.socialobservatory.ontology.cube.Breakdown;
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.cube.Status;
import org.socialobservatory.ontology.finding.FindingRule;
import org.socialobservatory.ontology.indicator.Indicator;
import org.socialobservatory.ontology.survey.ComparabilityDecision;
import org.socialobservatory.ontology.survey.Sample;
import org.socialobservatory.ontology.survey.Study;

/** From the answers of a package to cells that ask to be published, and what is said of how they came about. */
final class Estimation {

    private final Known known;
    private final Published.Editions published;
    private final Territory territory;
    private final @Nullable String town;
    private final List<Candidate> candidates = new ArrayList<>();
    private final Map<String, Indicator> indicators = new LinkedHashMap<>();
    private final List<Study> studies = new ArrayList<>();
    private final Map<String, List<ComparabilityDecision>> decisions = new HashMap<>();
    private final List<WeightedSum> sums = new ArrayList<>();
    private final Set<String> dimensions = new HashSet<>();

    /**
     * @param territory as it will be with the package
     * @param town of the dataset: a survey of a town says nothing of what lies around it
     */
    Estimation(Known known, Published.Editions published, Territory territory, @Nullable String town) {
        this.known = known;
        this.published = published;
        this.territory = territory;
        this.town = town;
    }

    /** Looks at what a package decides about the questions of one of its resources. */
    void decide(String resource, Responses responses, Answers answers, RowFindings rows) {
        decisions.put(
                resource,
                new DecisionCheck(published, rows.findings())
                        .decisions(
                                responses.comparable(),
                                resource,
                                answers.questionnaire(resource).orElse(null)));
    }

    /** Estimates all that one table is to give. */
    void estimate(VaultTable table, Answers answers, int resource, RowFindings rows) {
        var responses = table.responses();
        var variables = new HashMap<String, VariableType>();
        table.variables().forEach(variable -> variables.put(variable.name(), type(variable.type())));
        var plan = new EstimandReader(
                        variables,
                        code -> Optional.ofNullable(indicators.get(code)).or(() -> known.indicator(code)),
                        responses.unit() == Responses.Unit.PERSON,
                        rows.place(),
                        rows.findings())
                .read(responses.tabulation());
        plan.indicators().forEach(indicator -> indicators.put(indicator.code(), indicator));
        var sampling = sampling(responses, answers);
        if (lacks(variables, sampling, rows)) {
            return;
        }
        try {
            var estimator = new Estimator(
                    DesignReader.read(sampling, responses.parent() != null), hierarchy(responses, answers));
            var estimates = estimator.estimate(table.location(), plan.estimands());
            reportLonely(estimates, sampling, rows);
            estimates.cells().forEach(estimate -> propose(estimate, estimates.sample(), resource, rows));
            poverty(responses.tabulation());
            studies.add(new Study(
                    table.resource(),
                    table.received().sha256(),
                    responses.unit().code(),
                    answers.questionnaire(table.resource()).orElse(null),
                    sample(estimates.sample(), sampling),
                    plan.computations(),
                    answers.notKept(table.resource()),
                    decisions.getOrDefault(table.resource(), List.of())));
        } catch (UnusableDesign contradiction) {
            contradiction.faults().forEach(fault -> report(fault, rows));
        }
    }

    /** Whether the margins speak of variables that the answers lack, which is a finding each. */
    private static boolean lacks(Map<String, VariableType> variables, SampleDesign design, RowFindings rows) {
        boolean lacks = false;
        for (var margin : design.margins()) {
            for (String name : margin.variables()) {
                if (!variables.containsKey(name)) {
                    lacks = true;
                    rows.findings()
                            .add(
                                    FindingRule.VARIABLE_UNKNOWN,
                                    rows.place().column("margins"),
                                    name,
                                    name,
                                    Spelling.nearestText(name, variables.keySet()));
                }
            }
        }
        return lacks;
    }

    private static VariableType type(org.socialobservatory.ontology.survey.Variable.Type type) {
        return switch (type) {
            case WHOLE, NUMBER -> VariableType.NUMBER;
            case FLAG -> VariableType.TRUTH;
            case DAY -> VariableType.DATE;
            case TEXT, OPEN -> VariableType.TEXT;
            case TEXTS -> VariableType.CHOICES;
        };
    }

    /** The design of a table, or that of the one to which it belongs. */
    private static SampleDesign sampling(Responses responses, Answers answers) {
        var parent = responses.parent();
        if (parent == null) {
            return responses.design();
        }
        return answers.tables().stream()
                .filter(table -> table.resource().equals(parent.resource()))
                .findFirst()
                .map(table -> sampling(table.responses(), answers))
                .orElse(responses.design());
    }

    private Hierarchy hierarchy(Responses responses, Answers answers) {
        var parents = new HashMap<String, String>();
        var estimated = new HashSet<String>();
        var levels = levels(responses, answers);
        for (Area area : territory.areas()) {
            if (area.within() != null && !area.code().equals(town)) {
                parents.put(area.code(), area.within());
            }
            if (isCovered(area) && (levels.isEmpty() || levels.contains(area.level()))) {
                estimated.add(area.code());
            }
        }
        return new Hierarchy(parents, top(), estimated);
    }

    /** The levels of the tabulation, or that of the answers and all above it; empty for any. */
    private Set<String> levels(Responses responses, Answers answers) {
        if (!responses.tabulation().levels().isEmpty()) {
            return Set.copyOf(responses.tabulation().levels());
        }
        var own = ownLevel(responses, answers);
        var levels = new HashSet<String>();
        if (own != null) {
            levels.add(own);
            territory.areas().stream()
                    .filter(area -> area.level().equals(own))
                    .flatMap(area -> territory.ancestors(area.code()).stream())
                    .forEach(area -> levels.add(area.level()));
        }
        return levels;
    }

    private static @Nullable String ownLevel(Responses responses, Answers answers) {
        if (responses.area() != null) {
            return responses.area().level();
        }
        var parent = responses.parent();
        return parent == null
                ? null
                : answers.tables().stream()
                        .filter(table -> table.resource().equals(parent.resource()))
                        .findFirst()
                        .map(table -> ownLevel(table.responses(), answers))
                        .orElse(null);
    }

    private boolean isCovered(Area area) {
        return town == null
                || area.code().equals(town)
                || territory.ancestors(area.code()).stream()
                        .anyMatch(above -> above.code().equals(town));
    }

    /** Where those count of whom nobody knows the quarter. */
    private @Nullable String top() {
        if (town != null) {
            return town;
        }
        var roots =
                territory.areas().stream().filter(area -> area.within() == null).toList();
        return roots.size() == 1 ? roots.getFirst().code() : null;
    }

    private void propose(Estimate estimate, Estimates.Sample sample, int resource, RowFindings rows) {
        var behind = estimate.behind();
        if (estimate.value() == null || behind.persons() == 0 || !takes(estimate, rows)) {
            return;
        }
        var amounts = behind.amounts();
        candidates.add(new Candidate(
                new Cell(
                        estimate.key(),
                        new Observed.Value(
                                estimate.value(),
                                Status.NORMAL,
                                estimate.uncertainty(),
                                estimate.trust().reliability()),
                        new Cell.Origin(resource, 0)),
                new Contributors(
                        behind.persons(),
                        behind.households(),
                        behind.population(),
                        sample.equalWeights(),
                        amounts == null ? null : amounts.largest(),
                        amounts == null ? null : amounts.second())));
    }

    /** Whether the codes of a breakdown are in their lists. */
    private boolean takes(Estimate estimate, RowFindings rows) {
        boolean taken = true;
        for (var code : Breakdown.parse(estimate.key().breakdown()).codes().entrySet()) {
            dimensions.add(code.getKey());
            if (!known.takes(code.getKey(), code.getValue())) {
                taken = false;
                rows.findings()
                        .add(
                                FindingRule.CODE_UNKNOWN,
                                rows.place().column("dimensions." + code.getKey()),
                                code.getValue(),
                                code.getValue(),
                                code.getKey(),
                                known.nearestCodes(code.getKey(), code.getValue()));
            }
        }
        return taken;
    }

    private void poverty(Tabulation tabulation) {
        for (var computed : tabulation.indicators()) {
            if (computed.statistic() instanceof Statistic.Poverty poverty) {
                var parts = new TreeMap<String, Double>();
                poverty.pillars().stream()
                        .flatMap(pillar -> pillar.deprivations().stream())
                        .forEach(deprivation -> parts.put(
                                Poverty.censoredHeadcount(computed.code(), deprivation.code()),
                                deprivation.weight().toDouble()));
                sums.add(new WeightedSum(Poverty.index(computed.code()), parts));
            }
        }
    }

    private static void reportLonely(Estimates estimates, SampleDesign design, RowFindings rows) {
        var lonely = estimates.sample().lonely();
        if (!lonely.isEmpty()) {
            rows.findings()
                    .add(
                            FindingRule.STRATUM_LONELY,
                            rows.place(),
                            lonely.getFirst(),
                            String.valueOf(lonely.size()),
                            String.join(", ", lonely.subList(0, Math.min(lonely.size(), 10))),
                            design.lonelyPsu().code());
        }
    }

    private static void report(UnusableDesign.Fault fault, RowFindings rows) {
        var arguments = String.join(", ", fault.arguments());
        switch (fault.kind()) {
            case LONELY_CLUSTER ->
                rows.findings().add(FindingRule.STRATUM_LONELY_REFUSED, rows.place(), arguments, arguments);
            case MARGIN_WITHOUT_CATEGORY, MARGIN_UNKNOWN_CATEGORY, MARGIN_EMPTY_CATEGORY, MARGINS_CONTRADICT ->
                rows.findings().add(FindingRule.MARGIN_UNMET, rows.place(), arguments, arguments);
            case NO_RESPONSES,
                    WEIGHT_UNUSABLE,
                    STRATUM_MISSING,
                    CLUSTER_MISSING,
                    FPC_MISSING,
                    FPC_MIXED,
                    FPC_DIFFERS,
                    FPC_TOO_SMALL,
                    MARGINS_WITH_REPLICATES ->
                rows.findings()
                        .add(
                                FindingRule.DESIGN_CONTRADICTED,
                                rows.place(),
                                arguments,
                                fault.kind().code(),
                                arguments);
        }
    }

    private static Sample sample(Estimates.Sample found, SampleDesign design) {
        return new Sample(
                switch (design.kind()) {
                    case WEIGHTED -> "weighted";
                    case SRS -> "srs";
                    case CENSUS -> "census";
                },
                found.responses(),
                found.strata(),
                found.clusters(),
                design.fpc() != null,
                design.lonelyPsu().code(),
                found.lonely(),
                design.replicates() == null
                        ? null
                        : design.replicates().method().code(),
                design.margins().stream()
                        .map(margin -> String.join(" × ", margin.variables()))
                        .toList());
    }

    List<Candidate> candidates() {
        return candidates;
    }

    /** Indicators that the package defines by computing them. */
    Map<String, Indicator> indicators() {
        return indicators;
    }

    List<Study> studies() {
        return studies;
    }

    List<WeightedSum> sums() {
        return sums;
    }

    Set<String> dimensions() {
        return dimensions;
    }
}
