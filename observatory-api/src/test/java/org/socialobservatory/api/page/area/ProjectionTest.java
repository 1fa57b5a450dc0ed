package org.socialobservatory.api.page.area;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialobservatory.api.Doors;
import org.socialobservatory.api.FakeWarehouse;
import org.socialobservatory.api.Fixture;
import org.socialobservatory.api.Visitor;
import org.socialobservatory.ontology.edition.EditionContent;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

@Doors
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class ProjectionTest {

    private static final String MEETING = "/areas/q1/meeting";

    @LocalServerPort
    private int port;

    @Autowired
    private FakeWarehouse warehouse;

    private Visitor visitor;

    @BeforeEach
    void visit() {
        visitor = new Visitor(port);
    }

    /** Another edition in which the quarter's figure is another one. */
    private void publishAgain() {
        var content = Fixture.content();
        var cells = content.cells().stream()
                .map(cell -> cell.key().area().equals("q1")
                                && cell.key().period().equals("2024")
                                && cell.key().breakdown().equals("_T")
                        ? Fixture.cell(
                                "analphabetisme".equals(cell.key().indicator()) ? "analphabetisme" : "menages",
                                "_T",
                                "2024",
                                "q1",
                                Fixture.value("99"),
                                2)
                        : cell)
                .toList();
        warehouse.publish(new EditionContent(content.definitions(), cells), List.of());
    }

    private String figure(String address) {
        var figure = visitor.get(address).json().at("/figures/0");
        return figure.at("/row/figure/number").asString() + " "
                + figure.at("/row/figure/edition").asInt() + " "
                + figure.get("path").asString();
    }

    @Test
    void staysWithItsEditionsWhateverIsPublishedMeanwhile() {
        var before = visitor.get(MEETING + "?f=json").json().get("editions").asString();
        assertThat(before).isEqualTo("essai:1");
        publishAgain();
        assertThat(figure(MEETING + "?f=json")).isEqualTo("99 2 essai/analphabetisme/q1/2024/_T");
        assertThat(figure(MEETING + "?f=json&editions=essai:1")).isEqualTo("12.5 1 essai/analphabetisme/q1/2024/_T");
        assertThat(figure(MEETING + "?f=json&editions=essai:2")).isEqualTo("99 2 essai/analphabetisme/q1/2024/_T");
        assertThat(visitor.get(MEETING + "?editions=essai:1", "Accept", "text/html")
                        .body())
                .contains("édition 1");
    }

    @Test
    void aWithdrawnEditionIsNotShownHoweverTheMeetingBegan() {
        publishAgain();
        warehouse.withdraw(warehouse.editions().getFirst().id(), "compté deux fois", java.time.Instant.EPOCH);
        var answer = visitor.get(MEETING + "?editions=essai:1");
        assertThat(answer.status()).isEqualTo(410);
        assertThat(answer.body()).contains("compté deux fois");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "essai",
                "essai:9",
                "essai:1,essai:1",
                "essai:1:1",
                "none:1",
                ",",
                "essai:01",
                "essai:-1",
                "%00:1"
            })
    void refusesEditionsThatThereAreNot(String editions) {
        assertThat(visitor.get(MEETING + "?editions=" + editions).status()).isEqualTo(400);
    }

    @Test
    void anAreaWithoutFiguresSaysSo() {
        var page = visitor.get("/areas/pays/meeting?lang=en", "Accept", "text/html");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("No figure").doesNotContain("??");
        assertThat(visitor.get("/areas/q9/meeting").status()).isEqualTo(404);
    }

    @Test
    void whatANameSaysIsText() {
        var page =
                visitor.get("/areas/q3/meeting?lang=fr", "Accept", "text/html").body();
        assertThat(page).contains("L’Étang &lt;script&gt;").doesNotContain("<bdi>L’Étang <script>");
    }

    /** What is withheld is named among what is not known, and no word can be recorded on it. */
    @Test
    void recordsNothingOnWhatIsNotPublished() {
        var json = visitor.get("/areas/q3/meeting?f=json").json();
        for (var shown : json.get("figures")) {
            assertThat(shown.at("/row/figure/state").asString()).isNotIn("withheld", "missing");
        }
    }
}
