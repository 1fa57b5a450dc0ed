package org.socialobservatory.api.page.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialobservatory.api.Doors;
import org.socialobservatory.api.FakeWarehouse;
import org.socialobservatory.api.SurveyFixture;
import org.socialobservatory.api.Visitor;
import org.socialobservatory.ontology.Language;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;

/** Questionnaires and their comparisons at the doors. */
@Doors
@DirtiesContext
class QuestionnairePagesTest {

    private static final String FORM = "/datasets/enquete/questionnaires/menages";
    private static final String WAVES = FORM + "/comparison?with=enquete/menages/1";
    private static final String TOWNS = "/datasets/ailleurs/questionnaires/menages/comparison?with=enquete/menages/2";
    private static final String PROOF = "/figures/enquete/illiteracy-rate/q1/2025/_T";

    @LocalServerPort
    private int port;

    @Autowired
    private FakeWarehouse warehouse;

    private Visitor visitor;

    @BeforeEach
    void publish() {
        visitor = new Visitor(port);
        if (warehouse.editions().size() == 1) {
            warehouse.publish(SurveyFixture.firstWave(), List.of());
            warehouse.publish(SurveyFixture.secondWave(), List.of());
            warehouse.publish(SurveyFixture.elsewhere(), List.of());
        }
    }

    private static List<JsonNode> listed(JsonNode list) {
        var all = new ArrayList<JsonNode>();
        list.forEach(all::add);
        return all;
    }

    private JsonNode line(String path, String second) {
        return listed(visitor.get(path + "&f=json&lang=fr").json().get("lines")).stream()
                .filter(line -> !line.get("second").isNull()
                        && line.get("second").get("code").asString().equals(second))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {FORM, FORM + "?version=1", WAVES, TOWNS, PROOF, "/datasets/enquete"})
    void everyPageIsThereInThreeLanguagesAndAsData(String path) {
        var and = path.contains("?") ? "&" : "?";
        for (var language : Language.values()) {
            var page = visitor.get(path + and + "lang=" + language.tag(), "Accept", "text/html");
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            assertThat(page.body())
                    .contains("<html lang=\"" + language.tag() + "\"")
                    .doesNotContain("<script>", "th:", "??", "<b>allait");
        }
        assertThat(visitor.get(path + and + "f=json").json().isObject()).isTrue();
    }

    @Test
    void eachLanguageOfTheFormHasAColumnOfItsOwn() {
        var page = visitor.get(FORM + "?lang=en", "Accept", "text/html").body();
        assertThat(page)
                .contains("Avez-vous l’eau potable ?", "هل لديكم ماء صالح للشرب؟")
                .contains("lang=\"ar\" dir=\"rtl\"", "lang=\"fr\" dir=\"ltr\"")
                .contains("Arabic", "French", "answer not kept", "${age} &gt;= 10", "id=\"question-lit\"")
                .contains("En années révolues", "repeated", "id=\"list-oui_non\"", "Sait lire ? &lt;script&gt;");
        assertThat(visitor.get(FORM + "?version=1").body()).doesNotContain("potable");
        assertThat(visitor.get("/datasets/enquete/questionnaires/membres").body())
                .contains("Nom du chef");
    }

    @Test
    void theQuestionsAreATable() {
        var lines = visitor.get(FORM + "?f=csv").body().lines().toList();
        assertThat(lines.get(0))
                .isEqualTo("question,name,type,section,list,choices,wording:ar,wording:fr,relevance,constraint,"
                        + "calculation,kept");
        assertThat(lines.get(1)).startsWith("nom,logement/nom,text,logement,,,").endsWith(",false");
        assertThat(lines.get(2)).startsWith("eau,logement/eau,select-one,logement,oui_non,oui non refus,");
    }

    @Test
    void twoWavesShowWhatChangedAndWhoDecidedWhat() {
        var water = line(WAVES, "eau");
        assertThat(water.get("verdict").asString()).isEqualTo("wording-and-choices-changed");
        assertThat(water.get("comparable").asBoolean()).isTrue();
        assertThat(water.get("decision").get("by").asString()).isEqualTo("A. Alami");
        assertThat(listed(water.get("gone"))).extracting(JsonNode::asString).containsExactly("Refus");
        assertThat(listed(water.get("come"))).isEmpty();
        assertThat(listed(water.get("different")))
                .extracting(JsonNode::asString)
                .containsExactly("ar", "fr");
        assertThat(line(WAVES, "lit").get("verdict").asString()).isEqualTo("same");
        var back = visitor.get(FORM + "/comparison?version=1&with=enquete/menages/2&f=json")
                .json();
        assertThat(back.get("comparable").asInt()).isEqualTo(4);
    }

    @Test
    void twoTownsAreComparedByTheirWords() {
        var reading = line(TOWNS, "lit");
        assertThat(reading.get("first").get("code").asString()).isEqualTo("q12");
        assertThat(reading.get("verdict").asString()).isEqualTo("same");
        assertThat(reading.get("comparable").asBoolean()).isFalse();
        assertThat(visitor.get(TOWNS + "&f=csv").body())
                .startsWith("first,second,verdict,comparable,decided,reason,by,gone,come,firstType,secondType,")
                .contains("\r\nlogement/q12,logement/membre/lit,same,false,false,Le chef répond pour tous,B. Bennani");
    }

    @Test
    void theProofSaysWithWhichEditionsAFigureMayBeCompared() {
        var comparisons = listed(visitor.get(PROOF + "?f=json&lang=fr").json().get("comparisons"));
        assertThat(comparisons)
                .extracting(one ->
                        one.get("dataset").asString() + "/" + one.get("edition").asInt() + " "
                                + one.get("comparable").asBoolean())
                .containsExactly("enquete/1 true", "ailleurs/1 false");
        assertThat(comparisons.getLast().get("obstacles").get(0).asString())
                .isEqualTo(
                        "La question n’a pas été posée de la même façon : logement/membre/lit ici, logement/q12 là.");
        assertThat(visitor.get(PROOF + "?lang=fr", "Accept", "text/html").body())
                .contains("/datasets/enquete/questionnaires/membres#question-lit")
                .contains("/comparison?with=ailleurs/menages/1&amp;version=2");
    }

    @ParameterizedTest
    @CsvSource({
        "/datasets/enquete/questionnaires/autre, 404",
        "/datasets/essai/questionnaires/chiffres, 404",
        "/datasets/rien/questionnaires/menages, 404",
        FORM + "?version=0, 400",
        FORM + "?version=3, 400",
        FORM + "?version=99999999999, 400",
        FORM + "?color=red, 400",
        FORM + "/comparison, 400",
        FORM + "/comparison?with=enquete, 400",
        FORM + "/comparison?with=enquete/menages/9, 400",
    })
    void refusesWhatIsNotThere(String path, int status) {
        var page = visitor.get(path, "Accept", "text/html");
        assertThat(page.status()).isEqualTo(status);
        assertThat(page.body()).doesNotContain("Exception");
    }

    @ParameterizedTest
    @CsvSource({
        "questionnaire/enquete/menages/2, /datasets/enquete/questionnaires/menages?version=2",
        "question/enquete/menages/eau/1, /datasets/enquete/questionnaires/menages?version=1#question-eau",
        "question-concept/enquete/menages/eau, /datasets/enquete/questionnaires/menages#question-eau",
        "choice-list/enquete/menages/oui_non/2, /datasets/enquete/questionnaires/menages?version=2#list-oui_non",
        "choice-list/enquete/menages/oui_non/2/refus, /datasets/enquete/questionnaires/menages?version=2#list-oui_non",
        "section/enquete/menages/logement.membre, "
                + "/datasets/enquete/questionnaires/menages#section-logement.membre",
        "variable/enquete/menages/logement.eau, /id/variable/enquete/menages/logement.eau?f=html",
        "study/enquete/membres, /id/study/enquete/membres?f=html"
    })
    void theNamesOfQuestionsLeadToThem(String thing, String page) {
        var answer = visitor.get("/id/" + thing, "Accept", "text/html");
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo(page);
        assertThat(visitor.get(page.replaceAll("#.*", "")).status()).isEqualTo(200);
        assertThat(visitor.get("/id/" + thing + "?f=ttl").body()).contains("rdf:type");
    }
}
