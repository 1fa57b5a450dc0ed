package org.socialobservatory.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialobservatory.ontology.cube.Concept;
import org.socialobservatory.ontology.indicator.Indicator;
import org.socialobservatory.ontology.reference.ReferenceData;
import org.socialobservatory.ontology.reference.ReferenceFolder;

/** The shared vocabulary knows the words of the census of 2024. */
@ReferenceData
class CensusVocabularyTest {

    private static final Vocabulary VOCABULARY = Vocabulary.load();

    @ParameterizedTest
    @ValueSource(strings = {"sale-rgph2024", "maroc-rgph2024"})
    void everyLevelIsKnown(String census) throws Exception {
        assertThat(table(census, "territoires.csv"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(codes("level")).contains(row.get("niveau")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sale-rgph2024", "maroc-rgph2024"})
    void everyAgeAndSexIsKnown(String census) throws Exception {
        assertThat(table(census, "codes-indicateurs.csv")).isNotEmpty().allSatisfy(row -> {
            assertThat(codes("age")).contains(row.get("age"));
            assertThat(codes("sex")).contains(row.get("sex"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sale-rgph2024", "maroc-rgph2024"})
    void everyEquivalentIsInTheCatalogueWithTheSameUnitAndForm(String census) throws Exception {
        var catalogue =
                VOCABULARY.indicators().stream().collect(Collectors.toMap(Indicator::code, indicator -> indicator));
        var named = table(census, "indicateurs.csv").stream()
                .filter(row -> !row.getOrDefault("equivalent", "").isEmpty())
                .toList();
        assertThat(named).hasSize(7).allSatisfy(row -> {
            var shared = catalogue.get(row.get("equivalent"));
            assertThat(shared).as(row.get("equivalent")).isNotNull();
            assertThat(shared.unit()).isEqualTo(row.get("unite"));
            assertThat(shared.kind().name().toLowerCase(Locale.ROOT)).isEqualTo(row.get("nature"));
            assertThat(shared.counts().name().toLowerCase(Locale.ROOT)).isEqualTo(row.get("compte"));
        });
    }

    private static List<String> codes(String scheme) {
        return VOCABULARY.codeList(scheme).orElseThrow().concepts().stream()
                .map(Concept::code)
                .toList();
    }

    /** The rows of a table, by column; cells in quotes may hold commas. */
    private static List<Map<String, String>> table(String census, String file) throws Exception {
        var lines = Files.readAllLines(ReferenceFolder.path(census).resolve(file));
        var columns = cells(lines.getFirst());
        var rows = new ArrayList<Map<String, String>>();
        for (String line : lines.subList(1, lines.size())) {
            var cells = cells(line);
            var row = new HashMap<String, String>();
            for (int i = 0; i < cells.size(); i++) {
                row.put(columns.get(i), cells.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.replace("\uFEFF", "").split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1))
                .map(cell -> cell.replaceAll("^\"|\"$", ""))
                .toList();
    }
}
