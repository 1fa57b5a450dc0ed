package org.socialobservatory.ingest.estimate;

import static java.util.Map.entry;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socialobservatory.ingest.check.trust.ProportionRule;
import org.socialobservatory.ingest.estimate.ReferenceRows.Answer;
import org.socialobservatory.ingest.estimate.design.Margin;
import org.socialobservatory.ingest.estimate.design.Replicates;
import org.socialobservatory.ingest.estimate.design.SurveyDesign;
import org.socialobservatory.ingest.estimate.design.SurveyDesign.LonelyCluster;
import org.socialobservatory.ontology.reference.ReferenceData;

/** What R answers where rules bite: domains, lonely clusters, margins, replicates, edges, differences, poverty. */
@ReferenceData
class ExtraReferenceTest {

    private static final String TOTAL = "_T";
    private static final SurveyDesign PLAIN = SurveyDesign.weighted();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final Map<String, Answer> answers = new HashMap<>();

    @Test
    void agreesWithREveryRowThatTheRulesCover() {
        domains();
        lonelyClusters();
        designEffects();
        postStratification();
        raking();
        brr();
        jackknife();
        quantiles();
        finitePopulations();
        reliability();
        differences();
        poverty();
        ReferenceRows.compare(
                "survey/extra-reference.csv",
                "extra-reference",
                row -> row.getField("case") + " " + row.getField("statistic") + " " + row.getField("r_call"),
                row -> answers.get(row.getField("case") + " " + row.getField("statistic")));
    }

    private void domains() {
        var stratified = estimates("dstrat", PLAIN);
        var clustered = estimates("dclus1", PLAIN);
        var classes = figure(stratified, "mean-acs.46", TOTAL);
        both("missing-domain", classes);
        put("missing-domain degf", degrees(classes));
        both("missing-narm", classes);
        var core = figure(clustered, "mean-acs.core", TOTAL);
        both("missing-domain-clus", core);
        put("missing-domain-clus degf", degrees(core));
        put("missing-domain-clus ci95_low", lower(core));
        put("missing-domain-clus ci95_high", upper(core));
        both("missing-total", figure(clustered, "total-acs.core", TOTAL));
        var large = figure(clustered, "share-acs.core~26.gt", TOTAL);
        put("missing-prop-logit logit_low", lower(large));
        put("missing-prop-logit logit_high", upper(large));
        for (var code : List.of("E", "H", "M")) {
            put("degf-domain degf_" + code, degrees(figure(clustered, "mean-api00", "stype=" + code)));
        }
        var awarded = figure(clustered, "share-awardsYes", "stype=M");
        put("logit-domain logit_low", lower(awarded));
        put("logit-domain logit_high", upper(awarded));
    }

    private void lonelyClusters() {
        for (var rule : List.of(LonelyCluster.ADJUST, LonelyCluster.CERTAINTY, LonelyCluster.AVERAGE)) {
            for (var fpc : List.of("", "-nofpc")) {
                var design = fpc.isEmpty() ? "dstrat" : "dstrat_nf";
                var lonely = "SELECT * FROM (" + ApiSurvey.columns(design) + ") WHERE stype <> 'H' "
                        + "OR rowid = (SELECT min(rowid) FROM (" + ApiSurvey.columns(design) + ") WHERE stype = 'H')";
                var name = "lonely-" + rule.name().toLowerCase(Locale.ROOT) + fpc;
                var found = ApiSurvey.estimates(folder, name, lonely, PLAIN.with(rule));
                error(name + " se_mean_api00", figure(found, "mean-api00", TOTAL));
                error(name + " se_total_enroll", figure(found, "total-enroll", TOTAL));
                error(name + " se_ratio", figure(found, "ratio", TOTAL));
                if (name.equals("lonely-average")) {
                    var select = "SELECT replace(cname, ' ', '-') AS _area, * FROM (" + lonely + ")";
                    var file = Answers.parquet(folder.resolve("angeles.parquet"), select);
                    var angeles = ApiSurvey.estimates(file, PLAIN.with(rule), ApiSurvey.below("Los-Angeles"));
                    error(
                            "lonely-average-domain-without-lonely se",
                            figure(angeles, "mean-api00", TOTAL, "Los-Angeles"));
                }
            }
        }
    }

    private void designEffects() {
        var clustered = estimates("dclus1", PLAIN);
        effects("deff-domain", figure(clustered, "mean-api00", "stype=E"));
        effects("deff-domain-strat", figure(estimates("dstrat", PLAIN), "mean-api00", "stype=E"));
        var wide = figure(clustered, "share-sch.wideYes", "stype=E");
        put("deff-prop deff_replace", number(wide.uncertainty().designEffect()));
        put("deff-prop n_eff_nchs", number(wide.uncertainty().effectiveSampleSize()));
        effects("deff-ratio", figure(clustered, "ratio", TOTAL));
        var nobody = figure(estimates("dstrat", PLAIN), "share-api00~900.gt", TOTAL);
        put("deff-p0 deff_replace", number(nobody.uncertainty().designEffect()));
        put("p0-interval upper_p0_n200", upper(nobody));
        var never = new Statistic.Proportion(Expression.of("range < 0"));
        put("p0-interval upper_p0_n12", upper(alone("twelve", "SELECT range FROM range(12)", never, PLAIN)));
        put("p1-interval lower_p1_n200", lower(figure(estimates("dstrat", PLAIN), "share-api00~900.lt", TOTAL)));
    }

    private void postStratification() {
        var kinds = new Margin(
                "kinds",
                List.of(Expression.of("stype")),
                Map.of(List.of("E"), 4421.0, List.of("H"), 755.0, List.of("M"), 1018.0));
        var select = ApiSurvey.columns("dclus1").replaceFirst("SELECT ", "SELECT \"sch.wide\" AS _area, ");
        var file = Answers.parquet(folder.resolve("ps.parquet"), select);
        var found = ApiSurvey.estimates(file, PLAIN.with(List.of(kinds)), ApiSurvey.below("Yes", "No"));
        both("poststrat-total", figure(found, "total-enroll", TOTAL));
        both("poststrat-domain-total", figure(found, "total-enroll", "wide=Yes"));
        both("poststrat-domain-mean", figure(found, "mean-api00", "wide=Yes"));
        put("poststrat-domain-mean degf", degrees(figure(found, "mean-api00", "wide=Yes")));
        both("poststrat-domain-count", figure(found, "count-awardsYes", "wide=Yes"));
        both("poststrat-count-of-stratum", figure(found, "count-stypeE", "stype=E"));
        both("poststrat-ratio", figure(found, "ratio", TOTAL));
        nchs("nchs-poststrat-domain", figure(found, "share-awardsYes", "stype=H"));
        difference("difference-poststratified", found, "mean-api00", "Yes");
        var unequal = estimates("dstrat", PLAIN.with(List.of(margin("awards"))));
        both("poststrat-unequal-total", figure(unequal, "total-enroll", TOTAL));
        both("poststrat-unequal-domain-mean", figure(unequal, "mean-api00", "stype=H"));
    }

    private void raking() {
        var found = estimates("dstrat", PLAIN.with(List.of(margin("awards"), margin("sch.wide"))));
        both("rake-total", figure(found, "total-enroll", TOTAL));
        both("rake-mean", figure(found, "mean-api00", TOTAL));
        both("rake-domain-mean", figure(found, "mean-api00", "stype=H"));
        put("rake-domain-mean degf", degrees(figure(found, "mean-api00", "stype=H")));
        var first = new Statistic.Count(Expression.of("rowid = 1"));
        var design = PLAIN.with(List.of(margin("awards"), margin("sch.wide")));
        put(
                "rake-weight weight_first_row",
                number(alone("rake", ApiSurvey.columns("dstrat"), first, design).value()));
    }

    /** One figure of a table. */
    private Estimate alone(String name, String select, Statistic statistic, SurveyDesign design) {
        var estimand = new Estimand("alone", statistic, null, List.of(List.of()), Estimand.Unit.PLAIN);
        return new Estimator(design, Answers.town())
                .estimate(Answers.parquet(folder.resolve(name + ".parquet"), select), List.of(estimand))
                .cells()
                .getFirst();
    }

    private Margin margin(String variable) {
        var sizes = new HashMap<List<String>, Double>();
        for (var row : ReferenceRows.of("survey/apipop.csv")) {
            sizes.merge(List.of(row.getField(variable)), 1.0, Double::sum);
        }
        return new Margin(variable, List.of(Expression.of('"' + variable + '"')), sizes);
    }

    /** The data {@code scd} of R's {@code survey}: survival of cardiac arrests by ambulance (Levy and Lemeshow). */
    private void brr() {
        var columns = List.of("r1", "r2", "r3", "r4");
        var half = survival("brr", ambulances(2, 0), Replicates.brr(columns, false));
        both("replicates-BRR", half);
        put("replicates-BRR degf", degrees(half));
        error("replicates-Fay se", survival("fay", ambulances(1.7, 0.3), Replicates.fay(columns, 0.3, false)));
    }

    /** In each replicate one ambulance of each area has more weight and the other less. */
    private static String ambulances(double more, double less) {
        var rows = List.of(
                "120, 25, +, +, -, -",
                "78, 24, -, -, +, +",
                "185, 30, +, -, +, -",
                "228, 49, -, +, -, +",
                "670, 80, +, -, -, +",
                "530, 70, -, +, +, -");
        var values = rows.stream()
                .map(row -> "(" + row.replace("+", Double.toString(more)).replace("-", Double.toString(less)) + ")")
                .collect(Collectors.joining(", "));
        return "SELECT 1.0 AS _weight, * FROM (VALUES " + values + ") AS t(arrests, alive, r1, r2, r3, r4)";
    }

    private Estimate survival(String name, String select, Replicates replicates) {
        var ratio = new Statistic.Ratio(Expression.of("alive"), Expression.of("arrests"));
        return alone(name, select, ratio, PLAIN.with(replicates));
    }

    private void jackknife() {
        for (boolean around : new boolean[] {false, true}) {
            var select = jackknifed(ApiSurvey.columns("dclus1_nf"), "1", "dnum");
            var found = ApiSurvey.estimates(
                    folder, "jk1" + around, select, PLAIN.with(Replicates.jk1(replicates(15), around)));
            if (around) {
                error("replicates-JK1-ratio-mse se", figure(found, "ratio", TOTAL));
            } else {
                threeOf("replicates-JK1", figure(found, "mean-api00", TOTAL));
                threeOf("replicates-JK1-domain", figure(found, "mean-api00", "stype=H"));
                both("replicates-JK1-ratio", figure(found, "ratio", TOTAL));
            }
        }
        var stratified = jackknifed(ApiSurvey.columns("dstrat_nf"), "stype", "rowid");
        var scales = Collections.nCopies(100, 0.99).stream().toList();
        var all = new ArrayList<>(scales);
        all.addAll(Collections.nCopies(100, 0.98));
        var design = PLAIN.with(Replicates.jkn(replicates(200), all, false));
        var found = ApiSurvey.estimates(folder, "jkn", stratified, design);
        threeOf("replicates-JKn", figure(found, "mean-api00", TOTAL));
        threeOf("replicates-JKn-domain", figure(found, "mean-api00", "stype=H"));
    }

    private static List<String> replicates(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(set -> "replicate" + set)
                .toList();
    }

    /** Leaves one unit out at a time and lets those of its stratum stand for it. */
    private static String jackknifed(String select, String stratum, String unit) {
        int sets = stratum.equals("1") ? 15 : 200;
        var columns = new StringBuilder();
        for (int set = 1; set <= sets; set++) {
            columns.append(", CASE WHEN unit = ")
                    .append(set)
                    .append(" THEN 0 WHEN stratum = (SELECT any_value(stratum) FROM n WHERE unit = ")
                    .append(set)
                    .append(") THEN pw * units / (units - 1) ELSE pw END AS replicate")
                    .append(set);
        }
        return "WITH n AS (SELECT *, " + stratum + " AS stratum, dense_rank() OVER (ORDER BY " + stratum + ", " + unit
                + ") AS unit FROM (" + select
                + ")), u AS (SELECT stratum AS s, count(DISTINCT unit) AS units FROM n GROUP BY 1) "
                + "SELECT * EXCLUDE (s, units, unit, stratum)" + columns
                + " FROM n JOIN u ON n.stratum = u.s ORDER BY rowid";
    }

    private void quantiles() {
        var found = estimates("dstrat", PLAIN);
        var median = figure(found, "q0.5", "stype=H");
        both("quantile-domain", median);
        put("quantile-domain ci95_low", lower(median));
        put("quantile-domain ci95_high", upper(median));
        var low = figure(found, "q0.05", "stype=H");
        put("quantile-no-bound ci95_low", lower(low));
        put("quantile-no-bound ci95_high", upper(low));
        put(
                "quantile-first-weight estimate_ours",
                number(figure(found, "q1.0E-4", TOTAL).value()));
    }

    private void finitePopulations() {
        var share = "SELECT * EXCLUDE (_fpc), count(*) OVER (PARTITION BY stype) / fpc AS _fpc FROM ("
                + ApiSurvey.columns("dstrat") + ")";
        error("fpc-fraction se", figure(ApiSurvey.estimates(folder, "fraction", share, PLAIN), "mean-api00", TOTAL));
        var all = "SELECT * EXCLUDE (_fpc, _weight, _stratum), 1.0 AS _weight, 200.0 AS _fpc FROM ("
                + ApiSurvey.columns("dstrat") + ")";
        error("census se", figure(ApiSurvey.estimates(folder, "census", all, PLAIN), "mean-api00", TOTAL));
    }

    private void reliability() {
        var clustered = estimates("dclus1", PLAIN);
        var stratified = estimates("dstrat", PLAIN);
        var simple = estimates("dsrs", PLAIN);
        Map.ofEntries(
                        entry("nchs-reliable", figure(clustered, "share-sch.wideYes", TOTAL)),
                        entry("nchs-cap-at-n", figure(clustered, "share-sch.wideYes", "stype=E")),
                        entry("nchs-small", figure(clustered, "share-awardsYes", "stype=M")),
                        entry("nchs-p0", figure(stratified, "share-api00~900.gt", TOTAL)),
                        entry("nchs-p1", figure(stratified, "share-api00~900.lt", TOTAL)),
                        entry("nchs-relative-width", figure(simple, "share-api00~900.gt", TOTAL)),
                        entry("nchs-complement-only", figure(simple, "share-api00~900.le", TOTAL)),
                        entry("nchs-rare-ok", figure(stratified, "share-api00~850.gt", TOTAL)),
                        entry("nchs-rare-domain", figure(stratified, "share-api00~850.gt", "stype=E")),
                        entry("nchs-no-variance", figure(stratified, "share-stypeE", TOTAL)))
                .forEach(this::nchs);
    }

    private void nchs(String name, Estimate estimate) {
        double share = number(estimate.value());
        double persons = estimate.behind().persons();
        double error = number(estimate.uncertainty().standardError());
        double effective = share == 0 || share == 1 ? persons : share * (1 - share) / (error * error);
        var rule = ProportionRule.judge(share, persons, effective, degrees(estimate));
        double width = rule.upper() - rule.lower();
        put(name + " n", persons);
        put(name + " df", degrees(estimate));
        put(name + " n_eff", effective);
        put(name + " n_star", rule.basis());
        put(name + " low", rule.lower());
        put(name + " high", rule.upper());
        put(name + " width", width);
        put(name + " rel", width / share);
        put(name + " rel_complement", width / (1 - share));
        put(
                name + " class",
                switch (estimate.trust().reliability()) {
                    case RELIABLE -> 1;
                    case CAUTION -> 2;
                    case UNRELIABLE -> 3;
                });
    }

    private void differences() {
        for (var design : List.of("dstrat", "dclus1", "dstrat_nf")) {
            var select = ApiSurvey.columns(design).replaceFirst("SELECT ", "SELECT stype AS _area, ");
            var file = Answers.parquet(folder.resolve("difference-" + design + ".parquet"), select);
            var found = ApiSurvey.estimates(file, PLAIN, ApiSurvey.below("E", "H", "M"));
            difference("difference-area-town-mean-" + design, found, "mean-api00", "E");
            difference("difference-area-town-ratio-" + design, found, "ratio", "E");
            difference("difference-area-town-prop-" + design, found, "share-awardsYes", "E");
            put("difference-area-town-mean-" + design + " degf_union", degrees(figure(found, "mean-api00", TOTAL)));
        }
    }

    /** The variance of a difference from what the cells carry. */
    private void difference(String name, Map<String, Estimate> found, String indicator, String area) {
        var own = figure(found, indicator, TOTAL, area);
        var town = figure(found, indicator, TOTAL);
        double variance =
                square(own) + square(town) - 2 * number(own.uncertainty().parentCovariance());
        put(name + " estimate", number(own.value()) - number(town.value()));
        put(name + " se", StrictMath.sqrt(variance));
    }

    private static double square(Estimate estimate) {
        double error = number(estimate.uncertainty().standardError());
        return error * error;
    }

    private void poverty() {
        var found = PovertySurvey.estimates(folder, 0.33, "region");
        var intensity = figure(found, "mpi-intensity", TOTAL, "1");
        both("mpi-A-ratio", intensity);
        put("mpi-A-ratio degf", degrees(figure(found, "mpi", TOTAL, "1")));
        both("mpi-M0", figure(found, "mpi", TOTAL, "1"));
        both("mpi-contribution-ratio", figure(found, "mpi-contribution-d_nutr", TOTAL));
        difference("mpi-A-difference-region1-all", found, "mpi-intensity", "1");
    }

    private Map<String, Estimate> estimates(String name, SurveyDesign design) {
        return ApiSurvey.estimates(folder, name, ApiSurvey.columns(name), design);
    }

    private static Estimate figure(Map<String, Estimate> found, String indicator, String breakdown) {
        return figure(found, indicator, breakdown, "town");
    }

    private static Estimate figure(Map<String, Estimate> found, String indicator, String breakdown, String area) {
        var name = ApiSurvey.name(indicator, breakdown, area);
        return Objects.requireNonNull(found.get(name), name);
    }

    private void put(String name, double value) {
        answers.put(name, Answer.of(value));
    }

    private void both(String name, Estimate estimate) {
        put(name + " estimate", number(estimate.value()));
        error(name + " se", estimate);
    }

    private void threeOf(String name, Estimate estimate) {
        both(name, estimate);
        put(name + " degf", degrees(estimate));
    }

    private void error(String name, Estimate estimate) {
        answers.put(name, Answer.error(number(estimate.uncertainty().standardError()), number(estimate.value())));
    }

    private void effects(String name, Estimate estimate) {
        double effect = number(estimate.uncertainty().designEffect());
        put(name + " deff_replace", effect);
        put(
                name + " deff_TRUE",
                effect / (1 - estimate.behind().persons() / estimate.behind().population()));
    }

    private static double degrees(Estimate estimate) {
        return number(estimate.uncertainty().degreesOfFreedom());
    }

    private static double lower(Estimate estimate) {
        return number(estimate.uncertainty().lower());
    }

    private static double upper(Estimate estimate) {
        return number(estimate.uncertainty().upper());
    }

    private static double number(@Nullable BigDecimal number) {
        return number == null ? Double.NaN : number.doubleValue();
    }
}
