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

    /** For each number in a text, where its digits and its sign of percent are drawn from the left of the window. */
    private static final String NUMBERS = """
            element => {
              const left = (text, at) => {
                const range = document.createRange();
                range.setStart(text, at);
                range.setEnd(text, at + 1);
                return range.getBoundingClientRect().left;
              };
              const numbers = [];
              const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
              while (texts.nextNode()) {
                const text = texts.currentNode;
                for (const {0: number, index} of text.data.matchAll(/\\d[\\d.,\\u202f]*%?/g)) {
                  numbers.push([...number.matchAll(/[\\d%]/g)].map(sign => left(text, index + sign.index)));
                }
              }
              return numbers;
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
            assertThat(left(left.locator("area-map").first())).isLessThan(left(left.locator(".ranking")));
            assertThat(left(right.locator("area-map").first())).isGreaterThan(left(right.locator(".ranking")));
        }
    }

    @Test
    void writesNumbersInArabicAsMoroccoReadsThem(Stage stage) {
        try (var reader = stage.reader("ar")) {
            for (String address : List.of("/areas/44410109", "/map?indicator=confiance-fictive&level=arrondissement")) {
                var page = reader.open(address);
                assertThat(page.locator("main").innerText()).doesNotContainPattern(EASTERN_DIGITS);
                int numbers = 0;
                for (var figure :
                        page.locator(".figure, .interval, .legend span").all()) {
                    for (Object places : (List<?>) figure.evaluate(NUMBERS)) {
                        assertThat(((List<?>) places).stream().map(place -> ((Number) place).doubleValue()))
                                .as(figure.innerText())
                                .isSorted();
                        numbers++;
                    }
                }
                assertThat(numbers).isGreaterThan(8);
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
