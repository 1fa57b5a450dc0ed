package org.socialobservatory.program;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server of the built program in a process of its own. */
public final class BuiltServer implements AutoCloseable {

    /** Seconds that a start may take on a machine that does other things too. */
    private static final int PATIENCE = 120;

    private static final Pattern READY = Pattern.compile("http://localhost:(\\d+)");
    private static final Pattern COMPLAINT = Pattern.compile("\\b(WARN|ERROR)\\b|Exception|\\tat ");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Process process;
    private final Path data;
    private final List<String> printed = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Integer> ports = new LinkedBlockingQueue<>();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private URI address = URI.create("http://localhost/");

    private BuiltServer(Process process, Path data) {
        this.process = process;
        this.data = data;
    }

    static BuiltServer ready(Process process, Path data) throws IOException, InterruptedException {
        var server = new BuiltServer(process, data);
        Thread.ofVirtual().start(server::listen);
        var port = server.ports.poll(PATIENCE, TimeUnit.SECONDS);
        if (port == null || port == 0) {
            server.close();
            throw new IOException("The server did not say that it is ready:\n" + String.join("\n", server.printed));
        }
        server.address = URI.create("http://localhost:" + port);
        return server;
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                printed.add(line);
                var ready = READY.matcher(line);
                if (ready.find()) {
                    ports.add(Integer.parseInt(ready.group(1)));
                }
            }
        } catch (IOException closed) {
            printed.add(closed.toString());
        }
        ports.add(0);
    }

    public HttpResponse<String> answer(String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The body of an answer that must be 200. */
    public String text(String path, String... headers) throws IOException, InterruptedException {
        var answer = answer(path, headers);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    public JsonNode json(String path) throws IOException, InterruptedException {
        return JSON.readTree(text(path, "Accept", "application/json"));
    }

    /** All lines that were printed or logged. */
    public List<String> log() {
        var lines = new ArrayList<>(printed);
        var folder = data.resolve("log");
        if (Files.isDirectory(folder)) {
            try (var files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    lines.addAll(Files.readAllLines(file));
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return lines;
    }

    /** What a clean log does not have. */
    public List<String> complaints() {
        return log().stream().filter(line -> COMPLAINT.matcher(line).find()).toList();
    }

    /** Host and port. */
    public String authority() {
        return address.getRawAuthority();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.onExit().get(PATIENCE, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException unwilling) {
            process.destroyForcibly();
            throw new AssertionError("The server did not end when it was told to", unwilling);
        }
    }
}
