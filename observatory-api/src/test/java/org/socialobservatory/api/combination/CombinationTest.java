package org.socialobservatory.api.combination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socialobservatory.api.Doors;
import org.socialobservatory.api.FakeWarehouse;
import org.socialobservatory.api.Fixture;
import org.socialobservatory.api.Visitor;
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.cube.Reliability;
import org.socialobservatory.ontology.cube.Status;
import org.socialobservatory.ontology.cube.Uncertainty;
import org.socialobservatory.ontology.edition.EditionContent;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;

@Doors
@DirtiesContext
class CombinationTest {

    private static final String ASKED = "/api/combined?lang=en&level=arrondissement&dataset=sondage";
    private static final String RATE = ASKED + "&indicator=analphabetisme";
    private static final double EXACT = 1e-9;

    @LocalServerPort
    private int port;

    @Autowired
    private FakeWarehouse warehouse;

    private Visitor visitor;

    @BeforeEach
    void publish() {
        visitor = new Visitor(port);
        if (warehouse.editions().size() == 1) {
            warehouse.publish(new EditionContent(Fixture.definitions("sondage"), cells()), List.of());
        }
    }

    /** Shares of 20 and 40 % in quarters of 100 and 300, one figure withheld, one without denominator. */
    private static List<Cell> cells() {
        return List.of(
                Fixture.cell("analphabetisme", "_T", "2024", "q1", share("20", "2", "100", "10"), 2),
                Fixture.cell("analphabetisme", "_T", "2024", "q2", share("40", "4", "300", "20"), 3),
                Fixture.cell("analphabetisme", "_T", "2024", "q3", Observed.Withheld.CELL, 4),
                Fixture.cell("analphabetisme", "_T", "2024", "q4", Observed.Missing.CELL, 5),
                Fixture.cell("analphabetisme", "_T", "2014", "q1", Fixture.value("30"), 6),
                Fixture.cell("analphabetisme", "_T", "2014", "q2", share("40", "4", "300", "20"), 7),
                Fixture.cell("menages", "_T", "2024", "q1", Fixture.value("120"), 8),
                Fixture.cell("menages", "_T", "2024", "q2", Fixture.value("80"), 9));
    }

    private static Observed share(String percent, String error, String denominator, String degrees) {
        return new Observed.Value(
                new BigDecimal(percent),
                Status.NORMAL,
                new Uncertainty(
                        new BigDecimal(error),
                        null,
                        null,
                        new BigDecimal("200"),
                        null,
                        null,
                        new BigDecimal(degrees),
                        new BigDecimal(denominator),
                        null),
                Reliability.RELIABLE);
    }

    private JsonNode figure(String address) {
        var answer = visitor.get(address);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private void isRefused(String address, String rule) {
        var answer = visitor.get(address);
        assertThat(answer.status()).as(address).isEqualTo(422);
        assertThat(answer.json().get("rule").asString()).isEqualTo(rule);
        assertThat(answer.json().has("value") ? answer.json().get("value").asString() : "")
                .as("names of areas, no number")
                .doesNotContainPattern("[0-9]");
    }

    /** Bounds: R, {@code plogis(qlogis(p) ± qt(.975, 30) se / (p (1 − p)))}. */
    @Test
    void weighsSharesByTheirDenominatorsAndPropagatesTheirErrors() {
        var whole = figure(RATE + "&period=2024&areas=q1,q2");
        assertThat(whole.get("value").asDouble()).isEqualTo(35, within(EXACT));
        assertThat(whole.get("standardError").asDouble()).isEqualTo(3.04138126514911, within(EXACT));
        assertThat(whole.get("lower").asDouble()).isEqualTo(29.0683936441286, within(1e-8));
        assertThat(whole.get("upper").asDouble()).isEqualTo(41.4349409011304, within(1e-8));
        assertThat(whole.get("effectiveSampleSize").asDouble()).isEqualTo(245.945945945946, within(1e-8));
        assertThat(whole.get("degreesOfFreedom").asDouble()).isEqualTo(30);
        assertThat(whole.get("sampleSize").asDouble()).isEqualTo(400);
        assertThat(whole.get("denominator").asDouble()).isEqualTo(400);
        assertThat(whole.get("reliability").asString()).isEqualTo("reliable");
        assertThat(whole.get("approximate").asBoolean()).isTrue();
    }

    @Test
    void addsUpCountsExactlyWhereEverybodyWasCounted() {
        var whole = figure(ASKED + "&indicator=menages&areas=q1,q2");
        assertThat(whole.get("value").asDouble()).isEqualTo(200);
        assertThat(whole.get("approximate").asBoolean()).isFalse();
        assertThat(whole.get("lower").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'&period=2024&areas=q1,q3', combined-withheld",
        "'&period=2024&areas=q1,q2,q3', combined-withheld",
        "'&period=2024&areas=q1,q4', combined-missing",
        "'&period=2014&areas=q1,q2', combined-without-denominator",
        "'&period=2024&polygon=1,1,2,1,2,2', combined-nothing"
    })
    void refusesWithTheReason(String choice, String rule) {
        isRefused(RATE + choice, rule);
    }

    @ParameterizedTest
    @CsvSource({
        "'', areas",
        "&areas=nowhere, areas",
        "&areas=ville, areas",
        "'&polygon=1,2,3,4', polygon",
        "'&polygon=1,2,3,4,5', polygon",
        "'&polygon=1,2,3,400,5,6', polygon",
        "'&areas=q1&polygon=1,2,3,4,5,6', polygon",
        "&areas=q1&method=equal, method"
    })
    void refusesWhatItDoesNotUnderstand(String choice, String parameter) {
        var answer = visitor.get(RATE + choice);
        assertThat(answer.status()).as(choice).isEqualTo(400);
        assertThat(answer.json().get("parameter").asString()).isEqualTo(parameter);
    }

    @Test
    void takesTheAreasOfWhichMoreThanHalfLiesWithinTheLine() {
        var most = figure(RATE + "&period=2024&polygon=-6.81,33.99,-6.784,33.99,-6.784,34.011,-6.81,34.011");
        assertThat(most.get("areas")).hasSize(2);
        var less = figure(RATE + "&period=2024&polygon=-6.81,33.99,-6.786,33.99,-6.786,34.011,-6.81,34.011");
        assertThat(less.get("areas")).hasSize(1);
        var crossed = figure(RATE + "&period=2024&polygon=-6.801,33.999,-6.789,34.011,-6.789,33.999,-6.801,34.011");
        assertThat(crossed.get("areas")).hasSize(1);
    }

    /** Whatever areas a reader puts together, he learns what the published cells say and nothing of the withheld one. */
    @Test
    void saysNothingThatThePublishedCellsDoNotSay() {
        var published = new HashMap<String, JsonNode>();
        for (var cell : visitor.get("/api/observations?dataset=sondage&indicator=analphabetisme&period=2024")
                .json()
                .get("observations")) {
            published.put(cell.get("area").asString(), cell);
        }
        assertThat(Objects.requireNonNull(published.get("q3")).get("value").isNull())
                .isTrue();
        for (int subset = 1; subset < 16; subset++) {
            var areas = new ArrayList<String>();
            for (int i = 0; i < 4; i++) {
                if ((subset & 1 << i) != 0) {
                    areas.add("q" + (i + 1));
                }
            }
            var address = RATE + "&period=2024&areas=" + String.join(",", areas);
            if (areas.contains("q3")) {
                isRefused(address, "combined-withheld");
            } else if (areas.contains("q4")) {
                isRefused(address, "combined-missing");
            } else {
                assertThat(figure(address).get("value").asDouble()).isEqualTo(mean(areas, published), within(EXACT));
            }
        }
    }

    private static double mean(List<String> areas, Map<String, JsonNode> published) {
        double sum = 0;
        double weights = 0;
        for (String area : areas) {
            var cell = Objects.requireNonNull(published.get(area));
            double weight = cell.get("denominator").asDouble();
            sum += weight * cell.get("value").asDouble();
            weights += weight;
        }
        return sum / weights;
    }
}
