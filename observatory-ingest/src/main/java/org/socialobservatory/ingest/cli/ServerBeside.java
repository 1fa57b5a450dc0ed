package org.socialobservatory.ingest.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.socialobservatory.ingest.publish.Progress;
import org.socialobservatory.ingest.publish.Readers;
import org.socialobservatory.ingest.publish.RunningServer;
import org.socialobservatory.ontology.Language;
import tools.jackson.databind.json.JsonMapper;

/**
 * The server that works on the same folder. A command is sent to it as JSON, and comes back as lines of JSON: what it
 * says, how far it is, what it asks, and at the end its exit status.
 */
public final class ServerBeside implements Readers {

    /** Asks the server to bring its doors up to the warehouse; no command of a person. */
    public static final String RELOAD = "reload";

    private static final Logger LOG = LoggerFactory.getLogger(ServerBeside.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RunningServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public ServerBeside(RunningServer server) {
        this.server = server;
    }

    /**
     * A command as it is sent.
     *
     * @param id names it for answers to its questions
     * @param arguments as they were given
     * @param directory where relative paths begin
     */
    public record Order(UUID id, List<String> arguments, String directory, Language language, String author) {
        public Order {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * An answer to a question of the command under way.
     *
     * @param yes null where nobody can answer
     */
    public record Answer(UUID id, @Nullable Boolean yes) {}

    /**
     * One line of what comes back; one of its parts is there.
     *
     * @param stage the stage of a publication
     * @param status the exit status, in the last line
     */
    public record Line(
            @Nullable String out,
            @Nullable String err,
            Progress.@Nullable Stage stage,
            @Nullable String question,
            @Nullable Integer status) {

        public static Line out(String text) {
            return new Line(text, null, null, null, null);
        }

        public static Line err(String text) {
            return new Line(null, text, null, null, null);
        }

        public static Line stage(Progress.Stage stage) {
            return new Line(null, null, stage, null, null);
        }

        public static Line question(String text) {
            return new Line(null, null, null, text, null);
        }

        public static Line status(int status) {
            return new Line(null, null, null, null, status);
        }
    }

    /** Has the server carry out a command, and returns its exit status. */
    int carryOut(List<String> arguments, Path directory, Language language, String author, Console console) {
        var order = new Order(UUID.randomUUID(), arguments, directory.toString(), language, author);
        var words = Words.in(language);
        try (var bar = new LateBar(console, words);
                var lines = post("/admin/command", order)) {
            Integer status = null;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var said = JSON.readValue(line, Line.class);
                hear(said, order.id(), console, bar);
                status = said.status();
            }
            if (status != null) {
                return status;
            }
        } catch (IOException e) {
            LOG.error("The server {} did not carry out {}", server.pid(), arguments, e);
        }
        console.complain(words.say("server.silent", server.pid()));
        return Exit.FAILURE;
    }

    private void hear(Line said, UUID order, Console console, LateBar bar) throws IOException {
        if (said.out() != null) {
            console.say(said.out());
        }
        if (said.err() != null) {
            console.complain(said.err());
        }
        if (said.stage() != null) {
            bar.enter(said.stage());
        }
        if (said.question() != null) {
            bar.close();
            post("/admin/answer", new Answer(order, console.ask(said.question()).orElse(null)))
                    .close();
        }
    }

    private BufferedReader post(String path, Object body) throws IOException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .header("Authorization", "Bearer " + server.token())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build();
        try {
            var response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() / 100 != 2) {
                response.body().close();
                throw new IOException(path + " answered " + response.statusCode());
            }
            return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** The doors of the server are brought up to the warehouse before this returns. */
    @Override
    public void reload() {
        var order = new Order(UUID.randomUUID(), List.of(RELOAD), "", Language.EN, "");
        try (var lines = post("/admin/command", order)) {
            lines.transferTo(Writer.nullWriter());
        } catch (IOException e) {
            LOG.warn("The server {} will find out by itself what is published", server.pid(), e);
        }
    }

    @Override
    public OptionalLong sequence() {
        return OptionalLong.empty();
    }

    /** A bar that is drawn once the command has come to a stage. */
    private static final class LateBar implements AutoCloseable {
        private final Console console;
        private final Words words;
        private Console.@Nullable Bar bar;

        LateBar(Console console, Words words) {
            this.console = console;
            this.words = words;
        }

        void enter(Progress.Stage stage) {
            if (bar == null) {
                bar = console.progress(words);
            }
            bar.enter(stage);
        }

        @Override
        public void close() {
            if (bar != null) {
                bar.close();
                bar = null;
            }
        }
    }
}
