package org.socialobservatory.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.socialobservatory.ingest.source.Findings;
import org.socialobservatory.ingest.source.RawFile;
import org.socialobservatory.ingest.source.xlsform.XlsForm;
import org.socialobservatory.ontology.finding.Finding;
import org.socialobservatory.ontology.finding.Finding.Place;
import org.socialobservatory.ontology.finding.FindingRule;
import org.socialobservatory.ontology.reference.ReferenceData;
import org.socialobservatory.ontology.reference.ReferenceFolder;
import org.socialobservatory.ontology.survey.AnswerType;
import org.socialobservatory.ontology.survey.Choice;
import org.socialobservatory.ontology.survey.Question;
import org.socialobservatory.ontology.survey.Questionnaire;
import org.socialobservatory.ontology.survey.Section;
import org.socialobservatory.ontology.survey.Variable;

/** Questionnaires written as XLSForm, sound, old and broken. */
class QuestionnaireTest {

    @TempDir
    Path folder;

    private final Findings findings = new Findings();

    private Optional<Questionnaire> read(Path file) {
        return XlsForm.read(new RawFile(file.getFileName().toString(), "", 0, file), Place.of("form"), findings);
    }

    private Questionnaire form(Consumer<XSSFWorkbook> fill) {
        try {
            var file = folder.resolve("Ménages 2025.xlsx");
            Files.write(file, Workbooks.whole(fill));
            return read(file).orElseThrow();
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    private static void sheet(XSSFWorkbook workbook, String name, Object[]... rows) {
        var sheet = workbook.createSheet(name);
        for (int i = 0; i < rows.length; i++) {
            Workbooks.row(sheet, i, rows[i]);
        }
    }

    private static Object[] row(Object... cells) {
        return cells;
    }

    private static void sound(XSSFWorkbook workbook) {
        sheet(
                workbook,
                "survey",
                row("name", "label::Arabic", "type", "label::French (fr)", "constraint", "relevance", "choice filter"),
                row("debut", "", "start", ""),
                row("logement", "", "begin_group", "Logement"),
                row("eau", "هل لديكم ماء؟", "select one from oui_non", "Avez-vous l’eau ?"),
                row("", "", "end group", ""),
                row("personnes", "", "begin repeat", "Personnes"),
                row("nom", "", "text", "Nom"),
                row("age", "العمر", "integer", "Âge", ". >= 0 and . <= 120"),
                row("lit", "", "select_one oui_non or_other", "Sait lire ?", "", "${age} >= 10", "x = 1"),
                row("langues", "", "select_multiple langues", "Langues"),
                row("merci", "", "note", "Merci"),
                row("", "", "end_repeat", ""),
                row("gps", "", "geopoint", "Position"),
                row("total", "", "calculate", ""));
        sheet(
                workbook,
                "choices",
                row("label::French (fr)", "list name", "name", "label::Arabic"),
                row("Oui", "oui_non", "oui", "نعم"),
                row("Non", "oui_non", "non", "لا"),
                row("Arabe", "langues", 1),
                row("Français", "langues", 2));
        sheet(workbook, "settings", row("version", "form_id", "form_title"), row("2025-01", "menages_2025", "Ménages"));
    }

    @Test
    void readsGroupsRepeatsChoicesAndLanguages() {
        var form = form(QuestionnaireTest::sound);
        assertThat(findings.list()).isEmpty();
        assertThat(form.code()).isEqualTo("menages_2025");
        assertThat(form.version()).isEqualTo("2025-01");
        assertThat(form.languages()).containsExactly("ar", "fr");
        assertThat(form.sections())
                .extracting(Section::name, Section::repeated)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("logement", false),
                        org.assertj.core.groups.Tuple.tuple("personnes", true));
        assertThat(form.list("oui_non").orElseThrow().choices())
                .extracting(Choice::name)
                .containsExactly("oui", "non");
        assertThat(form.list("langues").orElseThrow().choices())
                .extracting(Choice::name)
                .containsExactly("1", "2");
        var water = form.question("logement/eau").orElseThrow();
        assertThat(water.wordings().texts())
                .containsEntry("ar", "هل لديكم ماء؟")
                .containsEntry("fr", "Avez-vous l’eau ?");
        assertThat(water.wordings().multilingual().texts()).hasSize(2);
        assertThat(water.row()).isEqualTo(4);
    }

    @Test
    void keepsExpressionsAsText() {
        var literacy = form(QuestionnaireTest::sound).question("personnes/lit").orElseThrow();
        assertThat(literacy.logic().relevance()).isEqualTo("${age} >= 10");
        assertThat(literacy.logic().choiceFilter()).isEqualTo("x = 1");
        assertThat(literacy.orOther()).isTrue();
        assertThat(literacy.repeat()).isEqualTo("personnes");
    }

    @Test
    void knowsTheVariablesOfEachUnit() {
        var form = form(QuestionnaireTest::sound);
        assertThat(form.variables(null))
                .extracting(Variable::fullName)
                .containsExactly("debut", "logement/eau", "gps", "total");
        assertThat(form.variables("personnes"))
                .extracting(Variable::name, Variable::type)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("nom", Variable.Type.TEXT),
                        org.assertj.core.groups.Tuple.tuple("age", Variable.Type.WHOLE),
                        org.assertj.core.groups.Tuple.tuple("lit", Variable.Type.TEXT),
                        org.assertj.core.groups.Tuple.tuple("lit_other", Variable.Type.TEXT),
                        org.assertj.core.groups.Tuple.tuple("langues", Variable.Type.TEXTS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "select_one oui_non                 | SELECT_ONE",
                "select one oui_non                 | SELECT_ONE",
                "select one from oui_non            | SELECT_ONE",
                "select1 oui_non                    | SELECT_ONE",
                "SELECT_ONE oui_non                 | SELECT_ONE",
                "add select one prompt using oui_non | SELECT_ONE",
                "select_one oui_non or specify other | SELECT_ONE",
                "select_one_from_file communes.csv  | SELECT_ONE",
                "select multiple from oui_non       | SELECT_MULTIPLE",
                "select all that apply from oui_non | SELECT_MULTIPLE",
                "rank oui_non                       | RANK",
                "int                                | INTEGER",
                "string                             | TEXT",
                "dateTime                           | MOMENT",
                "hidden int                         | HIDDEN",
                "location                           | PLACE",
                "trigger                            | ACKNOWLEDGE",
                "phone number                       | DEVICE",
            })
    void readsOldSpellingsOfTypes(String type, AnswerType expected) {
        var form = form(workbook -> {
            sheet(workbook, "survey", row("type", "name", "label"), row(type, "q", "Q"));
            sheet(workbook, "choices", row("list_name", "name", "label"), row("oui_non", "oui", "Oui"));
        });
        assertThat(findings.list()).isEmpty();
        assertThat(form.questions()).extracting(Question::type).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "label:English, en",
        "Label::Français, fr",
        "label::العربية, ar",
        "label :: Swahili, sw",
        "label::Tashelhit (shi), shi",
        "label:fr, fr",
        "label::French(fr), fr",
        "label::fr-MA, fr-ma",
        "label::French (fr-MA), fr-ma",
        "label::Langue du pays, x-langue-du-pays",
        "label::ⵜⴰⵎⴰⵣⵉⵖⵜ, x-2eaa428",
        "label, und",
        "caption, und"
    })
    void readsOldSpellingsOfColumns(String title, String tag) {
        var form = form(workbook -> sheet(workbook, "Survey ", row("Type", "NAME", title), row("text", "q", "Texte")));
        assertThat(findings.list()).isEmpty();
        assertThat(form.questions().getFirst().wordings().in(tag)).contains("Texte");
    }

    /** Breaks one cell of the sound form; the finding names sheet, row and column. */
    static final List<Arguments> BROKEN = List.of(
            arguments("survey", 4, 3, "select_one oui-non", FindingRule.FORM_LIST_MISSING, "type"),
            arguments("survey", 4, 3, "chose_one oui_non", FindingRule.FORM_TYPE_UNKNOWN, "type"),
            arguments("survey", 4, 3, "", FindingRule.FORM_CELL_MISSING, "type"),
            arguments("survey", 4, 1, "", FindingRule.FORM_CELL_MISSING, "name"),
            arguments("survey", 4, 1, "eau potable", FindingRule.FORM_NAME_MALFORMED, "name"),
            arguments("survey", 8, 1, "nom", FindingRule.FORM_NAME_TWICE, "name"),
            arguments("survey", 5, 3, "end_repeat", FindingRule.FORM_GROUP_UNBALANCED, "type"),
            arguments("survey", 1, 2, "label::French (fr)", FindingRule.COLUMN_REPEATED, "label::French (fr)"),
            arguments("choices", 3, 3, "", FindingRule.FORM_CELL_MISSING, "name"),
            arguments("choices", 3, 2, "", FindingRule.FORM_CELL_MISSING, "list name"),
            arguments("choices", 3, 3, "oui", FindingRule.FORM_CHOICE_TWICE, "name"));

    @ParameterizedTest
    @FieldSource("BROKEN")
    void saysWhereAFormIsBroken(String sheet, int row, int cell, String text, FindingRule rule, String column) {
        form(workbook -> {
            sound(workbook);
            workbook.getSheet(sheet).getRow(row - 1).getCell(cell - 1).setCellValue(text);
        });
        assertThat(findings.list().stream().filter(finding -> finding.rule() == rule))
                .first()
                .satisfies(finding -> {
                    assertThat(finding.place().sheet()).isEqualTo(sheet);
                    assertThat(finding.place().column()).isEqualTo(column);
                    if (rule != FindingRule.COLUMN_REPEATED) {
                        assertThat(finding.place().row()).isEqualTo((long) row);
                    }
                });
    }

    @Test
    void aChoiceWithoutAListSaysWhereTheListGoes() {
        form(workbook -> sheet(workbook, "survey", row("type", "name", "label"), row("select_one", "eau", "Eau ?")));
        assertThat(findings.list()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(FindingRule.FORM_TYPE_UNKNOWN);
            assertThat(finding.arguments()).containsExactly("select_one", "select_one LIST");
        });
    }

    @Test
    void aFormLeftOpenSaysWhichGroup() {
        form(workbook ->
                sheet(workbook, "survey", row("type", "name", "label"), row("begin group", "logement", "Logement")));
        assertThat(findings.list()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(FindingRule.FORM_GROUP_UNBALANCED);
            assertThat(finding.arguments()).containsExactly("logement");
        });
    }

    @Test
    void refusesAWorkbookThatIsNoForm() throws IOException {
        var file = folder.resolve("x.xlsx");
        Files.write(file, Workbooks.whole(workbook -> sheet(workbook, "Feuille", row("a", "b"), row(1, 2))));
        assertThat(read(file)).isEmpty();
        assertThat(findings.list()).extracting(Finding::rule).containsExactly(FindingRule.SHEET_MISSING);
        Files.writeString(file, "not a workbook");
        assertThat(read(file)).isEmpty();
        assertThat(findings.list()).extracting(Finding::rule).contains(FindingRule.FILE_DAMAGED);
    }

    /** An old workbook and one with a password begin alike: with the bytes of a compound file. */
    @Test
    void refusesAWorkbookBehindAPassword() throws IOException {
        var file = folder.resolve("x.xlsx");
        var bytes = new byte[4096];
        System.arraycopy(HexFormat.of().parseHex("d0cf11e0a1b11ae1"), 0, bytes, 0, 8);
        Files.write(file, bytes);
        assertThat(read(file)).isEmpty();
        assertThat(findings.list()).extracting(Finding::rule).containsExactly(FindingRule.WORKBOOK_LOCKED);
    }

    @Test
    void refusesASheetThatIsTooLongForAQuestionnaire() {
        var file = folder.resolve("x.xlsx");
        assertTimeout(Duration.ofSeconds(30), () -> {
            Files.write(file, Workbooks.whole(workbook -> {
                var survey = workbook.createSheet("survey");
                Workbooks.row(survey, 0, "type", "name", "label");
                for (int i = 1; i <= 10_001; i++) {
                    Workbooks.row(survey, i, "text", "q" + i, "Q");
                }
            }));
            assertThat(read(file)).isEmpty();
        });
        assertThat(findings.list()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(FindingRule.FORM_TOO_LONG);
            assertThat(finding.arguments()).containsExactly("10001", "10000");
        });
    }

    @Test
    void saysOnceWhatKeepsASheetFromBeingRead() throws IOException {
        var whole = Workbooks.whole(QuestionnaireTest::sound);
        var file = folder.resolve("x.xlsx");
        try (var in = new ZipInputStream(new ByteArrayInputStream(whole));
                var out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                var entity = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><worksheet";
                out.write((entry.getName().contains("sheet1") ? text.replaceFirst("<worksheet", entity) : text)
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        assertThat(read(file)).isEmpty();
        assertThat(findings.list()).extracting(Finding::rule).containsOnly(FindingRule.XML_ENTITY);
    }

    @ParameterizedTest
    @ReferenceData
    @CsvSource({
        "pma_burkina_r5_female_fr_en.xlsx, FQ-bfr5-v13, 27, 0, en fr",
        "pma_burkina_r5_selection_fr_en.xlsx, sel-bfr5-v2, 4, 1, en fr",
        "pma_kenya_r7_household_en_sw.xlsx, HQ-ker7-v7, 10, 1, en sw",
        "pma_xformtest1_repeat.xlsx, sel-idr1-v1, 4, 1, en",
        "kobo_sample_xlsform.xlsx, koboloadeR, 2, 1, und",
        "pyxform_choice_filter.xlsx, cascading_selects1, 0, 0, und"
    })
    void readsQuestionnairesThatWereUsedInTheField(
            String file, String code, int sections, int repeats, String languages) {
        var form = read(ReferenceFolder.path("xlsforms").resolve(file)).orElseThrow();
        assertThat(findings.list()).isEmpty();
        assertThat(form.code()).isEqualTo(code);
        assertThat(form.sections()).hasSize(sections);
        assertThat(form.sections().stream().filter(Section::repeated)).hasSize(repeats);
        assertThat(form.languages()).containsExactly(languages.split(" "));
        assertThat(form.variables()).isNotEmpty();
    }

    @Test
    @ReferenceData
    void findsTheDuplicateColumnsOfABrokenForm() {
        read(ReferenceFolder.path("xlsforms").resolve("pyxform_bad_duplicate_columns.xlsx"));
        assertThat(findings.list().stream()
                        .filter(finding -> finding.rule() == FindingRule.COLUMN_REPEATED)
                        .map(finding -> finding.place().column()))
                .containsExactly("label");
    }

    @Test
    @ReferenceData
    void comparesTwoQuestionnairesOfTwoCountries() {
        var burkina = read(ReferenceFolder.path("xlsforms").resolve("pma_burkina_r5_selection_fr_en.xlsx"));
        var test = read(ReferenceFolder.path("xlsforms").resolve("pma_xformtest1_repeat.xlsx"));
        var rows = org.socialobservatory.ontology.survey.Comparability.of(
                        burkina.orElseThrow(), test.orElseThrow(), List.of())
                .rows();
        assertThat(rows)
                .extracting(org.socialobservatory.ontology.survey.Comparability.Row::verdict)
                .contains(
                        org.socialobservatory.ontology.survey.Comparability.Verdict.SAME,
                        org.socialobservatory.ontology.survey.Comparability.Verdict.WORDING_CHANGED,
                        org.socialobservatory.ontology.survey.Comparability.Verdict.MISSING);
    }
}
