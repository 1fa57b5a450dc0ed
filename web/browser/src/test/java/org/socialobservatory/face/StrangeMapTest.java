package org.socialobservatory.face;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Maps of towns that no layout expects, each with its defined look. */
@OnStage
class StrangeMapTest {

    private static final String ONE_QUARTER = "/map?indicator=part-egale&within=seule&level=quartier";
    private static final String EQUAL = "/map?indicator=part-egale&within=etrange&level=quartier";
    private static final String WITHHELD = "/map?indicator=part-retenue&within=etrange&level=quartier";
    private static final String HALF_KNOWN = "/map?indicator=part-demie&within=etrange&level=quartier&period=2020";

    @TempDir
    private static Path folder;

    private static String preview(Stage stage) throws IOException, InterruptedException {
        return stage.preview(StrangeTown.write(folder));
    }

    private static Page open(Reader reader, String address) {
        var page = reader.open(address);
        page.waitForSelector("area-map .leaflet-interactive");
        return page;
    }

    private static List<String> fills(Page page) {
        return page.locator("area-map path.leaflet-interactive").all().stream()
                .map(path -> path.getAttribute("fill"))
                .toList();
    }

    @Test
    void fillsATownOfOneQuarterWithOneClass(Stage stage) throws IOException, InterruptedException {
        try (var reader = stage.reader("en")) {
            var page = open(reader, preview(stage) + ONE_QUARTER);
            assertThat(page.locator("area-map path.leaflet-interactive")).hasCount(1);
            assertThat(page.locator(".ranking tbody tr")).hasCount(1);
            assertThat(page.locator(".legend > li:not(.all)")).hasCount(1);
            assertThat(fills(page)).singleElement().asString().startsWith("#");
        }
    }

    @Test
    void fillsAreasWithEqualFiguresAlikeAndSaysSo(Stage stage) throws IOException, InterruptedException {
        try (var reader = stage.reader("en")) {
            var page = open(reader, preview(stage) + EQUAL);
            assertThat(fills(page)).hasSize(3).containsOnly(fills(page).getFirst());
            assertThat(page.locator(".legend > li:not(.all)")).hasCount(1);
            assertThat(page.locator(".legend > li > small").first()).containsText("4");
            assertThat(page.locator("figcaption")).containsText("One area without outline is not drawn.");
            assertThat(page.locator(".ranking tbody tr")).hasCount(4);
        }
    }

    @Test
    void dotsATownInWhichEverythingIsWithheld(Stage stage) throws IOException, InterruptedException {
        try (var reader = stage.reader("en")) {
            var page = open(reader, preview(stage) + WITHHELD);
            assertThat(fills(page)).hasSize(3).containsOnly("url(#fill-withheld)");
            assertThat(page.locator(".legend")).containsText("Not published");
            assertThat(page.locator(".legend .all")).containsText("4 areas");
            assertThat(page.locator(".ranking td.own").first()).not().isEmpty();
        }
    }

    @Test
    void crossesAreasWithoutAFigureInAPeriod(Stage stage) throws IOException, InterruptedException {
        try (var reader = stage.reader("en")) {
            var page = open(reader, preview(stage) + HALF_KNOWN);
            assertThat(fills(page)).hasSize(3).contains("url(#fill-missing)");
            assertThat(page.locator(".legend")).containsText("No data");
            assertThat(page.locator(".ranking tbody tr").last()).containsText("No data");
        }
    }

    /** Names of 120 characters, of two scripts, with markup: nothing leaves its place, nothing is taken for a script. */
    @ParameterizedTest
    @ValueSource(strings = {"fr", "ar", "en"})
    void fitsEveryScreen(String language, Stage stage) throws IOException, InterruptedException {
        var preview = preview(stage);
        try (var reader = stage.reader(language)) {
            for (String address : List.of(ONE_QUARTER, EQUAL, WITHHELD, HALF_KNOWN)) {
                for (var screen : List.of(Screen.LAPTOP, Screen.PHONE)) {
                    reader.on(screen);
                    var page = open(reader, preview + address);
                    assertThat(reader.excess()).as(address + " on " + screen).isZero();
                    assertThat(page.locator("main img, main i, main b:has-text('gras')"))
                            .hasCount(0);
                }
                assertThat(reader.barriers()).as(address).isEmpty();
            }
            assertThat(reader.page().locator(".ranking")).containsText(StrangeTown.LONG);
            assertThat(reader.page()
                            .locator(".ranking bdi")
                            .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(StrangeTown.MIXED)))
                    .hasCount(1);
        }
    }
}
