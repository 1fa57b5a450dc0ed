package org.socialobservatory.api.page.area;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socialobservatory.api.Doors;
import org.socialobservatory.api.Visitor;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What a browser is asked to print: this one writes down the address. */
@Doors
class PrintedSheetTest {

    private static final String BROWSER = """
            #!/bin/sh
            for given in "$@"; do
              case "$given" in --print-to-pdf=*) paper="${given#*=}";; esac
              page="$given"
            done
            printf '%s' "$page" > "$paper"
            """;

    @TempDir
    private static Path folder;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void browser(DynamicPropertyRegistry properties) throws IOException {
        var program = folder.resolve("browser");
        Files.writeString(program, BROWSER);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        properties.add("observatory.browser", program::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "'', de, a4&lang=fr",
        "'', ar, a4&lang=ar",
        "?lang=en&paper=a3, ar, a3&lang=en",
        "?lang=fr-ar, en, a4&lang=fr&with=ar",
        "?lang=fr+ar, en, a4&lang=fr&with=ar"
    })
    void isThePageInTheLanguageOfTheReader(String query, String accepted, String printed) {
        var visitor = new Visitor(port);
        var answer = visitor.get("/areas/q1/sheet.pdf" + query, "Accept-Language", accepted);
        assertThat(answer.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(answer.body()).endsWith(":" + port + "/areas/q1/sheet?paper=" + printed);
        var page = answer.body().substring(answer.body().indexOf("/areas"));
        assertThat(visitor.get(page, "Accept", "text/html").status()).isEqualTo(200);
    }
}
