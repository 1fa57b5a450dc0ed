package org.socialobservatory.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A machine by hand: a clone of the project that holds the launcher and one source, a Maven and a JDK that only write
 * down what they are asked.
 */
final class Machine {

    private final Path folder;
    private final Path clone;

    Machine(Path folder) throws IOException {
        this.folder = folder;
        this.clone = folder.resolve("clone of the project");
        var original = Path.of(System.getProperty("observatory.project", ".."));
        Files.createDirectories(clone);
        Files.copy(original.resolve("observatory"), clone.resolve("observatory"));
        for (String source : List.of(
                "pom.xml",
                ".mvn/jvm.config",
                "ontology/pom.xml",
                "ontology/src/main/A.java",
                "ontology/vocabulary/a.ttl",
                "ontology/shapes/a.ttl",
                "observatory-ingest/pom.xml",
                "observatory-ingest/geotools/pom.xml",
                "observatory-ingest/src/main/A.java",
                "observatory-api/pom.xml",
                "observatory-api/src/main/A.java",
                "observatory-api/demonstration/a.csv",
                "web/pom.xml",
                "web/src/main/a.js")) {
            write(clone.resolve(source), "");
        }
        script(clone.resolve("mvnw"), """
                echo "maven $*" >>"$MACHINE/said"
                [ ! -e "$MACHINE/broken" ] || { echo 'A.java:1: it does not compile'; exit 1; }
                mkdir -p observatory-api/target
                : >observatory-api/target/observatory-api-1-exec.jar
                [ ! -e "$MACHINE/reference" ] || for module in ontology web/browser; do
                  mkdir -p "$module/target"
                  printf 'one\ntwo\n' >"$module/target/reference-data.txt"
                done
                """);
        jdk("jdk-25", "25.0.3");
    }

    /** A JDK that unpacks the program, keeps a cache, and as the program tells its folder and arguments. */
    void jdk(String name, String version) throws IOException {
        var home = folder.resolve("jdks").resolve(name);
        write(home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        script(home.resolve("bin/javac"), "");
        script(home.resolve("bin/jar"), "");
        script(home.resolve("bin/java"), """
                for argument; do
                  case $argument in
                    -Djarmode=tools) unpacking=yes ;;
                    -XX:AOTCacheOutput=*) echo cache >"${argument#*=}"; exit ;;
                    */build-*) destination=$argument ;;
                  esac
                done
                if [ -n "${unpacking:-}" ]; then
                  mkdir -p "$destination/lib"
                  : >"$destination/observatory.jar"
                  : >"$destination/lib/duckdb_jdbc-2.jar"
                  exit
                fi
                echo "program $* in $PWD" >>"$MACHINE/said"
                exit 7
                """);
    }

    /** Takes a JDK away. */
    void lose(String jdk) throws IOException {
        Files.move(folder.resolve("jdks").resolve(jdk), folder.resolve(jdk));
    }

    /** Makes the build fail from now on. */
    void breakBuild() throws IOException {
        write(folder.resolve("broken"), "");
    }

    /** Gives the tests reference data to read from now on. */
    void bringReferenceData() throws IOException {
        write(folder.resolve("reference"), "");
    }

    Path project() {
        return clone;
    }

    /** Changes a file of the clone as if after everything that was built until now. */
    void change(String file) throws IOException {
        Files.setLastModifiedTime(
                clone.resolve(file), FileTime.from(Instant.now().plusSeconds(5)));
    }

    Process start(String... arguments) throws IOException {
        var command =
                new ArrayList<>(List.of("bash", clone.resolve("observatory").toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .directory(Files.createDirectories(folder.resolve("elsewhere")).toFile())
                .redirectErrorStream(true);
        builder.environment().keySet().retainAll(List.of("PATH"));
        builder.environment()
                .putAll(Map.of(
                        "HOME",
                        folder.toString(),
                        "LANG",
                        "en_GB.UTF-8",
                        "CI",
                        "true",
                        "MACHINE",
                        folder.toString(),
                        "OBSERVATORY_JDKS",
                        folder + "/jdks/*"));
        return builder.start();
    }

    Run run(String... arguments) throws IOException, InterruptedException {
        var process = start(arguments);
        process.getOutputStream().close();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), printed);
    }

    /** What Maven and the program were asked since the machine began, one a line. */
    List<String> said() throws IOException {
        var file = folder.resolve("said");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
    }

    private static void script(Path file, String text) throws IOException {
        write(file, "#!/usr/bin/env bash\n" + text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** How a run of the launcher ended. */
    record Run(int status, String printed) {}
}
