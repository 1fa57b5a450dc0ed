package org.socialobservatory.ingest.estimate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.socialobservatory.ingest.estimate.design.SurveyDesign;

/**
 * Estimates figures from a table of responses: a Parquet file with the variables and the columns {@code _row},
 * {@code _household}, {@code _weight}, {@code _stratum}, {@code _cluster}, {@code _fpc}, {@code _area} and
 * {@code _period}. DuckDB looks at the file twice, once for its extremes and once for the sums of all figures in small
 * groups; all else follows from these sums. The same file gives the same bits, whatever the number of threads.
 */
public final class Estimator {

    /** The version of the method; another one wherever the same answers may give another figure. */
    public static final int METHOD = 1;

    private final SurveyDesign design;
    private final Hierarchy areas;
    private final int threads;

    public Estimator(SurveyDesign design, Hierarchy areas) {
        this(design, areas, Runtime.getRuntime().availableProcessors());
    }

    /**
     * An estimator with a given number of threads for DuckDB.
     *
     * @param threads at least 1
     */
    public Estimator(SurveyDesign design, Hierarchy areas, int threads) {
        this.design = design;
        this.areas = areas;
        this.threads = threads;
    }

    /**
     * The figures of one response table.
     *
     * @throws org.socialobservatory.ingest.estimate.design.UnusableDesign if the answers contradict the declared design
     * @throws UnreadableResponses if the file cannot be read, or an expression does not fit its variables
     */
    public Estimates estimate(Path responses, List<Estimand> estimands) {
        var plan = new Plan(estimands, design.margins());
        var base = Base.of(design.sampling());
        try (var table = new ResponseTable(responses, threads)) {
            var extremes = Extremes.of(table, plan, base);
            var grouping = new Grouping(plan, base, extremes);
            var groups = grouping.all(table);
            var sampled = new Sampling(design, grouping, extremes).of(groups);
            var replicates = design.replicates();
            var replicated = replicates == null ? null : Replicated.of(table, plan, replicates);
            var calculation = new Calculation(design, areas, plan, sampled, replicated);
            var results = new ArrayList<>(calculation.linear());
            for (var number : calculation.numbers()) {
                results.addAll(calculation.quantiles(number, grouping.by(table, number.member(), number.column())));
            }
            var households = new Households(plan, base, extremes, grouping, areas);
            return new Estimates(cells(results, households.of(table, results)), sampled.facts(extremes.equalWeights()));
        }
    }

    private List<Estimate> cells(List<Result> results, long[] households) {
        var figures = new Figures(design);
        return IntStream.range(0, results.size())
                .parallel()
                .mapToObj(index -> figures.of(results.get(index), households[index]))
                .sorted(Comparator.comparing(Estimate::key))
                .toList();
    }
}
