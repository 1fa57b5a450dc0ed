package org.socialobservatory.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

    @TempDir
    private Path folder;

    private Machine machine;

    @BeforeEach
    void unpack() throws IOException {
        machine = new Machine(folder.toRealPath());
    }

    @Test
    void buildsOnFirstUseAndBecomesTheProgramInTheCallersFolder() throws Exception {
        var run = machine.run("publish", "a package", "--yes");
        assertThat(run.status()).isEqualTo(7);
        assertThat(machine.said())
                .hasSize(2)
                .satisfies(
                        said -> assertThat(said.getFirst()).startsWith("maven ").contains("package"))
                .satisfies(said -> assertThat(said.getLast())
                        .startsWith("program -Xmx2g ")
                        .contains("-XX:AOTCache=")
                        .endsWith(" publish a package --yes in "
                                + folder.toRealPath().resolve("elsewhere")));
    }

    @Test
    void buildsOnce() throws Exception {
        machine.run("editions");
        var second = machine.run("editions");
        assertThat(second.printed()).isEmpty();
        assertThat(builds()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pom.xml",
                "observatory",
                "ontology/vocabulary/a.ttl",
                "observatory-ingest/src/main/A.java",
                "observatory-api/demonstration/a.csv",
                "web/src/main"
            })
    void buildsAgainWhenASourceIsNewer(String source) throws Exception {
        machine.run("editions");
        machine.change(source);
        machine.run("editions");
        assertThat(builds()).isEqualTo(2);
        assertThat(programs()).as("the old build is gone").hasSize(1);
    }

    @Test
    void leavesABuildThatRunsWhereItIs() throws Exception {
        machine.run("editions");
        var running = programs()
                .getFirst()
                .resolve("running")
                .resolve(Long.toString(ProcessHandle.current().pid()));
        Files.createFile(running);
        machine.change("pom.xml");
        machine.run("editions");
        assertThat(programs()).hasSize(2);
    }

    @Test
    void buildsAgainWhenItsJavaIsGone() throws Exception {
        machine.run("editions");
        machine.lose("jdk-25");
        machine.jdk("another", "25");
        assertThat(machine.run("editions").status()).isEqualTo(7);
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void saysHowToGetAJavaWhereThereIsNone() throws Exception {
        machine.lose("jdk-25");
        machine.jdk("jdk-17", "17.0.15");
        machine.jdk("jdk-250", "250.0.1");
        var run = machine.run("editions");
        // Unless the machine under the test has one on its path.
        assumeFalse(run.status() == 7);
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.printed())
                .contains("needs a JDK 25", "besoin d’un JDK 25", "apt install", "https://adoptium.net");
        assertThat(builds()).isZero();
    }

    @Test
    void showsTheEndOfTheLogOfABuildThatFails() throws Exception {
        machine.breakBuild();
        var run = machine.run("editions");
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.printed())
                .contains("A.java:1: it does not compile", "The build failed", ".observatory/build.log");
        assertThat(programs()).isEmpty();
    }

    @Test
    void buildsOnceForTwoThatStartTogether() throws Exception {
        var one = machine.start("editions");
        var other = machine.start("verify");
        assertThat(List.of(one.waitFor(), other.waitFor())).containsExactly(7, 7);
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void buriesTheLockOfABuilderThatDied() throws Exception {
        var dead = new ProcessBuilder("true").start();
        dead.waitFor();
        var lock = Files.createDirectories(machine.project().resolve(".observatory"))
                .resolve("lock");
        Files.createSymbolicLink(lock, Path.of(Long.toString(dead.pid())));
        assertThat(machine.run("editions").status()).isEqualTo(7);
        assertThat(Files.isSymbolicLink(lock)).isFalse();
    }

    @Test
    void countsTheTestsThatReadReferenceData() throws Exception {
        machine.bringReferenceData();
        assertThat(machine.run("test").printed()).endsWith("reference data: 4 tests run\n");
        assertThat(machine.said().getLast()).startsWith("maven ").endsWith(" verify");
    }

    @Test
    void doesNotCountTheTestsOfAnEarlierRun() throws Exception {
        var target = Files.createDirectories(machine.project().resolve("ontology/target"));
        Files.writeString(target.resolve("reference-data.txt"), "stale\n");
        assertThat(machine.run("test").printed()).endsWith("reference data: not present\n");
    }

    @Test
    void endsAsTheTestsEnd() throws Exception {
        machine.breakBuild();
        var run = machine.run("test", "--", "-pl", "ontology");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.printed()).endsWith("reference data: not present\n");
        assertThat(machine.said().getLast()).endsWith(" verify -pl ontology");
    }

    private long builds() throws IOException {
        return machine.said().stream().filter(line -> line.startsWith("maven ")).count();
    }

    private List<Path> programs() throws IOException {
        try (var found = Files.newDirectoryStream(machine.project().resolve(".observatory"), "build-*")) {
            return StreamSupport.stream(found.spliterator(), false)
                    .filter(Files::isDirectory)
                    .toList();
        }
    }
}
