package org.socialobservatory.face;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Three languages, of which one is written from right to left. */
@OnStage
class LanguageTest {

    private static final Pattern EASTERN_DIGITS = Pattern.compile("[\u0660-\u0669\u06f0-\u06f9]");

    /** Where each digit of a text is drawn, from the left of the window. */
    private static final String DIGITS = """
            element => {
              const places = [];
              const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
              while (texts.nextNode()) {
                for (const found of texts.currentNode.data.matchAll(/\\d/g)) {
                  const range = document.createRange();
                  range.setStart(texts.currentNode, found.index);
                  range.setEnd(texts.currentNode, found.index + 1);
                  places.push(range.getBoundingClientRect().left);
                }
              }
              return places;
            }
            """;

    private static double left(Locator place) {
        return place.boundingBox().x;
    }

    @Test
    void changesWithoutLosingThePlace(Stage stage) {
        try (var reader = stage.reader("fr")) {
            var page = reader.open("/map?indicator=unemployment-rate&sex=F&level=arrondissement&classes=3");
            page.locator(".languages a[hreflang=ar]").click();
            assertThat(page.locator("html")).hasAttribute("dir", "rtl");
            assertThat(page.locator("select[name=indicator]")).hasValue("unemployment-rate");
            assertThat(page.locator("select[name=sex]")).hasValue("F");
            assertThat(page.locator("select[name=classes]")).hasValue("3");
            assertThat(page).hasURL(Pattern.compile("lang=ar"));
        }
    }

    @Test
    void staysAsChosenOnTheNextPage(Stage stage) {
        try (var reader = stage.reader("fr")) {
            var page = reader.open("/?lang=ar");
            page.locator(".menu a").nth(1).click();
            assertThat(page.locator("html")).hasAttribute("lang", "ar");
        }
    }

    @Test
    void isThatOfTheBrowserUntilAnotherIsChosen(Stage stage) {
        for (String language : List.of("fr", "ar", "en")) {
            try (var reader = stage.reader(language)) {
                assertThat(reader.open("/").locator("html")).hasAttribute("lang", language);
            }
        }
    }

    @Test
    void mirrorsThePageInArabic(Stage stage) {
        try (var arabic = stage.reader("ar");
                var english = stage.reader("en")) {
            var right = arabic.open("/map?indicator=illiteracy-rate&level=arrondissement");
            var left = english.open("/map?indicator=illiteracy-rate&level=arrondissement");
            assertThat(left(left.locator(".masthead .name"))).isLessThan(left(left.locator(".languages")));
            assertThat(left(right.locator(".masthead .name"))).isGreaterThan(left(right.locator(".languages")));
            assertThat(left(left.locator("area-map"))).isLessThan(left(left.locator(".ranking")));
            assertThat(left(right.locator("area-map"))).isGreaterThan(left(right.locator(".ranking")));
        }
    }

    @Test
    void writesNumbersInArabicAsMoroccoReadsThem(Stage stage) {
        try (var reader = stage.reader("ar")) {
            for (String address : List.of("/areas/44410109", "/map?indicator=population&level=arrondissement")) {
                var page = reader.open(address);
                assertThat(page.locator("main").innerText()).doesNotContainPattern(EASTERN_DIGITS);
                var figures = page.locator(".figure").all();
                assertThat(figures).hasSizeGreaterThan(4);
                for (var figure : figures) {
                    var places = ((List<?>) figure.evaluate(DIGITS))
                            .stream()
                                    .map(place -> ((Number) place).doubleValue())
                                    .toList();
                    assertThat(places).as(figure.innerText()).isSorted();
                }
            }
        }
    }

    @Test
    void showsArabicInTheFaceThatTheProgramBrings(Stage stage) {
        try (var reader = stage.reader("ar")) {
            var page = reader.open("/");
            page.evaluate("document.fonts.ready");
            assertThat(page.evaluate("document.fonts.check('16px \"Noto Naskh Arabic\"', 'سلا')"))
                    .isEqualTo(true);
        }
    }
}
