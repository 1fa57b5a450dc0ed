package org.socialobservatory.api.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.socialobservatory.api.Doors;
import org.socialobservatory.api.FakeWarehouse;
import org.socialobservatory.api.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** GDAL's driver of OGC API – Features reads every collection, all pages; and its PROJ agrees on every system. */
@Doors
@DirtiesContext
@Gdal.Needed
class GdalTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int QUARTERS = 300;

    @LocalServerPort
    private int port;

    @Autowired
    private FakeWarehouse warehouse;

    @TempDir
    private Path folder;

    private String source = "";
    private int files;

    @BeforeEach
    void publish() {
        if (warehouse.editions().size() == 1) {
            warehouse.publish(InventedQuarters.content(QUARTERS, 1), List.of());
        }
        source = "OAPIF:http://127.0.0.1:" + port + "/ogc";
    }

    private List<String> collections() {
        var ids = new ArrayList<String>();
        new Visitor(port)
                .get("/ogc/collections")
                .json()
                .get("collections")
                .forEach(collection -> ids.add(collection.get("id").asString()));
        return ids;
    }

    private Map<String, JsonNode> read(String collection, String... options) {
        var file = folder.resolve(collection + "-" + files++ + ".json");
        var command = new ArrayList<>(List.of("ogr2ogr", "-f", "GeoJSON", file.toString(), source, collection));
        command.addAll(List.of(options));
        Gdal.run(command.toArray(String[]::new));
        var features = new HashMap<String, JsonNode>();
        JSON.readTree(file.toFile())
                .get("features")
                .forEach(feature ->
                        features.put(feature.get("properties").get("code").asString(), feature));
        return features;
    }

    @Test
    void findsEveryCollection() {
        var said = Gdal.run("ogrinfo", "-ro", "-so", "-al", source);
        assertThat(said).doesNotContain("ERROR", "Warning");
        for (var collection : collections()) {
            var matched = new Visitor(port)
                    .get("/ogc/collections/" + collection + "/items")
                    .json()
                    .get("numberMatched");
            assertThat(said)
                    .containsPattern("(?s)Layer name: " + Pattern.quote(collection) + "\n.{0,300}Feature Count: "
                            + matched + "\n");
        }
    }

    /** By sevens, so that there are many pages. */
    @Test
    void readsAllPagesOfEveryCollection() {
        for (var collection : collections()) {
            var wanted = new TreeSet<String>();
            new Visitor(port)
                    .get("/ogc/collections/" + collection + "/items?limit=10000")
                    .json()
                    .get("features")
                    .forEach(feature -> wanted.add(feature.get("id").asString()));
            assertThat(read(collection, "-oo", "PAGE_SIZE=7").keySet()).isEqualTo(wanted);
        }
    }

    @Test
    void readsTheSameOutlinesAndFigures() {
        var read = read("areas-arrondissement");
        var told = new Visitor(port)
                .get("/ogc/collections/areas-arrondissement/items")
                .json()
                .get("features");
        for (var feature : told) {
            var same = Objects.requireNonNull(read.get(feature.get("id").asString()));
            assertThat(numbers(same.get("geometry"))).containsExactly(numbers(feature.get("geometry")), within(1e-12));
            assertThat(same.get("properties").get("illiteracy_rate").asDouble(-1))
                    .isEqualTo(feature.get("properties").get("illiteracy_rate").asDouble(-1));
            assertThat(same.get("properties").get("name_ar"))
                    .isEqualTo(feature.get("properties").get("name_ar"));
        }
    }

    /** What it asks by a box and by a condition, the server or GDAL answers: the features are the right ones. */
    @Test
    void findsByBoxAndByCondition() {
        assertThat(read("areas-arrondissement", "-spat", "-6.799", "34.001", "-6.798", "34.002")
                        .keySet())
                .containsExactly("q1");
        assertThat(read("areas-arrondissement", "-where", "illiteracy_rate > 20")
                        .keySet())
                .containsExactlyInAnyOrder("q2", "q3");
        assertThat(read("areas-arrondissement", "-where", "code = 'q4'").keySet())
                .containsExactly("q4");
    }

    /** Each system as we give it, against what GDAL's PROJ makes of longitude and latitude, in the order of its axes. */
    @ParameterizedTest
    @ValueSource(ints = {4326, 3857, 26191, 26192, 2154, 32628})
    void agreesOnPositions(int epsg) {
        var ours = new Visitor(port)
                .get("/ogc/collections/areas-arrondissement/items/q1?crs=http://www.opengis.net/def/crs/EPSG/0/" + epsg)
                .json();
        var theirs =
                Objects.requireNonNull(read("areas-arrondissement", "-where", "code = 'q1'", "-t_srs", "EPSG:" + epsg)
                        .get("q1"));
        var our = extent(ours.get("geometry").get("coordinates").get(0), epsg == 4326);
        var their = extent(theirs.get("geometry").get("coordinates").get(0), false);
        double near = epsg == 4326 ? 1e-8 : 0.01;
        assertThat(our.getMinX()).isCloseTo(their.getMinX(), within(near));
        assertThat(our.getMaxY()).isCloseTo(their.getMaxY(), within(near));
        assertThat(our.getWidth()).isCloseTo(their.getWidth(), within(near));
    }

    /** The ordinates in their order; GDAL writes them with fifteen digits. */
    private static double[] numbers(JsonNode geometry) {
        var text = geometry.path("coordinates").toString().replaceAll("[\\[\\]]", "");
        return Arrays.stream(text.split(",", -1))
                .filter(number -> !number.isEmpty())
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static Envelope extent(JsonNode ring, boolean latitudeFirst) {
        var extent = new Envelope();
        for (var position : ring) {
            double first = position.get(0).doubleValue();
            double second = position.get(1).doubleValue();
            extent.expandToInclude(latitudeFirst ? second : first, latitudeFirst ? first : second);
        }
        return extent;
    }
}
