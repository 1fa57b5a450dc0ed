package org.socialobservatory.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialobservatory.api.snapshot.Snapshots;
import org.socialobservatory.ingest.Ingest;
import org.socialobservatory.ingest.mapping.Published;
import org.socialobservatory.ingest.vault.Vault;
import org.socialobservatory.ontology.area.Territory;
import org.socialobservatory.ontology.indicator.Catalogue;
import org.socialobservatory.ontology.reference.ReferenceData;
import org.socialobservatory.ontology.reference.ReferenceFolder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;

/**
 * The integrity constraints of the RDF Data Cube recommendation (§11), asked at the door of an observatory with the real
 * census of Salé, without any preparation of the data.
 */
@Doors
@DirtiesContext
@ReferenceData
class CensusIntegrityTest {

    private static final String CONSTRAINTS = "datacube-ic";

    @LocalServerPort
    private int port;

    @BeforeAll
    static void publish(@Autowired FakeWarehouse warehouse, @Autowired Snapshots snapshots) {
        var vocabulary = snapshots.current().vocabulary();
        var catalogue = new Catalogue(vocabulary.indicators(), vocabulary.codeLists(), List.of(), List.of());
        try (var intake = Ingest.read(
                ReferenceFolder.path("sale-rgph2024"),
                new Published(Territory.empty(), catalogue),
                Vault.in(Path.of("target", "vault")))) {
            warehouse.publish(intake.content().orElseThrow(), List.of());
        }
    }

    /**
     * Each by its name. IC-12 stands below: as it is written it compares every observation with every other one, a
     * quarter of a billion pairs here, and §11.1 leaves it to the implementation to put the same check otherwise.
     */
    static Stream<String> constraints() throws IOException {
        try (var files = Files.list(ReferenceFolder.path(CONSTRAINTS))) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("ic-\\d+[ab]?\\.rq"))
                    .map(name -> name.replace(".rq", ""))
                    .filter(name -> !name.equals("ic-12"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("constraints")
    void holds(String constraint) throws IOException {
        var query = text(constraint + ".rq");
        if (query.contains("$p")) {
            var properties = new ArrayList<String>();
            answer(text(constraint + "-instantiation.rq"))
                    .at("/results/bindings")
                    .forEach(row -> properties.add(row.at("/p/value").asString()));
            assertThat(properties).noneMatch(property -> violated(query.replace("$p", property)));
        } else {
            assertThat(violated(query)).isFalse();
        }
    }

    /** IC-12: no two observations of a dataset have the same value for all dimensions. */
    @Test
    void noTwoObservationsHaveTheSameDimensions() {
        var dimensions = new ArrayList<String>();
        answer("""
                        PREFIX qb: <http://purl.org/linked-data/cube#>
                        SELECT DISTINCT ?dim { ?set a qb:DataSet ; qb:structure/qb:component/qb:componentProperty ?dim .
                          ?dim a qb:DimensionProperty . FILTER(CONTAINS(STR(?set), "rgph")) }
                        """)
                .at("/results/bindings")
                .forEach(row -> dimensions.add(row.at("/dim/value").asString()));
        assertThat(dimensions).hasSizeGreaterThan(4);
        var star = new StringBuilder();
        var values = new StringBuilder();
        for (String dimension : dimensions) {
            var value = "?v" + dimensions.indexOf(dimension);
            star.append(" ; <").append(dimension).append("> ").append(value);
            values.append(value).append(' ');
        }
        var cells =
                answer("""
                        PREFIX qb: <http://purl.org/linked-data/cube#>
                        SELECT (COUNT(?obs) AS ?n) { ?obs qb:dataSet ?set%s . FILTER(CONTAINS(STR(?set), "rgph")) }
                        """.formatted(star)).at("/results/bindings/0/n/value").asInt();
        assertThat(cells).isEqualTo(15_376);
        assertThat(violated("""
                        PREFIX qb: <http://purl.org/linked-data/cube#>
                        ASK { { SELECT ?set { ?obs qb:dataSet ?set%s }
                          GROUP BY ?set %s HAVING (COUNT(?obs) > 1) } }
                        """.formatted(star, values))).isFalse();
    }

    private static String text(String file) throws IOException {
        return Files.readString(ReferenceFolder.path(CONSTRAINTS).resolve(file));
    }

    private boolean violated(String query) {
        return answer(query).get("boolean").asBoolean();
    }

    private JsonNode answer(String query) {
        var answer = new Visitor(port)
                .get(
                        "/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8),
                        "Accept",
                        "application/sparql-results+json");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }
}
