package org.socialobservatory.api.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socialobservatory.api.Doors;
import org.socialobservatory.api.Visitor;
import org.socialobservatory.ontology.reference.ReferenceData;
import org.socialobservatory.ontology.reference.ReferenceFolder;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Every answer is held against the schemas that the OGC publishes. */
@Doors
@ReferenceData
class OgcSchemaTest {

    private static final String BASE = "https://schemas.example/";
    private static final Map<String, String> SCHEMAS = new HashMap<>();

    @LocalServerPort
    private int port;

    @BeforeAll
    static void readSchemas() throws IOException {
        var folder = ReferenceFolder.path("ogcapi-schemas/core/openapi/schemas");
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                var schema = new YAMLMapper().readTree(Files.readString(file));
                mendNullType(schema);
                SCHEMAS.put(
                        BASE + file.getFileName(), JsonMapper.builder().build().writeValueAsString(schema));
            }
        }
    }

    /** In YAML, {@code type: null} is nothing at all; the type of that name is meant. */
    private static void mendNullType(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.has("type")
                && object.get("type").isNull()) {
            object.set("type", StringNode.valueOf("null"));
        }
        node.forEach(OgcSchemaTest::mendNullType);
    }

    private static Schema schema(String name) {
        return SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(SCHEMAS))
                .getSchema(SchemaLocation.of(BASE + name));
    }

    @ParameterizedTest
    @CsvSource({
        "/ogc, landingPage.yaml",
        "/ogc/conformance, confClasses.yaml",
        "/ogc/collections, collections.yaml",
        "/ogc/collections/areas-arrondissement, collection.yaml",
        "/ogc/collections/areas-town, collection.yaml",
        "/ogc/collections/places-health-post, collection.yaml",
        "/ogc/collections/areas-arrondissement/items, featureCollectionGeoJSON.yaml",
        "/ogc/collections/areas-arrondissement/items?limit=1&crs=EPSG:26191, featureCollectionGeoJSON.yaml",
        "/ogc/collections/places-health-post/items, featureCollectionGeoJSON.yaml",
        "/ogc/collections/areas-arrondissement/items/q1, featureGeoJSON.yaml",
        "/ogc/collections/areas-arrondissement/items/q4, featureGeoJSON.yaml",
        "/ogc/collections/places-health-post/items/poste-1, featureGeoJSON.yaml",
    })
    void answersAsTheSchemaSays(String path, String schema) {
        var answer = new Visitor(port).get(path);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(schema(schema).validate(answer.json())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "{}, landingPage.yaml",
        "'{\"links\":[]}', collection.yaml",
        "'{\"type\":\"Feature\"}', featureGeoJSON.yaml"
    })
    void theSchemasRefuseWhatIsWrong(String json, String schema) {
        assertThat(schema(schema).validate(JsonMapper.builder().build().readTree(json)))
                .isNotEmpty();
    }
}
