package org.socialobservatory.ingest.mapping.description;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socialobservatory.ingest.mapping.description.Meaning.PeriodCut;
import org.socialobservatory.ingest.mapping.tabulation.Classifier;
import org.socialobservatory.ingest.mapping.tabulation.Fraction;
import org.socialobservatory.ingest.mapping.tabulation.Statistic;
import org.socialobservatory.ingest.source.Findings;
import org.socialobservatory.ingest.source.PackageFiles;
import org.socialobservatory.ontology.finding.Finding;
import org.socialobservatory.ontology.finding.FindingRule;

class ResponsesDescriptionTest {

    private static final String PACKAGE = """
            name: enquete
            title: {fr: Enquête, ar: بحث, en: Survey}
            licenses: [{name: CC-BY-4.0}]
            resources:
              - name: menages
                path: menages.csv
                observatory:
                  role: responses
                  unit: household
                  weight: poids
                  strata: [region, milieu]
                  cluster: ilot
                  fpc: nb
                  lonelyPsu: certainty
                  replicates: {method: JKn, columns: [r1, r2], rscales: [0.5, 0.5], mse: true}
                  margins: marges.csv
                  area: {point: gps, level: quartier}
                  period: {column: date, as: quarter}
                  personal: [nom, telephone, gps]
                  person: cin
                  minRespondents: 20
                  indicators: indicateurs.yaml
              - name: personnes
                path: personnes.csv
                observatory:
                  role: responses
                  unit: person
                  parent: {resource: menages, key: id, column: id_menage}
                  indicators: {indicators: [{code: all, kind: count}]}
            """;

    private static final String TABULATION = """
            dimensions:
              sex: {variable: sexe, codes: {homme: M, femme: F}}
              age: {variable: age, bands: [0, 5, 15, 60]}
              milieu: milieu
            indicators:
              - code: illiteracy-rate
                kind: proportion
                unit: percent
                universe: age >= 15
                condition: lit = 'non'
                breakdowns: [[], [sex], [sex, age], milieu]
                interval: logit
              - {code: size, kind: mean, value: taille, label: {fr: Taille, ar: حجم, en: Size}, direction: none}
              - {code: rooms, kind: ratio, value: taille, denominator: pieces}
              - {code: income, kind: total, value: revenu}
              - {code: median, kind: quantile, value: revenu, p: 0.5}
              - code: mpi
                kind: mpi
                cutoff: 1/3
                dimensions:
                  - code: education
                    weight: 1/3
                    indicators: [{code: schooling, deprived: annees < 6}, {code: attendance, deprived: ecole = 'non'}]
                  - {code: health, weight: 2/3, indicators: [{code: care, deprived: soin = 'non'}]}
            levels: [quartier, town]
            """;

    @TempDir
    Path folder;

    private final Findings findings = new Findings();

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("datapackage.yaml"), PACKAGE);
        Files.writeString(folder.resolve("indicateurs.yaml"), TABULATION);
        Files.writeString(folder.resolve("menages.csv"), "id\n1\n");
        Files.writeString(folder.resolve("personnes.csv"), "id_menage\n1\n");
        Files.writeString(folder.resolve("marges.csv"), "sexe,age,total\nF,,10\nM,,11.5\n,0,7\n");
    }

    private List<Responses> read() {
        try (var files = PackageFiles.open(folder, findings)) {
            return DescriptionReader.read(files, findings).orElseThrow().resources().stream()
                    .map(ResourceDescription::meaning)
                    .map(Responses.class::cast)
                    .toList();
        }
    }

    private List<Finding> faults() {
        return findings.list().stream()
                .filter(finding -> finding.rule() != FindingRule.ROLE_NOT_TAKEN)
                .toList();
    }

    @Test
    void readsHowTheRespondentsWereChosen() {
        var design = read().getFirst().design();
        assertThat(faults()).isEmpty();
        assertThat(design.weight()).isEqualTo(Binding.Column.of("poids"));
        assertThat(design.strata()).containsExactly("region", "milieu");
        assertThat(design.cluster()).containsExactly("ilot");
        assertThat(design.fpc()).isEqualTo(Binding.Column.of("nb"));
        assertThat(design.lonelyPsu()).isEqualTo(SampleDesign.LonelyPsu.CERTAINTY);
        assertThat(design.replicates())
                .isEqualTo(new SampleDesign.Replicates(
                        SampleDesign.Method.JKN,
                        List.of("r1", "r2"),
                        null,
                        List.of(new BigDecimal("0.5"), new BigDecimal("0.5")),
                        null,
                        true));
        assertThat(design.margins())
                .extracting(SampleDesign.Margin::variables)
                .containsExactly(List.of("sexe"), List.of("age"));
        assertThat(design.margins().getFirst().totals()).containsEntry(List.of("M"), new BigDecimal("11.5"));
    }

    @Test
    void readsWhereWhenAndWhoTheyAre() {
        var households = read().getFirst();
        assertThat(households.area()).isEqualTo(new Responses.AreaPoint("gps", "quartier"));
        assertThat(households.period()).isEqualTo(new Responses.Dating(Binding.Column.of("date"), PeriodCut.QUARTER));
        assertThat(households.personal()).isEqualTo(new Responses.Personal(List.of("nom", "telephone", "gps"), "cin"));
        assertThat(households.thresholds().minRespondents()).isEqualTo(20);
    }

    @Test
    void takesWeightAreaAndPeriodOfTheParent() {
        var persons = read().getLast();
        assertThat(faults()).isEmpty();
        assertThat(persons.parent()).isEqualTo(new Responses.Parent("menages", "id", "id_menage"));
        assertThat(persons.area()).isNull();
        assertThat(persons.design().weight()).isNull();
        assertThat(persons.tabulation().indicators().getFirst().statistic()).isEqualTo(new Statistic.Count(null));
    }

    @Test
    void readsWhatIsComputed() {
        var tabulation = read().getFirst().tabulation();
        assertThat(tabulation.dimensions())
                .extractingByKey("age")
                .extracting(Classifier::codes)
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .containsExactly("Y0T4", "Y5T14", "Y15T59", "Y_GE60");
        assertThat(tabulation.dimensions().get("milieu"))
                .isEqualTo(new Classifier.ByValue("milieu", java.util.Map.of()));
        assertThat(tabulation.levels()).containsExactly("quartier", "town");
        var literacy = tabulation.indicators().getFirst();
        assertThat(literacy.statistic()).isEqualTo(new Statistic.Proportion("lit = 'non'"));
        assertThat(literacy.breakdowns())
                .containsExactly(List.of(), List.of("sex"), List.of("age", "sex"), List.of("milieu"));
        assertThat(literacy.place("universe").column()).isEqualTo("indicators[0].universe");
        assertThat(tabulation.indicators().getLast().statistic())
                .isInstanceOfSatisfying(Statistic.Poverty.class, poverty -> {
                    assertThat(poverty.cutoff()).isEqualTo(Fraction.of(1, 3));
                    assertThat(poverty.pillars().getFirst().deprivations())
                            .extracting(Statistic.Deprivation::weight)
                            .containsExactly(Fraction.of(1, 6), Fraction.of(1, 6));
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "datapackage.yaml | weight: poids         | design: srs          | KEY_MISSING | population",
                "datapackage.yaml | weight: poids         | # no weight          | KEY_MISSING | weight",
                "datapackage.yaml | weight: poids         | wieght: poids        | KEY_UNKNOWN | weight",
                "datapackage.yaml | unit: household       | # no unit            | KEY_MISSING | unit",
                "datapackage.yaml | unit: household       | unit: house          | VALUE_NOT_ALLOWED | household, person",
                "datapackage.yaml | lonelyPsu: certainty  | lonelyPsu: remove    | VALUE_NOT_ALLOWED | fail",
                "datapackage.yaml | method: JKn           | method: jackknife    | VALUE_NOT_ALLOWED | BRR",
                "datapackage.yaml | rscales: [0.5, 0.5]   | rscales: [0.5]       | VALUE_NOT_ALLOWED | [2]",
                "datapackage.yaml | method: JKn           | method: Fay          | KEY_MISSING | rho",
                "datapackage.yaml | key: id,              |                      | KEY_MISSING | key",
                "datapackage.yaml | area: {point: gps, level: quartier} | # nowhere | KEY_MISSING | area",
                "datapackage.yaml | as: quarter           | as: decade           | VALUE_NOT_ALLOWED | year",
                "indicateurs.yaml | condition: lit = 'non' | # none              | KEY_MISSING | condition",
                "indicateurs.yaml | denominator: pieces   | denom: pieces        | KEY_MISSING | denominator",
                "indicateurs.yaml | kind: proportion      | kind: share          | VALUE_NOT_ALLOWED | proportion",
                "indicateurs.yaml | [sex, age]            | [sex, agegroup]      | VALUE_NOT_ALLOWED | age",
                "indicateurs.yaml | bands: [0, 5, 15, 60] | bands: [0, 15, 5]    | VALUE_NOT_ALLOWED | [0",
                "indicateurs.yaml | femme: F              | femme: T             | CODE_MALFORMED | T",
                "indicateurs.yaml | p: 0.5                | p: 50                | VALUE_NOT_ALLOWED | 0 < p < 1",
                "indicateurs.yaml | interval: logit       | interval: wilson     | VALUE_NOT_ALLOWED | logit, symmetric",
                "indicateurs.yaml | value: taille,        | value: taille, interval: logit, | VALUE_NOT_ALLOWED | symmetric",
                "indicateurs.yaml | p: 0.5                | p: 0.5, interval: symmetric | KEY_UNKNOWN | interval",
                "indicateurs.yaml | cutoff: 1/3           | cutoff: 4/3          | VALUE_NOT_ALLOWED | 1/3",
                "indicateurs.yaml | weight: 2/3           | weight: 1/2          | VALUE_NOT_ALLOWED | weight = 1",
                "indicateurs.yaml | code: size            | code: illiteracy-rate | NAME_TWICE | illiteracy-rate",
                "marges.csv       | M,,11.5               | M,,many              | NUMBER_MALFORMED | many",
                "marges.csv       | total                 | somme                | COLUMN_MISSING | total",
                "marges.csv       | M,,11.5               | F,,11.5              | CODE_REPEATED | F"
            })
    void refusesEachWrongKey(String file, String old, @Nullable String wrong, FindingRule rule, String said)
            throws IOException {
        isRefused(file, old, wrong == null ? "" : wrong, rule, said);
    }

    @ParameterizedTest
    @CsvSource({
        "code: care, code: schooling, schooling",
        "code: care, code: education, education",
        "code: schooling, code: education, education"
    })
    void refusesPartsOfAnIndexThatShareACode(String old, String wrong, String shared) throws IOException {
        isRefused("indicateurs.yaml", old, wrong, FindingRule.PART_TWICE, shared);
    }

    private void isRefused(String file, String old, String wrong, FindingRule rule, String said) throws IOException {
        var path = folder.resolve(file);
        assertThat(Files.readString(path)).contains(old);
        Files.writeString(path, Files.readString(path).replace(old, wrong));
        try (var files = PackageFiles.open(folder, findings)) {
            DescriptionReader.read(files, findings);
        }
        assertThat(faults()).anySatisfy(fault -> {
            assertThat(fault.rule()).isEqualTo(rule);
            assertThat(String.join(" ", fault.arguments())).contains(said);
        });
    }
}
