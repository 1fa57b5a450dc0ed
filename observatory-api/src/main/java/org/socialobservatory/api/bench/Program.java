package org.socialobservatory.api.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** This very program, run again as a server of its own on a free port of the loopback. */
final class Program implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    /** How long to let the processor do other things between two looks at a server that starts. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private final Process process;
    private final int port;

    private Program(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts a server on a data folder and returns at its first healthy answer. */
    static Program serve(Path data, Path log) throws IOException, InterruptedException {
        int port = freePort();
        var process = start(log, "serve", "--port", Integer.toString(port), "--data", data.toString());
        var program = new Program(process, port);
        try {
            program.awaitHealth(log);
        } catch (IOException | InterruptedException | RuntimeException failed) {
            program.close();
            throw failed;
        }
        return program;
    }

    /** Runs a command to its end; its exit status must be 0. */
    static void run(Path log, String... arguments) throws IOException, InterruptedException {
        int status = start(log, arguments).waitFor();
        if (status != 0) {
            throw new IOException(
                    String.join(" ", arguments) + " ended with status " + status + ":\n" + Files.readString(log));
        }
    }

    private static Process start(Path log, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(javaOptions());
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add("org.socialobservatory.api.Observatory");
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** The options that this process was started with, so that the cache of classes fits; the heap is the goal's. */
    private static List<String> javaOptions() {
        return Stream.concat(
                        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                                .filter(option -> !option.startsWith("-Xmx")),
                        Stream.of("-Xmx2g"))
                .toList();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitHealth(Path log) throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            if (healthy()) {
                return;
            }
            process.waitFor(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
        }
        throw new IOException("The server did not become healthy:\n" + Files.readString(log));
    }

    private boolean healthy() throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(uri("/actuator/health"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** An address of the server for a browser. */
    String address(String path) {
        return uri(path).toString();
    }

    /** Reads an answer whole; it must be 200. */
    String get(String path, String accept) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri(path)).header("Accept", accept).build();
        var response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(path + " answered " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }

    /** Reads an answer that is no text, such as a tile, and returns its length; it must be 200. */
    int length(String path, String accept) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri(path)).header("Accept", accept).build();
        var response = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IOException(path + " answered " + response.statusCode());
        }
        return response.body().length;
    }

    /** What stands at a JSON pointer of an answer. */
    static JsonNode at(String pointer, String answer) {
        return JSON.readTree(answer).at(pointer);
    }

    String query(String sparql) throws IOException, InterruptedException {
        return get(
                "/sparql?query=" + URLEncoder.encode(sparql, StandardCharsets.UTF_8),
                "application/sparql-results+json");
    }

    /** The largest resident memory that the server has had, in MiB; 0 where the system does not tell. */
    long peakMiB() {
        var status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Bytes of all living objects, after a full collection. */
    long livingBytes() throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var histogram = new ProcessBuilder(jcmd, Long.toString(process.pid()), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String total = "";
        try (var lines = histogram.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("Total")) {
                    total = line;
                }
            }
        }
        if (histogram.waitFor() != 0 || total.isEmpty()) {
            throw new IOException("The living objects of process " + process.pid() + " could not be counted");
        }
        return Long.parseLong(total.trim().split("\\s+", -1)[2]);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
