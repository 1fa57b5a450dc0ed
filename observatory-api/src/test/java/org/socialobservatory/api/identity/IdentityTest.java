package org.socialobservatory.api.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialobservatory.api.Doors;
import org.springframework.boot.test.web.server.LocalServerPort;

@Doors
class IdentityTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    private HttpResponse<String> get(String path, String accept) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Accept", accept)
                        .build(),
                BodyHandlers.ofString());
    }

    @ParameterizedTest
    @CsvSource({
        "area/q1, /areas/q1",
        "area/q1/2015-09-01, /areas/q1",
        "indicator/menages, /indicators/menages",
        "indicator/illiteracy-rate, /indicators/illiteracy-rate",
        "dataset/essai, /datasets/essai",
        "edition/essai/1, /datasets/essai/editions/1",
        "observation/essai/analphabetisme/q1/2024/sex=F, /figures/essai/analphabetisme/q1/2024/sex=F",
        "period/2024, /id/period/2024?f=html",
        "place/poste-1, /id/place/poste-1?f=html"
    })
    void sendsToThePageOfAThing(String thing, String page) throws Exception {
        var response = get("/id/" + thing, "text/html,*/*;q=0.8");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(303);
        assertThat(response.headers().firstValue("Location")).contains(page);
    }

    @Test
    void aThingWithoutAPageIsDescribedOnOne() throws Exception {
        var period = get("/id/period/2024?f=html", "*/*");
        assertThat(period.statusCode()).as(period.body()).isEqualTo(200);
        assertThat(period.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(period.body()).contains("/id/period/2024</code>", "Description d’une ressource", "?f=jsonld");
        var place = get("/id/place/poste-1?f=html&lang=ar", "*/*").body();
        assertThat(place)
                .contains("مركز صحي", "وصف مورد", "href=\"/id/area/q1\"", "&lt;b&gt;0&lt;/b&gt;", "dir=\"rtl\"")
                .doesNotContain("<b>0", "Health post");
        assertThat(get("/id/place/poste-1?f=html&lang=en", "*/*").body())
                .contains("Health post", "POINT")
                .doesNotContain("مركز صحي");
    }

    @Test
    void everyThingThatIsNamedInTheGraphsCanBeOpened() throws Exception {
        var things = get(
                        "/sparql?query=SELECT%20DISTINCT%20?s%20%7B%20?s%20?p%20?o%20FILTER(STRSTARTS(STR(?s),%22"
                                + "http://localhost:8080/id/%22))%20%7D",
                        "text/csv")
                .body()
                .lines()
                .skip(1)
                .map(iri -> iri.substring("http://localhost:8080".length()))
                .toList();
        assertThat(things).hasSizeGreaterThan(20);
        for (String thing : things) {
            var answer = get(thing, "text/html");
            assertThat(answer.statusCode()).as(thing).isEqualTo(303);
            var page = get(answer.headers().firstValue("Location").orElseThrow(), "text/html");
            assertThat(page.statusCode()).as(thing).isEqualTo(200);
        }
    }

    @Test
    void sendsWhoAsksForDataToTheDescription() throws Exception {
        var response = get("/id/area/q1", "text/turtle");
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.headers().firstValue("Location")).contains("/id/area/q1?f=ttl");
        assertThat(response.headers().firstValue("Vary").orElse("")).containsIgnoringCase("accept");
    }

    @ParameterizedTest
    @CsvSource({
        "ttl, text/turtle",
        "jsonld, application/ld+json",
        "nt, application/n-triples",
        "rdf, application/rdf+xml"
    })
    void describesAThingInEveryForm(String form, String type) throws Exception {
        var response = get("/id/area/q1?f=" + form, "*/*");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith(type);
        assertThat(response.body()).contains("POLYGON", "q1").doesNotContain("/id/area/q2>");
    }

    @Test
    void saysOfAWithheldCellItsKeyAndReasonOnly() throws Exception {
        var description = get("/id/observation/essai/analphabetisme/q3/2024/sex=F?f=nt", "*/*")
                .body();
        assertThat(description.lines()).hasSize(8);
        assertThat(description).contains("WithheldCell", "reason/disclosure").doesNotContain("obsValue", "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/id/area/nowhere", "/id/area", "/id/nothing/x", "/id/observation/essai/x", "/id/area/q1/"})
    void knowsNothingOfOtherNames(String path) throws Exception {
        var response = get(path, "application/json, text/turtle");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("\"rule\":");
    }

    @Test
    void refusesOtherForms() throws Exception {
        assertThat(get("/id/area/q1?f=xlsx", "*/*").statusCode()).isEqualTo(400);
        assertThat(get("/id/area/q1", "image/png").statusCode()).isEqualTo(406);
    }

    @Test
    void whatIsHeldInOneFormIsNotHeldInAnother() throws Exception {
        var turtle =
                get("/id/area/q1", "text/turtle").headers().firstValue("ETag").orElseThrow();
        assertThat(get("/id/area/q1", "application/ld+json").headers().firstValue("ETag"))
                .isPresent()
                .get()
                .isNotEqualTo(turtle);
        assertThat(get("/id/area/q1", "image/png, text/turtle").headers().firstValue("ETag"))
                .isNotEqualTo(get("/id/area/q1", "image/png, application/ld+json")
                        .headers()
                        .firstValue("ETag"));
    }

    @Test
    void describesTheLanguage() throws Exception {
        assertThat(get("/ns", "text/turtle").body()).contains("obs:WithheldCell");
        assertThat(get("/ns?f=nt", "*/*").body()).contains("ns#WithheldCell");
        var page = get("/ns?lang=en", "text/html");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("The language of the observatory", "Withheld cell", "indicator/illiteracy-rate");
        assertThat(get("/ns?lang=ar", "text/html").body()).contains("لغة المرصد", "خلية غير منشورة");
    }
}
