package org.socialobservatory.api.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.MvtReader;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.TagKeyValueMapConverter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.socialobservatory.api.Doors;
import org.socialobservatory.api.FakeWarehouse;
import org.socialobservatory.api.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;

@Doors
@DirtiesContext
class TilesTest {

    private static final String QUARTERS = "/ogc/collections/areas-quartier/tiles/WebMercatorQuad/";
    private static final int QUARTERS_COUNT = 1_544;
    private static final GeometryFactory FACTORY = new GeometryFactory();

    @LocalServerPort
    private int port;

    @Autowired
    private FakeWarehouse warehouse;

    @BeforeEach
    void publish() {
        if (warehouse.editions().size() == 1) {
            warehouse.publish(InventedQuarters.content(QUARTERS_COUNT, 1), List.of());
        }
    }

    private HttpResponse<byte[]> answer(String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private List<Geometry> tile(String path) throws IOException, InterruptedException {
        var answer = answer(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/vnd.mapbox-vector-tile");
        var layer = MvtReader.loadMvt(new ByteArrayInputStream(answer.body()), FACTORY, new TagKeyValueMapConverter())
                .getLayers()
                .iterator()
                .next();
        assertThat(layer.getExtent()).isEqualTo(4096);
        return List.copyOf(layer.getGeometries());
    }

    private static Map<?, ?> tags(Geometry shape) {
        return (Map<?, ?>) Objects.requireNonNull(shape.getUserData());
    }

    private static String text(Map<?, ?> tags, String name) {
        return String.valueOf(tags.get(name));
    }

    private static double number(Map<?, ?> tags, String name) {
        return Double.parseDouble(text(tags, name));
    }

    private static String tileOver(int zoom) {
        double side = 2 * TileGrid.HALF / (1 << zoom);
        var middle = InventedQuarters.LAND.centre();
        return zoom + "/" + (int) ((TileGrid.HALF - TileGrid.y(middle.y)) / side) + "/"
                + (int) ((TileGrid.HALF + TileGrid.x(middle.x)) / side);
    }

    @Test
    void holdsTheAreasThatReachIntoIt() throws Exception {
        var codes = new TreeSet<String>();
        tile(QUARTERS + "0/0/0").forEach(shape -> codes.add(text(tags(shape), "code")));
        assertThat(codes).isNotEmpty().allMatch(code -> code.startsWith("k"));
        var deep = new TreeSet<String>();
        tile(QUARTERS + tileOver(7)).forEach(shape -> deep.add(text(tags(shape), "code")));
        assertThat(deep).hasSizeGreaterThan(QUARTERS_COUNT / 5);
    }

    /** At zooms of a region and of a street: what one area gives up its neighbour takes. */
    @ParameterizedTest
    @ValueSource(ints = {8, 9, 10, 12, 14})
    void leavesNoGapBetweenNeighbours(int zoom) throws Exception {
        var frame = FACTORY.toGeometry(new Envelope(0, 4096, 0, 4096));
        var shapes = tile(QUARTERS + tileOver(zoom)).stream()
                .map(shape -> shape.intersection(frame))
                .toList();
        var whole = UnaryUnionOp.union(shapes);
        double surface = shapes.stream().mapToDouble(Geometry::getArea).sum();
        assertThat(surface / whole.getArea()).isBetween(0.9999, 1.0001);
        for (int i = 0; i < whole.getNumGeometries(); i++) {
            var part = (Polygon) whole.getGeometryN(i);
            for (int hole = 0; hole < part.getNumInteriorRing(); hole++) {
                assertThat(FACTORY.createPolygon(part.getInteriorRingN(hole)).getArea())
                        .as("less than an eighth of a dot")
                        .isLessThan(32);
            }
        }
    }

    @Test
    void saysTheFiguresOfTheMapOfTheWholeCollection() throws Exception {
        var query = "indicator=analphabetisme&period=2024&method=jenks&classes=4";
        var map =
                new Visitor(port).get("/api/choropleth?level=quartier&" + query).json();
        var shades = new HashMap<String, JsonNode>();
        map.get("areas").forEach(area -> shades.put(area.get("code").asString(), area));
        int withheld = 0;
        for (var shape : tile(QUARTERS + tileOver(9) + "?" + query)) {
            var tags = tags(shape);
            var shade = shades.get(text(tags, "code"));
            if (shade == null) {
                withheld++;
                assertThat(tags.keySet().stream().map(Object::toString))
                        .doesNotContain("value", "class", "reliability");
            } else {
                assertThat(number(tags, "value")).isEqualTo(shade.get("value").asDouble());
                assertThat((int) number(tags, "class"))
                        .isEqualTo(shade.get("class").asInt());
                assertThat(text(tags, "reliability")).isEqualTo("reliable");
            }
        }
        assertThat(withheld).isPositive();
    }

    @Test
    void isEmptyWhereThereIsNothing() throws Exception {
        var answer = answer(QUARTERS + "14/0/0");
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "areas-quartier/tiles/WebMercatorQuad/15/0/0",
                "areas-quartier/tiles/WebMercatorQuad/3/8/0",
                "areas-quartier/tiles/WebMercatorQuad/3/0/8",
                "areas-quartier/tiles/WebMercatorQuad/-1/0/0",
                "areas-quartier/tiles/WebMercatorQuad/a/0/0",
                "areas-quartier/tiles/WebMercatorQuad/99999999999/0/0",
                "areas-quartier/tiles/Elsewhere/0/0/0",
                "areas-nowhere/tiles/WebMercatorQuad/0/0/0"
            })
    void isNotThere(String path) throws Exception {
        assertThat(answer("/ogc/collections/" + path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "period=2024, period",
        "indicator=nothing, indicator",
        "indicator=analphabetisme&level=town, level",
        "indicator=analphabetisme&classes=99, classes",
        "f=png, f"
    })
    void refusesWhatItDoesNotUnderstand(String query, String parameter) {
        var answer = new Visitor(port).get(QUARTERS + "0/0/0?" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("parameter").asString()).isEqualTo(parameter);
    }

    @Test
    void holdsPlacesWithTheirNames() throws Exception {
        var places = tile("/ogc/collections/places-health-post/tiles/WebMercatorQuad/0/0/0");
        assertThat(places).hasSize(1);
        assertThat(text(tags(places.getFirst()), "name_ar")).isEqualTo("مركز صحي");
    }

    private static String href(JsonNode document, String rel) {
        return document.get("links")
                .valueStream()
                .filter(link -> link.get("rel").asString().equals(rel))
                .map(link -> link.get("href").asString())
                .findFirst()
                .orElseThrow(() -> new AssertionError(rel + " in " + document));
    }

    private JsonNode document(String address) {
        var answer = new Visitor(port)
                .get(address.replaceFirst("^http://127\\.0\\.0\\.1:\\d+", ""), "Accept", "application/json");
        assertThat(answer.status()).as(address).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        return answer.json();
    }

    /** OGC 20-057, abstract tests geodata-tilesets, tilesets-list and tileset; 17-083r4, Annex D. */
    @Test
    void leadsFromACollectionToEachOfItsTiles() throws Exception {
        var collection = document("/ogc/collections/areas-quartier");
        var list = document(href(collection, "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector"));
        var item = list.get("tilesets").get(0);
        var set = document(href(item, "self"));
        for (var described : List.of(item, set)) {
            assertThat(described.get("dataType").asString()).isEqualTo("vector");
            assertThat(described.get("crs").asString()).isEqualTo("http://www.opengis.net/def/crs/EPSG/0/3857");
            assertThat(described.get("tileMatrixSetURI").asString())
                    .isEqualTo("http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad");
            var grid = document(href(described, "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme"));
            assertThat(grid.get("id").asString()).isEqualTo("WebMercatorQuad");
        }
        var template = set.get("links")
                .valueStream()
                .filter(link -> link.get("rel").asString().equals("item"))
                .findFirst()
                .orElseThrow();
        assertThat(template.get("templated").booleanValue()).isTrue();
        assertThat(template.get("type").asString()).isEqualTo("application/vnd.mapbox-vector-tile");
        var address = URI.create(template.get("href")
                .asString()
                .replace("{tileMatrix}", "7")
                .replace("{tileRow}", tileOver(7).split("/", -1)[1])
                .replace("{tileCol}", tileOver(7).split("/", -1)[2]));
        assertThat(tile(address.getPath())).isNotEmpty();
        assertThat(set.get("tileMatrixSetLimits")).hasSize(15);
        assertThat(set.get("tileMatrixSetLimits").get(14).get("maxTileRow").intValue())
                .isEqualTo(16383);
        assertThat(set.get("layers").get(0).get("id").asString()).isEqualTo("areas-quartier");
    }

    @Test
    void describesTheGridAsTheRegistryDoes() {
        var landing = document("/ogc");
        var grids = document(href(landing, "http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes"));
        var grid = document(href(grids.get("tileMatrixSets").get(0), "self"));
        assertThat(grid.get("uri")).isEqualTo(grids.get("tileMatrixSets").get(0).get("uri"));
        assertThat(grid.get("orderedAxes").toString()).isEqualTo("[\"X\",\"Y\"]");
        var matrices = grid.get("tileMatrices");
        assertThat(matrices).hasSize(25);
        var whole = matrices.get(0);
        assertThat(whole.get("scaleDenominator").doubleValue()).isCloseTo(559082264.028717, within(1e-6));
        assertThat(whole.get("cellSize").doubleValue()).isCloseTo(156543.033928041, within(1e-9));
        assertThat(whole.get("pointOfOrigin").get(0).doubleValue()).isCloseTo(-20037508.3427892, within(1e-7));
        assertThat(matrices.get(24).get("matrixWidth").intValue()).isEqualTo(16777216);
        assertThat(matrices.get(24).get("scaleDenominator").doubleValue()).isCloseTo(33.3238997476528, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"core", "tileset", "tilesets-list", "geodata-tilesets", "mvt"})
    void saysWhatItConformsTo(String part) {
        assertThat(document("/ogc/conformance").get("conformsTo").valueStream().map(JsonNode::asString))
                .contains("http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/" + part);
    }

    @ParameterizedTest
    @CsvSource({
        "/ogc/collections/areas-nowhere/tiles, 404",
        "/ogc/collections/areas-nowhere/tiles/WebMercatorQuad, 404",
        "/ogc/collections/areas-quartier/tiles/WorldCRS84Quad, 404",
        "/ogc/tileMatrixSets/WorldCRS84Quad, 404",
        "/ogc/tileMatrixSets?colour=red, 400",
        "/ogc/collections/areas-quartier/tiles?f=xml, 400"
    })
    void hasNoOtherGrid(String path, int status) {
        assertThat(new Visitor(port).get(path).status()).isEqualTo(status);
    }

    /** The map of 32,000 quarters is one of thousands of shapes in one tile; all of them are there. */
    @Test
    void holdsThirtyTwoThousandAreas() {
        int many = 32_000;
        var simple =
                CoverageSimplifier.simplify(InventedQuarters.outlines(many, 2).toArray(Geometry[]::new), 0.001);
        assertThat(simple).hasSize(many).noneMatch(Geometry::isEmpty);
    }
}
