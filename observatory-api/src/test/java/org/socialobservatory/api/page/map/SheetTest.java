package org.socialobservatory.api.page.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialobservatory.api.Doors;
import org.socialobservatory.api.Visitor;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

@Doors
class SheetTest {

    private static final String RATES = "indicator=analphabetisme&level=arrondissement";

    @LocalServerPort
    private int port;

    private Visitor visitor;

    @BeforeEach
    void visit() {
        visitor = new Visitor(port);
    }

    private Document sheet(String query) throws Exception {
        var answer = visitor.get("/map.svg?" + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("image/svg+xml");
        var documents = DocumentBuilderFactory.newDefaultInstance();
        documents.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        return documents.newDocumentBuilder().parse(new InputSource(new StringReader(answer.body())));
    }

    private static List<String> texts(Document sheet) {
        var texts = new ArrayList<String>();
        var nodes = sheet.getElementsByTagName("text");
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }

    @ParameterizedTest
    @CsvSource({"fr, ltr, Quartier Un, édition 1", "ar, rtl, الحي الأول, الإصدار 1", "en, ltr, Quarter One, edition 1"})
    void saysWhatWhereAndFromWhichEdition(String language, String direction, String area, String edition)
            throws Exception {
        var sheet = sheet(RATES + "&lang=" + language);
        assertThat(sheet.getDocumentElement().getAttribute("direction")).isEqualTo(direction);
        assertThat(sheet.getDocumentElement().getAttribute("width")).isEqualTo("297mm");
        var texts = String.join("\n", texts(sheet));
        assertThat(texts).contains("2024", area, edition, "/map?dataset=essai");
        assertThat(sheet.getElementsByTagName("g"))
                .satisfies(groups -> assertThat(groups.getLength()).isEqualTo(1));
    }

    @Test
    void drawsTwoMapsWithOneLegend() throws Exception {
        var sheet = sheet(RATES + "&period=2024&compare=2014&paper=a3");
        assertThat(sheet.getDocumentElement().getAttribute("width")).isEqualTo("420mm");
        assertThat(sheet.getElementsByTagName("g").getLength()).isEqualTo(2);
    }

    @Test
    void drawsASheetWithoutMapWhereNoAreaHasAnOutline() throws Exception {
        var sheet = sheet("indicator=analphabetisme&level=town");
        assertThat(sheet.getElementsByTagName("g").getLength()).isZero();
        assertThat(String.join(" ", texts(sheet))).contains("sans contour");
    }

    /** The third quarter is called {@code L’Étang <script>}. */
    @ParameterizedTest
    @ValueSource(strings = {"/map.svg?", "/embed/map?", "/map?"})
    void takesNoNameForMarkup(String door) {
        var body = visitor.get(door + RATES + "&sex=F", "Accept", "text/html, image/svg+xml")
                .body();
        assertThat(body).contains("L’Étang").doesNotContain("L’Étang <script>");
    }

    @Test
    void onlyTheEmbeddedMapMayBeFramedElsewhere() {
        assertThat(visitor.get("/embed/map?" + RATES, "Accept", "text/html").header("Content-Security-Policy"))
                .contains("frame-ancestors *");
        assertThat(visitor.get("/map?" + RATES, "Accept", "text/html").header("Content-Security-Policy"))
                .contains("frame-ancestors 'self'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"paper=a5", "paper=a4&paper=a3", "indicator=nothing", "bbox=1"})
    void refusesWhatItDoesNotUnderstand(String query) {
        assertThat(visitor.get("/map.svg?" + query).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"aaa bbb, 3, aaa|bbb", "abcdefgh, 3, abc|def|gh", "'', 3, ''", "a bb ccc, 4, a bb|ccc"})
    void breaksLinesAtWordsAndLongWordsAnywhere(String text, int letters, String lines) {
        assertThat(String.join("|", SvgWriter.lines(text, letters))).isEqualTo(lines);
    }
}
