package org.socialobservatory.face;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The map explorer: areas, legend, list and address always say the same. */
@OnStage
class MapTest {

    private static final String WOMEN = "/map?indicator=illiteracy-rate&sex=F&within=4441010&level=arrondissement";
    private static final Pattern PATTERN = Pattern.compile("url\\(#(.*)\\)");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /**
     * The colours of the areas in the order of their drawing. Where a figure may belong to another class its area is
     * hatched: then the colour is that of the ground under the lines.
     */
    private static List<String> colours(Page page) {
        return page.locator("area-map path.leaflet-interactive").all().stream()
                .map(path -> colour(page, path.getAttribute("fill")))
                .toList();
    }

    private static String colour(Page page, String fill) {
        var pattern = PATTERN.matcher(fill);
        return pattern.matches()
                ? page.locator("pattern#" + pattern.group(1) + " > rect").getAttribute("fill")
                : fill;
    }

    /** The same as the list beside the map says it. */
    private static List<String> coloursOfRows(Page page) {
        return page.locator(".ranking tbody tr").all().stream()
                .map(row -> row.getAttribute("data-colour"))
                .toList();
    }

    private static List<String> column(Page page, String cells) {
        return page.locator(".ranking tbody " + cells).allInnerTexts();
    }

    private static int number(String text) {
        var number = NUMBER.matcher(text);
        assertThat(number.find()).as(text).isTrue();
        return Integer.parseInt(number.group());
    }

    @Test
    void drawsEveryAreaAndCountsEachOnceInItsLegend(Stage stage) {
        for (String address : List.of(WOMEN, "/map?indicator=confiance-fictive&level=arrondissement")) {
            try (var reader = stage.reader("en")) {
                var page = reader.open(address);
                assertThat(page.locator("area-map path.leaflet-interactive")).hasCount(5);
                assertThat(page.locator(".ranking tbody tr")).hasCount(5);
                var counts = page.locator(".legend > li:not(.all) > small:not(.uncertain)")
                        .allInnerTexts();
                assertThat(counts.stream().mapToInt(MapTest::number).sum()).isEqualTo(5);
                assertThat(number(page.locator(".legend > .all").innerText())).isEqualTo(5);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"fr, Bab Lamrissa", "ar, باب المريسة"})
    void namesEveryAreaOnce(String language, String narrow, Stage stage) {
        try (var reader = stage.reader(language)) {
            for (var screen : List.of(Screen.LAPTOP, Screen.TABLET)) {
                reader.on(screen);
                var page = reader.open(WOMEN);
                assertThat(page.locator(".area-label")).hasCount(5);
                var names = page.locator(".area-label bdi").allInnerTexts();
                assertThat(names).contains(narrow);
                assertThat(column(page, "th")).containsExactlyInAnyOrderElementsOf(names);
            }
        }
    }

    @Test
    void fillsEachAreaWithTheColourOfItsRow(Stage stage) {
        try (var reader = stage.reader("en")) {
            var page = reader.open(WOMEN);
            assertThat(colours(page)).containsExactlyInAnyOrderElementsOf(coloursOfRows(page));
        }
    }

    @Test
    void hatchesWhatMayBelongToAnotherClassInTheColourOfItsRow(Stage stage) {
        try (var reader = stage.reader("en")) {
            var page = reader.open(WOMEN + "&dataset=sale-enquete-menages-fictive");
            var fills = page.locator("area-map path.leaflet-interactive").all().stream()
                    .map(path -> path.getAttribute("fill"));
            assertThat(fills).hasSize(5).anyMatch(fill -> PATTERN.matcher(fill).matches());
            assertThat(colours(page)).containsExactlyInAnyOrderElementsOf(coloursOfRows(page));
        }
    }

    @ParameterizedTest
    @CsvSource({"indicator, population", "sex, M", "classes, 3", "method, equal"})
    void changesMapListAndAddressTogether(String choice, String chosen, Stage stage) {
        try (var reader = stage.reader("en")) {
            var page = reader.open(WOMEN);
            var colours = colours(page);
            var legend = page.locator(".legend").innerText();
            var classes = page.locator("details.form summary");
            if (choice.equals("classes") || choice.equals("method")) {
                classes.click();
            }
            page.locator("select[name=" + choice + "]").selectOption(chosen);
            page.waitForURL(address -> address.contains(choice + "=" + chosen));
            assertThat(page.locator("map-explorer")).not().hasAttribute("aria-busy", "true");
            assertThat(page.locator(".legend").innerText()).isNotEqualTo(legend);
            if (!choice.equals("sex")) {
                assertThat(colours(page)).isNotEqualTo(colours);
            }
            assertThat(colours(page)).containsExactlyInAnyOrderElementsOf(coloursOfRows(page));
        }
    }

    @Test
    void changesThePeriod(Stage stage) {
        try (var reader = stage.reader("en")) {
            var page = reader.open("/map?indicator=confiance-fictive&level=arrondissement");
            var before = column(page, "td:last-child");
            page.locator("time-slider input").press("Home");
            page.waitForURL(address -> address.contains("period=2023"));
            assertThat(page.locator(".legend")).containsText("No data");
            assertThat(column(page, "td:last-child")).isNotEqualTo(before);
        }
    }

    @Test
    void keepsItsStateInTheAddress(Stage stage) {
        try (var reader = stage.reader("en")) {
            var page = reader.open(WOMEN);
            var women = column(page, "tr");
            page.locator("select[name=sex]").selectOption("M");
            page.waitForURL(address -> address.contains("sex=M"));
            var men = column(page, "tr");
            assertThat(men).isNotEqualTo(women);

            page.goBack();
            assertThat(page.locator("select[name=sex]")).hasValue("F");
            assertThat(column(page, "tr")).isEqualTo(women);
            page.goForward();
            assertThat(page.locator("select[name=sex]")).hasValue("M");
            assertThat(column(page, "tr")).isEqualTo(men);
            page.reload();
            assertThat(page.locator("select[name=sex]")).hasValue("M");
            assertThat(column(page, "tr")).isEqualTo(men);
        }
    }

    @Test
    void keepsThePartInViewInTheAddress(Stage stage) {
        try (var reader = stage.reader("en")) {
            var page = reader.open(WOMEN);
            page.locator(".one .leaflet-control-zoom-in").click();
            page.waitForURL(Pattern.compile(".*[?&]bbox=.*"));
            assertThat(page.locator(".languages a[hreflang=ar]")).hasAttribute("href", Pattern.compile("[?&]bbox="));
        }
    }

    @Test
    void sortsItsListByKey(Stage stage) {
        try (var reader = stage.reader("en")) {
            var page = reader.open(WOMEN);
            var ranked = column(page, "th");
            var byName = page.locator(".ranking th[data-by=name] button");
            byName.focus();
            page.keyboard().press("Enter");
            assertThat(page.locator(".ranking th[data-by=name]")).hasAttribute("aria-sort", "ascending");
            assertThat(column(page, "th")).isSorted().containsExactlyInAnyOrderElementsOf(ranked);
            page.keyboard().press("Enter");
            assertThat(column(page, "th"))
                    .isEqualTo(ranked.stream().sorted(Comparator.reverseOrder()).toList());
        }
    }

    @Test
    void leadsByKeyThroughTheAreasToTheirPages(Stage stage) {
        try (var reader = stage.reader("en")) {
            var page = reader.open(WOMEN);
            page.locator(".ranking tbody a").first().focus();
            var name = page.locator(":focus").innerText();
            assertThat(page.locator(".ranking tr.pointed")).containsText(name);
            assertThat(page.locator("area-map path[stroke-width='3.5']")).hasCount(1);
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).hasText(name);
        }
    }

    @Test
    void opensThePageOfTheAreaThatIsClicked(Stage stage) {
        try (var reader = stage.reader("en")) {
            var page = reader.open(WOMEN);
            var area = page.locator("area-map path.leaflet-interactive").first().boundingBox();
            page.mouse().move(area.x + area.width / 2, area.y + area.height / 2);
            assertThat(page.locator(".ranking tr.pointed")).hasCount(1);
            var name = page.locator(".ranking tr.pointed th").innerText();
            page.mouse().click(area.x + area.width / 2, area.y + area.height / 2);
            assertThat(page.locator("h1")).hasText(name);
        }
    }

    @Test
    void saysThatNoneOfItsAreasHasAnOutline(Stage stage) {
        try (var reader = stage.reader("en")) {
            var page = reader.page();
            page.navigate("/map?indicator=illiteracy-rate&level=country");
            assertThat(page.locator("area-map [role=status]")).containsText("None of these areas has an outline");
            assertThat(page.locator(".ranking tbody tr")).hasCount(1);
        }
    }

    @Test
    void canBeReadWhenItsBackgroundIsOutOfReach(Stage stage) {
        try (var reader = stage.reader("en")) {
            reader.expects("tile.openstreetmap.org");
            var page = reader.open(WOMEN);
            page.getByLabel("Background").check();
            assertThat(page.locator("area-map [role=status]")).containsText("cannot be reached");
            assertThat(page.locator("area-map path.leaflet-interactive")).hasCount(5);
            assertThat(page.url()).contains("background=osm");
        }
    }
}
