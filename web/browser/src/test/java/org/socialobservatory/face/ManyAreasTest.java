package org.socialobservatory.face;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More areas than a page can hold as shapes: a picture on canvases, which keys and ears reach all the same. */
@OnStage
class ManyAreasTest {

    /** Quarters in each row of the land and rows: more than 5,000 squares. */
    private static final int SIDE = 72;

    private static final String MAP = "/map?indicator=part-inventee&within=land&level=quartier";
    private static final Pattern SAID = Pattern.compile("Quarter \\d+, [\\d.]+ \\S+.*");

    private static final String DESCRIPTION = """
            name: beaucoup-de-quartiers
            title: {fr: Beaucoup de quartiers (fictifs), ar: أحياء كثيرة (وهمية), en: Many quarters (fictitious)}
            fictitious: true
            town: land
            licenses: [{name: CC0-1.0}]
            sources: [{title: Invented}]
            resources:
              - {name: land, path: land.csv, observatory: {role: areas, level: town, code: code, name: {fr: name, ar: name, en: name}}}
              - {name: quarters, path: quarters.geojson, observatory: {role: areas, level: quartier, within: land, code: code, name: {fr: name, ar: name, en: name}}}
              - {name: indicators, path: indicators.csv, observatory: {role: indicators, code: code, label: {fr: name, ar: name, en: name}, unit: percent, kind: proportion}}
              - name: figures
                path: figures.csv
                observatory:
                  role: observations
                  source: exhaustive
                  disclosure: already-public
                  area: {column: area}
                  period: {value: 2024}
                  indicator: {value: part-inventee}
                  value: {column: value}
            """;

    @TempDir
    private static Path folder;

    private static Path write() throws IOException {
        Files.writeString(folder.resolve("datapackage.yaml"), DESCRIPTION);
        Files.writeString(folder.resolve("land.csv"), "code,name\nland,Land\n");
        Files.writeString(folder.resolve("indicators.csv"), "code,name\npart-inventee,Part inventée\n");
        var figures = new StringBuilder("area,value\n");
        var quarters = new StringBuilder();
        for (int i = 0; i < SIDE * SIDE; i++) {
            double west = -7 + (i % SIDE) * 0.01;
            double south = 33 + Math.floorDiv(i, SIDE) * 0.01;
            quarters.append(quarters.isEmpty() ? "" : ",\n").append(square(i, west, south));
            figures.append("k%d,%d\n".formatted(i, i * 7 % 100));
        }
        Files.writeString(folder.resolve("figures.csv"), figures);
        Files.writeString(
                folder.resolve("quarters.geojson"), "{\"type\":\"FeatureCollection\",\"features\":[" + quarters + "]}");
        return folder;
    }

    private static String square(int number, double west, double south) {
        return String.format(
                Locale.ROOT,
                "{\"type\":\"Feature\",\"properties\":{\"code\":\"k%d\",\"name\":\"Quarter %d\"},\"geometry\":{\"type\":\"Polygon\","
                        + "\"coordinates\":[[[%3$.2f,%4$.2f],[%5$.2f,%4$.2f],[%5$.2f,%6$.2f],[%3$.2f,%6$.2f],[%3$.2f,%4$.2f]]]}}",
                number,
                number,
                west,
                south,
                west + 0.01,
                south + 0.01);
    }

    private static String label(Page page) {
        return page.locator(".area-cursor").first().getAttribute("aria-label");
    }

    @Test
    void leadsKeysAndEarsFromAreaToArea(Stage stage) throws IOException, InterruptedException {
        var preview = stage.preview(write());
        try (var reader = stage.reader("en")) {
            var page = reader.open(preview + MAP);
            page.waitForSelector("area-map .leaflet-tile-loaded");
            // An area at the edge of a tile has its middle elsewhere as long as the next tile is missing.
            page.waitForCondition(() -> page.locator("area-map .leaflet-tile:not(.leaflet-tile-loaded)")
                            .count()
                    == 0);
            assertThat(page.locator("area-map path[role=link]")).hasCount(0);
            assertThat(page.locator(".legend .all")).containsText("5,184");
            assertThat(page.locator(".ranking tbody tr")).hasCount(500);
            var cursor = page.locator(".area-cursor").first();
            page.waitForCondition(() -> {
                cursor.blur();
                cursor.focus();
                return SAID.matcher(label(page)).matches();
            });
            var first = label(page);
            page.keyboard().press("ArrowRight");
            var second = label(page);
            assertThat(second).matches(SAID).isNotEqualTo(first);
            page.keyboard().press("ArrowLeft");
            assertThat(label(page)).isEqualTo(first);
            page.keyboard().press("ArrowDown");
            assertThat(label(page)).matches(SAID).isNotEqualTo(first);
            assertThat(page.locator("area-map [aria-live=polite]").first()).hasText(label(page));
            assertThat(reader.barriers()).isEmpty();
            var name = label(page).replaceFirst(",.*", "");
            page.waitForRequest(
                    request -> request.isNavigationRequest()
                            && request.url().contains("/areas/k" + name.replaceAll("\\D", "")),
                    () -> page.keyboard().press("Enter"));
        }
    }

    @Test
    void saysTheAreaUnderThePointerAndColoursItByItsClass(Stage stage) throws IOException, InterruptedException {
        var preview = stage.preview(write());
        try (var reader = stage.reader("en")) {
            var page = reader.open(preview + MAP);
            page.waitForSelector("area-map .leaflet-tile-loaded");
            page.locator("area-map .canvas").first().scrollIntoViewIfNeeded();
            var map = page.locator("area-map .canvas").first().boundingBox();
            page.waitForCondition(() -> {
                page.mouse().move(map.x + map.width / 2, map.y + map.height / 2);
                page.mouse().move(map.x + map.width / 2 + 3, map.y + map.height / 2 + 3);
                return page.locator("area-map .leaflet-tooltip").count() == 1;
            });
            assertThat(page.locator("area-map .leaflet-tooltip")).containsText("Quarter");
        }
    }
}
