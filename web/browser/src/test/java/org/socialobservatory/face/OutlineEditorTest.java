package org.socialobservatory.face;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An agent draws an outline, takes it along as a package, publishes it, and finds it on the map. */
class OutlineEditorTest {

    private static final String TABRIQUET = "44410109";
    private static final String CORRECTION = "/map/outline?area=" + TABRIQUET;
    private static final String NEW_QUARTER = "/map/outline?within=" + TABRIQUET + "&level=quartier";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private static Path folder;

    /** A server of its own: what is published here is nobody else's. */
    private static Stage stage;

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        stage = Stage.open(folder);
    }

    @AfterAll
    static void close() {
        assertThat(stage.server().complaints()).as("log of the server").isEmpty();
        stage.close();
    }

    private static Page opened(Reader reader, String address) {
        var page = reader.open(address);
        page.waitForSelector("outline-editor .drawing:not([hidden])");
        return page;
    }

    private static JsonNode outline(Page page) {
        return JSON.readTree(page.locator("textarea[name=outline]").inputValue());
    }

    private static Locator chosen(Page page) {
        return page.locator(".leaflet-marker-icon.corner.chosen");
    }

    private static Path download(Page page) {
        var download = page.waitForDownload(
                () -> page.locator("outline-editor button[type=submit]").click());
        var file = folder.resolve(download.suggestedFilename());
        download.saveAs(file);
        return file;
    }

    @Test
    void correctsAnOutlineByHandAndThePublishedMapShowsIt() throws IOException, InterruptedException {
        var item = "/ogc/collections/areas-arrondissement/items/" + TABRIQUET;
        var before = JSON.readTree(stage.server().text(item)).get("geometry");
        var formerVersion = stage.server().text("/id/area/" + TABRIQUET + "/2015-09-01", "Accept", "text/turtle");
        try (var reader = stage.reader("en")) {
            var page = opened(reader, CORRECTION);
            assertThat(page.locator(".outcome li").last()).containsText("Surface");
            var drawn = outline(page);
            page.locator(".leaflet-marker-icon.corner").first().scrollIntoViewIfNeeded();
            var corner = page.locator(".leaflet-marker-icon.corner").first().boundingBox();
            page.mouse().move(corner.x + corner.width / 2, corner.y + corner.height / 2);
            page.mouse().down();
            page.mouse().move(corner.x + 30, corner.y - 20);
            page.mouse().move(corner.x + 60, corner.y - 40);
            page.mouse().up();
            assertThat(outline(page)).isNotEqualTo(drawn);
            page.locator("button[value=undo]").click();
            assertThat(outline(page)).isEqualTo(drawn);
            page.locator("button[value=redo]").click();
            assertThat(outline(page)).isNotEqualTo(drawn);
            page.locator("#reason").fill("relevé de 2026");
            page.locator("#publisher").fill("Ville de Salé");
            var correction = download(page);
            assertThat(page.locator(".told")).containsText("downloaded");
            assertThat(correction.getFileName().toString()).isEqualTo("outline-" + TABRIQUET + ".zip");

            var checked = stage.run("check", correction.toString());
            assertThat(checked.status()).as(checked.printed()).isZero();
            assertThat(checked.printed()).doesNotContain("warning", "error");
            var published = stage.run("publish", correction.toString(), "--yes");
            assertThat(published.status()).as(published.printed()).isZero();
            var again = stage.run("publish", correction.toString(), "--yes");
            assertThat(again.status()).as(again.printed()).isZero();

            var after = JSON.readTree(stage.server().text(item)).get("geometry");
            assertThat(after).isNotEqualTo(before);
            reader.open("/map?indicator=population&within=4441010&level=arrondissement");
            assertThat(page.locator("area-map path[aria-label^='Tabriquet']")).isVisible();
            reader.open("/areas/" + TABRIQUET);
            assertThat(page.locator("h1")).hasText("Tabriquet");
            opened(reader, CORRECTION);
            assertThat(outline(page).get("coordinates").get(0).size())
                    .isEqualTo(after.get("coordinates").get(0).size());
        }
        assertThat(stage.server().text("/id/area/" + TABRIQUET + "/2015-09-01", "Accept", "text/turtle"))
                .isEqualTo(formerVersion);
        assertThat(stage.server().text("/datasets/outline-" + TABRIQUET)).contains("Contour : Tabriquet");
    }

    @Test
    void drawsANewQuarterWithKeysAlone() throws IOException, InterruptedException {
        try (var reader = stage.reader("ar")) {
            var page = opened(reader, NEW_QUARTER);
            page.locator("button[value=draw]").focus();
            page.keyboard().press("Enter");
            assertThat(page.locator(".leaflet-container .centre")).isVisible();
            for (var way : List.of("ArrowRight", "ArrowDown", "ArrowLeft")) {
                page.keyboard().press("Space");
                page.keyboard().press(way);
                page.waitForFunction("() => !document.querySelector('.leaflet-pan-anim')");
            }
            page.keyboard().press("Space");
            page.keyboard().press("Enter");
            assertThat(page.locator(".leaflet-container .centre")).hasCount(0);
            assertThat(outline(page).get("coordinates").get(0).size()).isEqualTo(5);
            assertThat(page.locator(".outcome li").last()).containsText("المساحة");

            chosen(page).focus();
            var before = outline(page);
            page.keyboard().press("ArrowUp");
            assertThat(outline(page)).isNotEqualTo(before);
            assertThat(chosen(page)).isFocused();
            page.keyboard().press("PageDown");
            assertThat(page.locator(".corner legend")).hasText("الرأس 2 من 4");
            page.keyboard().press("Insert");
            assertThat(page.locator(".corner legend")).hasText("الرأس 3 من 5");
            page.keyboard().press("Delete");
            assertThat(page.locator(".corner legend")).hasText("الرأس 2 من 4");
            page.locator("#latitude").fill("34.0512345");
            page.keyboard().press("Enter");
            assertThat(outline(page).toString()).contains("34.0512345");
            page.keyboard().press("Tab");

            page.locator("#code").fill("tabriquet-nord");
            page.locator("#name-fr").fill("Tabriquet nord");
            page.locator("#name-ar").fill("تابريكت الشمالية");
            page.locator("#reason").fill("حي جديد");
            var file = download(page);
            var published = stage.run("publish", file.toString(), "--yes");
            assertThat(published.status()).as(published.printed()).isZero();
            assertThat(stage.server().text("/areas/tabriquet-nord?lang=ar")).contains("تابريكت الشمالية");
            assertThat(stage.server().text("/ogc/collections/areas-quartier/items"))
                    .contains("tabriquet-nord");
        }
    }

    @Test
    void keepsADrawingUntilItIsDownloadedOrBegunAgain() {
        try (var reader = stage.reader("fr")) {
            var page = opened(reader, "/map/outline?area=44410103");
            var standing = outline(page);
            assertThat(page.locator(".outcome li").last()).containsText("Surface");
            page.locator("button[value=remove]").click();
            page.locator("#reason").fill("essai");
            page.locator("#publisher").focus();
            var drawn = outline(page);
            assertThat(drawn).isNotEqualTo(standing);
            page.reload();
            assertThat(page.locator(".told")).containsText("gardé");
            assertThat(outline(page)).isEqualTo(drawn);
            assertThat(page.locator("#reason")).hasValue("essai");
            page.locator("button[value=again]").click();
            assertThat(outline(page)).isEqualTo(standing);
            page.reload();
            assertThat(page.locator(".told")).isEmpty();
            assertThat(outline(page)).isEqualTo(standing);
        }
    }

    /** WCAG 2.2, 2.5.7: whatever can be dragged can be touched. */
    @Test
    void movesACornerToWhereTheMapIsTouched() {
        try (var reader = stage.reader("en")) {
            reader.on(Screen.PHONE);
            var page = opened(reader, "/map/outline?area=44410105");
            var drawn = outline(page);
            page.locator(".leaflet-marker-icon.corner").first().click();
            assertThat(page.locator(".told")).containsText("is chosen");
            page.locator("outline-editor .canvas").scrollIntoViewIfNeeded();
            var map = page.locator("outline-editor .canvas").boundingBox();
            page.mouse().click(map.x + map.width / 2, Math.max(map.y, 0) + 60);
            assertThat(outline(page)).isNotEqualTo(drawn);
            page.locator(".leaflet-marker-icon.corner-to-add").first().click();
            assertThat(outline(page).get("coordinates").get(0).size())
                    .isEqualTo(drawn.get("coordinates").get(0).size() + 1);
        }
    }

    @Test
    void saysAtOnceWhatIsWrongWithADrawing() {
        try (var reader = stage.reader("en")) {
            reader.expects("400");
            reader.expects("422");
            var page = opened(reader, "/map/outline?area=44410103");
            page.locator("details.geojson summary").click();
            page.locator("#geojson")
                    .fill(
                            "{\"type\":\"Polygon\",\"coordinates\":[[[-6.8,34],[-6.79,34.01],[-6.79,34],[-6.8,34.01],[-6.8,34]]]}");
            page.locator("#reason").focus();
            assertThat(page.locator(".outcome.refused")).containsText(Pattern.compile("crosses or touches itself at"));
            page.locator("#geojson")
                    .fill(
                            "{\"type\":\"Polygon\",\"coordinates\":[[[-7,33.8],[-6.5,33.8],[-6.5,34.3],[-7,34.3],[-7,33.8]]]}");
            page.locator("#reason").focus();
            assertThat(page.locator(".outcome")).containsText(Pattern.compile("Outside the area|already belongs"));
            page.locator("#geojson").fill("nonsense");
            page.locator("#reason").focus();
            assertThat(page.locator(".told")).containsText("not a polygon");
        }
    }
}
