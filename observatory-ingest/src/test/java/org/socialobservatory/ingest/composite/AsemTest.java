package org.socialobservatory.ingest.composite;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socialobservatory.ontology.indicator.Composite;
import org.socialobservatory.ontology.indicator.Composite.Aggregation;
import org.socialobservatory.ontology.indicator.Composite.Component;
import org.socialobservatory.ontology.indicator.Composite.Normalisation;
import org.socialobservatory.ontology.indicator.Indicator.Direction;
import org.socialobservatory.ontology.reference.ReferenceData;
import org.socialobservatory.ontology.reference.ReferenceFolder;

/**
 * The index of sustainable connectivity of 51 countries by 49 indicators, as the R package COINr computes it. Each file
 * of the folder is covered, or its rows are named here with the reason.
 */
@ReferenceData
class AsemTest {

    private static final double TOLERANCE = 1e-8;

    /** Rows that no rule of ours makes, by file; each is a country with 49 figures. */
    private static final Map<String, String> UNCOVERED = Map.of(
            "ASEM_iData.csv", "input as collected: nothing is computed in it",
            "ASEM_iMeta.csv", "what the components are, their weights, directions and groups: read, not computed",
            "step1_denominated.csv",
                    "dividing by population, area or product comes before an indicator is published: its kind is ratio",
            "step2_imputed_groupmean.csv",
                    "a missing figure is not imputed: the area has no index and says why (statistics.md §6)");

    @ParameterizedTest
    @CsvSource({"Z,norm_zscore_0_1.csv", "MIN_MAX,norm_minmax_0_100.csv"})
    void normalisesEachComponentAsCoinrDoes(Normalisation normalisation, String answers) {
        var figures = table("step2_imputed_groupmean.csv");
        var theirs = table(answers);
        var scale = new Scale(normalisation, Aggregation.ARITHMETIC);
        var faults = new ArrayList<String>();
        int compared = 0;
        for (var component : components()) {
            var ours = scale.of(figures.numbers(component.indicator()), component.isReversed());
            for (int a = 0; a < ours.length; a++) {
                compared++;
                var row = theirs.rows().get(a);
                compare(row, component.indicator(), ours[a], faults);
            }
        }
        assertThat(faults).isEmpty();
        assertThat(compared).isEqualTo(51 * 49);
    }

    /** Each of the eleven indices is the weighted mean of normalised indicators, whatever the groups between. */
    @Test
    void aggregatesAsCoinrDoes() {
        var figures = table("step2_imputed_groupmean.csv");
        var theirs = table("agg_minmax_0_100_a_amean.csv");
        var faults = new ArrayList<String>();
        int compared = 0;
        for (var shares : shares().entrySet()) {
            var components = components().stream()
                    .filter(component -> shares.getValue().containsKey(component.indicator()))
                    .map(component -> weighing(component, shares.getValue()))
                    .toList();
            var composite =
                    new Composite(shares.getKey(), Normalisation.MIN_MAX, Aggregation.ARITHMETIC, 20, components);
            var scores = Calculation.scores(composite, false, profiles(figures, components), "asem");
            for (int a = 0; a < scores.size(); a++) {
                compared++;
                compare(theirs.rows().get(a), shares.getKey(), scores.get(a).value(), faults);
            }
        }
        assertThat(faults).isEmpty();
        assertThat(compared).isEqualTo(51 * 11);
    }

    @Test
    void namesWhatIsNotCovered() {
        var covered = List.of("norm_zscore_0_1.csv", "norm_minmax_0_100.csv", "agg_minmax_0_100_a_amean.csv");
        try (var files = java.nio.file.Files.list(ReferenceFolder.path("composite-asem"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".csv")))
                    .allMatch(name -> covered.contains(name) != UNCOVERED.containsKey(name))
                    .hasSize(covered.size() + UNCOVERED.size());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Table table(String file) {
        return Table.of(ReferenceFolder.path("composite-asem/" + file));
    }

    private static List<NamedCsvRecord> parts() {
        return table("ASEM_iMeta.csv").rows().stream()
                .filter(row -> !row.getField("Level").isEmpty()
                        && !row.getField("Level").equals("NA"))
                .toList();
    }

    private static List<Component> components() {
        return parts().stream()
                .filter(row -> row.getField("Level").equals("1"))
                .map(row -> new Component(
                        row.getField("iCode"),
                        "_T",
                        row.getField("Direction").equals("-1") ? Direction.LOWER : Direction.HIGHER,
                        new BigDecimal(row.getField("Weight")),
                        null,
                        null))
                .toList();
    }

    /** For each index, the share of each indicator below it: the product of the shares on the way. */
    private static Map<String, Map<String, Double>> shares() {
        var below = parts().stream()
                .filter(row -> !row.getField("Parent").isEmpty()
                        && !row.getField("Parent").equals("NA"))
                .collect(Collectors.groupingBy(row -> row.getField("Parent")));
        var shares = new LinkedHashMap<String, Map<String, Double>>();
        below.keySet().forEach(index -> {
            var own = new HashMap<String, Double>();
            gather(index, 1, below, own);
            shares.put(index, own);
        });
        return shares;
    }

    private static void gather(
            String index, double share, Map<String, List<NamedCsvRecord>> below, Map<String, Double> shares) {
        var parts = below.get(index);
        if (parts == null) {
            shares.put(index, share);
            return;
        }
        double sum = parts.stream()
                .mapToDouble(part -> Double.parseDouble(part.getField("Weight")))
                .sum();
        parts.forEach(part -> gather(
                part.getField("iCode"), share * Double.parseDouble(part.getField("Weight")) / sum, below, shares));
    }

    private static Component weighing(Component component, Map<String, Double> shares) {
        var share = shares.getOrDefault(component.indicator(), 0.0);
        return new Component(component.indicator(), "_T", component.direction(), BigDecimal.valueOf(share), null, null);
    }

    private static List<Profile> profiles(Table figures, List<Component> components) {
        return figures.rows().stream()
                .map(row -> Indices.area(
                        row.getField("uCode"),
                        components.stream()
                                .mapToDouble(component -> Double.parseDouble(row.getField(component.indicator())))
                                .toArray()))
                .toList();
    }

    private static void compare(NamedCsvRecord row, String column, double ours, List<String> faults) {
        double theirs = Double.parseDouble(row.getField(column));
        if (!(Math.abs(ours - theirs) <= TOLERANCE * Math.max(Math.abs(theirs), 1e-4))) {
            faults.add(row.getField("uCode") + " " + column + ": " + ours + " and not " + theirs);
        }
    }
}
