package org.socialobservatory.api.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialobservatory.api.Doors;
import org.socialobservatory.api.Visitor;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/**
 * The requests of QGIS's provider of OGC API – Features, one after the other as it sends them: landing page, description,
 * collection, conformance, queryables, ten features, then page by page.
 */
@Doors
class QgisTest {

    private static final String ACCEPT_FEATURES = "application/geo+json, application/json";

    @LocalServerPort
    private int port;

    private Visitor visitor;

    @BeforeEach
    void visit() {
        visitor = new Visitor(port);
    }

    private JsonNode get(String address, String accept) {
        var answer = visitor.get(address.replaceFirst("^http://127\\.0\\.0\\.1:\\d+", ""), "Accept", accept);
        assertThat(answer.status()).as(address + answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static String href(JsonNode document, String rel, String type) {
        for (var link : document.get("links")) {
            if (link.get("rel").asString().equals(rel)
                    && link.get("type").asString().startsWith(type)) {
                return link.get("href").asString();
            }
        }
        return "";
    }

    /** What it needs to know before it sends its filters to the server. */
    @Test
    void isToldThatFiltersAreAnswered() {
        var landing = get("/ogc", "application/json");
        var classes = new TreeSet<String>();
        get(href(landing, "conformance", "application/json"), "application/json")
                .get("conformsTo")
                .forEach(one -> classes.add(one.asString()));
        assertThat(classes)
                .contains(
                        "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs",
                        "http://www.opengis.net/spec/cql2/1.0/conf/cql2-text",
                        "http://www.opengis.net/spec/cql2/1.0/conf/basic-cql2",
                        "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/filter",
                        "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/features-filter",
                        "http://www.opengis.net/spec/cql2/1.0/conf/advanced-comparison-operators",
                        "http://www.opengis.net/spec/cql2/1.0/conf/case-insensitive-comparison",
                        "http://www.opengis.net/spec/cql2/1.0/conf/basic-spatial-functions",
                        "http://www.opengis.net/spec/ogcapi-features-5/1.0/conf/schemas");
    }

    @Test
    void readsTheSizeOfPagesFromTheDescription() {
        var landing = get("/ogc", "application/json");
        var description = get(
                href(landing, "service-desc", "application/vnd.oai.openapi+json"),
                "application/vnd.oai.openapi+json;version=3.0, application/openapi+json;version=3.0, application/json");
        assertThat(description.get("openapi").asString()).startsWith("3.0");
        var limit = description
                .at("/paths/~1collections~1{collectionId}~1items/get/parameters")
                .valueStream()
                .filter(parameter -> parameter.path("name").asString("").equals("limit"))
                .findFirst()
                .orElseThrow();
        assertThat(limit.at("/schema/maximum").intValue()).isEqualTo(10_000);
        assertThat(limit.at("/schema/default").intValue()).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CRS84", "4326", "3857", "26191", "26192", "2154", "32628"})
    void readsEveryCollectionByPages(String crs) {
        var system = crs.equals("CRS84")
                ? "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
                : "http://www.opengis.net/def/crs/EPSG/0/" + crs;
        var collections = get(href(get("/ogc", "application/json"), "data", "application/json"), "application/json");
        for (var collection : collections.get("collections")) {
            assertThat(collection.get("crs").valueStream().map(JsonNode::asString))
                    .contains(system);
            var path = "/ogc/collections/" + collection.get("id").asString();
            assertThat(get(path + "/queryables", "application/schema+json")
                            .get("properties")
                            .has("geometry"))
                    .isTrue();
            var ten = get(path + "/items?limit=10&crs=" + system, ACCEPT_FEATURES);
            var ids = new ArrayList<String>();
            for (var page = path + "/items?limit=2&crs=" + system; !page.isEmpty(); ) {
                var features = get(page, ACCEPT_FEATURES);
                features.get("features")
                        .forEach(feature -> ids.add(feature.get("id").asString()));
                page = href(features, "next", "application/geo+json");
            }
            assertThat(ids).hasSize(ten.get("numberMatched").intValue()).doesNotHaveDuplicates();
        }
    }

    /** As its expression compiler writes them, with a box in the system of the layer. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "(\"illiteracy_rate\" > 20)",
                "((\"illiteracy_rate\" > 20) AND (\"name_fr\" LIKE '%'))",
                "(\"code\" IN ('q2','q3'))",
                "(NOT (\"code\" = 'q1' OR \"illiteracy_rate\" IS NULL))",
                "CASEI(\"code\") LIKE CASEI('Q_') AND illiteracy_rate BETWEEN 20 AND 50",
                "S_INTERSECTS(geometry,POLYGON((-6.7805 34.0015,-6.7805 34.0195,-6.7985 34.0195,-6.7805 34.0015)))"
            })
    void sendsItsFilters(String filter) {
        var crs = "http://www.opengis.net/def/crs/EPSG/0/3857";
        var features = get(
                "/ogc/collections/areas-arrondissement/items?limit=1000&crs=" + crs
                        + "&bbox=-757000,4028000,-754000,4032000&bbox-crs=" + crs + "&filter="
                        + URLEncoder.encode(filter, StandardCharsets.UTF_8) + "&filter-lang=cql2-text",
                ACCEPT_FEATURES);
        assertThat(features.get("features")
                        .valueStream()
                        .map(feature -> feature.get("id").asString())
                        .toList())
                .isEqualTo(List.of("q2", "q3"));
    }
}
