package org.socialobservatory.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.socialobservatory.api.Doors;
import org.socialobservatory.api.Visitor;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

@Doors
@Import(HttpTest.Plain.class)
@TestPropertySource(properties = "observatory.proxies=10.0.0.0/8, 127.0.0.0/8")
class ProxyTest {

    @LocalServerPort
    private int port;

    @Test
    void linksFollowWhatAConfiguredProxySays() {
        var answer = new Visitor(port).get("/plain", "Forwarded", "proto=https;host=sale.example");
        assertThat(answer.body()).startsWith("https://sale.example ");
    }

    @Test
    void aProxyMayAddAPrefixToEveryPath() throws Exception {
        var visitor = new Visitor(port);
        var prefixed = new String[] {"X-Forwarded-Prefix", "/atlas", "Accept", "text/html"};
        var page = visitor.get("/map", prefixed);
        assertThat(page.body())
                .contains("href=\"/atlas/style.css\"", "href=\"/atlas/indicators\"")
                .doesNotContainPattern("(?:href|src|action|data-[a-z]+)=\"/(?!atlas/)");
        var map = page.body().replaceAll("(?s).*<script type=\"importmap\">(.*?)</script>.*", "$1");
        assertThat(map).contains("\"/atlas/webjars/leaflet/");
        var hash = MessageDigest.getInstance("SHA-256").digest(map.getBytes(StandardCharsets.UTF_8));
        assertThat(page.header("Content-Security-Policy"))
                .contains("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
        assertThat(visitor.get("/id/area/q1", prefixed).header("Location")).isEqualTo("/atlas/areas/q1");
        assertThat(visitor.get("/ogc?f=json", "X-Forwarded-Prefix", "/atlas", "Forwarded", "host=sale.example")
                        .body())
                .contains("/atlas/ogc/collections")
                .doesNotContainPattern("\"href\":\"http://[^/]+/(?!atlas/)");
    }
}
