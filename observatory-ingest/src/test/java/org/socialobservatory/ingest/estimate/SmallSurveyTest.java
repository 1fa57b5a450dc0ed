package org.socialobservatory.ingest.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socialobservatory.ingest.estimate.design.Margin;
import org.socialobservatory.ingest.estimate.design.SurveyDesign;

/** A survey of 24 people, and what R answers about it: {@code small-survey.R} beside the recorded answers. */
class SmallSurveyTest {

    private static final double TOLERANCE = 1e-8;
    /** What R says where there is no number to publish. */
    private static final Set<String> NOTHING = Set.of("NA", "NaN", "Inf");

    private static final List<List<Dimension>> BY_SEX =
            List.of(List.of(), List.of(new Dimension("sex", Expression.of("sex"))));
    private static final Expression LITERATE = Expression.of("literate = ?", "yes");
    private static final Hierarchy AREAS = new Hierarchy(
            Map.of("north", "town", "south", "town", "east", "town"), "town", Set.of("town", "north", "south", "east"));

    @Test
    void agreesWithR(@TempDir Path folder) throws IOException {
        var found = estimates(folder);
        var faults = new ArrayList<String>();
        try (var rows = CsvReader.builder()
                .ofNamedCsvRecord(
                        new InputStreamReader(resource("small-survey-answers.csv"), StandardCharsets.UTF_8))) {
            for (var row : rows) {
                var estimate = Objects.requireNonNull(found.get(row.getField("row")), row.getField("row"));
                var ours = statistic(estimate, row.getField("statistic"));
                var theirs = row.getField("value");
                if (ours == null ? !NOTHING.contains(theirs) : !close(ours.doubleValue(), theirs)) {
                    faults.add(row + " and not " + ours);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private static boolean close(double ours, String theirs) {
        return Math.abs(ours - Double.parseDouble(theirs)) <= TOLERANCE * Math.abs(ours);
    }

    private static @Nullable BigDecimal statistic(Estimate estimate, String statistic) {
        var known = estimate.uncertainty();
        return switch (statistic) {
            case "value" -> estimate.value();
            case "se" -> known.standardError();
            case "n" -> known.sampleSize();
            case "df" -> known.degreesOfFreedom();
            case "denominator" -> known.denominator();
            case "deff" -> known.designEffect();
            case "effective" -> known.effectiveSampleSize();
            case "lower" -> known.lower();
            case "upper" -> known.upper();
            case "covariance" -> known.parentCovariance();
            default -> throw new IllegalArgumentException(statistic);
        };
    }

    private static Map<String, Estimate> estimates(Path folder) throws IOException {
        var file = parquet(folder);
        var adults = Expression.of("age >= ?", 18);
        var plain = List.of(
                estimand("literacy", new Statistic.Proportion(LITERATE), null),
                estimand("income", new Statistic.Mean(Expression.of("income")), adults),
                estimand(
                        "income-per-member",
                        new Statistic.Ratio(Expression.of("income"), Expression.of("members")),
                        null),
                estimand("members", new Statistic.Total(Expression.of("members")), null),
                estimand("illiterate", new Statistic.Count(Expression.of("literate = ?", "no")), null),
                estimand("median-income", new Statistic.Quantile(Expression.of("income"), 0.5), null),
                estimand("median-age", new Statistic.Quantile(Expression.of("age"), 0.5), null));
        var kinds =
                new Margin("kinds", List.of(Expression.of("kind")), Map.of(List.of("A"), 420.0, List.of("B"), 330.0));
        var cells = new ArrayList<>(new Estimator(SurveyDesign.weighted(), AREAS)
                .estimate(file, plain)
                .cells());
        cells.addAll(new Estimator(SurveyDesign.weighted().with(List.of(kinds)), AREAS)
                .estimate(file, List.of(estimand("post-stratified", new Statistic.Proportion(LITERATE), null)))
                .cells());
        return cells.stream()
                .collect(Collectors.toMap(
                        cell -> ApiSurvey.name(
                                cell.key().indicator(),
                                cell.key().breakdown(),
                                cell.key().area()),
                        cell -> cell));
    }

    private static Estimand estimand(String indicator, Statistic statistic, @Nullable Expression universe) {
        return new Estimand(indicator, statistic, universe, BY_SEX, Estimand.Unit.PLAIN);
    }

    /** The survey as the vault would keep it. */
    static Path parquet(Path folder) throws IOException {
        var csv = folder.resolve("small-survey.csv");
        try (var stream = resource("small-survey.csv")) {
            Files.copy(stream, csv);
        }
        return Answers.parquet(
                folder.resolve("small-survey.parquet"),
                "SELECT CAST(row AS INTEGER) AS _row, stratum AS _stratum, cluster AS _cluster, CAST(weight AS DOUBLE) AS _weight, "
                        + "CAST(population AS DOUBLE) AS _fpc, area AS _area, sex, age, literate, income, members, kind "
                        + "FROM read_csv('" + csv + "', auto_type_candidates = ['BIGINT', 'DOUBLE', 'VARCHAR'])");
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(SmallSurveyTest.class.getResourceAsStream(name), name);
    }
}
