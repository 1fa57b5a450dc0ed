package org.socialobservatory.ingest.estimate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.estimate.design.SurveyDesign;

/** All figures of one sample: each measure over the domains of each of its breakdowns. */
final class Calculation {

    private final SurveyDesign design;
    private final Hierarchy areas;
    private final Plan plan;
    private final Sampled sampled;
    private final List<Dimension> dimensions;
    private final @Nullable Replication replication;
    private final Map<List<Dimension>, List<Domain>> domains = new HashMap<>();

    /** A number whose quantiles are asked for, among those of whom it is known. */
    record Ordered(String member, String column) {}

    /** One measure over one breakdown: independent of all others. */
    private record Work(Measure measure, List<Dimension> breakdown) {}

    /**
     * A calculation.
     *
     * @param replicated the responses with their replicate weights, if the design has some
     */
    Calculation(SurveyDesign design, Hierarchy areas, Plan plan, Sampled sampled, @Nullable Replicated replicated) {
        this.design = design;
        this.areas = areas;
        this.plan = plan;
        this.sampled = sampled;
        var replicates = design.replicates();
        replication =
                replicates == null || replicated == null ? null : new Replication(sampled, replicated, replicates);
        dimensions = List.copyOf(plan.dimensions().keySet());
        for (var measure : plan.measures()) {
            for (var breakdown : measure.breakdowns()) {
                domains.computeIfAbsent(breakdown, _ -> Domains.of(sampled.groups(), areas, breakdown, dimensions));
            }
        }
    }

    /** The figures that are linear in sums, or quotients of such. */
    List<Result> linear() {
        var work = new ArrayList<Work>();
        for (var measure : plan.measures()) {
            if (!(measure.form() instanceof Measure.Form.Quantile)) {
                new LinkedHashSet<>(measure.breakdowns()).forEach(breakdown -> work.add(new Work(measure, breakdown)));
            }
        }
        return work.parallelStream()
                .flatMap(each -> variability().results(each.measure, domains(each.breakdown)).stream())
                .toList();
    }

    /** One for each work: a linearisation has a scratch of its own. */
    private Variability variability() {
        return replication == null ? new Linearisation(sampled) : replication;
    }

    private List<Domain> domains(List<Dimension> breakdown) {
        return Objects.requireNonNull(domains.get(breakdown));
    }

    /** The numbers that have to be put in order. */
    Set<Ordered> numbers() {
        var numbers = new LinkedHashSet<Ordered>();
        for (var measure : plan.measures()) {
            if (measure.form() instanceof Measure.Form.Quantile quantile) {
                numbers.add(new Ordered(measure.member(), quantile.number()));
            }
        }
        return numbers;
    }

    /** The quantiles of one number, from groups that are split by it. */
    List<Result> quantiles(Ordered number, Groups ordered) {
        var results = new ArrayList<Result>();
        var quantiles = new Quantiles(sampled, ordered, variability(), design.confidence());
        for (var measure : plan.measures()) {
            if (measure.form() instanceof Measure.Form.Quantile(var column, var p)
                    && new Ordered(measure.member(), column).equals(number)) {
                for (var breakdown : new LinkedHashSet<>(measure.breakdowns())) {
                    var wholes = domains(breakdown).stream()
                            .map(domain -> Moments.of(measure, domain, sampled))
                            .toList();
                    var split = Domains.of(ordered, areas, breakdown, dimensions);
                    results.addAll(quantiles.results(measure, p, split, wholes));
                }
            }
        }
        return results;
    }
}
