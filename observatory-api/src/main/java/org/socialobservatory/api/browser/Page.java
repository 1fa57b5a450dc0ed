package org.socialobservatory.api.browser;

import java.io.IOException;
import java.net.URI;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A page of a {@link Browser}. Use by one thread at a time. */
public final class Page implements AutoCloseable {

    private static final Map<String, Object> AS_TAGGED_PAPER = Map.of(
            "printBackground", true,
            "preferCSSPageSize", true,
            "generateTaggedPDF", true,
            "generateDocumentOutline", true);

    private final Pipe pipe;
    private final String context;
    private final String session;

    Page(Pipe pipe, String context, String session) throws IOException, InterruptedException {
        this.pipe = pipe;
        this.context = context;
        this.session = session;
        pipe.ask("Page.enable", Map.of(), session);
        pipe.ask("Network.enable", Map.of(), session);
    }

    /**
     * Opens an address and waits until all that its document names is there; modules may still be at work.
     *
     * @return the status of its answer
     * @throws IOException where nothing answers
     */
    public int open(URI address) throws IOException, InterruptedException {
        var status = pipe.await("Network.responseReceived", session, Page::isDocument);
        var loaded = pipe.await("Page.loadEventFired", session, _ -> true);
        var begun = pipe.ask("Page.navigate", Map.of("url", address.toString()), session);
        if (begun.has("errorText")) {
            throw new IOException(address + ": " + begun.get("errorText").asString());
        }
        Pipe.get(loaded);
        return Pipe.get(status).at("/response/status").asInt();
    }

    private static boolean isDocument(JsonNode event) {
        return event.path("type").asString("").equals("Document");
    }

    /**
     * What a script says; a promise is waited for.
     *
     * @throws IOException where it fails
     */
    public JsonNode run(String script) throws IOException, InterruptedException {
        var said = pipe.ask(
                "Runtime.evaluate", Map.of("expression", script, "awaitPromise", true, "returnByValue", true), session);
        if (said.has("exceptionDetails")) {
            throw new IOException(said.get("exceptionDetails").toString());
        }
        return said.get("result").path("value");
    }

    /** The page on paper, in the size that its style sheet asks for: tagged PDF, with the page's title and language. */
    public byte[] print() throws IOException, InterruptedException {
        var printed = pipe.ask("Page.printToPDF", AS_TAGGED_PAPER, session);
        return Base64.getDecoder().decode(printed.get("data").asString());
    }

    @Override
    public void close() throws IOException {
        try {
            pipe.ask("Target.disposeBrowserContext", Map.of("browserContextId", context));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
