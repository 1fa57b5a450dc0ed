package org.socialobservatory.api;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * Goes once through what the program does most, so that Java can keep for later starts what it loads and compiles on
 * the way. Not a command: the launcher plays it after a build.
 */
final class Rehearsal {

    /** A machine that builds is busy; a start that takes longer is broken. */
    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    /** How long to let the start go on between two looks. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private static final List<String> DOORS = List.of(
            "/",
            "/?lang=ar",
            "/map",
            "/areas/4441010",
            "/areas/44410109?lang=ar",
            "/indicators",
            "/indicators/illiteracy-rate",
            "/datasets",
            "/datasets/sale-recensement-2024",
            "/query",
            "/api/choropleth?indicator=illiteracy-rate&level=arrondissement&sex=F",
            "/api/choropleth?indicator=unemployment-rate&level=arrondissement&method=jenks",
            "/api/observations?indicator=illiteracy-rate",
            "/api/observations?indicator=illiteracy-rate&f=csv",
            "/api/search?q=tabr",
            "/ogc/collections",
            "/ogc/collections/areas-arrondissement/items",
            "/id/area/4441010",
            "/sparql?query=" + URLEncoder.encode("""
                            PREFIX qb: <http://purl.org/linked-data/cube#>
                            PREFIX obs: <https://w3id.org/social-observatory/ns#>
                            SELECT ?indicator (COUNT(*) AS ?n) { ?o a qb:Observation ; obs:indicator ?indicator }
                            GROUP BY ?indicator ORDER BY ?indicator""", StandardCharsets.UTF_8));

    private Rehearsal() {}

    /**
     * Plays it and ends the process.
     *
     * @param arguments an empty folder for the data
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int port = freePort();
        var serve = new String[] {"serve", "--demo", "--port", Integer.toString(port), "--data", arguments[0]};
        var show = Thread.ofPlatform().daemon().start(() -> Observatory.main(serve));
        int status;
        try (var client = HttpClient.newHttpClient()) {
            var stage = URI.create("http://localhost:" + port);
            status = awaitCurtain(client, stage, show) ? 0 : 3;
            for (String door : DOORS) {
                if (status == 0) {
                    answer(client, stage.resolve(door));
                }
            }
        }
        System.exit(status);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** A show that ends before its curtain has risen will not go on. */
    private static boolean awaitCurtain(HttpClient client, URI stage, Thread show) throws InterruptedException {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (System.nanoTime() < end) {
            try {
                if (answer(client, stage.resolve("/actuator/health")) == 200) {
                    return true;
                }
            } catch (IOException notYet) {
                if (show.join(BETWEEN_LOOKS)) {
                    return false;
                }
            }
        }
        return false;
    }

    private static int answer(HttpClient client, URI door) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(door)
                .header("Accept", "text/html,application/json;q=0.9,*/*;q=0.8")
                .build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
