package org.socialobservatory.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildTest {

    @TempDir
    private Path program;

    @Test
    void isAnotherOneWhenATemplateAMessageAStyleOrAQuestionChanges() throws Exception {
        var builds = new LinkedHashSet<>(List.of(face()));
        for (String file : List.of(
                "templates/map.html",
                "templates/parts.html",
                "static/style.css",
                "static/elements/area-map.js",
                "queries/01-levels.rq",
                "messages_fr.properties",
                "messages_ar.properties",
                "messages_en.properties")) {
            write(file, "first");
            assertThat(builds.add(face())).as(file).isTrue();
            write(file, "other");
            assertThat(builds.add(face())).as(file).isTrue();
        }
    }

    @Test
    void doesNotDependOnWhereTheProgramLies() throws Exception {
        write("templates/map.html", "same");
        var here = face();
        var elsewhere = Files.createDirectories(program.resolve("further/down"));
        Files.move(program.resolve("templates"), elsewhere.resolve("templates"));
        assertThat(face(elsewhere)).isEqualTo(here);
    }

    private void write(String file, String text) throws IOException {
        var path = program.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private String face() throws IOException, NoSuchAlgorithmException {
        return face(program);
    }

    private static String face(Path folder) throws IOException, NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-256");
        try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
            Build.addFace(digest, loader);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
