package org.socialobservatory.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialobservatory.ingest.Town.Read;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.cube.CellKey;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.finding.Finding;
import org.socialobservatory.ontology.finding.FindingRule;
import org.socialobservatory.ontology.finding.Severity;

/** Whatever answers and formulas bring: each has its answer, in a package as it arrives, and never an exception. */
class BadAnswersTest {

    private static final String PACKAGE = "datapackage.yaml";
    private static final String ANSWERS = "personnes.csv";
    private static final String FORM = "form.xlsx";

    private static final String RESPONSES = """
              - name: personnes
                path: personnes.csv
                observatory:
                  role: responses
                  questionnaire: form.xlsx
                  unit: person
                  weight: poids
                  strata: [strate]
                  cluster: [ilot]
                  area: {column: quartier, level: quartier}
                  period: {value: 2025}
                  indicators: indicateurs.yaml
            """;

    private static final String INDICATORS = """
            dimensions:
              sex: {variable: sexe, codes: {femme: F, homme: M}}
            indicators:
              - {code: illiteracy-rate, kind: proportion, universe: age >= 15, condition: lit = 'non', breakdowns: [[], [sex]]}
            """;

    private static final String COMPUTED =
            ", label: {fr: Essai, ar: تجربة, en: Trial}, unit: years, breakdowns: [[]]}\n";

    @TempDir
    private Path folder;

    private @Nullable Town town;

    /** Eighty answers: sixty of the Harbour in two strata of two clusters, twenty of the Station; every third reads. */
    private static String answers() {
        var rows = new StringBuilder("__version__,poids,strate,ilot,quartier,sexe,age,lit,langue\n");
        for (int i = 0; i < 80; i++) {
            rows.append("v2,%s,%s,i%d,%s,%s,%d,%s,%s%n"
                    .formatted(
                            i % 2 == 0 ? "10.5" : "20",
                            i < 40 ? "nord" : "sud",
                            i / 20,
                            i < 60 ? "port" : "gare",
                            i % 2 == 0 ? "femme" : "homme",
                            16 + i % 50,
                            i % 3 == 0 ? "oui" : "non",
                            i % 2 == 0 ? "ar" : "fr"));
        }
        return rows.toString();
    }

    private Town town() {
        var made = town;
        if (made == null) {
            made = Town.in(folder)
                    .write(ANSWERS, answers())
                    .write("indicateurs.yaml", INDICATORS)
                    .write(FORM, Workbooks.whole(BadAnswersTest::form))
                    .replace(PACKAGE, "  - name: indicateurs", RESPONSES + "  - name: indicateurs");
            town = made;
        }
        return made;
    }

    private static void form(XSSFWorkbook workbook) {
        var survey = workbook.createSheet("survey");
        var questions = List.of(
                "type|name|label",
                "decimal|poids|Poids",
                "text|strate|Strate",
                "text|ilot|Îlot",
                "text|quartier|Quartier",
                "select_one sexes|sexe|Sexe",
                "integer|age|Âge",
                "select_one oui_non|lit|Sait lire ?",
                "select_one langues|langue|Langue");
        for (int i = 0; i < questions.size(); i++) {
            Workbooks.row(survey, i, (Object[]) questions.get(i).split("\\|", -1));
        }
        var choices = workbook.createSheet("choices");
        var lists = List.of(
                "list_name|name|label",
                "sexes|femme|Femme",
                "sexes|homme|Homme",
                "oui_non|oui|Oui",
                "oui_non|non|Non",
                "langues|ar|Arabe",
                "langues|fr|Français",
                "langues|zgh|Amazighe");
        for (int i = 0; i < lists.size(); i++) {
            Workbooks.row(choices, i, (Object[]) lists.get(i).split("\\|", -1));
        }
        var settings = workbook.createSheet("settings");
        Workbooks.row(settings, 0, "form_id", "version");
        Workbooks.row(settings, 1, "menages", "v2");
    }

    private static final String FIRST = "v2,10.5,nord,i0,port,femme,16,oui,ar";

    static final List<Arguments> ANSWERS_REFUSED = List.of(
            arguments("v2,,nord,i0,port,femme,16,oui,ar", FindingRule.WEIGHT_NOT_POSITIVE),
            arguments("v2,0,nord,i0,port,femme,16,oui,ar", FindingRule.WEIGHT_NOT_POSITIVE),
            arguments("v2,-1,nord,i0,port,femme,16,oui,ar", FindingRule.WEIGHT_NOT_POSITIVE),
            arguments("v2,lourd,nord,i0,port,femme,16,oui,ar", FindingRule.WEIGHT_NOT_POSITIVE),
            arguments("v2,10.5,,i0,port,femme,16,oui,ar", FindingRule.DESIGN_MISSING),
            arguments("v2,10.5,nord,,port,femme,16,oui,ar", FindingRule.DESIGN_MISSING),
            arguments("v2,10.5,nord,i0,mer,femme,16,oui,ar", FindingRule.AREA_UNKNOWN),
            arguments("v2,10.5,nord,i0,,femme,16,oui,ar", FindingRule.CODE_MISSING),
            arguments("v2,10.5,nord,i0,port,femme,16,peut-être,ar", FindingRule.CODE_UNKNOWN),
            arguments("v2,10.5,nord,i0,port,femme,seize,oui,ar", FindingRule.NUMBER_MALFORMED));

    @ParameterizedTest
    @FieldSource("ANSWERS_REFUSED")
    void refusesTheAnswerAndSaysWhereAndWhy(String answer, FindingRule rule) {
        try (var read = town().replace(ANSWERS, FIRST, answer).read()) {
            assertThat(rule.severity()).isEqualTo(Severity.ERROR);
            assertThat(read.intake().content()).isEmpty();
            var finding = read.of(rule).getFirst();
            assertThat(finding.place().resource()).isEqualTo("personnes");
            assertThat(finding.place().row()).isEqualTo(2L);
            inThreeLanguages(finding);
        }
    }

    static final List<Arguments> FORMULAS_REFUSED = List.of(
            arguments("condition: sait_lire = 'non'", FindingRule.VARIABLE_UNKNOWN),
            arguments("condition: lit > 3", FindingRule.VARIABLE_TYPE),
            arguments("condition: strToLowerCase(lit) = 'non'", FindingRule.ECQL_FUNCTION),
            arguments("condition: age = (SELECT 1)", FindingRule.ECQL_MALFORMED),
            arguments("condition: \"age > 1; DROP TABLE answers\"", FindingRule.ECQL_MALFORMED),
            arguments("condition: \"lit = 'non' OR 1 = 1 --\"", FindingRule.ECQL_MALFORMED));

    @ParameterizedTest
    @FieldSource("FORMULAS_REFUSED")
    void refusesTheFormulaAndSaysWhereAndWhy(String condition, FindingRule rule) {
        try (var read = town().replace("indicateurs.yaml", "condition: lit = 'non'", condition)
                .read()) {
            var finding = read.refusedFor(rule);
            assertThat(String.valueOf(finding.place().column())).endsWith("condition");
            inThreeLanguages(finding);
        }
    }

    private static void inThreeLanguages(Finding finding) {
        for (Language language : Language.values()) {
            assertThat(finding.sentence(language)).isNotBlank().doesNotContain("{0}", "Exception");
            assertThat(finding.remedy(language)).isNotBlank().doesNotContain("{0}");
        }
    }

    @Test
    void aStratumWithOneClusterIsPointedOut() {
        try (var read = town().replace(ANSWERS, "nord,i1,", "est,i1,").read()) {
            assertThat(read.of(FindingRule.STRATUM_LONELY)
                            .getFirst()
                            .arguments()
                            .getFirst())
                    .isEqualTo("2");
            assertThat(rate(read, "bourg")).isPresent();
        }
    }

    @Test
    void aPointInTheSeaCountsInTheTownOnly() {
        var seen = answers()
                .replace("quartier,", "position,")
                .replace(",port,", ",\"34.005,-6.795\",")
                .replace(",gare,", ",\"34.005,-6.785\",")
                .replaceFirst("34.005,-6.795", "34.005,-7.5");
        var form = town().write(ANSWERS, seen)
                .replace(
                        PACKAGE,
                        "{column: quartier, level: quartier}\n      period: {value: 2025}",
                        "{point: position, level: quartier}\n      period: {value: 2025}");
        try (var read = form.read()) {
            assertThat(read.of(FindingRule.ANSWERS_WITHOUT_AREA))
                    .singleElement()
                    .satisfies(finding ->
                            assertThat(finding.arguments().getFirst()).isEqualTo("1"));
            assertThat(rate(read, "bourg").orElseThrow().uncertainty().sampleSize())
                    .isEqualByComparingTo("80");
            assertThat(rate(read, "port").orElseThrow().uncertainty().sampleSize())
                    .isEqualByComparingTo("59");
        }
    }

    @Test
    void aRatioOverZeroHasNoCell() {
        try (var read = computed("essai, kind: ratio, value: age, denominator: age - age")) {
            assertThat(read.intake().content()).isPresent();
            assertThat(cell(read, "essai", "_T", "bourg")).isNull();
        }
    }

    @Test
    void aDomainWithNobodyHasNoCell() {
        try (var read = computed("essai, kind: mean, value: age, universe: age > 200")) {
            assertThat(read.intake().content()).isPresent();
            assertThat(cell(read, "essai", "_T", "bourg")).isNull();
        }
    }

    @Test
    void equalAnswersHaveNoError() {
        try (var read = computed("essai, kind: mean, value: age - age + 7")) {
            var mean = (Observed.Value) cell(read, "essai", "_T", "bourg");
            assertThat(mean).isNotNull();
            assertThat(mean.number()).isEqualByComparingTo("7");
            assertThat(mean.uncertainty().standardError()).isEqualByComparingTo("0");
        }
    }

    /** The interval is exact where nobody or everybody says so; the gate may still withhold the figure. */
    @ParameterizedTest
    @ValueSource(strings = {"age > 200", "age > 0"})
    void aShareOfNobodyOrOfAllIsBounded(String condition) {
        try (var read = computed(
                "essai, kind: proportion, unit: percent, condition: '%s'".formatted(condition), "unit: years, ")) {
            assertThat(read.intake().content()).isPresent();
            var share = cell(read, "essai", "_T", "bourg");
            assertThat(share).isNotNull();
            if (share instanceof Observed.Value value) {
                assertThat(value.uncertainty().lower()).isNotNull().isBetween(zero(), value.number());
                assertThat(value.uncertainty().upper()).isNotNull().isBetween(value.number(), hundred());
                assertThat(value.uncertainty().lower())
                        .isNotEqualByComparingTo(value.uncertainty().upper());
            }
        }
    }

    private static BigDecimal zero() {
        return BigDecimal.ZERO;
    }

    private static BigDecimal hundred() {
        return BigDecimal.valueOf(100);
    }

    @Test
    void oneRespondentIsNotShown() {
        try (var read = town().replace(ANSWERS, FIRST, FIRST.replace(",16,", ",99,"))
                .replace("indicateurs.yaml", "age >= 15", "age = 99")
                .read()) {
            assertThat(read.intake().content()).isPresent();
            assertThat(cell(read, "illiteracy-rate", "_T", "bourg")).isInstanceOf(Observed.Withheld.class);
        }
    }

    @Test
    void aCategoryThatNobodyChoseHasNoCell() {
        var byLanguage = town().replace("indicateurs.yaml", "indicators:", "  langue: langue\nindicators:")
                .replace("indicateurs.yaml", "[[], [sex]]", "[[], [langue]]")
                .append(
                        PACKAGE,
                        "  - {name: langue, path: langue.csv, observatory: {role: codes, code: code, label: {fr: fr, ar: ar, en: en}}}")
                .write(
                        "langue.csv",
                        "code,fr,ar,en\nar,Arabe,العربية,Arabic\nfr,Français,الفرنسية,French\nzgh,Amazighe,الأمازيغية,Amazigh\n");
        try (var read = byLanguage.read()) {
            assertThat(cell(read, "illiteracy-rate", "langue=fr", "bourg")).isNotNull();
            assertThat(cell(read, "illiteracy-rate", "langue=zgh", "bourg")).isNull();
        }
    }

    @Test
    void anAgeOfABillionStaysWithItsOwnFigure() {
        var absurd = town().replace(ANSWERS, FIRST, FIRST.replace(",16,", ",1000000000,"));
        try (var read = absurd.read()) {
            assertThat(rate(read, "bourg").orElseThrow().uncertainty().sampleSize())
                    .isEqualByComparingTo("80");
            assertThat(read.intake().findings())
                    .extracting(finding -> String.valueOf(finding.value()))
                    .doesNotContain("1000000000");
        }
    }

    @Test
    void answersToAnotherVersionAreCountedAndTaken() {
        try (var read =
                town().replace(ANSWERS, FIRST, FIRST.replace("v2", "v1")).read()) {
            assertThat(read.of(FindingRule.FORM_VERSION_DIFFERS))
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.arguments()).containsExactly("v1", "v2", "1"));
            assertThat(read.intake().content()).isPresent();
        }
    }

    private Read computed(String indicator) {
        return computed(indicator, "");
    }

    /** @param without a part of the usual definition that the indicator says otherwise */
    private Read computed(String indicator, String without) {
        return town().append("indicateurs.yaml", "  - {code: " + indicator + COMPUTED.replace(without, ""))
                .read();
    }

    private static Optional<Observed.Value> rate(Read read, String area) {
        return cell(read, "illiteracy-rate", "_T", area) instanceof Observed.Value value
                ? Optional.of(value)
                : Optional.empty();
    }

    private static @Nullable Observed cell(Read read, String indicator, String breakdown, String area) {
        var key = new CellKey(indicator, breakdown, "2025", area);
        return read.intake().content().orElseThrow(() -> new AssertionError(sentences(read))).cells().stream()
                .filter(cell -> cell.key().equals(key))
                .map(Cell::observed)
                .findFirst()
                .orElse(null);
    }

    private static String sentences(Read read) {
        return String.join(
                "\n",
                read.intake().findings().stream()
                        .map(finding ->
                                String.format(Locale.ROOT, "%s %s", finding.place(), finding.sentence(Language.EN)))
                        .toList());
    }
}
