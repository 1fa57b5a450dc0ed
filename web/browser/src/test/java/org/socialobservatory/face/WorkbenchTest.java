package org.socialobservatory.face;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The pages for who asks in SPARQL or writes programs. */
@OnStage
class WorkbenchTest {

    @Test
    void answersAReadyQuestionWithATable(Stage stage) {
        try (var reader = stage.reader("fr")) {
            var page = reader.open("/query");
            page.locator(".ready a[href*=women-illiteracy]").click();
            page.locator("form button[type=submit]").click();
            var table = page.locator(".results table");
            assertThat(table).containsText("Tabriquet");
            assertThat(table).containsText("24.2");
            assertThat(page).hasURL(Pattern.compile("[?]query="));
        }
    }

    @Test
    void speaksTheReadersLanguage(Stage stage) {
        for (String language : List.of("fr", "ar")) {
            try (var reader = stage.reader(language)) {
                var page = reader.open("/query?ready=women-illiteracy");
                page.locator("form button[type=submit]").click();
                assertThat(page.locator(".results table")).isVisible();
                assertThat(page.locator(".results").innerText())
                        .as(language)
                        .doesNotContainPattern("(?i)\\b(table|response|view|ellipse|filter|results?|seconds?)\\b");
            }
        }
    }

    @Test
    void saysWhatIsWrongWithAQuestion(Stage stage) {
        try (var reader = stage.reader("en")) {
            reader.expects("400");
            var page = reader.open("/query?query=SELECT");
            page.locator("form button[type=submit]").click();
            assertThat(page.locator(".results")).containsText("SPARQL");
        }
    }

    @Test
    void showsTheDoorsToPrograms(Stage stage) {
        try (var reader = stage.reader("en")) {
            var page = reader.open("/docs");
            assertThat(page.locator(".door").count()).isGreaterThan(20);
            page.locator("#choropleth summary").click();
            assertThat(page.locator("#choropleth")).containsText("Code of the indicator");
            page.locator("#choropleth select[name=method]").selectOption("jenks");
            page.locator("#choropleth button").click();
            assertThat(page.locator("body")).containsText("\"method\":\"jenks\"");
        }
    }
}
