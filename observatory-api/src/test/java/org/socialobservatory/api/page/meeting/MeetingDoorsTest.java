package org.socialobservatory.api.page.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.cube.Dataset;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.edition.Definitions;
import org.socialobservatory.ontology.edition.Edition;
import org.socialobservatory.ontology.edition.EditionContent;
import org.socialobservatory.ontology.meeting.Attendance;
import org.socialobservatory.ontology.meeting.Decision;
import org.socialobservatory.ontology.meeting.Meeting;
import org.socialobservatory.ontology.meeting.Priority;
import org.socialobservatory.ontology.meeting.ShownFigure;
import org.socialobservatory.ontology.meeting.Verdict;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import tools.jackson.databind.JsonNode;

@Doors
@DirtiesContext(classMode = ClassMode.AFTER_EACH_TEST_METHOD)
class MeetingDoorsTest {

    private static final String FIGURE = "essai/analphabetisme/q1/2024/_T";
    private static final String OTHER = "essai/analphabetisme/q2/2024/_T";
    private static final String NOTE = "<script>alert(1)</script> أكثر من ذلك dans la rue";
    private static final String LONG = "م".repeat(60) + "é".repeat(60);

    @LocalServerPort
    private int port;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private FakeWarehouse warehouse;

    private Visitor visitor;

    @BeforeEach
    void visit() {
        visitor = new Visitor(port);
    }

    private static Meeting meeting(String code, LocalDate date, ShownFigure... figures) {
        return new Meeting(
                code,
                Multilingual.of("Réunion du quartier", "اجتماع الحي", "Quarter meeting"),
                "q1",
                date,
                Language.FR,
                "Maison de quartier",
                List.of(new Attendance("F", "Y15T24", 12), new Attendance("M", "_T", 9)),
                List.of(figures),
                List.of(new Priority("Moins de bruit", 3), new Priority(LONG, 31)),
                List.of(
                        new Decision(
                                "d1",
                                "<b>Compter</b> encore",
                                28,
                                "La commune",
                                LocalDate.of(2026, 9, 1),
                                null,
                                List.of(FIGURE)),
                        new Decision("d2", LONG, null, null, null, LocalDate.of(2026, 5, 2), List.of())),
                Map.of("animatrice", "A. <i>B.</i>"));
    }

    private static ShownFigure said(String path, Verdict verdict) {
        return new ShownFigure(path, 1, verdict, NOTE, "Une enquête suivra");
    }

    private Edition tell(Meeting... meetings) {
        var definitions = new Definitions(
                new Dataset(
                        "reunions",
                        Multilingual.of("Réunions (fictives)", "اجتماعات (وهمية)", "Meetings (fictitious)"),
                        null,
                        null,
                        List.of(new Dataset.License("CC0-1.0", null, null)),
                        List.of(),
                        true),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(meetings));
        return warehouse.publish(new EditionContent(definitions, List.of()), List.of());
    }

    /** The next edition of the figures, with another one in the place of one. */
    private void publish(String figure, Observed observed) {
        var content = Fixture.content();
        var cells = content.cells().stream()
                .map(cell -> figure.equals(String.join(
                                "/",
                                "essai",
                                cell.key().indicator(),
                                cell.key().area(),
                                cell.key().period(),
                                cell.key().breakdown()))
                        ? new Cell(cell.key(), observed, cell.origin())
                        : cell)
                .toList();
        warehouse.publish(new EditionContent(content.definitions(), cells), List.of());
    }

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 14);

    private JsonNode row(String area) {
        return visitor.get("/api/observations?indicator=analphabetisme&period=2024&area=" + area)
                .json()
                .at("/observations/0");
    }

    private String mark(String area) {
        for (var row :
                visitor.get("/indicators/illiteracy-rate?lang=en&f=json").json().at("/table/rows")) {
            if (row.at("/area/code").asString().equals(area)) {
                return row.at("/figure/contested").asString("");
            }
        }
        throw new AssertionError("No row of " + area);
    }

    @Test
    void everyFormOfTheDataBearsTheMark() {
        tell(meeting("m1", MARCH, said(FIGURE, Verdict.CONTESTED)));
        assertThat(row("q1").get("contested").asBoolean()).isTrue();
        assertThat(row("q2").get("contested").asBoolean()).isFalse();
        assertThat(visitor.get("/api/observations?indicator=analphabetisme&period=2024&f=csv")
                        .body())
                .containsPattern("essai,1,analphabetisme,q1,2024,[^\n]*,true,");
        assertThat(visitor.get("/datasets/essai/editions/1/data.csv").body())
                .containsPattern("essai,1,analphabetisme,q1,2024,[^\n]*,true,");
        var map = visitor.get("/api/choropleth?indicator=illiteracy-rate&period=2024")
                .json();
        for (var area : map.get("areas")) {
            assertThat(area.get("contested").asBoolean())
                    .isEqualTo(area.get("code").asString().equals("q1"));
        }
        for (var feature : visitor.get("/ogc/collections/areas-arrondissement/items?f=json&properties=analphabetisme")
                .json()
                .get("features")) {
            assertThat(feature.at("/properties/analphabetisme_contested").asBoolean(false))
                    .as(feature.get("id").asString())
                    .isEqualTo(feature.get("id").asString().equals("q1"));
        }
        assertThat(visitor.get("/api/areas/q1/diagnostic").body()).contains("\"contested\":true");
        assertThat(visitor.get("/api/areas/q2/diagnostic").body()).doesNotContain("\"contested\":true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/areas/q1",
                "/indicators/illiteracy-rate",
                "/map?indicator=illiteracy-rate",
                "/compare?areas=q1,q2",
                "/areas/q1/sheet",
                "/figures/" + FIGURE,
                "/meetings/m1"
            })
    void everyPageBearsTheMarkInOneWordAndNeverTakesANoteForHtml(String page) {
        tell(meeting("m1", MARCH, said(FIGURE, Verdict.CONTESTED)));
        for (var word :
                Map.of("fr", "contesté", "ar", "متنازع فيه", "en", "contested").entrySet()) {
            var answer = visitor.get(
                    page + (page.contains("?") ? "&" : "?") + "lang=" + word.getKey(), "Accept", "text/html");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body().toLowerCase(java.util.Locale.ROOT))
                    .contains("‼", word.getValue())
                    .doesNotContain("<script>alert", "<b>compter");
        }
    }

    @Test
    void theProofSaysWhoSaidWhatAndWhatWasAnswered() {
        tell(meeting("m1", MARCH, said(FIGURE, Verdict.CONTESTED)));
        var said = visitor.get("/figures/" + FIGURE + "?f=json").json().at("/said/0");
        assertThat(said.get("verdict").asString()).isEqualTo("contested");
        assertThat(said.get("note").asString()).isEqualTo(NOTE);
        assertThat(said.get("answer").asString()).isEqualTo("Une enquête suivra");
        assertThat(said.at("/meeting/code").asString()).isEqualTo("m1");
    }

    @Test
    void theNewestMeetingThatSpokeHasTheWord() {
        tell(
                meeting("m1", MARCH, said(FIGURE, Verdict.CONTESTED), said(OTHER, Verdict.CONTESTED)),
                meeting("m2", MARCH.plusDays(30), said(FIGURE, Verdict.CONFIRMED), said(OTHER, Verdict.SHOWN)));
        assertThat(row("q1").get("contested").asBoolean()).isFalse();
        assertThat(row("q2").get("contested").asBoolean())
                .as("to be shown a figure is not to say anything of it")
                .isTrue();
    }

    @Test
    void aMeetingStaysUntilEveryEditionThatTellsOfItIsWithdrawn() {
        var first = tell(meeting("m1", MARCH, said(FIGURE, Verdict.CONTESTED)));
        tell(meeting("m2", MARCH, said(OTHER, Verdict.CONFIRMED)));
        assertThat(row("q1").get("contested").asBoolean()).isTrue();
        warehouse.withdraw(first.id(), "Mauvaise réunion", java.time.Instant.EPOCH);
        assertThat(row("q1").get("contested").asBoolean()).isFalse();
        assertThat(visitor.get("/datasets/essai/editions/1/data.csv").body())
                .doesNotContainPattern("essai,1,analphabetisme,q1,2024,[^\n]*,true,");
        var gone = visitor.get("/meetings/m1?f=json");
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.body()).contains("Mauvaise réunion");
        assertThat(visitor.get("/meetings/m2").status()).isEqualTo(200);
    }

    @Test
    void theMarkSaysAboutWhichEditionItWasWhenTheFigureHasChanged() {
        tell(meeting("m1", MARCH, said(FIGURE, Verdict.CONTESTED)));
        assertThat(mark("q1")).isEqualTo("contested");
        publish(OTHER, Observed.Value.exhaustive(new java.math.BigDecimal("30")));
        assertThat(mark("q1")).as("another figure changed").isEqualTo("contested");
        publish(FIGURE, Observed.Value.exhaustive(new java.math.BigDecimal("14")));
        assertThat(mark("q1")).contains("edition 1", "changed since");
        assertThat(row("q1").get("contested").asBoolean()).isTrue();
        publish(FIGURE, Observed.Withheld.CELL);
        assertThat(visitor.get("/figures/" + FIGURE + "?lang=en&f=json")
                        .json()
                        .at("/figure/contested")
                        .asString())
                .contains("edition 1", "no longer published");
    }

    @Test
    void aVerdictOnAWithheldFigureSaysNothingOfIt() {
        publish(FIGURE, Observed.Withheld.CELL);
        var before = visitor.get("/figures/" + FIGURE + "?f=json").json().get("figure");
        tell(meeting("m1", MARCH, new ShownFigure(FIGURE, 2, Verdict.CONTESTED, null, null)));
        var page = visitor.get("/figures/" + FIGURE + "?f=json").json();
        assertThat(page.at("/figure/state")).isEqualTo(before.get("state"));
        assertThat(page.at("/figure/number").isNull()).isTrue();
        assertThat(page.at("/said/0/since").asString()).isEqualTo("gone");
        assertThat(visitor.get("/meetings/m1?f=json")
                        .json()
                        .at("/figures/0/figure/number")
                        .isNull())
                .isTrue();
        assertThat(row("q1").get("value").isNull()).isTrue();
    }

    @Test
    void theGraphNamesTheObservationAndWhatWasSaidOfIt() {
        tell(meeting("m1", MARCH, said(FIGURE, Verdict.CONTESTED)));
        for (String thing : List.of("/id/meeting/m1?f=ttl", "/id/observation/" + FIGURE + "?f=ttl")) {
            assertThat(visitor.get(thing).body())
                    .contains("UserQualityFeedback", "meeting-verdict/contested", "أكثر من ذلك", "hasTarget");
        }
        var query = """
                PREFIX dqv: <http://www.w3.org/ns/dqv#> PREFIX oa: <http://www.w3.org/ns/oa#>
                PREFIX obs: <https://w3id.org/social-observatory/ns#> PREFIX sdmx: <http://purl.org/linked-data/sdmx/2009/measure#>
                PREFIX cito: <http://purl.org/spar/cito/>
                SELECT ?value ?decision WHERE {
                  ?said a dqv:UserQualityFeedback ; oa:hasTarget ?figure .
                  ?figure sdmx:obsValue ?value . ?decision a obs:Decision ; cito:citesAsEvidence ?figure }
                """;
        var answer = visitor.get(
                "/sparql?query=" + java.net.URLEncoder.encode(query, java.nio.charset.StandardCharsets.UTF_8),
                "Accept",
                "text/csv");
        assertThat(answer.body()).contains("12.5,http", "meeting/m1#decision-d1");
        assertThat(visitor.get("/id/meeting/m1", "Accept", "text/html").status())
                .isIn(200, 303);
    }

    @Test
    void theMeetingTellsWhoCameWhatWasSaidAndWhatWasDecided() {
        tell(meeting("m1", MARCH, said(FIGURE, Verdict.CONTESTED), said(OTHER, Verdict.SHOWN)));
        var page = visitor.get("/meetings/m1?lang=en&f=json").json();
        assertThat(page.at("/meeting/persons").asInt()).isEqualTo(21);
        assertThat(page.at("/priorities/0/votes").asInt()).isEqualTo(31);
        assertThat(page.at("/priorities/0/text").asString()).isEqualTo(LONG);
        assertThat(page.at("/figures/0/figure/text").asString()).isEqualTo("12.5%");
        assertThat(page.at("/figures/0/path").asString()).isEqualTo(FIGURE);
        assertThat(page.at("/decisions/0/decision/due").asString()).contains("2026");
        assertThat(page.at("/decisions/1/decision/done").asString()).contains("2026");
        assertThat(page.at("/further/animatrice").asString()).isEqualTo("A. <i>B.</i>");
        var list = visitor.get("/meetings?f=csv").body();
        assertThat(list).contains("m1,Réunion du quartier,اجتماع الحي,Quarter meeting,q1,2026-03-14,fr,");
        assertThat(visitor.get("/meetings?area=q2&f=json").json().get("meetings"))
                .isEmpty();
        assertThat(visitor.get("/meetings?area=ville&f=json").json().get("meetings"))
                .hasSize(1);
        assertThat(visitor.get("/meetings?area=nowhere&f=json").status()).isEqualTo(400);
        assertThat(visitor.get("/meetings/m9?f=json").status()).isEqualTo(404);
    }

    @Test
    void whatWasDecidedLastStandsOnTheAreaTheSheetAndTheHomePage() {
        tell(
                meeting("m1", MARCH, said(FIGURE, Verdict.CONTESTED)),
                meeting("m2", MARCH.plusDays(30), said(FIGURE, Verdict.CONTESTED)));
        for (String area : List.of("q1", "ville")) {
            assertThat(visitor.get("/areas/" + area + "?f=json")
                            .json()
                            .at("/decided/code")
                            .asString())
                    .isEqualTo("m2");
        }
        assertThat(visitor.get("/areas/q2?f=json").json().get("decided").isNull())
                .isTrue();
        assertThat(visitor.get("/areas/q1/sheet?f=json").json().at("/sides/0/decided/decisions"))
                .hasSize(2);
        assertThat(visitor.get("/?f=json").json().at("/meetings/0/code").asString())
                .isEqualTo("m2");
    }

    @Test
    void standsOnTheMapWhereItsAreaIs() {
        tell(meeting("m1", MARCH, said(FIGURE, Verdict.CONTESTED)));
        var items = visitor.get("/ogc/collections/meetings/items").json();
        assertThat(items.at("/features/0/id").asString()).isEqualTo("m1");
        assertThat(items.at("/features/0/geometry/type").asString()).isEqualTo("Point");
        assertThat(items.at("/features/0/properties/date").asString()).isEqualTo("2026-03-14");
        for (var asked : List.of(
                "datetime=2026-03-14",
                "datetime=2026-03-14T18:00:00Z/..",
                "filter=T_DURING(date,INTERVAL('2026-03-13','..'))",
                "filter=date=DATE('2026-03-14')%20AND%20decisions%3E=0")) {
            assertThat(visitor.get("/ogc/collections/meetings/items?" + asked)
                            .json()
                            .get("numberMatched")
                            .intValue())
                    .as(asked)
                    .isEqualTo(1);
        }
        for (var asked : List.of("datetime=2026-03-15/..", "filter=date%3EDATE('2026-03-14')")) {
            assertThat(visitor.get("/ogc/collections/meetings/items?" + asked)
                            .json()
                            .get("numberMatched")
                            .intValue())
                    .as(asked)
                    .isZero();
        }
        var described = visitor.get("/ogc/collections/meetings/schema").json().at("/properties/date");
        assertThat(described.get("x-ogc-role").asString()).isEqualTo("primary-instant");
        assertThat(visitor.get("/ogc/collections/meetings")
                        .json()
                        .at("/extent/temporal/interval/0/0")
                        .asString())
                .isEqualTo("2026-03-14T00:00:00Z");
        assertThat(visitor.get("/map?indicator=illiteracy-rate&f=json")
                        .json()
                        .get("layers")
                        .toString())
                .contains("meetings");
    }

    @Test
    void anEditionWithoutACellHasItsPages() {
        tell(meeting("m1", MARCH, said(FIGURE, Verdict.CONTESTED)));
        for (String page : List.of(
                "/datasets/reunions", "/datasets/reunions/editions/1", "/datasets", "/id/dataset/reunions?f=ttl")) {
            assertThat(visitor.get(page).status()).as(page).isEqualTo(200);
        }
        assertThat(visitor.get("/datasets/reunions/editions/1/data.csv").body().lines())
                .hasSize(1);
    }
}
