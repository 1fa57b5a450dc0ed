package org.socialobservatory.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socialobservatory.ingest.Ingest;
import org.socialobservatory.ingest.gate.Attacker;
import org.socialobservatory.ingest.mapping.Published;
import org.socialobservatory.ingest.vault.Vault;
import org.socialobservatory.ontology.Vocabulary;
import org.socialobservatory.ontology.area.Territory;
import org.socialobservatory.ontology.edition.Edition;
import org.socialobservatory.ontology.indicator.Catalogue;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;

/**
 * A reader collects every number of a small census and of the edition that corrects it from every door, knows which sums
 * hold, and has a linear programme. He can tell no withheld count.
 */
@Doors
@DirtiesContext
class AttackTest {

    private static final List<String> SEXES = List.of("F", "M");
    private static final double MIN_COUNT = 4;

    private static final String DESCRIPTION = """
            name: petit-recensement
            title: {fr: Petit recensement, ar: إحصاء صغير, en: Small census}
            town: bourg
            licenses: [{name: CC0-1.0}]
            resources:
              - name: zones
                path: zones.csv
                observatory: {role: areas, level: {column: niveau}, within: {column: dans}, code: code, name: {fr: nom}}
              - name: indicateurs
                path: indicateurs.csv
                observatory:
                  role: indicators
                  code: code
                  label: {fr: nom}
                  unit: {column: unite}
                  kind: {column: nature}
                  counts: {column: compte}
              - name: comptes
                path: comptes.csv
                schema:
                  fields: [{name: zone, type: string}, {name: n, type: integer}]
                observatory:
                  role: observations
                  source: exhaustive
                  area: {column: zone}
                  period: {value: 2024}
                  indicator: {column: indicateur}
                  breakdown: {sex: {column: sexe}}
                  value: {column: n}
            """;

    /** Women and men of each quarter; only the last changes in the second edition. */
    private static final Map<String, long[]> FIRST = new TreeMap<>(Map.of(
            "nord-1", new long[] {2, 61},
            "nord-2", new long[] {48, 52},
            "nord-3", new long[] {39, 44},
            "sud-1", new long[] {70, 81},
            "sud-2", new long[] {33, 29},
            "sud-3", new long[] {57, 66}));

    private static final Map<String, long[]> SECOND = new TreeMap<>(FIRST);

    static {
        SECOND.put("sud-2", new long[] {3, 29});
    }

    @TempDir
    private Path folder;

    @LocalServerPort
    private int port;

    @Autowired
    private FakeWarehouse warehouse;

    private Visitor visitor;

    @BeforeEach
    void visit() {
        visitor = new Visitor(port);
    }

    private static Map<String, Long> counts(Map<String, long[]> quarters) {
        var counts = new TreeMap<String, Long>();
        quarters.forEach((quarter, sexes) -> {
            for (var area : List.of(quarter, quarter.substring(0, quarter.indexOf('-')), "bourg")) {
                for (int sex = 0; sex < 2; sex++) {
                    counts.merge(area + " " + SEXES.get(sex), sexes[sex], Long::sum);
                    counts.merge(area + " T", sexes[sex], Long::sum);
                }
            }
        });
        return counts;
    }

    private static List<Map.Entry<String, List<String>>> sums() {
        var below = new LinkedHashMap<String, List<String>>();
        below.put("bourg", List.of("nord", "sud"));
        below.put("nord", List.of("nord-1", "nord-2", "nord-3"));
        below.put("sud", List.of("sud-1", "sud-2", "sud-3"));
        var areas = new TreeSet<>(below.keySet());
        below.values().forEach(areas::addAll);
        var sums = new ArrayList<Map.Entry<String, List<String>>>();
        for (var sex : List.of("T", "F", "M")) {
            below.forEach((area, parts) -> sums.add(Map.entry(
                    area + " " + sex,
                    parts.stream().map(part -> part + " " + sex).toList())));
        }
        areas.forEach(area -> sums.add(Map.entry(area + " T", List.of(area + " F", area + " M"))));
        return sums;
    }

    private Edition publish(Map<String, Long> counts) throws IOException {
        var table = new StringBuilder("zone,indicateur,sexe,n\n");
        counts.forEach((name, number) -> {
            var cell = name.replace(" ", ",habitants,");
            table.append(cell).append(',').append(number).append('\n');
        });
        Files.writeString(folder.resolve("datapackage.yaml"), DESCRIPTION);
        Files.writeString(folder.resolve("comptes.csv"), table);
        Files.writeString(
                folder.resolve("indicateurs.csv"),
                "code,nom,unite,nature,compte\nhabitants,Habitants,persons,count,persons\n");
        var zones = new StringBuilder("code,nom,niveau,dans\nbourg,Bourg,town,\n");
        for (var district : List.of("nord", "sud")) {
            zones.append(district).append(",District,district,bourg\n");
            for (int i = 1; i <= 3; i++) {
                zones.append(district + "-" + i)
                        .append(",Quartier,quartier,")
                        .append(district)
                        .append('\n');
            }
        }
        Files.writeString(folder.resolve("zones.csv"), zones);
        try (var intake = Ingest.read(folder, published(), Vault.in(Path.of("target", "vault")))) {
            var content = intake.content().orElseThrow(() -> new AssertionError(intake.findings()));
            return warehouse.publish(content, List.of());
        }
    }

    private Published published() {
        var vocabulary = Vocabulary.load();
        var catalogue = new Catalogue(vocabulary.indicators(), vocabulary.codeLists(), List.of(), List.of());
        return new Published(
                Territory.empty(),
                catalogue,
                (dataset, reader) -> warehouse.editions().stream()
                        .filter(edition -> edition.dataset().equals(dataset))
                        .forEach(edition -> warehouse.cells(edition.id(), reader)));
    }

    @Test
    void recoversNoWithheldCountFromAllDoorsAndEditions() throws IOException {
        publish(counts(FIRST));
        attack(counts(FIRST), everyDoor("&edition=1"));
        publish(counts(SECOND));
        var known = everyDoor("");
        assertThat(known).hasSizeLessThan(counts(SECOND).size());
        // What he read in the first edition and has not changed, he knows too; here he is told what has not.
        var former = counts(FIRST);
        observations("&edition=1").forEach((cell, number) -> {
            if (former.getOrDefault(cell, -1L).equals(counts(SECOND).get(cell))) {
                known.putIfAbsent(cell, number);
            }
        });
        attack(counts(SECOND), known);
    }

    /** All that any door tells of the newest edition, or of another; no two doors differ. */
    private Map<String, Double> everyDoor(String edition) {
        var known = observations(edition);
        assertThat(csv(edition)).isEqualTo(known);
        if (edition.isEmpty()) {
            assertThat(graph()).isEqualTo(known);
            diagnostics(known);
        }
        choropleths(edition, known);
        pages(known);
        return known;
    }

    private void attack(Map<String, Long> truth, Map<String, Double> known) {
        var attacker = new Attacker(known, 1, sums());
        assertThat(attacker.hidden()).isNotEmpty();
        for (var cell : attacker.hidden()) {
            var number = truth.getOrDefault(cell, 0L);
            double least = attacker.least(cell);
            double most = attacker.most(cell);
            var found = cell + " = " + number + " in [" + least + ", " + most + "]";
            if (number < MIN_COUNT) {
                assertThat(least).as(found).isLessThanOrEqualTo(1 + 1e-6);
                assertThat(most).as(found).isGreaterThanOrEqualTo(MIN_COUNT - 1e-6);
            } else {
                assertThat(most - least).as(found).isGreaterThanOrEqualTo(1 - 1e-6);
            }
        }
    }

    private JsonNode json(String path) {
        var answer = visitor.get(path, "Accept", "application/json");
        assertThat(answer.status()).as(path + answer.body()).isEqualTo(200);
        return answer.json();
    }

    private Map<String, Double> observations(String edition) {
        var known = new TreeMap<String, Double>();
        for (var one : json("/api/observations?dataset=petit-recensement&sex=*&limit=10000" + edition)
                .get("observations")) {
            if (!one.get("value").isNull()) {
                known.put(
                        one.get("area").asString() + " " + one.get("sex").asString(),
                        one.get("value").asDouble());
            } else {
                assertThat(one.get("status").asString()).isEqualTo("withheld");
            }
        }
        assertThat(known).isNotEmpty();
        return known;
    }

    private Map<String, Double> csv(String edition) {
        var known = new TreeMap<String, Double>();
        var lines = visitor.get("/api/observations?dataset=petit-recensement&sex=*&limit=10000&f=csv" + edition)
                .body()
                .lines()
                .toList();
        var names = List.of(lines.getFirst().split(",", -1));
        for (var line : lines.subList(1, lines.size())) {
            var values = List.of(line.split(",", -1));
            var value = values.get(names.indexOf("value"));
            if (!value.isEmpty()) {
                known.put(
                        values.get(names.indexOf("area")) + " " + values.get(names.indexOf("sex")),
                        Double.valueOf(value));
            }
        }
        return known;
    }

    private Map<String, Double> graph() {
        var query = """
                PREFIX dimension: <http://purl.org/linked-data/sdmx/2009/dimension#>
                PREFIX measure: <http://purl.org/linked-data/sdmx/2009/measure#>
                PREFIX qb: <http://purl.org/linked-data/cube#>
                SELECT ?area ?sex ?value {
                  ?cell qb:dataSet ?set ; dimension:refArea ?area ; dimension:sex ?sex ; measure:obsValue ?value
                  FILTER (CONTAINS(STR(?set), "petit-recensement"))
                }""";
        var known = new TreeMap<String, Double>();
        for (var row : json("/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
                .at("/results/bindings")) {
            var area = row.at("/area/value").asString();
            var sex = row.at("/sex/value").asString();
            known.put(
                    area.substring(area.lastIndexOf('/') + 1) + " " + sex.substring(sex.lastIndexOf('-') + 1),
                    row.at("/value/value").asDouble());
        }
        return known;
    }

    private void choropleths(String edition, Map<String, Double> known) {
        for (var level : List.of("quartier", "district")) {
            for (var sex : List.of("T", "F", "M")) {
                for (var area : json("/api/choropleth?dataset=petit-recensement&indicator=habitants&level=" + level
                                + "&sex=" + sex + edition)
                        .get("areas")) {
                    var value = area.get("value");
                    if (value != null && !value.isNull()) {
                        assertThat(known).containsEntry(area.get("code").asString() + " " + sex, value.asDouble());
                    }
                }
            }
        }
    }

    /** Pages, features, findings and searches may speak of withheld cells; none shows a number for one. */
    private void pages(Map<String, Double> known) {
        for (var feature : json("/ogc/collections/areas-quartier/items?f=json&limit=100&properties=habitants")
                .get("features")) {
            var value = feature.at("/properties/habitants");
            if (!value.isMissingNode() && !value.isNull()) {
                assertThat(known).containsEntry(feature.at("/properties/code").asString() + " T", value.asDouble());
            }
        }
        for (var area : List.of("nord-1", "sud-2", "nord", "bourg")) {
            assertThat(visitor.get("/areas/" + area).status()).isEqualTo(200);
            for (var sex : SEXES) {
                if (!known.containsKey(area + " " + sex)) {
                    var figure = visitor.get("/figures/petit-recensement/habitants/" + area + "/2024/sex=" + sex);
                    assertThat(figure.status()).isEqualTo(200);
                    assertThat(figure.body()).contains("Non publié");
                }
            }
        }
    }

    /** A diagnostic tells figures, those beside them and differences: nothing that the other doors do not tell. */
    private void diagnostics(Map<String, Double> known) {
        for (var area : List.of("nord-1", "nord-2", "sud-1", "sud-2", "nord", "sud", "bourg")) {
            for (var theme : json("/api/areas/" + area + "/diagnostic").get("themes")) {
                for (var figure : theme.get("figures")) {
                    if (figure.get("dataset").asString().equals("petit-recensement")) {
                        figure(figure, area, known);
                    }
                }
            }
        }
    }

    private static void figure(JsonNode figure, String area, Map<String, Double> known) {
        var sex = figure.get("sex").asString();
        var reference = figure.get("reference");
        boolean published = known.containsKey(area + " " + sex);
        assertThat(figure.get("value").isNull()).isEqualTo(!published);
        if (published) {
            assertThat(known)
                    .containsEntry(area + " " + sex, figure.get("value").asDouble());
        }
        if (!reference.isNull()) {
            var beside = reference.get("area").asString() + " " + sex;
            assertThat(reference.get("value").isNull()).isEqualTo(!known.containsKey(beside));
            assertThat(reference.get("difference").isNull() || (published && known.containsKey(beside)))
                    .isTrue();
        }
        assertThat(figure.get("rank").isNull() || published).isTrue();
    }
}
