package org.socialobservatory.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialobservatory.api.Doors;
import org.socialobservatory.api.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@Doors
class DescriptionTest {

    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    private Visitor visitor;
    private JsonNode description;

    @BeforeEach
    void visit() {
        visitor = new Visitor(port);
        description = visitor.get("/openapi.json?lang=en").json();
    }

    /** Paths with the names of their variables taken out. */
    private static String shape(String path) {
        return path.replace("**", "{}").replaceAll("\\{[^}]*}", "{}");
    }

    @Test
    void describesExactlyTheDoorsThatThereAre() {
        var doors = new TreeSet<String>();
        mapping.getHandlerMethods().forEach((door, method) -> {
            boolean ours = method.getBeanType().getPackageName().startsWith("org.socialobservatory.api");
            for (String path : door.getPatternValues()) {
                if (ours && !path.startsWith("/admin") && !path.contains("error")) {
                    doors.add(shape(path));
                }
            }
        });
        var described = new TreeSet<String>();
        description.get("paths").propertyNames().stream()
                .filter(path -> !path.startsWith("/actuator"))
                .forEach(path -> described.add(shape(path)));
        assertThat(described).isEqualTo(doors);
    }

    @Test
    void everyOperationHasAnIdATagASummaryAndAnswers() {
        var ids = new ArrayList<String>();
        for (var path : description.get("paths")) {
            for (var operation : path) {
                ids.add(operation.get("operationId").asString());
                assertThat(operation.get("summary").isString()).isTrue();
                assertThat(operation.get("tags")).hasSize(1);
                assertThat(operation.get("responses").has("200")).isTrue();
            }
        }
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        var references = new ArrayList<String>();
        gather(description, references);
        assertThat(references)
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                description.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    private static void gather(JsonNode node, List<String> references) {
        if (node.isObject() && node.has("$ref")) {
            references.add(node.get("$ref").asString());
        }
        node.forEach(child -> gather(child, references));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "ar", "en"})
    void saysEverythingInEachLanguage(String language) {
        var said = visitor.get("/openapi.json?lang=" + language).body();
        assertThat(said).doesNotContain("\"fr\":\"", "\"ar\":\"");
        assertThat(visitor.get("/openapi.json?lang=ar").body()).contains("المرصد الاجتماعي");
    }

    /** A parameter that is described is known to its door, whatever it thinks of the value. */
    @Test
    void theDoorsKnowTheParametersDescribed() {
        int tried = 0;
        for (var path : description.get("paths").properties()) {
            if (path.getKey().startsWith("/api/") || path.getKey().startsWith("/ogc")) {
                for (var declared : path.getValue().get("get").get("parameters")) {
                    var parameter = declared.has("$ref")
                            ? description.at(declared.get("$ref").asString().substring(1))
                            : declared;
                    var name = parameter.get("name").asString();
                    if (parameter.get("in").asString().equals("query") && !name.equals("breakdown")) {
                        var address = path.getKey()
                                .replace("{collectionId}", "areas-arrondissement")
                                .replace("{featureId}", "q1")
                                .replace("{code}", "q1")
                                .replace("{indicator}", "menages")
                                .replaceAll("\\{[zyx]}", "0");
                        assertThat(visitor.get(address + "?" + name + "=1").body())
                                .as(address + " " + name)
                                .doesNotContain("unknown-parameter");
                        tried++;
                    }
                }
            }
        }
        assertThat(tried).isGreaterThan(50);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/choropleth?indicator=analphabetisme&sex=F, Choropleth",
        "/api/choropleth?indicator=menages&sex=F, Choropleth",
        "/api/observations?sex=*, Observations",
        "/api/areas/q1/diagnostic, Diagnostic",
        "/api/areas/q3/diagnostic?against=q2, Diagnostic",
        "/api/areas/nowhere/diagnostic, Problem",
        "/api/search?q=quartier, Hits",
        "/api/search?q=quartier&limit=1, Hits",
        "/api/choropleth, Problem",
        "/api/observations?level=moon, Problem",
    })
    void answersAreAsDescribed(String path, String schema) {
        var whole = JsonMapper.builder().build().createObjectNode();
        whole.put("$ref", "#/components/schemas/" + schema);
        var components = description.get("components").deepCopy();
        mendNullable(components);
        whole.set("components", components);
        var validator = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole.toString(), InputFormat.JSON);
        assertThat(validator.validate(visitor.get(path).json())).isEmpty();
    }

    /** OpenAPI 3.0 says of a type that it is nullable where JSON Schema names two types. */
    private static void mendNullable(JsonNode node) {
        if (node instanceof ObjectNode object && object.has("nullable") && object.has("type")) {
            var type = object.get("type");
            object.remove("nullable");
            object.putArray("type").add(type).add("null");
            if (object.has("enum")) {
                object.withArray("enum").addNull();
            }
        }
        node.forEach(DescriptionTest::mendNullable);
    }

    @Test
    void theMapsAreDescribedFromTheirLandingPage() {
        var answer = visitor.get("/ogc/api");
        assertThat(answer.header("Content-Type")).isEqualTo("application/vnd.oai.openapi+json;version=3.0");
        var maps = answer.json();
        assertThat(maps.get("servers").get(0).get("url").asString()).isEqualTo("http://127.0.0.1:" + port + "/ogc");
        assertThat(maps.get("paths").propertyNames())
                .contains("/", "/conformance", "/collections/{collectionId}/items")
                .allMatch(path -> !path.startsWith("/ogc"));
        assertThat(visitor.get("/ogc/api", "Accept", "text/html").header("Location"))
                .endsWith("/docs");
    }

    @ParameterizedTest
    @CsvSource({
        "fr, ltr, 'Documentation des accès', 'La carte d’un indicateur, par classes'",
        "ar, rtl, توثيق المداخل, خريطة مؤشر مقسّمة إلى فئات",
        "en, ltr, Documentation of the doors, 'The map of one indicator, in classes'"
    })
    void peopleReadEveryDoorInTheirLanguage(String language, String direction, String title, String summary) {
        var page = visitor.get("/docs?lang=" + language, "Accept", "text/html");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("dir=\"" + direction + "\"", "<h1>" + title + "</h1>", summary)
                .doesNotContain("<script>");
        for (var path : description.get("paths")) {
            for (var operation : path) {
                assertThat(page.body())
                        .contains("id=\"" + operation.get("operationId").asString() + "\"");
            }
        }
    }

    @Test
    void aDoorCanBeTriedWithoutScript() {
        var page = visitor.get("/docs?lang=en", "Accept", "text/html").body();
        assertThat(page)
                .contains("action=\"/api/choropleth\"", "name=\"indicator\"", "value=\"illiteracy-rate\"")
                .contains("href=\"/ogc/collections/areas-arrondissement/items\"")
                .doesNotContain("name=\"breakdown\"");
    }

    @Test
    void thePageIsTheDescriptionItself() {
        assertThat(visitor.get("/docs?f=json&lang=en").json()).isEqualTo(description);
    }
}
