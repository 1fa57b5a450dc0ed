package org.socialobservatory.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socialobservatory.ingest.mapping.Published;
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.edition.Definitions;
import org.socialobservatory.ontology.finding.FindingRule;
import org.socialobservatory.ontology.survey.ComparabilityDecision;
import org.socialobservatory.ontology.survey.ComparabilityDecision.Counterpart;

/** What a person decides about the comparability of two questions, on its way from a package to its edition. */
class DecisionTest {

    private static final String RESPONSES = """
              - name: personnes
                path: personnes.csv
                observatory:
                  role: responses
                  questionnaire: form.xlsx
                  unit: person
                  design: srs
                  population: 600
                  area: {value: bourg}
                  period: {value: 2025}
                  personal: [nom]
                  COMPARABLE
                  indicators: {indicators: [{code: illiteracy-rate, kind: proportion, condition: lit = 'non'}]}
            """;

    private static final String STATED =
            "comparable: [{question: lit, with: vague-1/personnes/alpha, verdict: same, reason: Synonymes, by: A. Alami}]";

    @TempDir
    private Path folder;

    /** A folder for one more package. */
    private Path home() {
        try {
            return Files.createTempDirectory(folder, "package");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private Town town(String comparable) {
        var rows = new StringBuilder("nom,lit\n");
        for (int i = 0; i < 30; i++) {
            rows.append("N%d,%s%n".formatted(i, i % 3 == 0 ? "non" : "oui"));
        }
        return Town.in(home())
                .write("personnes.csv", rows.toString())
                .write("form.xlsx", Workbooks.whole(workbook -> {
                    var survey = workbook.createSheet("survey");
                    Workbooks.row(survey, 0, "type", "name", "label::fr");
                    Workbooks.row(survey, 1, "begin_group", "membre", "Membre");
                    Workbooks.row(survey, 2, "text", "nom", "Nom");
                    Workbooks.row(survey, 3, "select_one oui_non", "lit", "Sait lire ?");
                    Workbooks.row(survey, 4, "geopoint", "gps", "Position");
                    Workbooks.row(survey, 5, "end_group");
                    var choices = workbook.createSheet("choices");
                    Workbooks.row(choices, 0, "list_name", "name", "label::fr");
                    Workbooks.row(choices, 1, "oui_non", "oui", "Oui");
                    Workbooks.row(choices, 2, "oui_non", "non", "Non");
                }))
                .replace(
                        "datapackage.yaml",
                        "  - name: indicateurs",
                        RESPONSES.replace("COMPARABLE", comparable) + "  - name: indicateurs");
    }

    private Town.Read read(String comparable, Published published) {
        return town(comparable).read(published);
    }

    /** An installation in which a dataset with the same questionnaire stands. */
    private Published after(String dataset) {
        Definitions said;
        try (var read = town("").read()) {
            said = read.intake().content().orElseThrow().definitions();
        }
        var before = Town.NOTHING;
        return new Published(before.territory(), before.catalogue(), new Published.Editions() {
            @Override
            public void cells(String asked, Consumer<? super Cell> reader) {}

            @Override
            public List<Definitions> definitions(String asked) {
                return asked.equals(dataset) ? List.of(said) : List.of();
            }
        });
    }

    @Test
    void standsInTheEdition() {
        try (var read = read(STATED.replace("alpha", "membre/lit"), after("vague-1"))) {
            assertThat(read.intake().content().orElseThrow().definitions().studies())
                    .singleElement()
                    .satisfies(study -> {
                        assertThat(study.decisions())
                                .containsExactly(new ComparabilityDecision(
                                        "membre/lit",
                                        new Counterpart("vague-1", "personnes", "membre/lit"),
                                        true,
                                        "Synonymes",
                                        "A. Alami"));
                        assertThat(study.notKept()).containsExactly("membre/gps", "membre/nom");
                    });
            assertThat(read.of(FindingRule.COMPARED_UNPUBLISHED)).isEmpty();
        }
    }

    @Test
    void waitsForADatasetThatIsNotPublishedYet() {
        try (var read = read(STATED, after("vague-2"))) {
            assertThat(read.of(FindingRule.COMPARED_UNPUBLISHED))
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(finding.arguments()).containsExactly("vague-1/personnes");
                        assertThat(finding.place().row()).isPositive();
                    });
            assertThat(read.intake()
                            .content()
                            .orElseThrow()
                            .definitions()
                            .studies()
                            .getFirst()
                            .decisions())
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "question: lit             | question: lire             | QUESTION_UNKNOWN",
                "personnes/alpha           | personnes/alphabet         | QUESTION_UNKNOWN",
                "personnes/alpha           | alpha                      | VALUE_NOT_ALLOWED",
                "verdict: same             | verdict: perhaps           | VALUE_NOT_ALLOWED",
                "reason: Synonymes,        | remark: x,                 | KEY_MISSING",
                "by: A. Alami}             | by: A. Alami}, {question: membre/lit, with: vague-1/personnes/lit, verdict: same, reason: x, by: y} | CODE_REPEATED",
            })
    void refusesWhatCannotBeADecision(String sound, String broken, FindingRule rule) {
        var stated = STATED.replace(sound, broken);
        try (var read = read(broken.contains("alpha") ? stated : stated.replace("/alpha", "/lit"), after("vague-1"))) {
            assertThat(read.of(rule))
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.place().row()).isNotNull());
            assertThat(read.intake().content()).isEmpty();
        }
    }

    @Test
    void namesTheNearestQuestions() {
        try (var read = read(STATED.replace("question: lit", "question: lits"), after("vague-2"))) {
            assertThat(read.refusedFor(FindingRule.QUESTION_UNKNOWN).arguments())
                    .containsExactly("lits", "personnes", "lit");
        }
    }

    @Test
    void mayStandInATable() {
        var table = town("comparable: decisions.csv")
                .write(
                        "decisions.csv",
                        "question,with,verdict,reason,by\nlit,vague-1/personnes/lit,not,Posée à d’autres,Bureau\n");
        try (var read = table.read(after("vague-1"))) {
            assertThat(read.intake()
                            .content()
                            .orElseThrow()
                            .definitions()
                            .studies()
                            .getFirst()
                            .decisions())
                    .singleElement()
                    .matches(decision -> !decision.comparable())
                    .matches(decision -> decision.reason().equals("Posée à d’autres"));
        }
        try (var read = table.write("decisions.csv", "question,with,verdict,by\nlit,vague-1/personnes/lit,not,Bureau\n")
                .read(after("vague-1"))) {
            assertThat(read.refusedFor(FindingRule.COLUMN_MISSING).arguments().getFirst())
                    .isEqualTo("reason");
        }
        try (var read = table.write(
                        "decisions.csv", "question,with,verdict,reason,by\nlit,vague-1/personnes/lit,not,,Bureau\n")
                .read(after("vague-1"))) {
            assertThat(read.refusedFor(FindingRule.CODE_MISSING).place().row()).isEqualTo(2L);
        }
    }
}
