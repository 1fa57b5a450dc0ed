package org.socialobservatory.api.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socialobservatory.api.diagnostic.Sondage.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialobservatory.api.Doors;
import org.socialobservatory.api.FakeWarehouse;
import org.socialobservatory.api.Fixture;
import org.socialobservatory.api.Visitor;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.area.Area;
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.edition.Definitions;
import org.socialobservatory.ontology.edition.EditionContent;
import org.socialobservatory.ontology.indicator.Indicator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;

/** Areas as real packages bring them: alone, alike, hidden, half known, with names that no layout expects. */
@Doors
@DirtiesContext
class StrangeAreasTest {

    private static final String LONG = "Quartier ".repeat(13) + "fin";
    private static final String MIXED = "حي Hay السلام (Salam) 2";

    @LocalServerPort
    private int port;

    @Autowired
    private FakeWarehouse warehouse;

    private Visitor visitor;

    @BeforeEach
    void publish() {
        visitor = new Visitor(port);
        if (warehouse.sequence() == 1) {
            warehouse.publish(content(), List.of());
        }
    }

    private static EditionContent content() {
        var plain = Fixture.definitions("etrange");
        var areas = List.of(
                area("seule", "town", null, "Seule"),
                area("seule-1", "quartier", "seule", LONG),
                area("pareils", "town", null, "Pareils"),
                area("pareils-1", "quartier", "pareils", MIXED),
                area("pareils-2", "quartier", "pareils", "Les Orangers"),
                area("pareils-3", "quartier", "pareils", "Est"));
        var described = new Indicator(
                "decrit",
                Multilingual.of(Language.FR, "Décrit <b>gras</b>"),
                Multilingual.of(Language.FR, "<img src=x onerror=alert(1)>"),
                Multilingual.none(),
                Multilingual.of(Language.FR, "Tous & <i>toutes</i>"),
                "percent",
                Indicator.Kind.PROPORTION,
                Indicator.Counted.NONE,
                Indicator.Direction.HIGHER,
                "education",
                null,
                new BigDecimal("100"),
                null,
                null);
        return new EditionContent(
                new Definitions(
                        plain.dataset(),
                        plain.dimensions(),
                        plain.resources(),
                        areas,
                        List.of(),
                        List.of(),
                        List.of(described),
                        List.of(),
                        List.of()),
                cells());
    }

    private static Area area(String code, String level, @org.jspecify.annotations.Nullable String within, String name) {
        return new Area(code, level, within, Multilingual.of(Language.FR, name));
    }

    private static List<Cell> cells() {
        var cells = new ArrayList<Cell>();
        for (String area : List.of("seule", "seule-1")) {
            cells.add(figure("decrit", "2024", area, Fixture.value("40")));
        }
        for (String area : List.of("pareils", "pareils-1", "pareils-2", "pareils-3")) {
            cells.add(figure("decrit", "2024", area, Fixture.value("50")));
            cells.add(figure("school-enrolment-rate", "2024", area, Observed.Withheld.CELL));
        }
        cells.add(figure("illiteracy-rate", "2020", "pareils", Fixture.value("30")));
        cells.add(figure("illiteracy-rate", "2024", "pareils", Fixture.value("28")));
        cells.add(figure("illiteracy-rate", "2020", "pareils-1", Fixture.value("31")));
        cells.add(figure("illiteracy-rate", "2024", "pareils-1", Fixture.value("25")));
        cells.add(figure("illiteracy-rate", "2020", "pareils-2", Fixture.value("33")));
        return cells;
    }

    private String page(String path) {
        var answer = visitor.get(path, "Accept", "text/html");
        assertThat(answer.status()).as(path + answer.body()).isEqualTo(200);
        return answer.body();
    }

    private JsonNode row(String area, String indicator) {
        for (var theme :
                visitor.get("/areas/" + area + "?f=json&lang=fr").json().get("themes")) {
            for (var row : theme.get("rows")) {
                if (row.get("indicator").get("code").asString().equals(indicator)) {
                    return row;
                }
            }
        }
        throw new AssertionError(area + " " + indicator);
    }

    private JsonNode matrix(String area, String indicator) {
        for (var theme :
                visitor.get("/areas/" + area + "?f=json&lang=fr").json().get("themes")) {
            if (!theme.get("matrix").isNull()) {
                for (var row : theme.get("matrix").get("rows")) {
                    if (row.get("indicator").get("code").asString().equals(indicator)) {
                        return row.get("cells");
                    }
                }
            }
        }
        throw new AssertionError(area + " " + indicator);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "ar", "en"})
    void everyoneHasAPage(String language) {
        for (String area : List.of("seule", "seule-1", "pareils", "pareils-1", "pareils-2", "pareils-3", "q4")) {
            assertThat(page("/areas/" + area + "?lang=" + language)).contains("</html>");
            assertThat(visitor.get("/api/areas/" + area + "/diagnostic?lang=" + language)
                            .status())
                    .isEqualTo(200);
        }
        assertThat(page("/compare?areas=pareils-1,pareils-2,seule-1&lang=" + language))
                .contains(MIXED);
    }

    @Test
    void theOnlyQuarterOfATownTakesNoPlaceAndDoesNotDiffer() {
        var row = row("seule-1", "decrit");
        assertThat(row.get("comparison").asString()).isEqualTo("SAME");
        assertThat(row.get("notes").toString()).doesNotContain("\"rank\"");
        assertThat(matrix("seule", "decrit").toString()).isEqualTo("[\"SAME\"]");
    }

    @Test
    void whereAllAreEqualNobodyIsFirst() {
        assertThat(row("pareils-1", "decrit").get("comparison").asString()).isEqualTo("SAME");
        assertThat(row("pareils-1", "decrit").get("notes").toString()).doesNotContain("\"rank\"");
        assertThat(matrix("pareils", "decrit").toString()).isEqualTo("[\"SAME\",\"SAME\",\"SAME\"]");
    }

    @Test
    void whereEveryCellIsWithheldNothingIsComputed() {
        assertThat(matrix("pareils", "school-enrolment-rate").toString())
                .isEqualTo("[\"UNKNOWN\",\"UNKNOWN\",\"UNKNOWN\"]");
        var row = row("pareils-1", "school-enrolment-rate");
        assertThat(row.get("comparison").isNull()).isTrue();
        assertThat(row.get("strip").isNull()).isTrue();
        assertThat(row.get("share").isNull()).isTrue();
        assertThat(row.get("notes").toString()).contains("n’est pas publié").doesNotContain("rank");
    }

    /** In the order of the alphabet of the names: Est, Les Orangers, then what is written in Arabic. */
    @Test
    void aPeriodThatOnlySomeQuartersHaveIsNotMadeUpForTheOthers() {
        assertThat(matrix("pareils", "illiteracy-rate").toString()).isEqualTo("[null,\"WORSE\",\"BETTER\"]");
        assertThat(row("pareils-2", "illiteracy-rate")
                        .get("figure")
                        .get("period")
                        .asString())
                .isEqualTo("2020");
        assertThat(row("pareils-1", "illiteracy-rate").get("notes").toString()).contains("meilleur qu’en 2020");
    }

    @Test
    void namesAndDescriptionsFromOutsideAreText() {
        assertThat(page("/areas/pareils-1?lang=fr"))
                .contains(
                        "Décrit &lt;b&gt;gras&lt;/b&gt;",
                        "Tous &amp; &lt;i&gt;toutes&lt;/i&gt;",
                        "<bdi>" + MIXED + "</bdi>")
                .doesNotContain("<b>gras</b>", "<img src=x");
        assertThat(page("/compare?areas=pareils-1,pareils-2")).doesNotContain("<b>gras</b>");
        assertThat(page("/areas/seule-1?lang=fr")).contains(LONG.strip());
    }

    @Test
    void anAreaWithoutOutlineHasNoMapAndNoNeighbours() {
        assertThat(visitor.get("/areas/pareils-1?f=json").json().get("map").isNull())
                .isTrue();
    }

    @Test
    void severalAreasStandOnOneScaleAndAreComparedWithTheFirst() {
        var page = visitor.get("/compare?areas=pareils-1&areas=pareils&f=json").json();
        assertThat(page.get("areas")).hasSize(2);
        var cells = page.at("/themes/0/multiples");
        assertThat(cells.toString()).contains("\"comparison\":\"WORSE\"");
        assertThat(page("/compare?areas=pareils-1&lang=en")).contains("Choose at least two areas.");
        assertThat(page("/compare?lang=en")).contains("Pareils");
    }

    @Test
    void figuresOfOtherYearsAreSaidNotToBeCompared() {
        assertThat(page("/compare?areas=pareils-2,pareils-1&lang=en"))
                .contains("Not compared: the figure for Les Orangers");
    }

    @Test
    void refusesAreasThatNobodyKnowsAndTooMany() {
        assertThat(visitor.get("/compare?areas=nowhere").status()).isEqualTo(400);
        assertThat(visitor.get("/compare?area=pareils").status()).isEqualTo(400);
        assertThat(visitor.get("/compare?areas=q1,q2,q3,q4,ville,pays,seule,pareils,seule-1")
                        .status())
                .isEqualTo(400);
    }
}
