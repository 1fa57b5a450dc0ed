package org.socialobservatory.ingest.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socialobservatory.ontology.reference.ReferenceData;

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
}
