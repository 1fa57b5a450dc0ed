package org.socialobservatory.face;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Several areas as one, and the search for one of them. */
@OnStage
class AreasTogetherTest {

    private static final String SURVEY =
            "/map?indicator=illiteracy-rate&dataset=sale-enquete-menages-fictive&level=arrondissement&within=4441010";

    private static void open(Reader reader, String address) {
        reader.open(address);
        assertThat(reader.page().locator("area-picker button[name=draw]")).isVisible();
    }

    private static String figure(Page page) {
        return page.locator(".together .figure").innerText();
    }

    @Test
    void putsTickedAreasTogetherWithTheirIntervalAndSaysThatItIsApproximate(Stage stage) {
        try (var reader = stage.reader("en")) {
            open(reader, SURVEY);
            var page = reader.page();
            page.getByLabel("Take Bettana").check();
            page.waitForURL(address -> address.contains("areas=44410105"));
            page.getByLabel("Take Bab Lamrissa").check();
            assertThat(page.locator(".together .whole")).containsText("Bab Lamrissa, Bettana");
            assertThat(page.locator(".together .whole")).containsText(Pattern.compile("between .* and"));
            assertThat(page.locator(".together .whole")).containsText("Approximate");
            assertThat(page.locator("area-map path.picked")).hasCount(2);
            page.locator("area-picker button[name=clear]").click();
            assertThat(page.locator(".together .whole")).hasCount(0);
            assertThat(page.url()).doesNotContain("areas=");
        }
    }

    @Test
    void picksByTouchAndByKeyOnTheMap(Stage stage) {
        try (var reader = stage.reader("en")) {
            open(reader, SURVEY);
            var page = reader.page();
            page.locator("area-picker button[name=pick]").click();
            page.locator("area-map path[aria-label^='Hssaine']").click();
            assertThat(page.locator(".together .whole")).containsText("Hssaine");
            assertThat(page.locator("area-picker button[name=pick]")).hasAttribute("aria-pressed", "true");
            page.locator("area-picker button[name=pick]").click();
            page.locator("area-map path[aria-label^='Bettana']").focus();
            page.keyboard().press("Space");
            assertThat(page.locator(".together .whole")).containsText("Bettana, Hssaine");
        }
    }

    @Test
    void takesTheAreasWithinALineThatIsDrawn(Stage stage) {
        try (var reader = stage.reader("en")) {
            open(reader, SURVEY);
            var page = reader.page();
            page.locator("area-picker button[name=draw]").click();
            assertThat(page.locator("area-picker [role=status]")).containsText("Escape");
            BoundingBox map = page.locator("area-map .canvas").first().boundingBox();
            for (var corner : List.of(new double[] {0.15, 0.02}, new double[] {0.95, 0.02}, new double[] {0.95, 0.9})) {
                page.mouse().click(map.x + corner[0] * map.width, map.y + corner[1] * map.height);
            }
            page.mouse().click(map.x + 0.15 * map.width, map.y + 0.9 * map.height);
            page.keyboard().press("Enter");
            page.waitForURL(address -> address.contains("polygon="));
            assertThat(page.locator(".together .whole")).containsText("more than half");
            assertThat(page.locator(".tick input:checked")).hasCount(5);
            var all = figure(page);
            assertThat(all).endsWith("%");
            page.getByLabel("Take Layayda").uncheck();
            page.waitForURL(address -> address.contains("areas=") && !address.contains("polygon="));
            assertThat(page.locator(".tick input:checked")).hasCount(4);
            assertThat(figure(page)).isNotEqualTo(all);
        }
    }

    @Test
    void givesUpALineByEscape(Stage stage) {
        try (var reader = stage.reader("ar")) {
            open(reader, SURVEY);
            var page = reader.page();
            page.locator("area-picker button[name=draw]").click();
            assertThat(page.locator("area-map .drawing")).hasCount(1);
            page.keyboard().press("Escape");
            assertThat(page.locator("area-map .drawing")).hasCount(0);
            assertThat(page.url()).doesNotContain("polygon=");
        }
    }

    @Test
    void refusesToPutAWithheldAreaTogetherWithOthersAndSaysWhy(Stage stage) {
        try (var reader = stage.reader("en")) {
            open(
                    reader,
                    "/map?indicator=confiance-fictive&level=arrondissement&within=4441010&areas=44410103,44410109");
            assertThat(reader.page().locator(".together .notice")).containsText("Tabriquet is not published");
        }
    }

    @Test
    void putsAreasTogetherWithoutScript(Stage stage) {
        try (var reader = stage.readerWithoutScript()) {
            var page = reader.page();
            page.navigate(SURVEY);
            page.locator("input[name=areas]").first().check();
            page.locator("form button.show").click();
            assertThat(page.locator(".together .whole .figure")).hasCount(1);
        }
    }

    @Test
    void findsAnAreaByNameAndByPoint(Stage stage) {
        try (var reader = stage.reader("fr")) {
            open(reader, SURVEY);
            var page = reader.page();
            page.locator("#find").fill("tabriq");
            page.locator("#find").press("Enter");
            assertThat(page.locator(".answer")).containsText("Tabriquet");
            assertThat(page.locator("tr.sought")).containsText("Tabriquet");
            assertThat(page.locator("area-map path[stroke-width='3.5']")).hasCount(1);
            page.locator("#find").fill("34.04, -6.80");
            page.locator(".seek button[type=submit]").click();
            assertThat(page.locator("tr.sought")).containsText("Bettana");
            assertThat(page.locator(".leaflet-marker-pane path")).hasCount(1);
        }
    }

    @Test
    void showsPlacesAsALayerThatStaysInTheAddress(Stage stage) {
        try (var reader = stage.reader("en")) {
            open(reader, SURVEY);
            var page = reader.page();
            page.locator("input[name=layers]").first().check();
            assertThat(page.locator(".place-sign").first()).isVisible();
            assertThat(page.url()).contains("layers=");
            page.reload();
            assertThat(page.locator(".place-sign").first()).isVisible();
            page.locator("input[name=layers]").first().uncheck();
            assertThat(page.locator(".place-sign")).hasCount(0);
        }
    }
}
