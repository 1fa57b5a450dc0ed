package org.socialobservatory.api.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socialobservatory.api.Doors;
import org.socialobservatory.api.Visitor;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What a map library needs to paint the map of an indicator by itself. */
@Doors
class StylesTest {

    private static final String COLLECTION = "/ogc/collections/areas-arrondissement";
    private static final String TILES = COLLECTION + "/tiles/WebMercatorQuad";

    @LocalServerPort
    private int port;

    private Visitor visitor;

    @BeforeEach
    void visit() {
        visitor = new Visitor(port);
    }

    private JsonNode json(String path, String type) {
        var answer = visitor.get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith(type);
        return answer.json();
    }

    /** A style leads to tiles that say the classes that it paints. */
    @Test
    void paintsTheClassesOfTheMap() {
        var style = json(
                COLLECTION + "/styles/illiteracy-rate?sex=F&period=2024&classes=3&method=equal&lang=en",
                "application/vnd.mapbox.style+json");
        assertThat(style.get("version").intValue()).isEqualTo(8);
        var source = style.at("/sources/areas-arrondissement");
        assertThat(source.get("type").asString()).isEqualTo("vector");
        assertThat(source.get("tiles").get(0).asString())
                .isEqualTo("http://127.0.0.1:" + port + TILES
                        + "/{z}/{y}/{x}?indicator=illiteracy-rate&sex=F&period=2024&classes=3&method=equal");
        var tile = URI.create(source.get("tiles")
                .get(0)
                .asString()
                .replace("{z}", "12")
                .replace("{y}", "1636")
                .replace("{x}", "1970"));
        assertThat(visitor.get(tile.getRawPath() + "?" + tile.getRawQuery()).status())
                .isEqualTo(200);
        var map = json(
                "/api/choropleth?level=arrondissement&indicator=illiteracy-rate&sex=F&period=2024&classes=3&method=equal",
                "application/json");
        var colours = new ArrayList<String>();
        style.at("/layers/0/paint/fill-color").forEach(part -> colours.add(part.asString("")));
        map.get("colors").forEach(colour -> assertThat(colours).contains(colour.asString()));
        assertThat(style.at("/metadata/breaks").size())
                .isEqualTo(map.get("breaks").size());
        assertThat(style.at("/layers/0/source-layer").asString()).isEqualTo("areas-arrondissement");
    }

    @Test
    void thereIsOneForEachIndicator() {
        var styles = json(COLLECTION + "/styles", "application/json").get("styles");
        var ids = new ArrayList<String>();
        for (var style : styles) {
            ids.add(style.get("id").asString());
            var address = URI.create(style.at("/links/0/href").asString());
            json(address.getPath(), "application/vnd.mapbox.style+json");
        }
        assertThat(ids).contains("illiteracy-rate", "analphabetisme", "menages");
        assertThat(json("/ogc/collections/places-health-post/styles", "application/json")
                        .get("styles"))
                .isEmpty();
    }

    @Test
    void describesTilesAsTileJson() {
        var plain = json(TILES + "?f=tilejson", "application/vnd.mapbox.tile+json");
        assertThat(plain.get("tilejson").asString()).isEqualTo("3.0.0");
        assertThat(plain.get("tiles").get(0).asString()).isEqualTo("http://127.0.0.1:" + port + TILES + "/{z}/{y}/{x}");
        assertThat(plain.get("maxzoom").intValue()).isEqualTo(14);
        assertThat(plain.get("bounds")).hasSize(4);
        assertThat(plain.at("/vector_layers/0/fields").propertyNames()).containsExactly("code");
        var figures = json(TILES + "?f=tilejson&indicator=menages", "application/vnd.mapbox.tile+json");
        assertThat(figures.get("tiles").get(0).asString()).endsWith("/{z}/{y}/{x}?indicator=menages");
        assertThat(figures.at("/vector_layers/0/fields").propertyNames()).contains("value", "class", "reliability");
        assertThat(List.of(visitor.get(TILES, "Accept", "application/vnd.mapbox.tile+json")
                        .header("Content-Type")))
                .first()
                .asString()
                .startsWith("application/vnd.mapbox.tile+json");
    }

    @ParameterizedTest
    @CsvSource({
        "/styles/magic, 404",
        "/styles/menages?sex=X, 400",
        "/styles/menages?indicator=menages, 400",
        "/styles/menages?colour=red, 400",
        "/styles?indicator=menages, 400",
        "/tiles/WebMercatorQuad?indicator=menages, 400",
        "/tiles/WebMercatorQuad?f=tilejson&period=2024, 400",
        "/tiles/WebMercatorQuad?f=tilejson&indicator=magic, 400",
    })
    void refusesWhatItDoesNotUnderstand(String path, int status) {
        assertThat(visitor.get(COLLECTION + path).status()).isEqualTo(status);
    }
}
