package org.socialobservatory.ingest.estimate.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.socialobservatory.ingest.estimate.Expression;
import org.socialobservatory.ingest.estimate.design.Margin;
import org.socialobservatory.ingest.estimate.design.Replicates;
import org.socialobservatory.ingest.estimate.design.SurveyDesign;
import org.socialobservatory.ingest.estimate.design.SurveyDesign.LonelyCluster;
import org.socialobservatory.ingest.estimate.design.SurveyDesign.Sampling;
import org.socialobservatory.ingest.mapping.description.SampleDesign;

/** The design of a sample as the estimator needs it. */
public final class DesignReader {

    private DesignReader() {}

    /**
     * The design of a table of answers.
     *
     * @param ofParent whether each answer belongs to one of another table, which was drawn: then its weights are
     *     inherited, whatever they are of
     */
    public static SurveyDesign read(SampleDesign said, boolean ofParent) {
        var design = SurveyDesign.of(sampling(said, ofParent)).with(lonely(said.lonelyPsu()));
        if (said.replicates() != null) {
            design = design.with(replicates(said.replicates()));
        }
        return said.margins().isEmpty()
                ? design
                : design.with(said.margins().stream().map(DesignReader::margin).toList());
    }

    private static Sampling sampling(SampleDesign said, boolean ofParent) {
        return switch (said.kind()) {
            case CENSUS -> new Sampling.Census();
            case SRS ->
                ofParent || said.population() == null
                        ? new Sampling.Weighted()
                        : new Sampling.SimpleRandom(said.population().doubleValue());
            case WEIGHTED -> new Sampling.Weighted();
        };
    }

    private static LonelyCluster lonely(SampleDesign.LonelyPsu said) {
        return switch (said) {
            case FAIL -> LonelyCluster.FAIL;
            case CERTAINTY -> LonelyCluster.CERTAINTY;
            case ADJUST -> LonelyCluster.ADJUST;
            case AVERAGE -> LonelyCluster.AVERAGE;
        };
    }

    private static Replicates replicates(SampleDesign.Replicates said) {
        var columns = said.columns();
        var usual = switch (said.method()) {
            case BRR -> Replicates.brr(columns, said.mse());
            case FAY ->
                Replicates.fay(columns, said.rho() == null ? 0 : said.rho().doubleValue(), said.mse());
            case JK1 -> Replicates.jk1(columns, said.mse());
            case JKN -> Replicates.jkn(columns, rscales(said), said.mse());
            case BOOTSTRAP -> Replicates.bootstrap(columns, said.mse());
        };
        return new Replicates(
                columns, said.scale() == null ? usual.scale() : said.scale().doubleValue(), rscales(said), said.mse());
    }

    private static List<Double> rscales(SampleDesign.Replicates said) {
        return said.rscales().isEmpty()
                ? Collections.nCopies(said.columns().size(), 1.0)
                : said.rscales().stream().map(BigDecimal::doubleValue).toList();
    }

    private static Margin margin(SampleDesign.Margin said) {
        var variables = new ArrayList<Expression>();
        said.variables()
                .forEach(name ->
                        variables.add(Expression.of("CAST(\"" + name.replace("\"", "\"\"") + "\" AS VARCHAR)")));
        Map<List<String>, Double> sizes = new HashMap<>();
        said.totals().forEach((category, total) -> sizes.put(category, total.doubleValue()));
        return new Margin(String.join(" × ", said.variables()), variables, sizes);
    }
}
