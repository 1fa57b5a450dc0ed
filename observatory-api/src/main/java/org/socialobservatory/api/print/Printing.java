package org.socialobservatory.api.print;

import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.socialobservatory.api.problem.ApiProblem.Refused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Pages of this program on paper, as tagged PDF: printed by a Chromium where one is found, and set by the program itself
 * where there is none. Setting {@code observatory.browser} names the browser's program; {@code none} does without.
 */
@Component
public class Printing implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Printing.class);

    /** What prints. */
    sealed interface Press extends AutoCloseable permits PrintingBrowser, Typesetter {
        byte[] print(URI page);

        @Override
        void close();
    }

    private final Press press;

    Printing(@Value("${observatory.browser:}") String named) {
        this.press = PrintingBrowser.find(named).map(browser -> (Press) browser).orElseGet(Typesetter::new);
        LOG.debug("Sheets are printed by {}", press);
    }

    /**
     * Prints a page of this program.
     *
     * @param page where it is found, such as {@code http://127.0.0.1:8080/areas/q1/sheet}
     * @return the bytes of a PDF document
     * @throws Refused 503 where the page cannot be printed now
     */
    public byte[] print(URI page) {
        return press.print(page);
    }

    @Override
    public void close() {
        press.close();
    }
}
