package org.socialobservatory.ingest.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialobservatory.ingest.check.trust.Trust;
import org.socialobservatory.ingest.estimate.design.Margin;
import org.socialobservatory.ingest.estimate.design.SurveyDesign;
import org.socialobservatory.ingest.estimate.design.SurveyDesign.LonelyCluster;
import org.socialobservatory.ingest.estimate.design.SurveyDesign.Sampling;
import org.socialobservatory.ingest.estimate.design.UnusableDesign;
import org.socialobservatory.ingest.estimate.design.UnusableDesign.Kind;
import org.socialobservatory.ontology.cube.Reliability;

class EstimatorTest {

    private static final SurveyDesign PLAIN = SurveyDesign.weighted();
    private static final Dimension SEX = new Dimension("sex", Expression.of("sex"), List.of("F", "M"));
    private static final Statistic YES = new Statistic.Proportion(Expression.of("answer = ?", "yes"));
    private static final Statistic MEAN = new Statistic.Mean(Expression.of("number"));

    /** Sixty people in three strata of two clusters; the answers of one in ten are unknown. */
    private static final String PEOPLE = "SELECT 's' || (i // 20) AS _stratum, 'c' || (i // 10) AS _cluster, "
            + "1.5 + i % 7 AS _weight, 'h' || (i // 3) AS _household, CASE WHEN i % 4 = 3 THEN NULL ELSE 'q' || (i % 2) END AS _area, "
            + "CASE WHEN i % 3 = 0 THEN 'F' ELSE 'M' END AS sex, i % 90 AS age, "
            + "CASE WHEN i % 10 = 9 THEN NULL WHEN i % 5 < 2 THEN 'yes' ELSE 'no' END AS answer, "
            + "CASE WHEN i % 10 = 9 THEN NULL ELSE (i * 37 % 101) / 7.0 END AS number FROM range(60) t(i)";

    private static final Hierarchy QUARTERS =
            new Hierarchy(Map.of("q0", "town", "q1", "town"), "town", Set.of("town", "q0", "q1"));

    private static final Hierarchy TOWN = new Hierarchy(QUARTERS.parents(), "town", Set.of("town"));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void givesTheSameBitsWithOneThreadAndWithEight() {
        var many = "SELECT *, hash(j) % 1000003 / 7.0 AS amount FROM (" + PEOPLE + "), range(2000) r(j)";
        var file = Answers.parquet(folder.resolve("many.parquet"), many);
        var estimands = List.of(
                bySex("share", YES),
                bySex("mean", new Statistic.Mean(Expression.of("amount"))),
                bySex("total", new Statistic.Total(Expression.of("amount"))),
                bySex("median", new Statistic.Quantile(Expression.of("amount"), 0.5)));
        var one = new Estimator(PLAIN, QUARTERS, 1).estimate(file, estimands);
        var eight = new Estimator(PLAIN, QUARTERS, 8).estimate(file, estimands);
        assertThat(eight).isEqualTo(one);
        assertThat(one.cells()).hasSize(4 * 3 * 3);
    }

    @Test
    void givesPercentagesInEveryForm() {
        var share = only(PEOPLE, YES, QUARTERS, "q0");
        var file = folder.resolve("answers.parquet");
        var percent = new Estimand("x", YES, null, List.of(List.of()), Estimand.Unit.PERCENT);
        var cell = new Estimator(PLAIN, QUARTERS)
                .estimate(file, List.of(percent)).cells().stream()
                        .filter(each -> each.key().area().equals("q0"))
                        .findFirst()
                        .orElseThrow();
        assertScaled(cell.value(), share.value(), 100);
        assertScaled(cell.uncertainty().standardError(), share.uncertainty().standardError(), 100);
        assertScaled(cell.uncertainty().lower(), share.uncertainty().lower(), 100);
        assertScaled(cell.uncertainty().upper(), share.uncertainty().upper(), 100);
        assertScaled(cell.uncertainty().parentCovariance(), share.uncertainty().parentCovariance(), 10_000);
        assertThat(cell.uncertainty().denominator())
                .isEqualTo(share.uncertainty().denominator());
        assertThat(cell.uncertainty().designEffect())
                .isEqualTo(share.uncertainty().designEffect());
    }

    private static void assertScaled(@Nullable BigDecimal percent, @Nullable BigDecimal share, double scale) {
        assertThat(number(percent)).isCloseTo(number(share) * scale, within(1e-10 * scale));
    }

    @Test
    void makesTheIntervalOfAProportionSymmetricWhereThePackageWantsIt() {
        var condition = Expression.of("answer = 'yes'");
        var usual = only(PEOPLE, new Statistic.Proportion(condition)).uncertainty();
        var share = only(PEOPLE, new Statistic.Proportion(condition, true));
        var wanted = share.uncertainty();
        assertThat(wanted.standardError()).isEqualTo(usual.standardError());
        assertThat(wanted.lower()).isNotEqualTo(usual.lower());
        assertThat(number(wanted.upper()) + number(wanted.lower())).isCloseTo(2 * number(share.value()), within(1e-12));
        var rare =
                only("SELECT i = 0 AS yes FROM range(60) t(i)", new Statistic.Proportion(Expression.of("yes"), true));
        assertThat(rare.uncertainty().lower()).isEqualByComparingTo("0");
    }

    @Test
    void countsThoseWhoDidNotAnswerAndDoesNotInflateTotals() {
        var count = only(PEOPLE, new Statistic.Count(Expression.of("answer = 'yes'")));
        assertThat(count.behind().persons()).isEqualTo(54);
        assertThat(count.behind().itemNonResponse()).isBetween(0.05, 0.15);
        assertThat(number(count.value()))
                .isEqualTo(number(only(PEOPLE, new Statistic.Count(Expression.of("coalesce(answer, 'no') = 'yes'")))
                        .value()));
        assertThat(count.trust().reliability()).isNotEqualTo(Reliability.RELIABLE);
    }

    @Test
    void doesNotCountThoseWhoWereNotAsked() {
        var asked =
                new Estimand("x", YES, Expression.of("answer IS NOT NULL"), List.of(List.of()), Estimand.Unit.PLAIN);
        var cell = all(PEOPLE, PLAIN, TOWN, asked).getFirst();
        assertThat(cell.behind().itemNonResponse()).isZero();
    }

    @Test
    void countsResponsesOutsideEveryAreaInTheTopOnly() {
        var town = only(PEOPLE, new Statistic.Count(Expression.of("TRUE")), QUARTERS, "town");
        var quarters = List.of("q0", "q1").stream()
                .mapToDouble(area -> number(only(PEOPLE, new Statistic.Count(Expression.of("TRUE")), QUARTERS, area)
                        .value()))
                .sum();
        assertThat(number(town.value())).isGreaterThan(quarters);
        assertThat(town.behind().persons()).isEqualTo(60);
        assertThat(town.uncertainty().parentCovariance()).isNull();
    }

    @Test
    void hasNoErrorWhereAllAnswersAreEqual() {
        var same = only(PEOPLE.replace("(i * 37 % 101) / 7.0", "0.1"), MEAN);
        assertThat(same.value()).isEqualByComparingTo("0.1");
        assertThat(same.uncertainty().standardError()).isEqualByComparingTo("0");
        assertThat(same.uncertainty().lower()).isEqualByComparingTo("0.1");
        assertThat(same.uncertainty().designEffect()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"never, 0, 0, 0.06603", "no-or-yes, 1, 0.93397, 1"})
    void boundsAProportionOfNobodyAndOfAll(String condition, double share, double lower, double upper) {
        var sql = condition.equals("never") ? "answer = 'never'" : "answer IN ('yes', 'no')";
        var cell = only(PEOPLE, new Statistic.Proportion(Expression.of(sql)));
        assertThat(number(cell.value())).isEqualTo(share);
        assertThat(number(cell.uncertainty().lower())).isCloseTo(lower, within(1e-5));
        assertThat(number(cell.uncertainty().upper())).isCloseTo(upper, within(1e-5));
        assertThat(cell.uncertainty().effectiveSampleSize()).isNull();
        assertThat(cell.trust().reliability()).isNotEqualTo(Reliability.RELIABLE);
    }

    @Test
    void boundsACountOfNobodyByThoseWhoWereAsked() {
        var cell = only(PEOPLE, new Statistic.Count(Expression.of("answer = 'never'")));
        assertThat(cell.value()).isEqualByComparingTo("0");
        assertThat(number(cell.uncertainty().upper()))
                .isCloseTo((1 - Math.pow(0.025, 1 / 54.0)) * cell.behind().population(), within(1e-6));
    }

    @Test
    void givesADomainWithNobodyACellWithoutValue() {
        var nobody = new Estimand("x", YES, Expression.of("age > 200"), List.of(List.of(SEX)), Estimand.Unit.PLAIN);
        assertThat(all(PEOPLE, PLAIN, QUARTERS, nobody)).hasSize(6).allSatisfy(cell -> {
            assertThat(cell.value()).isNull();
            assertThat(cell.trust()).isEqualTo(Trust.NO_VALUE);
            assertThat(cell.behind().persons()).isZero();
        });
        var men = PEOPLE.replace("CASE WHEN i % 3 = 0 THEN 'F' ELSE 'M' END", "'M'");
        var women = all(men, PLAIN, QUARTERS, new Estimand("x", YES, null, List.of(List.of(SEX)), Estimand.Unit.PLAIN));
        assertThat(women).hasSize(6).filteredOn(cell -> cell.value() == null).hasSize(3);
    }

    @Test
    void hasNoRatioOverZero() {
        var cell = only(PEOPLE, new Statistic.Ratio(Expression.of("number"), Expression.of("age * 0")));
        assertThat(cell.value()).isNull();
        assertThat(cell.behind().persons()).isEqualTo(54);
        var divided = only(PEOPLE, new Statistic.Mean(Expression.of("number / (age - age)")));
        assertThat(divided.value()).isNull();
    }

    @Test
    void hasNoIntervalForOneRespondent() {
        var cell = only("SELECT 3 AS number", MEAN);
        assertThat(cell.value()).isEqualByComparingTo("3");
        assertThat(cell.uncertainty().lower()).isNull();
        assertThat(cell.uncertainty().degreesOfFreedom()).isEqualByComparingTo("0");
        assertThat(cell.trust()).isEqualTo(Trust.NO_INTERVAL);
    }

    @Test
    void keepsAnAbsurdAnswerToItself() {
        var absurd = PEOPLE.replace("i % 90 AS age", "CASE WHEN i = 7 THEN 1000000000 ELSE i % 90 END AS age");
        var mean = new Statistic.Mean(Expression.of("age"));
        var without = new Estimand("x", mean, Expression.of("age < 200"), List.of(List.of()), Estimand.Unit.PLAIN);
        var cell = all(absurd, PLAIN, TOWN, without, estimand("y", mean)).getFirst();
        var sane = new Estimand("x", mean, Expression.of("age <> 7"), List.of(List.of()), Estimand.Unit.PLAIN);
        var expected = all(PEOPLE, PLAIN, TOWN, sane).getFirst();
        assertThat(number(cell.value())).isCloseTo(number(expected.value()), within(1e-9));
        assertThat(number(cell.uncertainty().standardError()))
                .isCloseTo(number(expected.uncertainty().standardError()), within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-310, 1e-200, 1e90})
    void reckonsWithTheSmallestAndTheLargestNumbers(double size) {
        var cell = only(PEOPLE, new Statistic.Total(Expression.of("number * ?", size)));
        double expected = number(
                only(PEOPLE, new Statistic.Total(Expression.of("number"))).value());
        assertThat(number(cell.value())).isCloseTo(size < 1e-300 ? 0 : expected * size, withinPercentage(1e-6));
    }

    @Test
    void bindsValuesFromOutside() {
        var hostile = new Statistic.Proportion(Expression.of("answer = ?", "yes' OR '1' = '1"));
        assertThat(only(PEOPLE, hostile).value()).isEqualByComparingTo("0");
    }

    @Test
    void reachesNoOtherFile() {
        var other = Answers.parquet(folder.resolve("other.parquet"), "SELECT 1 AS secret");
        var nosy = new Statistic.Mean(Expression.of("(SELECT secret FROM read_parquet(?))", other.toString()));
        assertThatThrownBy(() -> only(PEOPLE, nosy)).isInstanceOf(UnreadableResponses.class);
    }

    @Test
    void saysWhichTableDoesNotBearAnExpression() {
        assertThatThrownBy(() -> only(PEOPLE, new Statistic.Mean(Expression.of("height"))))
                .isInstanceOf(UnreadableResponses.class)
                .hasMessageContaining("answers.parquet");
    }

    @Test
    void refusesALonelyClusterWhereItsRuleIsToFail() {
        var lonely = PEOPLE + " WHERE i < 50";
        assertRefused(lonely, PLAIN.with(LonelyCluster.FAIL), Kind.LONELY_CLUSTER, "s2");
        for (var rule : List.of(LonelyCluster.ADJUST, LonelyCluster.AVERAGE, LonelyCluster.CERTAINTY)) {
            var found = estimates(lonely, PLAIN.with(rule), TOWN, estimand("x", MEAN));
            assertThat(found.sample().lonely()).containsExactly("s2");
            assertThat(found.cells().getFirst().uncertainty().standardError()).isPositive();
        }
    }

    @Test
    void hasNoErrorWhereEveryStratumIsLonelyAndTheRuleIsToAverage() {
        var lonely = PEOPLE.replace("i // 20", "i // 10");
        var cell = all(lonely, PLAIN.with(LonelyCluster.AVERAGE), TOWN, estimand("x", MEAN))
                .getFirst();
        assertThat(cell.uncertainty().standardError()).isNull();
        assertThat(cell.trust()).isEqualTo(Trust.NO_INTERVAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NULL", "0", "-1", "'Infinity'", "'NaN'"})
    void refusesWeightsThatAreNotPositive(String weight) {
        var broken = PEOPLE.replace("1.5 + i % 7", "CASE WHEN i < 2 THEN CAST(" + weight + " AS DOUBLE) ELSE 1 END");
        assertRefused(broken, PLAIN, Kind.WEIGHT_UNUSABLE, "2");
    }

    @Test
    void refusesWhatContradictsTheDesign() {
        assertRefused(
                PEOPLE.replace("'s' || (i // 20)", "CASE WHEN i > 2 THEN 's' END"), PLAIN, Kind.STRATUM_MISSING, "3");
        assertRefused(
                PEOPLE.replace("'c' || (i // 10)", "CASE WHEN i > 2 THEN 'c' || i END"),
                PLAIN,
                Kind.CLUSTER_MISSING,
                "3");
        assertRefused(fpc("CASE WHEN i < 20 THEN 0.5 ELSE 40 END"), PLAIN, Kind.FPC_MIXED, "0.5 … 40.0");
        assertRefused(fpc("-1"), PLAIN, Kind.FPC_MIXED, "-1.0");
        assertRefused(fpc("CASE WHEN i < 10 THEN 30 ELSE 40 END"), PLAIN, Kind.FPC_DIFFERS, "s0", "30.0", "40.0");
        assertRefused(fpc("1.5"), PLAIN, Kind.FPC_TOO_SMALL, "s0", "1.5", "2");
        assertRefused(fpc("CASE WHEN i < 5 THEN NULL ELSE 40 END"), PLAIN, Kind.FPC_MISSING, "5");
        assertRefused(PEOPLE + " WHERE i < 0", PLAIN, Kind.NO_RESPONSES);
    }

    private static String fpc(String value) {
        return PEOPLE.replace("SELECT ", "SELECT CAST(" + value + " AS DOUBLE) AS _fpc, ");
    }

    @Test
    void refusesMarginsThatItCannotMeet() {
        assertRefused(
                PEOPLE,
                PLAIN.with(List.of(margin("sex", Map.of("F", 100.0)))),
                Kind.MARGIN_UNKNOWN_CATEGORY,
                "sex",
                "[M]");
        assertRefused(
                PEOPLE,
                PLAIN.with(List.of(margin("sex", Map.of("F", 100.0, "M", 90.0, "X", 1.0)))),
                Kind.MARGIN_EMPTY_CATEGORY,
                "sex",
                "[X]");
        assertRefused(
                PEOPLE,
                PLAIN.with(List.of(margin("answer", Map.of("yes", 1.0, "no", 2.0)))),
                Kind.MARGIN_WITHOUT_CATEGORY,
                "answer",
                "[null]");
        var apart =
                List.of(margin("sex", Map.of("F", 100.0, "M", 90.0)), margin("i % 2", Map.of("0", 50.0, "1", 50.0)));
        assertThatThrownBy(() -> estimates(
                        PEOPLE.replace("SELECT ", "SELECT i, "), PLAIN.with(apart), TOWN, estimand("x", MEAN)))
                .isInstanceOfSatisfying(
                        UnusableDesign.class,
                        refused ->
                                assertThat(refused.faults().getFirst().kind()).isEqualTo(Kind.MARGINS_CONTRADICT));
    }

    private static Margin margin(String variable, Map<String, Double> sizes) {
        var crossed = new HashMap<List<String>, Double>();
        sizes.forEach((code, size) -> crossed.put(List.of(code), size));
        return new Margin(variable, List.of(Expression.of(variable)), crossed);
    }

    @Test
    void takesTheHouseholdAsUnitWhereThereIsNoCluster() {
        var households = PEOPLE.replace("'c' || (i // 10)", "CAST(NULL AS VARCHAR)")
                .replace("'s' || (i // 20)", "CAST(NULL AS VARCHAR)");
        var found = estimates(households, PLAIN, TOWN, estimand("x", MEAN));
        assertThat(found.sample().clusters()).isEqualTo(20);
        assertThat(found.cells().getFirst().behind().households()).isEqualTo(20);
    }

    @Test
    void countsHouseholdsOneByOneWhereFewClustersAreBehindAFigure() {
        var first =
                new Estimand("x", YES, Expression.of("age < 8"), List.of(List.of(), List.of(SEX)), Estimand.Unit.PLAIN);
        var cells = all(PEOPLE, PLAIN, TOWN, first);
        assertThat(cells)
                .extracting(
                        cell -> cell.key().breakdown(), cell -> cell.behind().households())
                .containsExactly(tuple("_T", 3L), tuple("sex=F", 3L), tuple("sex=M", 3L));
    }

    @Test
    void namesTheTwoLargestContributionsToAnAmount() {
        var cell = only(
                PEOPLE,
                new Statistic.Total(
                        Expression.of("CASE WHEN age = 12 THEN 900.5 WHEN age = 44 THEN 850 ELSE age END")));
        assertThat(cell.behind().amounts()).isEqualTo(new Estimate.Amounts(900.5, 850));
        assertThat(only(PEOPLE, MEAN).behind().amounts()).isNull();
    }

    @Test
    void hasNoErrorOfSamplingInACensus() {
        var file = Answers.parquet(
                folder.resolve("answers.parquet"), PEOPLE.replace("1.5 + i % 7", "CAST(NULL AS DOUBLE)"));
        var cell = new Estimator(SurveyDesign.of(new Sampling.Census()), TOWN)
                .estimate(file, List.of(estimand("x", new Statistic.Count(Expression.of("sex = 'F'")))))
                .cells()
                .getFirst();
        assertThat(cell.value()).isEqualByComparingTo("20");
        assertThat(cell.uncertainty().standardError()).isNull();
        assertThat(cell.uncertainty().lower()).isNull();
        assertThat(cell.behind().households()).isEqualTo(20);
        assertThat(cell.trust()).isEqualTo(Trust.EXHAUSTIVE);
    }

    @Test
    void givesEachUnitOfASimpleRandomSampleItsPartOfThePopulation() {
        var sample = "SELECT i AS number, i % 2 = 0 AS even FROM range(50) t(i)";
        var cell = all(
                        sample,
                        SurveyDesign.of(new Sampling.SimpleRandom(1000)),
                        TOWN,
                        estimand("x", new Statistic.Count(Expression.of("even"))))
                .getFirst();
        assertThat(cell.value()).isEqualByComparingTo("500");
        double expected = 1000 * Math.sqrt((1 - 50 / 1000.0) / 49 * 0.25);
        assertThat(number(cell.uncertainty().standardError())).isCloseTo(expected, within(1e-9));
        assertRefused(sample, SurveyDesign.of(new Sampling.SimpleRandom(20)), Kind.FPC_TOO_SMALL, "", "20.0", "50");
    }

    @Test
    void hasNoIntensityWhereNobodyIsPoor() {
        var poverty = new Statistic.MultidimensionalPoverty(
                List.of(
                        new Statistic.Pillar(
                                "a", List.of(new Statistic.Deprivation("d1", 0.5, Expression.of("answer = 'yes'")))),
                        new Statistic.Pillar(
                                "b", List.of(new Statistic.Deprivation("d2", 0.5, Expression.of("age < 0"))))),
                0.6);
        var cells = all(PEOPLE, PLAIN, TOWN, estimand("mpi", poverty));
        assertThat(figure(cells, "mpi").value()).isEqualByComparingTo("0");
        assertThat(figure(cells, "mpi-headcount").value()).isEqualByComparingTo("0");
        assertThat(figure(cells, "mpi-intensity").value()).isNull();
        assertThat(figure(cells, "mpi-contribution-d1").value()).isNull();
        assertThat(figure(cells, "mpi-headcount").behind().persons()).isEqualTo(54);
    }

    @Test
    void givesTheSharesBesideAnIndexAsPercentages() {
        var poverty = new Statistic.MultidimensionalPoverty(
                List.of(new Statistic.Pillar(
                        "a", List.of(new Statistic.Deprivation("d1", 1, Expression.of("answer = 'yes'"))))),
                1 / 3.0);
        var cells =
                all(PEOPLE, PLAIN, TOWN, new Estimand("mpi", poverty, null, List.of(List.of()), Estimand.Unit.INDEX));
        var index = figure(cells, "mpi");
        assertThat(number(index.value())).isBetween(0.01, 0.99);
        for (String share : List.of("mpi-headcount", "mpi-censored-d1", "mpi-uncensored-d1")) {
            var figure = figure(cells, share);
            assertThat(number(figure.value())).as(share).isCloseTo(100 * number(index.value()), within(1e-9));
            assertThat(number(figure.uncertainty().upper())).as(share).isGreaterThan(1);
        }
        assertThat(figure(cells, "mpi-intensity").value()).isEqualByComparingTo("100");
        assertThat(figure(cells, "mpi-contribution-d1").value()).isEqualByComparingTo("100");
    }

    @Test
    void keepsPeriodsApart() {
        var waves = PEOPLE.replace("SELECT ", "SELECT CAST(2024 + i % 2 AS VARCHAR) AS _period, ");
        assertThat(all(waves, PLAIN, TOWN, estimand("x", MEAN)))
                .extracting(cell -> cell.key().period())
                .containsExactly("2024", "2025");
    }

    private void assertRefused(String select, SurveyDesign design, Kind kind, String... arguments) {
        assertThatThrownBy(() -> estimates(select, design, TOWN, estimand("x", MEAN)))
                .isInstanceOfSatisfying(
                        UnusableDesign.class,
                        refused -> assertThat(refused.faults())
                                .contains(new UnusableDesign.Fault(kind, List.of(arguments))));
    }

    private static Estimand estimand(String indicator, Statistic statistic) {
        return new Estimand(indicator, statistic, null, List.of(List.of()), Estimand.Unit.PLAIN);
    }

    private static Estimand bySex(String indicator, Statistic statistic) {
        return new Estimand(indicator, statistic, null, List.of(List.of(), List.of(SEX)), Estimand.Unit.PLAIN);
    }

    private Estimates estimates(String select, SurveyDesign design, Hierarchy areas, Estimand... estimands) {
        var file = Answers.parquet(folder.resolve("answers.parquet"), select);
        return new Estimator(design, areas).estimate(file, List.of(estimands));
    }

    private List<Estimate> all(String select, SurveyDesign design, Hierarchy areas, Estimand... estimands) {
        return estimates(select, design, areas, estimands).cells();
    }

    private Estimate only(String select, Statistic statistic) {
        return only(select, statistic, TOWN, "town");
    }

    private Estimate only(String select, Statistic statistic, Hierarchy areas, String area) {
        return all(select, PLAIN, areas, estimand("x", statistic)).stream()
                .filter(cell -> cell.key().area().equals(area))
                .findFirst()
                .orElseThrow();
    }

    private static Estimate figure(List<Estimate> cells, String indicator) {
        return cells.stream()
                .filter(cell -> cell.key().indicator().equals(indicator))
                .findFirst()
                .orElseThrow();
    }

    private static double number(@Nullable BigDecimal number) {
        return Objects.requireNonNull(number).doubleValue();
    }
}
