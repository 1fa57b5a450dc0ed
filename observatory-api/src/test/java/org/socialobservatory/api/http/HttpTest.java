package org.socialobservatory.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.socialobservatory.api.Doors;
import org.socialobservatory.api.FakeWarehouse;
import org.socialobservatory.api.Fixture;
import org.socialobservatory.api.Visitor;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ontology.edition.EditionContent;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@Doors
@Import(HttpTest.Plain.class)
@DirtiesContext
class HttpTest {

    @LocalServerPort
    private int port;

    @Autowired
    private FakeWarehouse warehouse;

    private Visitor visitor;

    @BeforeEach
    void visit() {
        visitor = new Visitor(port);
    }

    /** The simplest door. */
    @TestConfiguration
    @RestController
    static class Plain {

        @GetMapping("/plain")
        String plain(Snapshot snapshot, Parameters parameters, HttpServletRequest request) {
            parameters.only(List.of("n"));
            return Links.base(request) + " " + "x".repeat(2_000);
        }

        @GetMapping("/embed/plain")
        String embedded() {
            return "framed";
        }
    }

    @Test
    void anAnswerThatIsHeldAlreadyIsNotSentAgain() {
        var first = visitor.get("/plain?f=json");
        var tag = first.header("ETag");
        assertThat(tag).matches("W/\"[0-9a-z]+-[0-9a-f]{10}-fr-json\"");
        assertThat(first.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(first.header("Vary").toLowerCase(Locale.ROOT).split(", ?"))
                .contains("accept", "accept-language", "accept-encoding", "cookie");
        var again = visitor.get("/plain?f=json", "If-None-Match", "\"other\", " + tag);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(tag);
        assertThat(visitor.get("/plain?f=json", "If-None-Match", tag, "Accept-Language", "ar")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theTagChangesWithThePublishedData() {
        var tag = visitor.get("/plain").header("ETag");
        warehouse.publish(new EditionContent(Fixture.definitions("autre"), List.of()), List.of());
        assertThat(visitor.get("/plain", "If-None-Match", tag).status()).isEqualTo(200);
    }

    @Test
    void aRefusalCarriesNoTag() {
        var refused = visitor.get("/plain?nn=1");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.headers().map()).doesNotContainKey("etag");
        assertThat(refused.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void everyAnswerSaysWhatABrowserMayDoWithIt() {
        for (var path : List.of("/plain", "/nowhere")) {
            var answer = visitor.get(path);
            assertThat(answer.header("Content-Security-Policy"))
                    .matches("default-src 'none'; script-src 'self' 'sha256-[A-Za-z0-9+/]{43}='; style-src 'self'"
                            + " 'unsafe-inline'; img-src 'self' data: https://tile\\.openstreetmap\\.org; connect-src"
                            + " 'self'; font-src 'self'; worker-src 'self'; media-src 'self' blob:; frame-ancestors"
                            + " 'self'");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        }
        assertThat(visitor.get("/embed/plain").header("Content-Security-Policy"))
                .endsWith("frame-ancestors *");
    }

    @Test
    void everySiteMayReadWhatIsPublic() {
        assertThat(visitor.get("/plain", "Origin", "https://example.org").header("Access-Control-Allow-Origin"))
                .isEqualTo("*");
        var preflight = visitor.send(
                "OPTIONS", "/plain", "Origin", "https://example.org", "Access-Control-Request-Method", "GET");
        assertThat(preflight.status()).isEqualTo(204);
        assertThat(preflight.header("Access-Control-Allow-Methods")).contains("GET");
        assertThat(visitor.get("/admin/nothing", "Origin", "https://example.org")
                        .headers()
                        .map())
                .doesNotContainKey("access-control-allow-origin");
    }

    @Test
    void textTravelsCompressed() {
        assertThat(visitor.get("/plain", "Accept-Encoding", "gzip").header("Content-Encoding"))
                .isEqualTo("gzip");
    }

    @Test
    void linksFollowTheRequestAndBelieveNoStranger() {
        assertThat(visitor.get("/plain", "X-Forwarded-Host", "evil.example", "Forwarded", "host=evil.example")
                        .body())
                .startsWith("http://127.0.0.1:" + port + " ");
    }
}
