package org.socialobservatory.ingest.describe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialobservatory.ingest.Ingest;
import org.socialobservatory.ingest.Town;
import org.socialobservatory.ingest.vault.Vault;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.area.Area;
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.edition.EditionContent;
import org.socialobservatory.ontology.finding.FindingRule;
import org.socialobservatory.ontology.reference.ReferenceData;
import org.socialobservatory.ontology.reference.ReferenceFolder;

class DescribeTest {

    @TempDir
    private Path folder;

    private String draft(Language language) {
        return Describe.draft(List.of(folder), language).yaml();
    }

    /** The package of a description. */
    private EditionContent publish(String yaml) throws IOException {
        Files.writeString(folder.resolve("datapackage.yaml"), yaml);
        try (var intake = Ingest.read(folder, Town.NOTHING, Vault.in(Path.of("target", "vault")))) {
            assertThat(intake.content())
                    .as(() -> intake.findings() + "\n" + yaml)
                    .isPresent();
            return intake.content().orElseThrow();
        }
    }

    private static List<String> cells(EditionContent content) {
        return content.cells().stream().map(DescribeTest::line).toList();
    }

    private static String line(Cell cell) {
        return cell.key() + " " + cell.observed();
    }

    private void copy(String from) throws IOException {
        try (var files = Files.list(ReferenceFolder.path(from))) {
            for (Path file : files.toList()) {
                if (!file.getFileName().toString().startsWith("datapackage")) {
                    Files.copy(file, folder.resolve(file.getFileName().toString()));
                }
            }
        }
    }

    private static int changedLines(String draft, String edited) {
        var before = new ArrayList<>(draft.lines().toList());
        var after = new ArrayList<>(edited.lines().toList());
        edited.lines().forEach(before::remove);
        draft.lines().forEach(after::remove);
        return Math.max(before.size(), after.size());
    }

    @Test
    @ReferenceData
    void draftsTheCensusOfSaleSoThatFewerThanTenLinesNeedEditing() throws IOException {
        copy("sale-rgph2024");
        var draft = draft(Language.FR);
        var edited = draft.replaceFirst("title: \\{fr: .*", "title: {fr: RGPH 2024 — Salé et Agadir}")
                .replaceFirst("sources: .*", "sources: [{title: 'HCP, RGPH 2024'}]")
                .replaceFirst("disclosure: .*", "disclosure: already-public");
        assertThat(changedLines(draft, edited)).isEqualTo(3).isLessThan(10);
        try (var census = Ingest.read(
                ReferenceFolder.path("sale-rgph2024"), Town.NOTHING, Vault.in(Path.of("target", "vault")))) {
            assertThat(cells(publish(edited)))
                    .hasSize(15_376)
                    .isEqualTo(cells(census.content().orElseThrow()));
        }
    }

    @Test
    @ReferenceData
    void draftsTheCensusOfMoroccoWithoutContradictions() throws IOException {
        copy("maroc-rgph2024");
        Files.writeString(folder.resolve("datapackage.yaml"), draft(Language.EN).replace("AAAA", "2024"));
        try (var intake = Ingest.read(folder, Town.NOTHING, Vault.in(Path.of("target", "vault")))) {
            assertThat(intake.counts()).doesNotContainKey(FindingRule.AREA_DIFFERS);
            assertThat(intake.content()
                            .orElseThrow(
                                    () -> new AssertionError(intake.gateReport().reasons() + " "
                                            + intake.gateReport().unprotected().size() + " "
                                            + intake.gateReport().unprotected().stream()
                                                    .limit(60)
                                                    .toList()
                                            + intake.findings()))
                            .cells())
                    .hasSize(947_932);
        }
    }

    @Test
    @ReferenceData
    void makesCodesOfNamesWhereTheFileHasNoneThatIsUnique() throws IOException {
        copy("rabat-sale-kenitra");
        var content = publish(draft(Language.FR));
        assertThat(content.definitions().areas())
                .hasSize(109)
                .extracting(Area::level)
                .containsOnly("commune");
        assertThat(content.definitions().areaVersions()).allMatch(version -> version.outline() != null);
        assertThat(content.definitions().areas())
                .filteredOn(area -> area.code().equals("temara"))
                .singleElement()
                .satisfies(area -> {
                    assertThat(area.names().exactly(Language.FR)).contains("Témara");
                    assertThat(area.names().exactly(Language.AR)).contains("تمارة");
                });
    }

    @Test
    void draftsAPackageThatPublishesTheSameCells() throws IOException {
        List<String> expected;
        try (var read = Town.in(folder).read()) {
            expected = cells(read.intake().content().orElseThrow());
        }
        assertThat(cells(publish(draft(Language.EN)))).isEqualTo(expected);
    }

    @Test
    void speaksToItsReader() {
        Town.in(folder);
        assertThat(draft(Language.FR)).contains("# à vérifier");
        assertThat(draft(Language.AR)).contains("# للتحقّق");
        assertThat(draft(Language.EN)).contains("# to check");
    }

    @Test
    void recognisesAWideTableWithWordsForSexAndAge() throws IOException {
        Files.writeString(
                folder.resolve("quartiers.csv"), "code,nom,niveau,dans\nville,Ville,town,\nport,Port,quartier,ville\n");
        Files.writeString(folder.resolve("emploi-2023.csv"), """
                Code quartier;Sexe;Tranche d'âge;Unemployment rate;Activity rate
                port;Hommes;15-24 ans;12,5;ND
                port;Femmes;25 ans et plus;8,25;40
                port;Ensemble;Total;10;35,5
                """);
        var content = publish(draft(Language.FR));
        assertThat(cells(content))
                .hasSize(6)
                .anyMatch(cell -> cell.contains("breakdown=age=Y15T24,sex=M") && cell.contains("12.5"))
                .anyMatch(cell -> cell.contains("breakdown=age=Y_GE25,sex=F") && cell.contains("8.25"))
                .anyMatch(cell -> cell.contains("breakdown=_T, period=2023") && cell.contains("35.5"));
    }

    @Test
    void draftsTheDefinitionsOfIndicatorsThatNobodyKnows() throws IOException {
        Files.writeString(
                folder.resolve("quartiers.csv"), "code,nom,niveau,dans\nville,Ville,town,\nport,Port,quartier,ville\n");
        Files.writeString(folder.resolve("enquete-2025.csv"), """
                quartier,indicateur,valeur
                port,unemployment-rate,12
                port,Taux de satisfaction,80.5
                port,"Loyer, en dirhams",1250
                port,population-recensee,4100
                """);
        Files.writeString(folder.resolve("large-2025.csv"), "quartier,Indice de confort\nport,0.7\n");
        var draft = draft(Language.EN);
        assertThat(draft)
                .contains("town: ville")
                .contains("# code,label,unit,kind,counts")
                .contains("# taux-de-satisfaction,Taux de satisfaction,percent,proportion,none")
                .contains("# loyer-en-dirhams,\"Loyer, en dirhams\",MAD,mean,households")
                .contains("# population-recensee,Population recensee,persons,count,persons")
                .contains("# indice-de-confort,Indice de confort,index,index,none")
                .doesNotContain("# unemployment-rate");
        var rows = draft.lines()
                .dropWhile(line -> !line.contains("# code,label"))
                .map(line -> line.strip().substring(2))
                .toList();
        Files.write(folder.resolve("definitions.csv"), rows);
        assertThat(cells(publish(draft)))
                .hasSize(5)
                .anyMatch(cell -> cell.contains("indicator=loyer-en-dirhams") && cell.contains("1250"));
    }

    @Test
    void saysSoWhereItRecognisesNothing() throws IOException {
        Files.writeString(folder.resolve("notes.csv"), "a,b\nhello,world\n");
        Files.writeString(folder.resolve("broken.csv"), "");
        var draft = Describe.draft(List.of(folder), Language.EN);
        assertThat(draft.yaml()).contains("no role recognised");
        assertThat(draft.findings()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "areas",
                "changes",
                "indicators",
                "codes",
                "observations",
                "responses",
                "composites",
                "places",
                "meetings"
            })
    void givesAnExampleOfEveryRoleThatUsesItsOwnKeys(String role) throws IOException {
        var example = Describe.example(role).orElseThrow();
        Files.writeString(
                folder.resolve("datapackage.yaml"),
                "name: x\ntitle: {fr: x, ar: x, en: x}\nlicenses: [{name: x}]\nresources:\n"
                        + example.replaceAll("(?m)^( *)# (?=[a-zA-Z]+:)", "$1"));
        try (var intake = Ingest.read(folder, Town.NOTHING, Vault.in(Path.of("target", "vault")))) {
            assertThat(intake.counts()).containsKey(FindingRule.FILE_MISSING);
            assertThat(intake.counts())
                    .doesNotContainKeys(
                            FindingRule.KEY_UNKNOWN,
                            FindingRule.KEY_MISSING,
                            FindingRule.VALUE_NOT_ALLOWED,
                            FindingRule.KEY_IGNORED);
        }
        assertThat(Describe.example("nonsense")).isEmpty();
    }
}
