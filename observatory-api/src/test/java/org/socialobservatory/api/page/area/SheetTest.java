package org.socialobservatory.api.page.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialobservatory.api.Doors;
import org.socialobservatory.api.Visitor;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@Doors
@TestPropertySource(properties = "observatory.browser=none")
class SheetTest {

    @LocalServerPort
    private int port;

    private Visitor visitor;

    @BeforeEach
    void visit() {
        visitor = new Visitor(port);
    }

    @Test
    void saysTheSameInASecondLanguageBesideTheFirst() {
        var one = visitor.get("/areas/q1/sheet?f=json").json();
        var two = visitor.get("/areas/q1/sheet?lang=fr&with=ar&f=json").json();
        assertThat(one.get("sides")).hasSize(1);
        assertThat(two.get("sides")).hasSize(2);
        var arabic = two.at("/sides/1");
        assertThat(arabic.get("direction").asString()).isEqualTo("rtl");
        assertThat(arabic.get("name").asString()).isEqualTo("الحي الأول");
        assertThat(arabic.at("/figures/0/rows/0/figure/number"))
                .isEqualTo(two.at("/sides/0/figures/0/rows/0/figure/number"));
        var page = visitor.get("/areas/q1/sheet?lang=fr&with=ar", "Accept", "text/html");
        assertThat(page.body()).contains("lang=\"ar\" dir=\"rtl\"", "الحي الأول", "/datasets/essai/editions/1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sheet?paper=a5",
                "sheet?with=de",
                "sheet?lang=fr-ar",
                "sheet.pdf?paper=a5",
                "sheet.pdf?lang=ar-ar"
            })
    void refusesPaperAndLanguagesThatThereAreNot(String door) {
        assertThat(visitor.get("/areas/q1/" + door).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sheet", "sheet.pdf"})
    void knowsOnlyAreasThatThereAre(String door) {
        assertThat(visitor.get("/areas/q9/" + door).status()).isEqualTo(404);
    }

    /** The third quarter has a French name alone, with a sign of markup in it. */
    @Test
    void aSheetInALanguageWithoutTheLabelShowsTheOneThereIsAndSaysInWhichLanguage() throws IOException {
        var page = visitor.get("/areas/q3/sheet?lang=ar", "Accept", "text/html").body();
        assertThat(page).contains("L’Étang &lt;script&gt;\u00a0(fr)").doesNotContain("L’Étang <script>");
        assertThat(visitor.get("/areas/q3/sheet?lang=ar&f=json")
                        .json()
                        .at("/sides/0/name")
                        .asString())
                .isEqualTo("L’Étang <script>");
        assertThat(visitor.get("/areas/q3/sheet?lang=en", "Accept", "text/html").body())
                .doesNotContain("L’Étang &lt;script&gt;\u00a0(fr)");
        try (var document = Loader.loadPDF(visitor.bytes("/areas/q3/sheet.pdf?lang=ar"))) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("ar");
            assertThat(new PDFTextStripper().getText(document).replace('\u00a0', ' '))
                    .contains("L’Étang <script>", "(fr)");
        }
    }

    @ParameterizedTest
    @CsvSource({"a4, fr, 2, fr", "a4, ar, 2, ar", "a4, fr-ar, 2, fr", "a3, en, 1, en"})
    void isSetWithoutABrowserToo(String paper, String languages, int pages, String language) throws IOException {
        var address = "/areas/q1/sheet.pdf?paper=" + paper + "&lang=" + languages;
        try (var document = Loader.loadPDF(visitor.bytes(address))) {
            assertThat(document.getNumberOfPages()).isEqualTo(pages);
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo(language);
            assertThat(document.getDocumentInformation().getTitle()).isNotBlank();
            var box = document.getPage(0).getMediaBox();
            assertThat(box.getWidth() / 72 * 25.4).isCloseTo(paper.equals("a4") ? 210 : 297, within(0.2));
            // Lines break within addresses.
            var text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
            assertThat(text).contains("/datasets/essai/editions/1");
            var sides = visitor.get("/areas/q1/sheet?f=json&lang=" + languages.substring(0, 2))
                    .json()
                    .get("sides");
            sides.forEach(side -> assertThat(text)
                    .contains(
                            side.at("/figures/0/rows/0/figure/text").asString().replaceAll("[^0-9,.]", "")));
        }
    }
}
