package org.socialobservatory.ingest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialobservatory.ingest.AnsweredTown;
import org.socialobservatory.ingest.Town;
import org.socialobservatory.ingest.publish.Progress.Stage;
import org.socialobservatory.ingest.publish.Settings;
import org.socialobservatory.ontology.reference.ReferenceData;
import org.socialobservatory.ontology.reference.ReferenceFolder;

class CommandsTest {

    private static final String LINE =
            "bourg-neuf-2024\t1\t\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ\t[0-9a-f]{64}\t\\d+\tcurrent";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path home;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Town town;

    private Heard heard = new Heard(Optional.empty());

    @BeforeEach
    void buildTheTown() {
        town = Town.in(folder);
    }

    private int run(String... arguments) {
        return run(Optional.empty(), arguments);
    }

    private int run(Optional<Boolean> answer, String... arguments) {
        heard = new Heard(answer);
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", home.resolve("data").toString(), "--lang", "en"));
        return commands(all).run(all.toArray(String[]::new));
    }

    private Commands commands(List<String> given) {
        var workplace = new LocalWorkplace(
                heard,
                given,
                (data, _) -> new Settings(data.orElseThrow(), Settings.DEFAULT_BASE_IRI, Optional.empty()));
        return new Commands(workplace, "observatory test", List.of());
    }

    private String packagePath() {
        return town.folder().toString();
    }

    @Test
    void aNewFolderHasNoEditionsAndNothingWrong() {
        assertThat(run("editions")).isEqualTo(Exit.DONE);
        assertThat(heard.said).isEmpty();
        assertThat(run("verify")).isEqualTo(Exit.DONE);
        assertThat(heard.said).containsExactly("There are no editions; nothing disagrees.");
    }

    @Test
    void checkingStoresNothing() {
        assertThat(run("check", packagePath())).isEqualTo(Exit.DONE);
        assertThat(heard.all()).contains("Errors: 0. Warnings: 0.").contains("can be published");
        assertThat(run("editions")).isEqualTo(Exit.DONE);
        assertThat(heard.said).isEmpty();
    }

    @Test
    void publishingMakesALineOfTheEditions() {
        assertThat(run("publish", packagePath(), "--yes")).isEqualTo(Exit.DONE);
        assertThat(heard.stages).containsExactlyElementsOf(EnumSet.complementOf(EnumSet.of(Stage.PREVIEW)));
        assertThat(run("editions")).isEqualTo(Exit.DONE);
        assertThat(heard.said).singleElement().asString().matches(LINE);
        assertThat(run("verify")).isEqualTo(Exit.DONE);
    }

    @Test
    void saysHowManyCellsTheGateWithholdsAndWhy() {
        town.append("chiffres.csv", "port,2021,habitants,E,_T,2,");
        assertThat(run("check", packagePath())).isEqualTo(Exit.DONE);
        assertThat(heard.all())
                .contains("Cells that the edition withholds: 3")
                .contains("small counts · Quarter: 2")
                .contains("the source withholds them · Quarter: 1")
                .contains("Respondents of these cells: 5; any other way to protect them hides at least 5.");
    }

    @Test
    void theSamePackageMakesNoEditionAndSaysSo() {
        run("publish", packagePath(), "--yes");
        assertThat(run("publish", packagePath(), "--yes")).isEqualTo(Exit.DONE);
        assertThat(heard.all()).contains("No new edition");
        run("editions");
        assertThat(heard.said).hasSize(1);
    }

    @Test
    void withoutAnswerThereIsNoEdition() {
        assertThat(run("publish", packagePath())).isEqualTo(Exit.MISUSE);
        assertThat(heard.questions).hasSize(1);
        assertThat(heard.complaints).anyMatch(line -> line.contains("--yes"));
        assertThat(run(Optional.of(false), "publish", packagePath())).isEqualTo(Exit.REFUSED);
        run("editions");
        assertThat(heard.said).isEmpty();
        assertThat(run(Optional.of(true), "publish", packagePath())).isEqualTo(Exit.DONE);
    }

    @Test
    void aRefusedPackageChangesNothing() {
        run("publish", packagePath(), "--yes");
        run("editions");
        var before = heard.said;
        town.replace("datapackage.yaml", "role: observations", "role: nonsense");

        assertThat(run("publish", packagePath(), "--yes")).isEqualTo(Exit.REFUSED);
        assertThat(heard.all()).contains("error");
        run("editions");
        assertThat(heard.said).isEqualTo(before);
    }

    @Test
    void allFindingsCanBeHadAsATable() throws IOException {
        town.replace("datapackage.yaml", "role: observations", "role: nonsense");
        run("check", packagePath(), "--findings", home.resolve("findings.csv").toString());
        run("check", packagePath(), "--findings", home.resolve("findings.json").toString());

        assertThat(Files.readAllLines(home.resolve("findings.csv")).getFirst())
                .startsWith("code,severity,resource,sheet,row,column,value,fr,ar,en,remedy_fr");
        assertThat(Files.readString(home.resolve("findings.json"))).contains("\"counts\"", "\"ar\"");
    }

    @Test
    void aPreviewHasAnAddressAndIsNoEdition() {
        assertThat(run("publish", packagePath(), "--preview")).isEqualTo(Exit.DONE);
        assertThat(heard.said)
                .anyMatch(line -> line.matches("Preview: /preview/[0-9a-f]{32}/"))
                .last()
                .asString()
                .contains("observatory serve");
        run("editions");
        assertThat(heard.said).isEmpty();
    }

    @Test
    void aWithdrawnEditionSaysSoAndKeepsItsNumber() {
        run("publish", packagePath(), "--yes");
        assertThat(run("withdraw", "bourg-neuf-2024", "1", "--reason", "a mistake", "--yes"))
                .isEqualTo(Exit.DONE);
        assertThat(run("withdraw", "bourg-neuf-2024", "1", "--reason", "again")).isEqualTo(Exit.DONE);
        assertThat(run("publish", packagePath(), "--yes")).isEqualTo(Exit.DONE);
        run("editions");
        assertThat(heard.said).hasSize(2);
        assertThat(heard.said.getFirst()).endsWith("\twithdrawn");
        assertThat(heard.said.getLast()).startsWith("bourg-neuf-2024\t2\t").endsWith("\tcurrent");
        assertThat(run("rebuild")).isEqualTo(Exit.DONE);
        assertThat(run("verify")).isEqualTo(Exit.DONE);
    }

    @Test
    void anEditionIsWithdrawnOnlyWhenSomebodySaysYes() {
        run("publish", packagePath(), "--yes");
        String[] withdraw = {"withdraw", "bourg-neuf-2024", "1", "--reason", "a mistake"};
        assertThat(run(withdraw)).isEqualTo(Exit.MISUSE);
        assertThat(heard.complaints).singleElement().asString().contains("--yes");
        assertThat(run(Optional.of(false), withdraw)).isEqualTo(Exit.REFUSED);
        run("editions");
        assertThat(heard.said).singleElement().asString().endsWith("\tcurrent");
        assertThat(run(Optional.of(true), withdraw)).isEqualTo(Exit.DONE);
        run("editions");
        assertThat(heard.said).singleElement().asString().endsWith("\twithdrawn");
    }

    @Test
    void answersAreErasedByTheirKeysOnlyWhenSomebodySaysYes() throws IOException {
        publishAnswers();
        assertThat(erase(Optional.of(true), "p3", "p77")).isEqualTo(Exit.REFUSED);
        assertThat(heard.all()).contains("Nothing in personnes of bourg-neuf-2024 has this key");
        assertThat(erase(Optional.empty(), "p3", "p4")).isEqualTo(Exit.MISUSE);
        assertThat(heard.complaints).anyMatch(line -> line.contains("--yes"));
        assertThat(erase(Optional.of(false), "p3", "p4")).isEqualTo(Exit.REFUSED);
        run("editions");
        assertThat(heard.said).singleElement().asString().endsWith("\tcurrent");
        assertThat(erase(Optional.of(true), "p3", "p4")).isEqualTo(Exit.DONE);
        assertThat(heard.all())
                .contains("to erase: 2. Editions estimated from them: 1")
                .contains("The answers are few");
        run("editions");
        assertThat(heard.said).hasSize(2);
        assertThat(heard.said.getFirst()).contains("source-erased");
        assertThat(heard.said.getLast()).startsWith("bourg-neuf-2024\t2\t").endsWith("\tcurrent");
        assertThat(run("verify")).isEqualTo(Exit.DONE);
    }

    @Test
    void whatWasEstimatedComesOutTheSameAgain() throws IOException {
        publishAnswers();
        assertThat(run("verify", "--recompute")).isEqualTo(Exit.DONE);
        assertThat(heard.all()).contains("bourg-neuf-2024, edition 1: its ").contains("come out the same");
    }

    private void publishAnswers() throws IOException {
        var answers = AnsweredTown.in(Files.createDirectory(folder.resolve("answers")))
                .replace("datapackage.yaml", "schema: {fields:", "schema: {primaryKey: [id], fields:");
        assertThat(run("publish", answers.folder().toString(), "--yes")).isEqualTo(Exit.DONE);
    }

    private int erase(Optional<Boolean> answer, String... keys) {
        var arguments = new ArrayList<>(List.of("erase", "bourg-neuf-2024", "personnes", "--reason", "On request"));
        for (var key : keys) {
            arguments.addAll(List.of("--key", key));
        }
        return run(answer, arguments.toArray(String[]::new));
    }

    @Test
    void aRuleIsShownAtThreePlacesAndTheRestCounted() {
        town.append("datapackage.yaml", "colour: red\nsmell: sweet\ntaste: sour\nsound: loud\ntouch: soft");
        assertThat(run("check", packagePath())).isEqualTo(Exit.DONE);
        assertThat(heard.said.stream().filter(line -> line.contains("is not read.")))
                .hasSize(3);
        assertThat(heard.said).contains("  … and 2 more of the same kind.");
    }

    @Test
    void aLostWarehouseIsSaidAndRebuilt() throws IOException {
        run("publish", packagePath(), "--yes");
        run("editions");
        var before = heard.said;
        Files.delete(home.resolve("data/observatory.duckdb"));

        assertThat(run("publish", packagePath(), "--yes")).isEqualTo(Exit.FAILURE);
        assertThat(heard.complaints).anyMatch(line -> line.contains("observatory rebuild"));
        assertThat(run("verify")).isEqualTo(Exit.REFUSED);
        assertThat(run("rebuild")).isEqualTo(Exit.DONE);
        run("editions");
        assertThat(heard.said).isEqualTo(before);
        assertThat(run("verify")).isEqualTo(Exit.DONE);
    }

    @Test
    void anAlteredFileIsFound() throws IOException {
        run("publish", packagePath(), "--yes");
        try (var files = Files.list(home.resolve("data/editions"))) {
            var parquet = files.filter(file -> file.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
            var bytes = Files.readAllBytes(parquet);
            bytes[bytes.length / 2] ^= 1;
            Files.write(parquet, bytes);
        }
        assertThat(run("verify")).isEqualTo(Exit.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "publish",
                "publish nowhere",
                "withdraw bourg-neuf-2024",
                "withdraw bourg-neuf-2024 1",
                "withdraw bourg-neuf-2024 one --reason x",
                "withdraw bourg-neuf-2024 1 --reason x",
                "editions --nonsense",
                "editions --lang xx",
                "editions --config nowhere.properties"
            })
    void whatIsNotACommandIsMisuse(String arguments) {
        var given = arguments.isEmpty() ? new String[0] : arguments.split(" ", -1);
        assertThat(run(given)).isEqualTo(Exit.MISUSE);
        assertThat(heard.complaints).isNotEmpty();
        assertThat(heard.complaints).noneMatch(line -> line.contains("Exception"));
    }

    @ParameterizedTest
    @CsvSource({
        "--lang=fr publish, Il manque : PACKAGE, Usage :",
        "--lang ar publish, ينقص: PACKAGE, طريقة الاستعمال:",
        "--lang fr editions --nonsense, Argument inconnu : --nonsense, Usage :",
        "withdraw --lang fr bourg-neuf-2024 one, ne peut pas valoir « one », Usage :",
        "editions --lang fr --lang fr, --lang ne se donne qu’une fois, Usage :",
    })
    void misuseIsExplainedInTheLanguageAskedFor(String arguments, String sentence, String usage) {
        var given = arguments.split(" ", -1);
        assertThat(commands(List.of(given)).run(given)).isEqualTo(Exit.MISUSE);
        assertThat(heard.complaints.getFirst()).contains(sentence);
        assertThat(heard.complaints).anyMatch(said -> said.startsWith(usage));
    }

    @Test
    void helpIsGivenInTheLanguageAskedFor() {
        assertThat(commands(List.of()).run("--help", "--lang", "fr")).isEqualTo(Exit.DONE);
        assertThat(heard.said).contains("Commandes :").anyMatch(said -> said.contains("Rédige une ébauche"));
    }

    @Test
    void helpIsACommandToo() {
        assertThat(run("--help")).isEqualTo(Exit.DONE);
        var all = heard.said;
        assertThat(run("help")).isEqualTo(Exit.DONE);
        assertThat(heard.said).isEqualTo(all);
        assertThat(run("help", "publish")).isEqualTo(Exit.DONE);
        assertThat(heard.all()).contains("observatory publish", "--preview");
        assertThat(run("help", "nonsense")).isEqualTo(Exit.MISUSE);
        assertThat(heard.complaints.getFirst()).isEqualTo("Unknown argument: nonsense");
    }

    @Test
    void aBarIsFullWhenItsLastStageHasEnded() {
        assertThat(drawn(Stage.READ, Stage.COMPARE)).contains("100%");
        assertThat(drawn(Stage.KEEP, Stage.WRITE, Stage.COMMIT, Stage.SHOW)).contains("100%");
        assertThat(drawn(Stage.PREVIEW)).contains("100%");
        assertThat(drawn(Stage.KEEP, Stage.WRITE)).doesNotContain("100%");
    }

    private static String drawn(Stage... stages) {
        var bytes = new java.io.ByteArrayOutputStream();
        var stream = new java.io.PrintStream(bytes, true, java.nio.charset.StandardCharsets.UTF_8);
        try (var bar = new Terminal(stream, stream).draw(Words.in(org.socialobservatory.ontology.Language.EN))) {
            for (var stage : stages) {
                bar.enter(stage);
            }
        }
        return bytes.toString(java.nio.charset.StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({"fr_FR.UTF-8, FR", "ar_MA, AR", "ar, AR", "en_GB.UTF-8, EN", "C.UTF-8, EN", "POSIX, EN", "de_DE, EN"})
    void theLanguageIsThatOfTheEnvironment(String variable, String language) {
        assertThat(Words.spokenIn(java.util.Map.of("LANG", variable))).hasToString(language);
        assertThat(Words.spokenIn(java.util.Map.of("LANG", "de_DE", "LC_ALL", variable)))
                .hasToString(language);
    }

    @Test
    void aTerminalCannotBeSteeredByAPackage() {
        var bytes = new java.io.ByteArrayOutputStream();
        var stream = new java.io.PrintStream(bytes, true, java.nio.charset.StandardCharsets.UTF_8);
        new Terminal(stream, stream).say("a\u001b[2Jb\tc");
        assertThat(bytes.toString(java.nio.charset.StandardCharsets.UTF_8)).isEqualTo("a\uFFFD[2Jb\tc\n");
    }

    @Test
    @ReferenceData
    void theCensusOfSaleIsPublishedOnceAndChangedByOneValue() throws IOException {
        var census = ReferenceFolder.path("sale-rgph2024");
        assertThat(run("publish", census.toString(), "--yes")).isEqualTo(Exit.DONE);
        assertThat(heard.all()).contains("213").contains("426").contains("Cells added: 15376.");

        var copy = Files.createDirectory(home.resolve("copy"));
        try (var files = Files.list(census)) {
            for (var file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName().toString()));
            }
        }
        assertThat(run("publish", copy.toString(), "--yes")).isEqualTo(Exit.DONE);
        assertThat(heard.all()).contains("No new edition");

        var facts = copy.resolve("rgph2024.csv");
        var lines = new ArrayList<>(Files.readAllLines(facts));
        int changed = 1;
        lines.set(changed, lines.get(changed).replaceFirst("[0-9.]+$", "77.7"));
        Files.write(facts, lines);
        assertThat(run("publish", copy.toString(), "--yes")).isEqualTo(Exit.DONE);
        assertThat(heard.all()).contains("Cells added: 0. Changed: 1. Gone: 0.").contains("→ 77.7");
        run("editions");
        assertThat(heard.said).hasSize(2);
    }
}
