package org.socialobservatory.api.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.socialobservatory.api.Doors;
import org.socialobservatory.api.FakeWarehouse;
import org.socialobservatory.api.Visitor;
import org.socialobservatory.api.diagnostic.Sondage;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;

@Doors
@DirtiesContext
class DiagnosticDoorTest {

    @LocalServerPort
    private int port;

    @Autowired
    private FakeWarehouse warehouse;

    private Visitor visitor;

    @BeforeEach
    void publish() {
        visitor = new Visitor(port);
        if (warehouse.sequence() == 1) {
            warehouse.publish(Sondage.content(), List.of());
        }
    }

    private JsonNode diagnostic(String area) {
        var answer = visitor.get("/api/areas/" + area);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static JsonNode figure(JsonNode diagnostic, String indicator) {
        for (var theme : diagnostic.get("themes")) {
            for (var figure : theme.get("figures")) {
                if (figure.get("indicator").asString().equals(indicator)
                        && figure.get("dataset").asString().equals("sondage")
                        && figure.get("sex").asString().equals("T")) {
                    return figure;
                }
            }
        }
        throw new AssertionError(indicator);
    }

    @Test
    void tellsEachFigureBesideThatOfTheTown() {
        var whole = diagnostic("q1/diagnostic");
        assertThat(whole.propertyNames())
                .containsExactly("area", "snapshot", "themes", "sentences", "withheld", "notComparable");
        assertThat(whole.get("area").asString()).isEqualTo("q1");
        var school = figure(whole, "school-enrolment-rate");
        assertThat(school.get("value").decimalValue()).isEqualByComparingTo("90");
        var reference = school.get("reference");
        assertThat(reference.get("area").asString()).isEqualTo("ville");
        assertThat(reference.get("value").decimalValue()).isEqualByComparingTo("95");
        assertThat(reference.get("difference").decimalValue()).isEqualByComparingTo("-5");
        // R: -5 + c(-1, 1) * qt(.975, 40) * sqrt(3.64)
        assertThat(reference.get("lower").doubleValue()).isCloseTo(-8.85596609, within(1e-6));
        assertThat(reference.get("upper").doubleValue()).isCloseTo(-1.14403391, within(1e-6));
        assertThat(reference.get("verdict").asString()).isEqualTo("worse");
        assertThat(school.get("target").decimalValue()).isEqualByComparingTo("100");
        assertThat(school.get("targetReached").asString()).isEqualTo("not reached");
    }

    @Test
    void namesTheOtherSourcesOfAFigure() {
        var census = diagnostic("q1/diagnostic");
        var illiteracy = new ArrayList<JsonNode>();
        for (var theme : census.get("themes")) {
            for (var figure : theme.get("figures")) {
                if (figure.get("indicator").asString().equals("analphabetisme")
                        && figure.get("sex").asString().equals("T")) {
                    illiteracy.add(figure);
                }
            }
        }
        assertThat(illiteracy).hasSize(1);
        assertThat(illiteracy.getFirst().get("alternatives")).hasSize(2);
        assertThat(illiteracy.getFirst().get("change").get("period").asString()).isEqualTo("2014");
        assertThat(illiteracy.getFirst().get("change").get("verdict").asString())
                .isEqualTo("better");
    }

    @Test
    void aWithheldFigureIsNamedAndTellsNothingElse() {
        var whole = diagnostic("q3/diagnostic");
        assertThat(whole.get("withheld").toString()).contains("illiteracy-rate");
        for (var theme : whole.get("themes")) {
            for (var figure : theme.get("figures")) {
                if (figure.get("status").asString().equals("withheld")) {
                    assertThat(figure.get("value").isNull()).isTrue();
                    assertThat(figure.get("rank").isNull()).isTrue();
                    assertThat(figure.get("reference").get("difference").isNull())
                            .isTrue();
                    assertThat(figure.get("reference").get("reason").asString()).isEqualTo("withheld");
                }
            }
        }
    }

    @Test
    void saysWhyFiguresAreNotCompared() {
        assertThat(diagnostic("q1/diagnostic").get("notComparable").toString())
                .contains("{\"indicator\":\"households\",\"reason\":\"size\"}");
    }

    @Test
    void refusesWhatNobodyKnows() {
        assertThat(visitor.get("/api/areas/nowhere/diagnostic").status()).isEqualTo(404);
        assertThat(visitor.get("/api/areas/q1/diagnostic?against=nowhere").status())
                .isEqualTo(400);
        assertThat(visitor.get("/api/areas/q1/diagnostic?besides=q2").status()).isEqualTo(400);
    }

    @Test
    void setsFiguresBesideTheAreaThatIsAskedFor() {
        var reference = figure(diagnostic("q1/diagnostic?against=q2"), "unmet-care-rate")
                .get("reference");
        assertThat(reference.get("area").asString()).isEqualTo("q2");
        assertThat(reference.get("reason").asString()).isEqualTo("no-figure");
    }
}
