package org.socialobservatory.face;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of an area. */
@OnStage
class AreaTest {

    @Test
    void unfoldsThePartsOfAFigureByKey(Stage stage) {
        try (var reader = stage.reader("en")) {
            var page = reader.open("/areas/44410109");
            var women = page.locator("a[href$='/illiteracy-rate/44410109/2024/sex=F']");
            assertThat(women).isHidden();
            page.locator("details.theme")
                    .filter(new Locator.FilterOptions().setHas(women))
                    .locator("> summary")
                    .press("Enter");
            assertThat(women).isHidden();
            var literacy = page.locator("table.figures tbody").filter(new Locator.FilterOptions().setHas(women));
            literacy.locator("summary").focus();
            page.keyboard().press("Enter");
            assertThat(women).isVisible();
            assertThat(women).hasText("24.2%");
        }
    }

    @Test
    void reachesFromEdgeToEdgeOnAPhone(Stage stage) {
        try (var reader = stage.reader("fr")) {
            reader.on(Screen.PHONE);
            var page = reader.open("/areas/44410109");
            page.locator("details.theme > summary").first().click();
            var table = page.locator("table.figures").first().boundingBox();
            var last = page.locator("table.figures thead th:last-child").first().boundingBox();
            assertThat(last.x + last.width).isCloseTo(table.x + table.width, within(1.0));
        }
    }

    /** All themes folded: the brief, the map and a line for each. */
    @Test
    void isShortOnAPhone(Stage stage) {
        try (var reader = stage.reader("ar")) {
            reader.on(Screen.PHONE);
            var page = reader.open("/areas/44410109");
            assertThat((double) ((Number) page.evaluate("document.documentElement.scrollHeight")).intValue())
                    .isLessThan(5_000);
            assertThat(page.locator(".brief li").count()).isEqualTo(3);
        }
    }

    @Test
    void aTownShowsItsAreasOneByOne(Stage stage) {
        try (var reader = stage.reader("en")) {
            var page = reader.open("/areas/4441010");
            page.locator("details.theme > summary").nth(1).click();
            var matrix = page.locator(".matrix table").first();
            assertThat(matrix.locator("thead th")).hasCount(6);
            assertThat(matrix.locator("td.worse .unseen").first()).hasText("worse");
        }
    }

    @Test
    void isComparedWithTheAreaThatTheReaderChooses(Stage stage) {
        try (var reader = stage.reader("en")) {
            var page = reader.open("/areas/44410109");
            page.locator("#against").selectOption("44410105");
            page.locator(".against button").click();
            assertThat(page).hasURL(Pattern.compile("against=44410105"));
            assertThat(page.locator("table.figures thead th:last-child").first())
                    .hasText("Bettana");
        }
    }

    @Test
    void isFoundFromTheFirstPageWhileTyping(Stage stage) {
        try (var reader = stage.reader("fr")) {
            var page = reader.open("/");
            page.locator("#q").pressSequentially("tabri");
            assertThat(page.locator(".found a").first()).hasText("Tabriquet");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).hasText("Tabriquet");
        }
    }
}
