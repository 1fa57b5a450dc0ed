package org.socialobservatory.api.bench;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Chromium without a window that opens a page and runs scripts in it, led by the DevTools protocol. */
final class MapBrowser implements AutoCloseable, WebSocket.Listener {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Process process;
    private final Path folder;
    private final StringBuilder message = new StringBuilder();
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final WebSocket socket;
    private final String session;

    private MapBrowser(Process process, Path folder, URI address) throws IOException, InterruptedException {
        this.process = process;
        this.folder = folder;
        this.socket = answer(HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(address, this));
        var target = send("Target.createTarget", Map.of("url", "about:blank"), null);
        session = send(
                        "Target.attachToTarget",
                        Map.of("targetId", target.get("targetId").asString(), "flatten", true),
                        null)
                .get("sessionId")
                .asString();
    }

    /** The program of a browser on the path; empty where there is none. */
    static Optional<Path> program() {
        return Arrays.stream(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator, -1))
                .flatMap(place -> NAMES.stream().map(name -> Path.of(place, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static MapBrowser start(Path program) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("observatory-browser-");
        var process = new ProcessBuilder(
                        program.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--disable-extensions",
                        "--window-size=1280,900",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + folder.resolve("profile"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return new MapBrowser(process, folder, address(process, folder.resolve("profile/DevToolsActivePort")));
        } catch (IOException | InterruptedException | RuntimeException failed) {
            end(process, folder);
            throw failed;
        }
    }

    /** The browser writes where it listens. */
    private static URI address(Process process, Path said) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            if (Files.exists(said)) {
                var lines = Files.readAllLines(said);
                if (lines.size() > 1) {
                    return URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1));
                }
            }
            process.waitFor(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
        }
        throw new IOException("The browser did not start");
    }

    /** Opens a page; scripts may still be loading. */
    void open(String address) throws IOException, InterruptedException {
        send("Page.navigate", Map.of("url", address), session);
        run("new Promise(done => document.readyState === 'complete' && location.href !== 'about:blank' ? done(1)"
                + " : addEventListener('load', () => done(1)))");
    }

    /** What a script says; a promise is waited for. */
    JsonNode run(String script) throws IOException, InterruptedException {
        var said = send(
                "Runtime.evaluate", Map.of("expression", script, "awaitPromise", true, "returnByValue", true), session);
        if (said.has("exceptionDetails")) {
            throw new IOException(said.get("exceptionDetails").toString());
        }
        return said.get("result").path("value");
    }

    private JsonNode send(String method, Map<String, Object> parameters, @org.jspecify.annotations.Nullable String to)
            throws IOException, InterruptedException {
        int number = numbers.incrementAndGet();
        var reply = new CompletableFuture<JsonNode>();
        waiting.put(number, reply);
        var order = JSON.createObjectNode().put("id", number).put("method", method);
        order.set("params", JSON.valueToTree(parameters));
        if (to != null) {
            order.put("sessionId", to);
        }
        answer(socket.sendText(order.toString(), true));
        var said = answer(reply);
        if (said.has("error")) {
            throw new IOException(method + ": " + said.get("error"));
        }
        return said.get("result");
    }

    private static <T> T answer(CompletableFuture<T> reply) throws IOException, InterruptedException {
        try {
            return reply.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IOException("The browser did not answer", failed);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        message.append(text);
        if (last) {
            var said = JSON.readTree(message.toString());
            message.setLength(0);
            var reply = waiting.remove(said.path("id").asInt(0));
            if (reply != null) {
                reply.complete(said);
            }
        }
        from.request(1);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void close() throws IOException {
        socket.abort();
        end(process, folder);
    }

    private static void end(Process process, Path folder) throws IOException {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        FileSystemUtils.deleteRecursively(folder);
    }
}
