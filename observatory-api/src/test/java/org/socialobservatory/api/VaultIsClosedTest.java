package org.socialobservatory.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Answers of persons lie in the data folder, and no address leads there. */
@Doors
class VaultIsClosedTest {

    private static final String SECRET = "answers-of-persons";

    @TempDir
    static Path data;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void put(DynamicPropertyRegistry settings) {
        settings.add("observatory.data", () -> data.toString());
    }

    @BeforeAll
    static void fill() throws IOException {
        for (String file : new String[] {"vault/salt", "vault/raw/abc", "vault/editions/abc/menages.parquet"}) {
            Files.createDirectories(data.resolve(file).getParent());
            Files.writeString(data.resolve(file), SECRET);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/vault",
                "/vault/salt",
                "/vault/raw/abc",
                "/vault/editions/abc/menages.parquet",
                "/data/vault/salt",
                "/static/vault/salt",
                "/id/vault/salt",
                "/datasets/vault/salt",
                "/datasets/x/editions/1/menages.parquet",
                "/datasets/..%2f..%2fvault%2fsalt",
                "/webjars/..%2f..%2fvault/salt",
                "/webjars/%2e%2e/%2e%2e/vault/salt",
                "/actuator/env",
                "/actuator/heapdump"
            })
    void noAddressServesIt(String address) {
        var answer = new Visitor(port).get(address);
        assertThat(answer.status()).isBetween(400, 499);
        assertThat(answer.body()).doesNotContain(SECRET);
    }

    @Test
    void noRawPathServesIt() {
        assertThat(new Visitor(port).raw("GET /../vault/salt HTTP/1.1")).doesNotContain(SECRET);
        assertThat(new Visitor(port).raw("GET //vault/salt HTTP/1.1")).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM <%s> WHERE {?s ?p ?o}",
                "SELECT * WHERE {GRAPH <%s> {?s ?p ?o}}",
                "SELECT * WHERE {SERVICE <%s> {?s ?p ?o}}",
                "LOAD <%s>"
            })
    void noQueryReadsIt(String query) {
        var file = data.resolve("vault/salt").toUri().toString();
        var encoded = URLEncoder.encode(query.formatted(file), StandardCharsets.UTF_8);
        assertThat(new Visitor(port).get("/sparql?query=" + encoded).body()).doesNotContain(SECRET);
    }
}
