package org.socialobservatory.face;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Two maps beside one another, the slider of periods, and limits by hand. */
@OnStage
class MapComparisonTest {

    private static final String TRUST = "/map?indicator=confiance-fictive&level=arrondissement&within=4441010";
    private static final String PLACES = "area-map path.leaflet-interactive";

    @Test
    void showsTwoPeriodsBesideOneAnotherAndMovesThemTogether(Stage stage) {
        try (var reader = stage.reader("en")) {
            var page = reader.open(TRUST);
            assertThat(page.locator("area-map >> visible=true")).hasCount(1);
            page.locator("select[name=compare]").selectOption("2023");
            page.waitForURL(address -> address.contains("compare=2023"));
            assertThat(page.locator("area-map >> visible=true")).hasCount(2);
            assertThat(page.locator(PLACES)).hasCount(10);
            assertThat(page.locator(".legend")).hasCount(1);
            assertThat(page.locator("td.other[data-state]")).hasCount(5);

            page.locator(".two .leaflet-control-zoom-in").click();
            page.waitForURL(Pattern.compile(".*[?&]bbox=.*"));
            page.waitForFunction("""
                    () => {
                      const [one, two] = [...document.querySelectorAll('area-map')].map(each => each.leaflet);
                      return one.getZoom() === two.getZoom() && one.getCenter().distanceTo(two.getCenter()) < 5;
                    }
                    """);
            page.locator("select[name=compare]").selectOption("");
            assertThat(page.locator("area-map >> visible=true")).hasCount(1);
            assertThat(page.locator("td.other")).hasCount(0);
        }
    }

    @Test
    void pointsAtAnAreaOnBothMaps(Stage stage) {
        try (var reader = stage.reader("en")) {
            var page = reader.open(TRUST + "&compare=2023");
            assertThat(page.locator(PLACES)).hasCount(10);
            page.locator(".ranking tbody th a").first().focus();
            assertThat(page.locator("area-map path[stroke-width='3.5']")).hasCount(2);
        }
    }

    @Test
    void slidesThroughThePeriodsByKeyInEveryLanguage(Stage stage) {
        for (var language : List.of("en", "ar")) {
            try (var reader = stage.reader(language)) {
                var page = reader.open(TRUST);
                var slider = page.locator("time-slider input");
                assertThat(slider).hasAttribute("aria-valuetext", "2025");
                slider.focus();
                page.keyboard().press("Home");
                page.waitForURL(address -> address.contains("period=2023"));
                assertThat(page.locator("time-slider output")).hasText("2023");
                assertThat(page.locator("time-slider input")).isFocused();
                page.keyboard().press("End");
                page.waitForURL(address -> address.contains("period=2025"));
            }
        }
    }

    @Test
    void offersPeriodsAsAListWithoutScript(Stage stage) {
        try (var reader = stage.readerWithoutScript()) {
            var page = reader.page();
            page.navigate(TRUST);
            page.locator("select[name=period]").selectOption("2023");
            page.locator("form button.show").click();
            assertThat(page.url()).contains("period=2023");
            assertThat(page.locator("h1")).containsText("2023");
        }
    }

    @Test
    void drawsClassesWithinLimitsByHand(Stage stage) {
        try (var reader = stage.reader("en")) {
            var page = reader.open("/map?indicator=illiteracy-rate&sex=F&within=4441010&level=arrondissement");
            page.locator("details.form summary").click();
            assertThat(page.locator(".limits")).isHidden();
            page.locator("select[name=classes]").selectOption("3");
            page.waitForURL(address -> address.contains("classes=3"));
            page.locator("select[name=method]").selectOption("manual");
            assertThat(page.locator(".limits input")).hasCount(2);
            assertThat(page.locator(".limits input").first()).isVisible();
            page.locator(".limits input").first().fill("19");
            page.locator(".limits input").first().press("Tab");
            page.waitForURL(address -> address.contains("breaks=19%2C"));
            assertThat(page.locator(".legend > li").first()).containsText("19");
            assertThat(page.locator("details.form")).hasAttribute("open", "");
        }
    }

    @Test
    void leadsByKeyFromAnAreaToItsNeighbours(Stage stage) {
        try (var reader = stage.reader("en")) {
            var page = reader.open("/map?indicator=illiteracy-rate&sex=F&within=4441010&level=arrondissement");
            assertThat(page.locator("area-map path[tabindex='0']")).hasCount(1);
            page.locator("area-map path[aria-label^='Tabriquet']").focus();
            assertThat(page.locator(".ranking tr.pointed")).containsText("Tabriquet");
            page.keyboard().press("ArrowDown");
            assertThat(page.locator(".ranking tr.pointed")).containsText("Bettana");
            assertThat(page.locator("area-map path[tabindex='0']"))
                    .hasAttribute("aria-label", Pattern.compile("^Bettana, .*%.*"));
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).hasText("Bettana");
        }
    }
}
