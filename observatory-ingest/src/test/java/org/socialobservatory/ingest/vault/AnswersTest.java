package org.socialobservatory.ingest.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.socialobservatory.ingest.Workbooks;
import org.socialobservatory.ontology.finding.Finding;
import org.socialobservatory.ontology.finding.FindingRule;

class AnswersTest {

    @TempDir
    Path home;

    private Survey survey;

    @BeforeEach
    void invent() {
        survey = new Survey(home);
    }

    @Test
    void joinsColumnsToTheQuestionsThatTheyAnswer() {
        try (var read = survey.read()) {
            assertThat(read.findings.list()).extracting(Finding::rule).containsExactly(FindingRule.IDENTIFYING_DROPPED);
            var households = read.table("menages");
            assertThat(households.rows()).isEqualTo(6);
            assertThat(households.variable("eau").orElseThrow().list()).isEqualTo("oui_non");
            assertThat(households.variable("quartier").orElseThrow().question()).isEqualTo("id/quartier");
            assertThat(Survey.types(households.location()))
                    .contains(
                            entry("_row", "INTEGER"),
                            entry("_unit", "VARCHAR"),
                            entry("_household", "VARCHAR"),
                            entry("_weight", "DOUBLE"),
                            entry("_fpc", "DOUBLE"),
                            entry("today", "DATE"),
                            entry("poids", "DOUBLE"),
                            entry("equipement", "VARCHAR[]"))
                    .doesNotContainKeys("chef", "tel", "gps-Latitude", "KEY");
        }
    }

    @Test
    void takesCodesAndLabelsInAnyLanguage() {
        try (var read = survey.read()) {
            assertThat(read.column("menages", "eau")).containsExactly("oui", "non", "oui", "oui", null, "non");
            assertThat(read.column("menages", "array_to_string(equipement, '+')"))
                    .containsExactly("tv+radio", "tv", null, "radio", "tv", "radio");
        }
    }

    @Test
    void personsHaveTheDesignOfTheirHousehold() {
        try (var read = survey.read()) {
            assertThat(read.column("personnes", "_weight"))
                    .containsExactly(1.5, 1.5, 1.5, 2.0, 2.0, 2.0, 3.25, 3.25, 3.25);
            assertThat(read.column("personnes", "_stratum || _cluster"))
                    .startsWith("urbain1")
                    .endsWith("rural2");
            assertThat(read.column("personnes", "_area")).startsWith("nord", "nord", "nord", "sud");
            assertThat(read.column("personnes", "_period"))
                    .startsWith("2025-03")
                    .endsWith("2025-04");
            assertThat(read.column("personnes", "_household")).startsWith("uuid:1", "uuid:1", "uuid:2");
            assertThat(read.column("personnes", "_unit")).startsWith("uuid:1/p[1]");
            assertThat(read.column("personnes", "age")).startsWith(40L, 7L);
        }
    }

    @Test
    void theHouseholdIsTheSamplingUnitWhereThereIsNoOther() {
        survey.replace("datapackage.yaml", "      cluster: [ilot]\n", "");
        try (var read = survey.read()) {
            assertThat(read.column("menages", "_cluster")).containsOnlyNulls();
            assertThat(read.column("personnes", "_cluster")).startsWith("uuid:1", "uuid:1", "uuid:2");
        }
    }

    @Test
    void aSimpleSampleWeighsEachTheSame() {
        survey.replace("datapackage.yaml", "weight: poids", "design: srs\n      population: 600");
        try (var read = survey.read()) {
            assertThat(read.column("menages", "_weight")).containsOnly(100.0);
            assertThat(read.column("personnes", "_weight")).containsOnly(100.0);
            assertThat(read.column("personnes", "_fpc")).containsOnly(600.0);
        }
        survey.replace("datapackage.yaml", "design: srs\n      population: 600", "design: census");
        try (var read = survey.read()) {
            assertThat(read.column("personnes", "_weight")).containsOnly(1.0);
            assertThat(read.column("personnes", "_fpc")).containsOnly(1.0);
        }
    }

    @Test
    void findsTheAreaOfAPoint() {
        survey.replace("datapackage.yaml", "{column: quartier, level: quartier}", "{point: gps, level: quartier}")
                .replace("menages.csv", "34.06,-6.85", "36.00,-6.85");
        try (var read = survey.read()) {
            assertThat(read.column("menages", "_area")).containsExactly("nord", null, "sud", "sud", "sud", "sud");
            assertThat(read.of(FindingRule.ANSWERS_WITHOUT_AREA))
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.arguments()).containsExactly("1", "3"));
        }
        survey.replace("menages.csv", "36.00,-6.85", "366,-6.85");
        try (var read = survey.read()) {
            assertThat(read.of(FindingRule.GEOMETRY_MALFORMED)).singleElement().satisfies(finding -> {
                assertThat(finding.place().row()).isEqualTo(3L);
                assertThat(finding.value()).isNull();
                assertThat(finding.arguments()).noneMatch(argument -> argument.contains("366"));
            });
        }
    }

    static final List<Arguments> FAULTS = List.of(
            arguments("menages.csv", "urbain,1.5,oui", "urbain,,oui", FindingRule.WEIGHT_NOT_POSITIVE, 2),
            arguments("menages.csv", "urbain,1.5,oui", "urbain,0,oui", FindingRule.WEIGHT_NOT_POSITIVE, 2),
            arguments("menages.csv", "urbain,1.5,oui", "urbain,-1.5,oui", FindingRule.WEIGHT_NOT_POSITIVE, 2),
            arguments("menages.csv", "urbain,1.5,oui", "urbain,lourd,oui", FindingRule.WEIGHT_NOT_POSITIVE, 2),
            arguments("menages.csv", "urbain,1.5,oui", ",1.5,oui", FindingRule.DESIGN_MISSING, 2),
            arguments("menages.csv", "0600000003,2", "0600000003,", FindingRule.DESIGN_MISSING, 4),
            arguments("menages.csv", "2025-03-02,sud,Fatima 3", "2025-03-02,est,Fatima 3", FindingRule.AREA_UNKNOWN, 4),
            arguments("menages.csv", "2025-03-02,sud,Fatima 3", "2025-03-02,,Fatima 3", FindingRule.CODE_MISSING, 4),
            arguments("menages.csv", "2025-04-03", "2025-04-31", FindingRule.DATE_MALFORMED, 7),
            arguments("menages.csv", "urbain,1.5,oui", "urbain,1.5,peut-être", FindingRule.CODE_UNKNOWN, 2),
            arguments("menages.csv", "uuid:2", "uuid:1", FindingRule.ANSWER_TWICE, 3),
            arguments("personnes.csv", "AB1,40", "AB1,1000000000", FindingRule.CONSTRAINT_BROKEN, 2),
            arguments("personnes.csv", "AB1,40", "AB1,quarante", FindingRule.NUMBER_MALFORMED, 2),
            arguments("personnes.csv", "AB1,40", "AB1,40.5", FindingRule.TYPE_WRONG, 2),
            arguments("personnes.csv", "p[1],uuid:2", "p[1],uuid:20", FindingRule.ANSWER_WITHOUT_PARENT, 4));

    @ParameterizedTest
    @FieldSource("FAULTS")
    void refusesTheRowAndSaysWhy(String file, String old, String wrong, FindingRule rule, long row) {
        survey.replace(file, old, wrong);
        try (var read = survey.read()) {
            assertThat(read.of(rule))
                    .isNotEmpty()
                    .first()
                    .satisfies(finding -> assertThat(finding.place().row()).isEqualTo(row));
            assertThat(read.refused).allSatisfy(rows -> assertThat(rows.rows()).isEmpty());
        }
    }

    @Test
    void leavesOutWhatThePackageTolerates() {
        survey.replace("menages.csv", "urbain,1.5,oui", "urbain,0,oui")
                .replace(
                        "datapackage.yaml",
                        "      weight: poids",
                        "      tolerate: {weight-not-positive: 1}\n      weight: poids");
        try (var read = survey.read()) {
            assertThat(read.findings.stops()).isFalse();
            assertThat(read.table("menages").rows()).isEqualTo(5);
            assertThat(read.table("personnes").rows()).isEqualTo(7);
            assertThat(read.of(FindingRule.ROWS_REFUSED))
                    .extracting(finding -> finding.arguments().getFirst())
                    .containsExactly("1", "2");
            assertThat(read.refused.getFirst().rows()).singleElement().satisfies(row -> {
                assertThat(row.values()).contains("nord", "urbain").noneMatch(text -> text.contains(Survey.SECRET));
            });
        }
    }

    @Test
    void saysWhichAnswersWereGivenToAnotherVersion() {
        survey.replace("menages.csv", "uuid:6,v2", "uuid:6,v1");
        try (var read = survey.read()) {
            assertThat(read.of(FindingRule.FORM_VERSION_DIFFERS))
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.arguments()).containsExactly("v1", "v2", "1"));
        }
    }

    @Test
    void doesNotKeepWhatNobodyAskedFor() {
        survey.replace("menages.csv", "SubmissionDate,", "remarque,")
                .replace("menages.csv", "2025-03-02T10:00:00Z", "x");
        try (var read = survey.read()) {
            assertThat(read.of(FindingRule.COLUMNS_UNASKED))
                    .anySatisfy(finding -> assertThat(finding.arguments()).containsExactly("remarque"));
            assertThat(read.table("menages").variable("remarque")).isEmpty();
        }
    }

    @Test
    void refusesAPersonalColumnThatIsNotThere() {
        survey.replace("datapackage.yaml", "personal: [chef, tel]", "personal: [chef, telephone]");
        try (var read = survey.read()) {
            assertThat(read.of(FindingRule.COLUMN_MISSING))
                    .singleElement()
                    .satisfies(finding ->
                            assertThat(finding.arguments().getFirst()).isEqualTo("telephone"));
            assertThat(read.answers.tables()).isEmpty();
        }
    }

    @Test
    void readsTheTablesOfKoboToolbox() {
        survey.write("menages.xlsx", Workbooks.whole(workbook -> {
                    var form = workbook.createSheet("Enquête");
                    Workbooks.row(
                            form,
                            0,
                            "today",
                            "id/quartier",
                            "id/chef",
                            "id/tel",
                            "id/ilot",
                            "strate",
                            "poids",
                            "eau",
                            "equipement/tv",
                            "equipement/radio",
                            "_gps_latitude",
                            "gps",
                            "_uuid",
                            "_index",
                            "_submitted_by",
                            "__version__");
                    Workbooks.row(
                            form,
                            1,
                            "2025-03-01",
                            "nord",
                            "Fatima 1",
                            "06",
                            1,
                            "urbain",
                            1.5,
                            "Oui",
                            1,
                            0,
                            34.05,
                            "34.05 -6.85 0 0",
                            "u1",
                            1,
                            "agent",
                            "v2");
                    Workbooks.row(
                            form,
                            2,
                            "2025-03-01",
                            "sud",
                            "Fatima 2",
                            "06",
                            1,
                            "urbain",
                            2,
                            "",
                            "",
                            "",
                            34.05,
                            "34.01 -6.85 0 0",
                            "u2",
                            2,
                            "agent",
                            "v2");
                    var people = workbook.createSheet("personnes");
                    Workbooks.row(
                            people,
                            0,
                            "personnes/age",
                            "personnes/lit",
                            "personnes/cin",
                            "_index",
                            "_parent_index",
                            "prenom");
                    Workbooks.row(people, 1, 40, "oui", "AB1", 1, 1, "Fatima");
                    Workbooks.row(people, 2, 8, "", "", 2, 2, "Fatima");
                }))
                .replace("datapackage.yaml", "path: menages.csv", "path: menages.xlsx\n    dialect: {sheet: Enquête}")
                .replace(
                        "datapackage.yaml",
                        "path: personnes.csv",
                        "path: menages.xlsx\n    dialect: {sheet: personnes}")
                .replace("datapackage.yaml", "key: KEY, column: PARENT_KEY", "key: _index, column: _parent_index");
        try (var read = survey.read()) {
            assertThat(read.findings.stops()).isFalse();
            assertThat(read.column("menages", "array_to_string(equipement, '+')"))
                    .containsExactly("tv", null);
            assertThat(read.column("personnes", "_area")).containsExactly("nord", "sud");
            assertThat(read.column("personnes", "_weight")).containsExactly(1.5, 2.0);
        }
    }

    @Test
    void takesTheSchemaWhereThereIsNoQuestionnaire() {
        survey.replace("datapackage.yaml", "      questionnaire: form.xlsx\n", "")
                .replace(
                        "datapackage.yaml",
                        "      role: responses\n      unit: household",
                        "      role: responses\n      unit: household")
                .replace("datapackage.yaml", "path: personnes.csv\n", """
                        path: personnes.csv
                            schema:
                              missingValues: ["", "70"]
                              fields:
                                - {name: age, type: integer, constraints: {maximum: 30}}
                                - {name: lit, type: string}
                                - {name: cin, type: string}
                        """);
        try (var read = survey.read()) {
            assertThat(read.of(FindingRule.CONSTRAINT_BROKEN))
                    .extracting(finding -> finding.place().row())
                    .containsExactly(2L, 4L);
            assertThat(read.column("personnes", "age")).startsWith(7L, 12L, null);
            assertThat(read.table("personnes").variable("prenom")).isEmpty();
            assertThat(Survey.types(read.table("menages").location()))
                    .containsEntry("poids", "DOUBLE")
                    .doesNotContainKey("gps-Latitude");
        }
    }
}
