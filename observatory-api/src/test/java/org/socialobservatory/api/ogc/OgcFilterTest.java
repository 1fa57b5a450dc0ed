package org.socialobservatory.api.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socialobservatory.api.Doors;
import org.socialobservatory.api.Visitor;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Features by a filter, in an order, with some of their properties (OGC API – Features, Parts 3 and 5). */
@Doors
class OgcFilterTest {

    private static final String COLLECTION = "/ogc/collections/areas-arrondissement";
    private static final String ITEMS = COLLECTION + "/items";
    private static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";

    @LocalServerPort
    private int port;

    private Visitor visitor;

    @BeforeEach
    void visit() {
        visitor = new Visitor(port);
    }

    private JsonNode json(String path) {
        var answer = visitor.get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private String ids(String path) {
        var ids = new ArrayList<String>();
        json(path).get("features").forEach(feature -> ids.add(feature.get("id").asString()));
        return String.join(" ", ids);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "illiteracy_rate > 20 | q2 q3",
                "illiteracy_rate BETWEEN 12.5 AND 22.25 | q1 q3",
                "NOT illiteracy_rate > 20 | q1",
                "illiteracy_rate IS NULL | q4",
                "illiteracy_rate_reliability = 'reliable' | q1 q2 q3",
                "illiteracy_rate_contested = FALSE | q1 q2 q3",
                "illiteracy_rate_lower IS NOT NULL |",
                "menages = 1200 AND analphabetisme < 20 | q1",
                "menages / 100 > illiteracy_rate | ",
                "menages / 100 <= illiteracy_rate | q1 q2 q3",
                "code IN ('q1','q4') | q1 q4",
                "CASEI(name_fr) LIKE CASEI('QUARTIER%') | q1 q2",
                "ACCENTI(name_fr) LIKE 'L_Etang%' | q3",
                "name_ar LIKE '%الأول' | q1",
                "name_en IS NULL | q3",
                "within = 'ville' AND level = 'arrondissement' | q1 q2 q3 q4",
                "S_INTERSECTS(geometry, POINT(-6.795 34.005)) | q1",
                "S_TOUCHES(geometry, BBOX(-6.80,34.00,-6.79,34.01)) | q2 q3",
                "S_WITHIN(geometry, POLYGON((-6.9 33.9,-6.785 33.9,-6.785 34.1,-6.9 34.1,-6.9 33.9))) | q1 q3",
                "S_DISJOINT(geometry, BBOX(-6.80,34.00,-6.795,34.005)) | q2 q3",
                "geometry IS NULL | q4",
                "S_INTERSECTS(geometry, BBOX(-6.8,34.0,-6.785,34.001)) AND illiteracy_rate > 20 | q2",
            })
    void takesWhatIsSo(String filter, @Nullable String ids) {
        var expected = ids == null ? "" : ids.strip();
        assertThat(ids(ITEMS + "?filter=" + encoded(filter))).as(filter).isEqualTo(expected);
    }

    @Test
    void readsJsonToo() {
        var filter = """
                {"op":"and","args":[{"op":">","args":[{"property":"illiteracy_rate"},20]},
                 {"op":"s_intersects","args":[{"property":"geometry"},
                  {"type":"Polygon","coordinates":[[[-6.8,34.0],[-6.78,34.0],[-6.78,34.005],[-6.8,34.005],[-6.8,34.0]]]}]}]}""";
        assertThat(ids(ITEMS + "?filter-lang=cql2-json&filter=" + encoded(filter)))
                .isEqualTo("q2");
    }

    /** One place in each system, with its order of axes. */
    @ParameterizedTest
    @CsvSource({
        "4326, POINT(34.005 -6.795)",
        "3857, POINT(-756415.94 4029473.4)",
        "26191, POINT(371020 379325)",
        "4326, 'BBOX(34.004,-6.796,34.006,-6.794)'",
        "4326, 'BBOX(34.004,179,34.006,-6.794)'",
    })
    void measuresInTheSystemOfTheFilter(String crs, String shape) {
        var filter = encoded("S_INTERSECTS(geometry, " + shape + ")");
        var taken = ids(ITEMS + "?filter-crs=" + encoded(EPSG + crs) + "&filter=" + filter);
        assertThat(taken).startsWith("q1").isIn("q1", "q1 q3");
    }

    @Test
    void filtersByTheFiguresThatAreAskedFor() {
        assertThat(ids(ITEMS + "?sex=F&filter=" + encoded("illiteracy_rate > 0")))
                .isEqualTo("q1 q2");
        assertThat(ids(ITEMS + "?sex=F&filter=" + encoded("NOT illiteracy_rate > 0")))
                .isEmpty();
        assertThat(ids(ITEMS + "?sex=F&filter=" + encoded("illiteracy_rate_upper = 48")))
                .isEqualTo("q2");
        assertThat(ids(ITEMS + "?period=2014&filter=" + encoded("illiteracy_rate = 40")))
                .isEqualTo("q1 q2 q3");
    }

    @Test
    void sortsWithWhatIsNotPublishedLast() {
        assertThat(ids(ITEMS + "?sortby=illiteracy_rate")).isEqualTo("q1 q3 q2 q4");
        assertThat(ids(ITEMS + "?sortby=-illiteracy_rate")).isEqualTo("q2 q3 q1 q4");
        assertThat(ids(ITEMS + "?sortby=%2Billiteracy_rate")).isEqualTo("q1 q3 q2 q4");
        assertThat(ids(ITEMS + "?sortby=+menages,-code")).isEqualTo("q3 q2 q1 q4");
        assertThat(ids(ITEMS + "?sex=F&sortby=-illiteracy_rate")).isEqualTo("q2 q1 q3 q4");
        assertThat(ids(ITEMS + "?sortby=-code&limit=2&offset=1")).isEqualTo("q3 q2");
    }

    @Test
    void tellsThePropertiesThatAreAskedFor() {
        var properties = json(ITEMS + "?properties=name_fr,menages&limit=1")
                .get("features")
                .get(0)
                .get("properties");
        assertThat(properties.propertyNames())
                .containsExactly(
                        "name_fr",
                        "menages",
                        "menages_lower",
                        "menages_upper",
                        "menages_reliability",
                        "menages_contested");
        assertThat(json(ITEMS + "/q2?properties=illiteracy_rate_upper,code&sex=F")
                        .get("properties")
                        .toString())
                .isEqualTo("{\"code\":\"q2\",\"illiteracy_rate_upper\":48}");
        assertThat(json("/ogc/collections/places-health-post/items?properties=telephone")
                        .get("features")
                        .get(0)
                        .get("properties")
                        .toString())
                .isEqualTo("{\"telephone\":\"<b>0</b>\"}");
    }

    @Test
    void leadsOnAndBack() {
        var seen = new ArrayList<String>();
        var page = json(ITEMS + "?limit=1&sortby=-code&filter=" + encoded("code <> 'q2'"));
        assertThat(page.get("numberMatched").asInt()).isEqualTo(3);
        assertThat(link(page, "prev")).isEmpty();
        for (var rel : List.of("next", "next", "prev", "prev")) {
            seen.add(page.get("features").get(0).get("id").asString());
            page = json(link(page, rel));
        }
        seen.add(page.get("features").get(0).get("id").asString());
        assertThat(seen).containsExactly("q4", "q3", "q1", "q3", "q4");
    }

    private String link(JsonNode document, String rel) {
        for (var link : document.get("links")) {
            if (link.get("rel").asString().equals(rel)) {
                return link.get("href").asString().substring(("http://127.0.0.1:" + port).length());
            }
        }
        return "";
    }

    @Test
    void saysWhatCanBeAsked() {
        var collection = json(COLLECTION);
        for (var name : List.of("schema", "queryables", "sortables")) {
            var answer = visitor.get(link(collection, "http://www.opengis.net/def/rel/ogc/1.0/" + name));
            assertThat(answer.header("Content-Type")).startsWith("application/schema+json");
            assertThat(answer.json().get("$schema").asString())
                    .isEqualTo("https://json-schema.org/draft/2020-12/schema");
            assertThat(answer.json().get("$id").asString()).endsWith(COLLECTION + "/" + name);
        }
        var queryables = json(COLLECTION + "/queryables?lang=en").get("properties");
        assertThat(queryables.get("illiteracy_rate").get("type").asString()).isEqualTo("number");
        assertThat(queryables.get("illiteracy_rate").get("alias").asString()).isEqualTo("illiteracy-rate");
        assertThat(queryables.get("illiteracy_rate").get("x-ogc-unit").asString())
                .isEqualTo("%");
        assertThat(queryables.get("illiteracy_rate_lower").get("title").asString())
                .endsWith(": lower end of the interval");
        assertThat(queryables.get("menages").get("title").asString()).isEqualTo("menages");
        assertThat(queryables.get("geometry").get("format").asString()).isEqualTo("geometry-polygon-or-multipolygon");
        assertThat(queryables.get("code").get("x-ogc-role").asString()).isEqualTo("id");
        assertThat(json(COLLECTION + "/sortables").get("properties").has("geometry"))
                .isFalse();
        assertThat(json("/ogc/collections/places-health-post/schema")
                        .get("properties")
                        .propertyNames())
                .containsExactly(
                        "iri", "code", "name_fr", "name_ar", "name_en", "kind", "within", "telephone", "geometry");
    }

    /** Each property that is told is described, of its type, in each collection. */
    @ParameterizedTest
    @CsvSource({"areas-country", "areas-town", "areas-arrondissement", "places-health-post"})
    void describesWhatItTells(String collection) {
        var path = "/ogc/collections/" + collection;
        var described = json(path + "/schema").get("properties");
        var queryables = json(path + "/queryables").get("properties");
        for (var feature : json(path + "/items?limit=1000").get("features")) {
            feature.get("properties").properties().forEach(told -> {
                var type = described.get(told.getKey()).get("type").asString();
                assertThat(queryables.has(told.getKey())).isTrue();
                assertThat(told.getValue().isNull() || told.getValue().isNumber() == type.equals("number"))
                        .as(told.toString())
                        .isTrue();
            });
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "filter=code | filter-kind | filter",
                "filter=code%20= | filter-syntax | filter",
                "filter=magic=1 | unknown-property | filter",
                "filter=telephone='1' | unknown-property | filter",
                "filter=code='q1'&filter=code='q2' | repeated-parameter | filter",
                "filter=code='q1'&filter-lang=cql-text | malformed-value | filter-lang",
                "filter-lang=cql2-json&filter=code='q1' | filter-syntax | filter",
                "filter=code='q1'&filter-crs=EPSG:1 | unknown-crs | filter-crs",
                "filter=S_INTERSECTS(geometry,POINT(1%201e300))&filter-crs=EPSG:3857 | filter-shape | filter",
                "filter=S_INTERSECTS(geometry,POLYGON((0%200,2%202,2%200,0%202,0%200))) | filter-shape | filter",
                "sortby=magic | unknown-property | sortby",
                "sortby=geometry | unknown-property | sortby",
                "sortby=--code | unknown-property | sortby",
                "sortby=a%00 | malformed-request |",
            })
    void refusesWhatItCannotAnswer(String query, String rule, @Nullable String parameter) {
        var answer = visitor.get(ITEMS + "?" + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().get("rule").asString()).as(answer.body()).isEqualTo(rule);
        if (parameter != null) {
            assertThat(answer.json().get("parameter").asString()).isEqualTo(parameter);
        }
    }

    @Test
    void refusesParenthesesTenThousandDeep() {
        assertThat(visitor.get(ITEMS + "?filter=" + "(".repeat(10_000)).status())
                .isEqualTo(414);
        var answer = visitor.get(ITEMS + "?filter=" + "(".repeat(5_000));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("rule").asString()).isEqualTo("filter-too-deep");
    }
}
