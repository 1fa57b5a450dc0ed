package org.socialobservatory.api.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialobservatory.api.Doors;
import org.socialobservatory.api.Visitor;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@Doors
class OgcTest {

    private static final String ITEMS = "/ogc/collections/areas-arrondissement/items";

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

    private static List<String> ids(JsonNode collection) {
        var ids = new ArrayList<String>();
        collection.get("features").forEach(feature -> ids.add(feature.get("id").asString()));
        return ids;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void anAreaIsAFeatureAtItsPageToo() {
        var item = json(ITEMS + "/q1");
        var area = json("/areas/q1?f=geojson");
        assertThat(area.get("geometry")).isEqualTo(item.get("geometry"));
        assertThat(area.get("properties")).isEqualTo(item.get("properties"));
        assertThat(area.get("links").get(0).get("href").asString())
                .isEqualTo("http://127.0.0.1:" + port + ITEMS + "/q1");
        var accepted = visitor.get("/areas/q1", "Accept", "application/geo+json");
        assertThat(accepted.header("Content-Type")).startsWith("application/geo+json");
        assertThat(accepted.json()).isEqualTo(area);
        assertThat(visitor.get("/areas/none?f=geojson").status()).isEqualTo(404);
    }

    @Test
    void theLandingPageLeadsEverywhere() {
        var rels = new ArrayList<String>();
        for (var link : json("/ogc").get("links")) {
            rels.add(link.get("rel").asString());
            var href = link.get("href").asString();
            assertThat(href).startsWith("http://127.0.0.1:" + port + "/");
        }
        assertThat(rels).contains("self", "alternate", "service-desc", "service-doc", "conformance", "data");
    }

    @Test
    void namesTheCollectionsThatThereAre() {
        var ids = new ArrayList<String>();
        json("/ogc/collections")
                .get("collections")
                .forEach(collection -> ids.add(collection.get("id").asString()));
        assertThat(ids).containsExactly("areas-country", "areas-town", "areas-arrondissement", "places-health-post");
        var collection = json("/ogc/collections/areas-arrondissement?lang=en");
        assertThat(collection.get("title").asString()).isEqualTo("Areas: Arrondissement");
        assertThat(collection.get("description").asString()).contains("Trial (fictitious)");
        assertThat(collection.get("extent").get("spatial").get("bbox").get(0).toString())
                .matches("\\[-6\\.8,34\\.0,-6\\.78,34\\.0(2|19)\\d*]");
        assertThat(collection.get("storageCrs").asString()).isEqualTo("http://www.opengis.net/def/crs/OGC/1.3/CRS84");
        assertThat(collection.get("crs")).hasSize(7);
        assertThat(json("/ogc/collections/areas-town").has("extent")).isFalse();
    }

    @Test
    void anAreaCarriesItsNamesAndHeadlineFigures() {
        var answer = visitor.get(ITEMS);
        assertThat(answer.header("Content-Type")).startsWith("application/geo+json");
        assertThat(answer.header("Content-Crs")).isEqualTo("<http://www.opengis.net/def/crs/OGC/1.3/CRS84>");
        var items = answer.json();
        assertThat(items.get("numberMatched").intValue()).isEqualTo(4);
        assertThat(items.get("numberReturned").intValue()).isEqualTo(4);
        assertThat(items.get("timeStamp").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        assertThat(ids(items)).containsExactly("q1", "q2", "q3", "q4");
        var properties = items.get("features").get(0).get("properties");
        assertThat(properties.propertyNames())
                .containsExactly(
                        "iri",
                        "code",
                        "name_fr",
                        "name_ar",
                        "name_en",
                        "level",
                        "within",
                        "illiteracy_rate",
                        "illiteracy_rate_lower",
                        "illiteracy_rate_upper",
                        "illiteracy_rate_reliability",
                        "illiteracy_rate_contested");
        assertThat(properties.get("illiteracy_rate").decimalValue()).isEqualByComparingTo("12.5");
        assertThat(properties.get("name_ar").asString()).isEqualTo("الحي الأول");
        assertThat(items.get("features").get(3).get("geometry").isNull()).isTrue();
        assertThat(items.get("features")
                        .get(3)
                        .get("properties")
                        .get("illiteracy_rate")
                        .isNull())
                .isTrue();
    }

    @Test
    void figuresFollowPeriodBreakdownAndProperties() {
        var women = json(ITEMS + "?sex=F").get("features");
        assertThat(women.get(1).get("properties").get("illiteracy_rate_upper").decimalValue())
                .isEqualByComparingTo("48");
        assertThat(women.get(2).get("properties").toString())
                .as("withheld")
                .contains(
                        "\"illiteracy_rate\":null",
                        "\"illiteracy_rate_reliability\":null",
                        "\"illiteracy_rate_contested\":null");
        assertThat(json(ITEMS + "?period=2014")
                        .get("features")
                        .get(0)
                        .get("properties")
                        .get("illiteracy_rate")
                        .intValue())
                .isEqualTo(40);
        var households = json(ITEMS + "/q1?properties=menages").get("properties");
        assertThat(households.get("menages").intValue()).isEqualTo(1200);
        assertThat(households.has("illiteracy_rate")).isFalse();
    }

    @Test
    void outlinesRunAgainstTheClock() {
        assertThat(json(ITEMS + "/q1").get("geometry").toString())
                .isEqualTo(
                        "{\"type\":\"Polygon\",\"coordinates\":[[[-6.8,34.0],[-6.79,34.0],[-6.79,34.01],[-6.8,34.01],"
                                + "[-6.8,34.0]]]}");
    }

    @Test
    void aBoxSelectsWhatItMeetsAndWhatHasNoOutline() {
        assertThat(ids(json(ITEMS + "?bbox=-6.799,34.001,-6.798,34.002"))).containsExactly("q1", "q4");
        assertThat(ids(json(ITEMS + "?bbox=-6.799,34.001,0,-6.798,34.002,100"))).containsExactly("q1", "q4");
        assertThat(ids(json(ITEMS + "?bbox=170,-90,-6.795,90"))).containsExactly("q1", "q3", "q4");
        assertThat(ids(json(ITEMS + "?bbox=34.001,-6.799,34.002,-6.798&bbox-crs="
                        + encoded("http://www.opengis.net/def/crs/EPSG/0/4326"))))
                .containsExactly("q1", "q4");
        assertThat(ids(json(ITEMS + "?bbox=-756800,4029800,-756700,4029900&bbox-crs="
                        + encoded("http://www.opengis.net/def/crs/EPSG/0/3857"))))
                .containsExactly("q1", "q4");
    }

    @Test
    void positionsComeInTheSystemAskedForWithItsOrderOfAxes() {
        var crs = "http://www.opengis.net/def/crs/EPSG/0/";
        var answer = visitor.get(ITEMS + "/q1?crs=" + encoded(crs + "4326"));
        assertThat(answer.header("Content-Crs")).isEqualTo("<" + crs + "4326>");
        assertThat(firstPosition(answer.json())).containsExactly(34.0, -6.8);
        // PROJ 9.1.1: echo "-6.8 34" | cs2cs -f %.3f OGC:CRS84 EPSG:…
        assertNear(firstPosition(json(ITEMS + "/q1?crs=" + encoded(crs + "3857"))), -756972.537, 4028802.026);
        assertNear(firstPosition(json(ITEMS + "/q1?crs=" + encoded(crs + "2154"))), -222598.347, 5260080.102);
        assertNear(firstPosition(json(ITEMS + "/q1?crs=EPSG:26191")), 370554.798, 378772.299);
        assertNear(firstPosition(json(ITEMS + "/q1?crs=" + encoded(crs + "26192"))), 370195.670, 778127.948);
        assertNear(firstPosition(json(ITEMS + "/q1?crs=" + encoded(crs + "32628"))), 1258224.983, 3792621.071);
    }

    private static double[] firstPosition(JsonNode feature) {
        var position = feature.get("geometry").get("coordinates").get(0).get(0);
        return new double[] {position.get(0).doubleValue(), position.get(1).doubleValue()};
    }

    /** GeoTools' Lambert differs from PROJ by 4 to 5 mm. */
    private static void assertNear(double[] position, double x, double y) {
        assertThat(position).containsExactly(new double[] {x, y}, within(0.01));
    }

    @Test
    void pagesFollowOneAnother() {
        var first = json(ITEMS + "?limit=3&lang=fr");
        assertThat(ids(first)).containsExactly("q1", "q2", "q3");
        String next = "";
        for (var link : first.get("links")) {
            if (link.get("rel").asString().equals("next")) {
                next = link.get("href").asString();
            }
        }
        var second = json(next.substring(("http://127.0.0.1:" + port).length()));
        assertThat(ids(second)).containsExactly("q4");
        assertThat(second.get("links").toString()).doesNotContain("\"next\"");
        assertThat(ids(json(ITEMS + "?limit=99999999&offset=2"))).containsExactly("q3", "q4");
    }

    @Test
    void placesAreFeaturesToo() {
        var place = json("/ogc/collections/places-health-post/items/poste-1");
        assertThat(place.get("geometry").toString()).isEqualTo("{\"type\":\"Point\",\"coordinates\":[-6.795,34.005]}");
        assertThat(place.get("properties").get("telephone").asString()).isEqualTo("<b>0</b>");
        assertThat(place.get("properties").get("within").asString()).isEqualTo("q1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ogc",
                "/ogc/conformance",
                "/ogc/collections",
                "/ogc/collections/areas-arrondissement",
                ITEMS,
                ITEMS + "/q3",
                "/ogc/collections/places-health-post/items",
            })
    void everyDocumentHasAPageForPeople(String path) {
        for (var language : List.of("fr", "ar", "en")) {
            var answer = visitor.get(path + "?lang=" + language, "Accept", "text/html,*/*;q=0.1");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type")).startsWith("text/html");
            assertThat(answer.body()).contains("lang=\"" + language + "\"").doesNotContain("L’Étang <script>", "<b>0");
        }
        assertThat(visitor.get(path + "?f=html").header("Content-Type")).startsWith("text/html");
        assertThat(visitor.get(path + "?f=json", "Accept", "text/html").header("Content-Type"))
                .contains("json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "/ogc?colour=red 400 unknown-parameter",
                "/ogc?f=xml 400 unknown-format",
                "/ogc/collections/areas-moon 404 unknown-collection",
                "/ogc/collections/areas-moon/items 404 unknown-collection",
                "/ogc/collections/areas-arrondissement/items/q9 404 unknown-feature",
                "/ogc/collections/areas-arrondissement/items?bbox=1,2,3,4,5 400 malformed-value",
                "/ogc/collections/areas-arrondissement/items?bbox=1,2,3 400 malformed-value",
                "/ogc/collections/areas-arrondissement/items?bbox=a,b,c,d 400 malformed-value",
                "/ogc/collections/areas-arrondissement/items?bbox=0,10,1,5 400 malformed-value",
                "/ogc/collections/areas-arrondissement/items?bbox=1,1,0,2&bbox-crs=EPSG:3857 400 malformed-value",
                "/ogc/collections/areas-arrondissement/items?bbox=1,1,2,2&bbox-crs=EPSG:9999 400 unknown-crs",
                "/ogc/collections/areas-arrondissement/items?crs=EPSG:27700 400 unknown-crs",
                "/ogc/collections/areas-arrondissement/items?limit=0 400 malformed-value",
                "/ogc/collections/areas-arrondissement/items?limit=-1 400 malformed-value",
                "/ogc/collections/areas-arrondissement/items?offset=4 400 page-past-end",
                "/ogc/collections/areas-arrondissement/items?offset=x 400 malformed-value",
                "/ogc/collections/areas-arrondissement/items?datetime=yesterday 400 malformed-value",
                "/ogc/collections/areas-arrondissement/items?datetime=2024-02-30 400 malformed-value",
                "/ogc/collections/areas-arrondissement/items?datetime=../.. 400 malformed-value",
                "/ogc/collections/areas-arrondissement/items?datetime=2025-01-01/2024-01-01 400 malformed-value",
                "/ogc/collections/areas-arrondissement/items?properties=magic 400 unknown-property",
                "/ogc/collections/areas-arrondissement/items?period=1900 400 unknown-period",
                "/ogc/collections/areas-arrondissement/items?sex=X 400 unknown-code",
                "/ogc/collections/areas-arrondissement/items?cursor=%21 400 malformed-value",
                "/ogc/collections/places-health-post/items?sex=F 400 unknown-parameter",
                "/ogc/collections/areas-arrondissement/items/q1?bbox=1,2,3,4 400 unknown-parameter",
            })
    void refusesWhatItDoesNotUnderstand(String path, int status, String rule) {
        var answer = visitor.get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().get("rule").asString()).isEqualTo(rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-01-01",
                "2018-02-12T23:20:50Z",
                "2018-02-12T00:00:00Z/2018-03-18T12:31:12Z",
                "../2024-01-01T00:00:00Z",
                "2024-01-01T00:00:00Z/..",
                "/2024-01-01T00:00:00Z"
            })
    void whatIsNotBoundToATimeMatchesEveryTime(String time) {
        assertThat(json(ITEMS + "?datetime=" + encoded(time))
                        .get("numberMatched")
                        .intValue())
                .isEqualTo(4);
    }

    @Test
    void longNamesEndInADigest() {
        assertThat(PropertyNames.of("illiteracy-rate")).isEqualTo("illiteracy_rate");
        var longName = "share-of-women-of-fifteen-and-over-who-can-neither-read-nor-write";
        assertThat(PropertyNames.of(longName))
                .hasSize(50)
                .matches("share_of_women_of_fifteen_and_over_who_can_\\w_?[0-9a-f]*|.*_[0-9a-f]{6}");
        assertThat(PropertyNames.of(longName)).isNotEqualTo(PropertyNames.of(longName + "-now"));
    }
}
