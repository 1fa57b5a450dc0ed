package org.socialobservatory.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sheet as a real browser prints it for the server. */
@OnStage
class PrintedSheetTest {

    /** Tabriquet. */
    private static final String SHEET = "/areas/44410109/sheet";

    private static final double MILLIMETRE = 72 / 25.4;

    private final HttpClient client = HttpClient.newHttpClient();

    private byte[] print(Stage stage, String query, String accepted) throws IOException, InterruptedException {
        var address = URI.create("http://" + stage.server().authority() + SHEET + ".pdf" + query);
        var request = HttpRequest.newBuilder(address).header("Accept-Language", accepted);
        var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/pdf");
        return answer.body();
    }

    @ParameterizedTest
    @CsvSource({
        "'', de, 210, 2, fr",
        "'', ar, 210, 2, ar",
        "?lang=en&paper=a3, ar, 297, 1, en",
        "?lang=fr-ar, en, 210, 2, fr ar",
        "?lang=fr+ar, en, 210, 2, fr ar"
    })
    void isTaggedAndInTheLanguagesOfTheReader(
            String query, String accepted, int width, int pages, String languages, Stage stage)
            throws IOException, InterruptedException {
        try (var document = Loader.loadPDF(print(stage, query, accepted))) {
            assertThat(document.getNumberOfPages()).isEqualTo(pages);
            assertThat(document.getPage(0).getMediaBox().getWidth())
                    .isCloseTo((float) (width * MILLIMETRE), within(1f));
            var catalog = document.getDocumentCatalog();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getLanguage()).isEqualTo(languages.substring(0, 2));
            var first = stage.server().json(SHEET + "?lang=" + languages.substring(0, 2));
            assertThat(document.getDocumentInformation().getTitle())
                    .contains(first.at("/sides/0/name").asString());
            var text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
            for (var language : languages.split(" ", -1)) {
                var side = stage.server().json(SHEET + "?lang=" + language).at("/sides/0");
                assertThat(text)
                        .contains(
                                digits(side.at("/figures/0/rows/0/figure/text").asString()));
            }
        }
    }

    private static String digits(String figure) {
        return figure.replaceAll("[^0-9,.]", "");
    }

    @Test
    void isPrintedAgainAfterTheBrowserHasDied(Stage stage) throws IOException, InterruptedException {
        print(stage, "", "fr");
        var browser = ProcessHandle.current()
                .descendants()
                .filter(process -> Arrays.stream(process.info().arguments().orElse(new String[0]))
                        .anyMatch(argument -> argument.contains("observatory-browser-")))
                .toList();
        assertThat(browser).isNotEmpty();
        browser.forEach(ProcessHandle::destroyForcibly);
        browser.forEach(process -> process.onExit().join());
        assertThat(print(stage, "", "fr")).startsWith("%PDF".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }
}
