package org.socialobservatory.face;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a reader must see stands in the page itself. */
@OnStage
class WithoutScriptTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/map?indicator=illiteracy-rate&sex=F | 24,2 %",
                "/areas/44410109 | 24,2 %",
                "/indicators/illiteracy-rate | Tabriquet",
                "/figures/sale-recensement-2024/illiteracy-rate/44410109/2024/sex=F | 24,2 %",
                "/datasets/sale-recensement-2024/editions/1 | 189",
            })
    void showsItsFigures(String address, String figure, Stage stage) {
        try (var reader = stage.readerWithoutScript()) {
            reader.page().navigate(address);
            assertThat(reader.page().locator("main")).containsText(figure.replace(' ', '\u202f'));
        }
    }

    @Test
    void findsAQuarterByItsName(Stage stage) {
        try (var reader = stage.readerWithoutScript()) {
            var page = reader.page();
            page.navigate("/");
            page.locator("#q").fill("bettana");
            page.locator("#q").press("Enter");
            page.locator(".found a").first().click();
            assertThat(page.locator("h1")).hasText("Bettana");
        }
    }

    @Test
    void changesTheMapByItsForm(Stage stage) {
        try (var reader = stage.readerWithoutScript()) {
            var page = reader.page();
            page.navigate("/map");
            page.locator("select[name=indicator]").selectOption("population");
            page.locator("form button.show").click();
            assertThat(page).hasURL(Pattern.compile("[?&]indicator=population(&|$)"));
            assertThat(page.locator(".ranking tbody tr")).hasCount(5);
        }
    }

    @Test
    void asksAQuestionByItsForm(Stage stage) {
        try (var reader = stage.readerWithoutScript()) {
            var page = reader.page();
            page.navigate("/query?ready=women-illiteracy");
            page.locator("form button[type=submit]").click();
            assertThat(page.locator(".results table")).containsText("24.2");
            assertThat(page.locator(".results table")).containsText("Tabriquet");
            var file = page.waitForDownload(
                    () -> page.locator(".results a[href*='f=csv']").click());
            assertThat(file.path()).content().contains("24.2");
        }
    }

    @Test
    void tellsOnThePageWhyAQuestionIsRefusedAndKeepsIt(Stage stage) {
        try (var reader = stage.readerWithoutScript()) {
            reader.expects("400");
            var page = reader.page();
            page.navigate("/query");
            page.locator("#query").fill("SELECT nonsense");
            page.locator("form button[type=submit]").click();
            assertThat(page.locator(".results .refusal")).containsText("SPARQL");
            assertThat(page.locator("#query")).hasValue("SELECT nonsense");
        }
    }
}
