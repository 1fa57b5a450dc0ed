package org.socialobservatory.api.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.socialobservatory.api.Doors;
import org.springframework.boot.test.web.server.LocalServerPort;

@Doors
class ExplanationTest {

    @LocalServerPort
    private int port;

    private String explained(String query) throws Exception {
        var response = new Endpoint(port).get(query, "&explain=true", "*/*");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        return response.body();
    }

    @Test
    void tellsWhatIsAggregatedOnTheColumns() throws Exception {
        assertThat(explained("SELECT ?i (AVG(?v) AS ?m) { ?o obs:indicator ?i ; measure:obsValue ?v . FILTER(?v > 3) } "
                        + "GROUP BY ?i"))
                .contains(" rows, ", "1. aggregate on the columns: [AVG(?v)] by [?i]")
                .contains("star ?o obs:indicator ?i ; sdmx-measure:obsValue ?v", "filter pushed down: ( ?v > 3 )");
    }

    @Test
    void tellsHowAreasAndStarsAreJoined() throws Exception {
        assertThat(explained("SELECT ?v ?w { ?a obs:within+ <http://localhost:8080/id/area/ville> . "
                        + "?o dim:refArea ?a ; measure:obsValue ?v . ?p dim:refArea ?a ; measure:obsValue ?w }"))
                .contains("path ?a", "joined on ?a");
    }

    @Test
    void saysWhereNothingWasPushedDown() throws Exception {
        assertThat(explained("SELECT * { VALUES ?x { 1 } }")).contains("Nothing was pushed down");
    }

    @Test
    void refusesAnythingButTrueAndFalse() throws Exception {
        var response = new Endpoint(port).get("ASK { ?s ?p ?o }", "&explain=maybe", "*/*");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Endpoint.read(response).get("parameter").asString()).isEqualTo("explain");
    }
}
