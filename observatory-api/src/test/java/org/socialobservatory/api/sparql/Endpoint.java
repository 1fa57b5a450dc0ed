package org.socialobservatory.api.sparql;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the endpoint. */
record Endpoint(int port) {

    static final String PREFIXES = """
            PREFIX obs: <https://w3id.org/social-observatory/ns#>
            PREFIX qb: <http://purl.org/linked-data/cube#>
            PREFIX dim: <http://purl.org/linked-data/sdmx/2009/dimension#>
            PREFIX measure: <http://purl.org/linked-data/sdmx/2009/measure#>
            PREFIX code: <http://purl.org/linked-data/sdmx/2009/code#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX geo: <http://www.opengis.net/ont/geosparql#>
            """;
    /** Every pair of pairs of triples: nobody will live to see its end. */
    static final String ENDLESS = "{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }";

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    HttpRequest.Builder request(String query) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/sparql" + query))
                .timeout(Duration.ofSeconds(40));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    /** @param further parameters, each begun by an ampersand */
    HttpResponse<String> get(String query, String further, String accept) throws IOException, InterruptedException {
        return send(request("?query=" + encoded(PREFIXES + query) + further).header("Accept", accept));
    }

    JsonNode json(String query) throws IOException, InterruptedException {
        return read(get(query, "", "application/sparql-results+json"));
    }

    JsonNode json(String query, String further) throws IOException, InterruptedException {
        return read(get(query, further, "application/sparql-results+json"));
    }

    static JsonNode read(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    HttpResponse<String> post(String type, String body) throws IOException, InterruptedException {
        return send(request("").header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }
}
