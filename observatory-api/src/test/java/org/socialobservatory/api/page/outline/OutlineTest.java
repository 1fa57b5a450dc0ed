package org.socialobservatory.api.page.outline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialobservatory.api.Doors;
import org.socialobservatory.api.Visitor;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Drawing in the invented town: a page, a question what becomes of an outline, a package; nothing is published. */
@Doors
class OutlineTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** North of the second quarter and east of the third, a few metres off both. */
    private static final String CORNER =
            polygon("[[-6.79004,34.01003],[-6.78,34.00996],[-6.78,34.02],[-6.79003,34.02]]");

    @LocalServerPort
    private int port;

    private Visitor visitor;

    @BeforeEach
    void visit() {
        visitor = new Visitor(port);
    }

    private static String polygon(String ring) {
        var positions = JSON.readTree(ring);
        return "{\"type\":\"Polygon\",\"coordinates\":[["
                + positions.valueStream().map(JsonNode::toString).collect(Collectors.joining(","))
                + "," + positions.get(0) + "]]}";
    }

    private HttpResponse<byte[]> post(String form, String type, byte[] body) {
        var request = HttpRequest.newBuilder(visitor.address("/map/outline?f=" + form + "&lang=en"))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private HttpResponse<byte[]> post(String form, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return post(form, "application/x-www-form-urlencoded", body.getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode refused(String form, Map<String, String> fields, int status, String rule) {
        var answer = post(form, fields);
        var told = new String(answer.body(), StandardCharsets.UTF_8);
        assertThat(answer.statusCode()).as(told).isEqualTo(status);
        var problem = JSON.readTree(told);
        assertThat(problem.get("rule").asString()).isEqualTo(rule);
        assertThat(problem.get("detail").asString()).doesNotContain("Exception", "{value}");
        return problem;
    }

    private static Map<String, String> fresh(String outline) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("code", "q5");
        fields.put("name-fr", "Quartier <b>Cinq</b>");
        fields.put("name-ar", "الحي الخامس");
        fields.put("level", "arrondissement");
        fields.put("within", "ville");
        fields.put("outline", outline);
        fields.put("reason", "Nouveau: \"découpage\" # 2026");
        fields.put("publisher", "Commune de l’Étang");
        fields.put("license", "CC0-1.0");
        return fields;
    }

    private static Map<String, String> files(HttpResponse<byte[]> zip) throws IOException {
        assertThat(zip.statusCode())
                .as(new String(zip.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        var files = new LinkedHashMap<String, String>();
        try (var entries = new ZipInputStream(new ByteArrayInputStream(zip.body()))) {
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                files.put(entry.getName(), new String(entries.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    @Test
    void saysWhatBecomesOfADrawing() {
        var answer = post("json", Map.of("level", "arrondissement", "within", "ville", "outline", CORNER));
        var told = JSON.readTree(answer.body());
        assertThat(told.get("moved").get("corners").intValue()).isGreaterThanOrEqualTo(2);
        assertThat(told.get("moved").get("farthest").doubleValue()).isBetween(1.0, 15.0);
        assertThat(told.get("neighbours").findValuesAsString("code")).contains("q2", "q3");
        assertThat(told.get("outline").get("type").asString()).isEqualTo("Polygon");
        assertThat(told.get("after").longValue()).isBetween(1_000_000L, 1_050_000L);
        assertThat(told.get("said").toString()).contains("corners moved", "km²");
        var ring = told.get("outline").get("coordinates").get(0);
        assertThat(ring.toString()).contains("[-6.79,34.01]", "[-6.78,34.01]");
        assertThat(ring.get(0)).isEqualTo(ring.get(ring.size() - 1));
    }

    @Test
    void packsANewAreaWithoutAChange() throws IOException {
        var files = files(post("zip", fresh(CORNER)));
        assertThat(files).containsOnlyKeys("datapackage.yaml", "outline.geojson");
        assertThat(files.get("datapackage.yaml"))
                .contains(
                        "name: \"outline-q5\"",
                        "town: \"ville\"",
                        "role: \"areas\"",
                        "within: \"ville\"",
                        "drawn: true")
                .contains("code: \"commune-de-l-etang\"");
        assertThat(files.get("outline.geojson")).contains("Quartier <b>Cinq</b>", "الحي الخامس");
    }

    @Test
    void packsACorrectionAsALaterVersionWithItsChange() throws IOException {
        var fields = new LinkedHashMap<>(Map.of(
                "area", "q1",
                "outline", polygon("[[-6.801,34.0],[-6.79002,34.00001],[-6.79,34.01],[-6.8,34.00998]]"),
                "reason", "relevé",
                "publisher", "L’éditeur",
                "license", "CC-BY-4.0",
                "surveyed", "yes"));
        fields.put("validFrom", "2026-02-01");
        var files = files(post("zip", fields));
        assertThat(files.get("changes.csv")).isEqualTo("from,to,date,kind,weight\nq1,q1,2026-02-01,boundary,1\n");
        assertThat(files.get("datapackage.yaml"))
                .contains("validFrom: \"2026-02-01\"", "drawn: false", "code: \"editeur\"", "role: \"changes\"");
        assertThat(post("zip", fields).body()).isEqualTo(post("zip", fields).body());
        fields.put("validFrom", "2015-09-01");
        assertThat(refused("zip", fields, 400, "version-not-later")
                        .get("allowed")
                        .toString())
                .contains("2015-09-02");
    }

    @Test
    void completesAnAreaThatHadNoOutline() throws IOException {
        assertThat(visitor.get("/map/outline?area=q4&lang=en").body()).contains("without an outline so far");
        var files = files(post("zip", Map.of("area", "q4", "outline", CORNER, "reason", "x", "license", "CC0-1.0")));
        assertThat(files).doesNotContainKey("changes.csv");
        assertThat(files.get("datapackage.yaml")).doesNotContain("validFrom");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"type":"Polygon","coordinates":[[[0,0],[1,1],[1,0],[0,1],[0,0]]]} | outline-crosses
            {"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1]]]} | outline-open
            {"type":"Polygon","coordinates":[[[0,0],[1,0],[0,0]]]} | outline-short
            {"type":"Polygon","coordinates":[[[0,0],[0,0],[0,0],[0,0]]]} | outline-short
            {"type":"Polygon","coordinates":[[[0,0],[181,0],[181,1],[0,0]]]} | outline-outside
            {"type":"Polygon","coordinates":[[[0,0],[1,0],[1,91],[0,0]]]} | outline-outside
            {"type":"Polygon","coordinates":[[[0,0],[1e400,0],[1,1],[0,0]]]} | outline-outside
            {"type":"Polygon","coordinates":[[["0","0"],["1","0"],["1","1"],["0","0"]]]} | outline-unreadable
            {"type":"Polygon","coordinates":[]} | outline-unreadable
            {"type":"Polygon"} | outline-unreadable
            {"type":"Point","coordinates":[0,0]} | outline-unreadable
            {"type":"GeometryCollection","geometries":[]} | outline-unreadable
            [[0,0],[1,0],[1,1]] | outline-unreadable
            null | outline-unreadable
            {"type":"Polygon","coordinates":[[[0,0] | outline-unreadable
            <script>alert(1)</script> | outline-unreadable
            """)
    void refusesWhatIsNoOutline(String outline, String rule) {
        var problem = refused("json", Map.of("level", "arrondissement", "outline", outline), 400, rule);
        assertThat(problem.get("parameter").asString()).isEqualTo("outline");
    }

    @Test
    void refusesNestsThatNobodyDraws() {
        refused("json", Map.of("level", "arrondissement", "outline", "[".repeat(50_000)), 400, "outline-unreadable");
    }

    @Test
    void refusesMoreCornersThanItTakes() {
        var ring = IntStream.rangeClosed(0, OutlineText.MOST_CORNERS)
                .mapToObj(i -> "[" + Math.cos(i / 1000.0) + "," + Math.sin(i / 1000.0) + "]")
                .collect(Collectors.joining(","));
        refused(
                "json",
                Map.of("level", "arrondissement", "outline", "{\"type\":\"Polygon\",\"coordinates\":[[" + ring + "]]}"),
                400,
                "outline-long");
    }

    @Test
    void refusesAnOutlineOverEverything() {
        var problem = refused(
                "json",
                Map.of(
                        "level",
                        "arrondissement",
                        "outline",
                        polygon("[[-6.801,33.999],[-6.779,33.999],[-6.779,34.021],[-6.801,34.021]]")),
                422,
                "outline-taken");
        assertThat(problem.get("detail").asString()).contains("Quarter");
    }

    @Test
    void refusesABodyOverTheBoundAndOtherTypes() {
        assertThat(post(
                                "json",
                                "application/x-www-form-urlencoded",
                                ("outline=" + "x".repeat(700_000)).getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(413);
        assertThat(post("json", "application/json", "{}".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(415);
        assertThat(post("json", "application/x-www-form-urlencoded", "outline=%zz".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(400);
        assertThat(post("pdf", "application/x-www-form-urlencoded", new byte[0]).statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "area, q99, unknown-area",
        "within, q99, unknown-area",
        "level, nowhere, unknown-level",
        "code, q1, area-stands",
        "code, ../etc, malformed-value",
        "tolerance, 1e9, malformed-value",
        "tolerance, 101, malformed-value",
        "tolerance, -1, malformed-value",
        "validFrom, 2026-02-30, malformed-value",
        "validFrom, +999999999-01-01, version-not-later",
        "license, mine, malformed-value",
        "surveyed, maybe, malformed-value",
        "colour, red, unknown-parameter"
    })
    void refusesFieldsThatItDoesNotUnderstand(String name, String value, String rule) {
        var fields = fresh(CORNER);
        fields.put(name, value);
        assertThat(refused("zip", fields, 400, rule).get("parameter").asString())
                .isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"code", "reason", "license", "outline", "level"})
    void asksForWhatIsMissing(String name) {
        var fields = fresh(CORNER);
        fields.remove(name);
        assertThat(refused("zip", fields, 400, "missing-parameter")
                        .get("parameter")
                        .asString())
                .isEqualTo(name);
        var unnamed = fresh(CORNER);
        unnamed.keySet().removeAll(new ArrayList<>(java.util.List.of("name-fr", "name-ar")));
        refused("zip", unnamed, 400, "missing-parameter");
    }

    @Test
    void refusesAnAreaThatIsNotThere() {
        for (String query : new String[] {"area=q99", "within=q99", "level=nowhere", "area=q1&colour=red"}) {
            assertThat(visitor.get("/map/outline?" + query).status()).as(query).isEqualTo(400);
        }
    }

    @Test
    void isReachedFromTheMapAndFromTheAreasPage() {
        assertThat(visitor.get("/areas/q1").body()).contains("/map/outline?area=q1");
        assertThat(visitor.get("/map?indicator=analphabetisme&within=ville").body())
                .contains("/map/outline?within=ville&amp;level=arrondissement");
    }

    @Test
    void escapesNames() {
        assertThat(visitor.get("/map/outline?area=q3&lang=fr").body())
                .contains("L’Étang &lt;script&gt;")
                .doesNotContain("L’Étang <script>");
    }
}
