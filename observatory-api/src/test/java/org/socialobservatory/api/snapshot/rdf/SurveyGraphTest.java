package org.socialobservatory.api.snapshot.rdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryFactory;
import org.junit.jupiter.api.Test;
import org.socialobservatory.api.Fixture;
import org.socialobservatory.api.SurveyFixture;
import org.socialobservatory.api.snapshot.rdf.description.Terms;
import org.socialobservatory.ontology.shape.ShapeFiles;

/** What was asked, and how the questions of two waves and two towns compare, in RDF. */
class SurveyGraphTest {

    private final Town town = Town.with(List.of(
            Fixture.content(), SurveyFixture.firstWave(), SurveyFixture.secondWave(), SurveyFixture.elsewhere()));

    private List<String> select(String where) {
        var prefixes = new StringBuilder();
        Terms.PREFIXES.forEach(
                (prefix, namespace) -> prefixes.append("PREFIX %s: <%s>%n".formatted(prefix, namespace)));
        var query = QueryFactory.create(prefixes + "SELECT ?x ?y WHERE { " + where + " } ORDER BY ?x ?y");
        try (var execution = QueryExecution.dataset(DatasetFactory.wrap(town.view()))
                .query(query)
                .build()) {
            var rows = new ArrayList<String>();
            execution.execSelect().forEachRemaining(row -> {
                var y = row.get("y");
                rows.add((row.get("x") + (y == null ? "" : " " + y))
                        .replace(Town.BASE + "/id/", "")
                        .replaceAll("\\^\\^\\S+|\"", "")
                        .replaceAll("https://w3id.org/social-observatory/code/", ""));
            });
            return rows;
        }
    }

    @Test
    void conformsToTheShapes() {
        var graph = GraphMemFactory.createDefaultGraph();
        town.view().getDefaultGraph().find().forEachRemaining(graph::add);
        assertThat(ShapeFiles.faults(graph)).isEmpty();
        assertThat(select("?x a obs:ComparabilityDecision")).hasSize(2);
    }

    @Test
    void aQuestionIsAVersionOfALastingConcept() {
        assertThat(select("?x dcterms:isVersionOf <" + Town.BASE + "/id/question-concept/enquete/menages/eau>"))
                .containsExactly("question/enquete/menages/eau/1", "question/enquete/menages/eau/2");
        assertThat(select("?x dcterms:isVersionOf <" + Town.BASE + "/id/question-concept/enquete/menages/lit>"))
                .containsExactly("question/enquete/menages/lit/1");
        assertThat(select("?x dcterms:replaces ?y"))
                .containsExactly("questionnaire/enquete/menages/2 questionnaire/enquete/menages/1");
        assertThat(select("<" + Town.BASE
                        + "/id/question-concept/enquete/menages/eau> skos:prefLabel ?x FILTER(lang(?x) = 'fr')"))
                .containsExactly("Avez-vous l’eau potable ?@fr");
    }

    @Test
    void householdsAndTheirPersonsShareOneQuestionnaire() {
        assertThat(select("?x disco:instrument ?y"))
                .containsExactly(
                        "study/ailleurs/membres questionnaire/ailleurs/menages/1",
                        "study/ailleurs/menages questionnaire/ailleurs/menages/1",
                        "study/enquete/membres questionnaire/enquete/menages/2",
                        "study/enquete/menages questionnaire/enquete/menages/2");
    }

    @Test
    void aClosedQuestionHasItsChoicesInTheirOrderAndLanguages() {
        var question = "<" + Town.BASE + "/id/question/enquete/menages/eau/2>";
        assertThat(select(question
                        + " disco:responseDomain/skos:hasTopConcept [ schema:position ?x ; skos:notation ?y ]"))
                .containsExactly("1 oui", "2 non", "3 refus");
        assertThat(select(question + " disco:responseDomain/skos:hasTopConcept [ skos:notation 'refus' ;"
                        + " skos:prefLabel ?x ]"))
                .containsExactly("رفض@ar", "Refus@fr");
        assertThat(select("<" + Town.BASE + "/id/question/enquete/menages/age/1> disco:responseDomain ?x"))
                .containsExactly("http://www.w3.org/2001/XMLSchema#integer");
    }

    @Test
    void aQuestionStandsInItsSectionWithItsLogic() {
        var age = "<" + Town.BASE + "/id/question/enquete/menages/age/1> ";
        assertThat(select(age + "obs:constraint ?x ; obs:hint ?y"))
                .containsExactly(". >= 0 and . <= 120 En années révolues@fr");
        assertThat(select(age + "obs:section [ obs:repeated ?x ; obs:relevance ?y ]"))
                .containsExactly("true ${taille} > 0");
        assertThat(select("?x obs:answersKept false"))
                .containsExactly("question/ailleurs/menages/nom/1", "question/enquete/menages/nom/1");
    }

    @Test
    void saysWhichQuestionsOfTwoWavesOrTwoTownsAreComparable() {
        assertThat(select("?c obs:firstQuestion ?x ; obs:verdict ?v ; obs:comparable true ; obs:secondQuestion ?z"
                        + " BIND(CONCAT(STRAFTER(STR(?z), '/id/'), ' ', STRAFTER(STR(?v), 'verdict/')) AS ?y)"))
                .contains("question/enquete/menages/eau/2 question/enquete/menages/eau/1 wording-and-choices-changed")
                .doesNotContain("question/ailleurs/menages/q12/1 question/enquete/menages/lit/1 same");
        assertThat(select("?c obs:firstQuestion ?x ; obs:verdict question-verdict:same ; obs:comparable false"
                                .replace(
                                        "question-verdict:same",
                                        "<https://w3id.org/social-observatory/code/question-verdict/same>")
                        + " ; obs:comparabilityDecision/obs:decidedBy ?y"))
                .containsExactly("question/ailleurs/menages/q12/1 B. Bennani");
        assertThat(select("<" + Town.BASE + "/id/question/ailleurs/menages/eau/1> obs:comparableWith ?x"))
                .containsExactly("question/enquete/menages/eau/2");
        assertThat(select("<" + Town.BASE + "/id/question-concept/ailleurs/menages/eau> skos:exactMatch ?x"))
                .containsExactly("question-concept/enquete/menages/eau");
    }

    @Test
    void aVersionKeepsItsNumberWhenTheEditionBeforeIsWithdrawn() {
        town.warehouse.withdraw(town.warehouse.editions().get(1).id(), "mistaken");
        assertThat(select("?x a disco:Questionnaire"))
                .containsExactly("questionnaire/ailleurs/menages/1", "questionnaire/enquete/menages/2");
        assertThat(select("?x a disco:Question FILTER(CONTAINS(STR(?x), '/enquete/menages/lit'))"))
                .containsExactly("question/enquete/menages/lit/1");
    }
}
