package org.socialobservatory.face;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of an area. */
@OnStage
class AreaTest {

    @Test
    void bringsThePartsOfAFigureByKey(Stage stage) {
        try (var reader = stage.reader("en")) {
            var page = reader.open("/areas/44410109");
            var literacy = page.locator("#detail-illiteracy-rate");
            assertThat(literacy).not().containsText("24.2%");
            literacy.locator("a.detail").focus();
            page.keyboard().press("Enter");
            assertThat(literacy.locator("details[open]")).containsText("24.2%");
            assertThat(literacy.locator("summary")).isFocused();
            assertThat(page.url()).doesNotContain("detail=");
            page.keyboard().press("Enter");
            assertThat(literacy.getByText("24.2%")).isHidden();
        }
    }

    @Test
    void reachesFromEdgeToEdgeOnAPhone(Stage stage) {
        try (var reader = stage.reader("fr")) {
            reader.on(Screen.PHONE);
            var page = reader.open("/areas/44410109");
            var table = page.locator("table.figures").first().boundingBox();
            var last = page.locator("table.figures thead th:last-child").first().boundingBox();
            assertThat(last.x + last.width).isCloseTo(table.x + table.width, within(1.0));
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
