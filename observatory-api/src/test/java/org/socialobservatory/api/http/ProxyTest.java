package org.socialobservatory.api.http;

import static org.assertj.core.api.Assertions.assertThat;

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
}
