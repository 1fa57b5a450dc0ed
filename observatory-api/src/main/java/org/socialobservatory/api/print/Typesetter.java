package org.socialobservatory.api.print;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.socialobservatory.api.print.Printing.Press;
import org.socialobservatory.api.problem.ApiProblem.Refused;
import org.socialobservatory.api.problem.ProblemRule;

/**
 * Sets a page without a browser, by openhtmltopdf, with the fonts that the program brings. What it cannot do of itself
 * {@link PaperForm} does before.
 */
record Typesetter(HttpClient client) implements Press {

    private static final Logger LOG = LoggerFactory.getLogger(Typesetter.class);

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int BOLD = 700;
    private static final int REGULAR = 400;

    static {
        // It tells at length of every rule of a style sheet that it does not know.
        XRLog.setLoggingEnabled(false);
    }

    Typesetter() {
        this(HttpClient.newHttpClient());
    }

    @Override
    public byte[] print(URI page) {
        var sheet = PaperForm.of(Jsoup.parse(read(page), page.toString()));
        var paper = new ByteArrayOutputStream();
        try {
            var builder = new PdfRendererBuilder()
                    .usePdfUaAccessibility(true)
                    .useSVGDrawer(new BatikSVGDrawer())
                    .useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory())
                    .useUnicodeBidiReorderer(new ICUBidiReorderer())
                    .withProducer("Social Observatory");
            // All that belongs to a sheet stands in it.
            builder.useExternalResourceAccessControl(
                    (_, _) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
            builder.useExternalResourceAccessControl(
                    (_, _) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
            font(builder, "Noto Naskh Arabic", REGULAR, "NotoNaskhArabic-Regular.ttf");
            font(builder, "Noto Naskh Arabic", BOLD, "NotoNaskhArabic-Bold.ttf");
            font(builder, "Liberation Sans", REGULAR, "/liberation/LiberationSans-Regular.ttf");
            font(builder, "Liberation Sans", BOLD, "/liberation/LiberationSans-Bold.ttf");
            builder.withW3cDocument(new W3CDom().fromJsoup(sheet), page.toString());
            builder.toStream(paper);
            builder.run();
        } catch (IOException unset) {
            LOG.error("{} could not be set", page, unset);
            throw new Refused(ProblemRule.UNAVAILABLE);
        }
        return paper.toByteArray();
    }

    private static void font(PdfRendererBuilder builder, String family, int weight, String resource) {
        builder.useFont(() -> open(resource), family, weight, FontStyle.NORMAL, true);
    }

    private static InputStream open(String resource) {
        return Objects.requireNonNull(Typesetter.class.getResourceAsStream(resource), resource);
    }

    @Override
    public void close() {
        client.close();
    }

    private String read(URI page) {
        try {
            var request = HttpRequest.newBuilder(page)
                    .header("Accept", "text/html")
                    .timeout(PATIENCE)
                    .build();
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                LOG.warn("{} answered {} when it was to be printed", page, answer.statusCode());
                throw new Refused(ProblemRule.UNAVAILABLE);
            }
            return answer.body();
        } catch (IOException unreachable) {
            LOG.error("{} could not be read to be printed", page, unreachable);
            throw new Refused(ProblemRule.UNAVAILABLE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Refused(ProblemRule.UNAVAILABLE);
        }
    }
}
