package org.socialobservatory.ingest.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialobservatory.ingest.estimate.design.SurveyDesign;
import org.socialobservatory.ontology.reference.ReferenceData;
import org.socialobservatory.ontology.reference.ReferenceFolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Multidimensional poverty as R's {@code survey} and {@code mpitbR} compute it, at three cutoffs. */
@ReferenceData
class AlkireFosterTest {

    private static final double TOLERANCE = 1e-8;
    /** What the two packages agree to with one another. */
    private static final double AGREEMENT = 2e-9;

    @Test
    void agreesWithEveryRow(@TempDir Path folder) {
        var found = new HashMap<String, Map<String, Estimate>>();
        var faults = new ArrayList<String>();
        var rows = ReferenceRows.of("alkire-foster/reference.csv");
        for (var row : rows) {
            var domain = row.getField("domain").split("=", 2);
            var level = domain.length == 1 ? "region" : domain[0];
            var area = domain.length == 1 ? "town" : domain[1];
            // Who is deprived at all does not depend on the cutoff.
            var cutoff = row.getField("k").isEmpty() ? "0.33" : row.getField("k");
            var estimates = found.computeIfAbsent(
                    level + cutoff, _ -> PovertySurvey.estimates(folder, Double.parseDouble(cutoff), level));
            var measure = row.getField("measure");
            var indicator = indicator(measure, row.getField("indicator"));
            var estimate = Objects.requireNonNull(estimates.get(ApiSurvey.name(indicator, "_T", area)), indicator);
            double scale = measure.endsWith("_pct") ? 100 : 1;
            var name = String.join(" ", row.getFields());
            compare(
                    name,
                    Objects.requireNonNull(estimate.value()).doubleValue() * scale,
                    row.getField("estimate"),
                    faults);
            var error = Objects.requireNonNull(estimate.uncertainty().standardError());
            compare(name, error.doubleValue() * scale, row.getField("se"), faults);
        }
        assertThat(faults).isEmpty();
        assertThat(rows).hasSize(2024);
    }

    private static void compare(String name, double ours, String theirs, List<String> faults) {
        if (!theirs.isEmpty() && !theirs.equals("NA")) {
            double expected = Double.parseDouble(theirs);
            if (!(Math.abs(ours - expected)
                    <= Math.max(TOLERANCE * Math.abs(expected), name.contains("mpitbR") ? AGREEMENT : 1e-16))) {
                faults.add(name + ": " + ours);
            }
        }
    }

    private static String indicator(String measure, String deprivation) {
        return switch (measure) {
            case "H" -> Poverty.headcount("mpi");
            case "M0" -> Poverty.index("mpi");
            case "A" -> Poverty.intensity("mpi");
            case "censored_headcount" -> Poverty.censoredHeadcount("mpi", deprivation);
            case "uncensored_headcount" -> Poverty.uncensoredHeadcount("mpi", deprivation);
            case "contribution_pct" -> Poverty.contribution("mpi", deprivation);
            default -> throw new IllegalArgumentException(measure);
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"mpindex_4x4", "mpitbR_5x4"})
    void agreesWithWorkedExamples(String name, @TempDir Path folder) {
        var example = JsonMapper.builder()
                .build()
                .readTree(ReferenceFolder.path("alkire-foster/worked-examples.json")
                        .toFile())
                .path(name);
        var rows = new ArrayList<String>();
        example.path("g0")
                .forEach(row -> rows.add(row.toString().replace('[', '(').replace(']', ')')));
        var pillars = new ArrayList<Statistic.Pillar>();
        for (int at = 0; at < 4; at++) {
            var deprivation = new Statistic.Deprivation(
                    "d" + at, example.path("weights").path(at).asDouble(), Expression.of("col" + at + " = 1"));
            pillars.add(new Statistic.Pillar("pillar" + at, List.of(deprivation)));
        }
        var poverty =
                new Statistic.MultidimensionalPoverty(pillars, example.path("k").asDouble());
        var file = Answers.parquet(
                folder.resolve("example.parquet"), "SELECT * FROM (VALUES " + String.join(", ", rows) + ")");
        var found = new HashMap<String, Double>();
        new Estimator(SurveyDesign.weighted(), Answers.town())
                .estimate(file, List.of(new Estimand("mpi", poverty, null, List.of(List.of()), Estimand.Unit.PLAIN)))
                .cells()
                .forEach(cell -> found.put(
                        cell.key().indicator(),
                        Objects.requireNonNull(cell.value()).doubleValue()));
        assertThat(found)
                .containsEntry("mpi", example.path("M0").asDouble())
                .containsEntry("mpi-headcount", example.path("H").asDouble());
        assertThat(found.get("mpi-intensity")).isCloseTo(example.path("A").asDouble(), within(1e-12));
        for (int at = 0; at < 4; at++) {
            assertPrinted(
                    found,
                    "mpi-uncensored-d" + at,
                    example.path("uncensored_headcount").path(at),
                    1,
                    0);
            assertPrinted(
                    found,
                    "mpi-censored-d" + at,
                    example.path("censored_headcount").path(at),
                    1,
                    0);
            assertPrinted(
                    found,
                    "mpi-contribution-d" + at,
                    example.path("contribution_pct_as_printed").path(at),
                    100,
                    0.011);
            assertPrinted(
                    found,
                    "mpi-contribution-pillar" + at,
                    example.path("contribution_pct_as_printed").path(at),
                    100,
                    0.011);
        }
    }

    /** Not every example prints every figure. */
    private static void assertPrinted(
            Map<String, Double> found, String indicator, JsonNode printed, double scale, double rounding) {
        if (!printed.isMissingNode()) {
            assertThat(Objects.requireNonNull(found.get(indicator)) * scale)
                    .as(indicator)
                    .isCloseTo(printed.asDouble(), within(rounding + 1e-12));
        }
    }
}
