package org.socialobservatory.face;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A map that is taken along: as a link, a question, a picture, a part of another page. */
@OnStage
class ShareMapTest {

    private static final String WOMEN = "/map?indicator=illiteracy-rate&sex=F&within=4441010&level=arrondissement";

    /** What a page puts on the clipboard, which a browser without window may not have. */
    private static void keepCopies(Page page) {
        page.addInitScript(
                "Object.defineProperty(navigator, 'clipboard', {value: {writeText: async text => { window.copied = text; }}})");
    }

    @ParameterizedTest
    @CsvSource({"link, /map?indicator=illiteracy-rate", "sparql, PREFIX", "embed, <iframe"})
    void copies(String button, String beginning, Stage stage) {
        try (var reader = stage.reader("en")) {
            keepCopies(reader.page());
            var page = reader.open(WOMEN);
            page.locator("share-map button[name=" + button + "]").click();
            assertThat(page.locator("share-map [role=status]")).hasText("Copied.");
            assertThat((String) page.evaluate("window.copied")).contains(beginning);
        }
    }

    @ParameterizedTest
    @CsvSource({"fr", "ar"})
    void savesThePictureOfTheSheet(String language, Stage stage) throws IOException {
        try (var reader = stage.reader(language)) {
            var page = reader.open(WOMEN);
            var saved = page.waitForDownload(
                    () -> page.locator("share-map button[name=png]").click());
            var picture = ImageIO.read(saved.path().toFile());
            assertThat(saved.suggestedFilename()).endsWith(".png");
            assertThat(picture.getWidth()).isGreaterThan(2_000);
            assertThat(picture.getWidth()).isGreaterThan(picture.getHeight());
            Files.deleteIfExists(saved.path());
        }
    }

    @Test
    void standsInAnotherPageWithItsFiguresAndTheWayBack(Stage stage) {
        try (var reader = stage.reader("en")) {
            var page = reader.page();
            page.navigate(WOMEN.replace("/map", "/embed/map"));
            assertThat(page.locator("area-map path.leaflet-interactive")).hasCount(5);
            assertThat(page.locator("form")).hasCount(0);
            page.locator("summary").click();
            assertThat(page.locator(".ranking tbody tr")).hasCount(5);
            assertThat(page.locator("a[target=_blank]"))
                    .hasAttribute("href", java.util.regex.Pattern.compile("/map\\?.*indicator="));
        }
    }
}
