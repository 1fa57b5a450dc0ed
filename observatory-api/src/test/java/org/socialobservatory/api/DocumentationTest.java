package org.socialobservatory.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentationTest {

    private static final Path PROJECT = Path.of(System.getProperty("observatory.project", ".."));
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)(?:#[^)]*)?\\)");

    static List<Path> pages() throws IOException {
        var pages = new ArrayList<Path>();
        for (Path folder : List.of(PROJECT, PROJECT.resolve("docs"))) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
            }
        }
        return pages;
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksToFilesThatAreThere(Path page) throws IOException {
        var links = LINK.matcher(Files.readString(page));
        while (links.find()) {
            if (!links.group(1).contains("://")) {
                assertThat(page.resolveSibling(links.group(1)).normalize())
                        .as(links.group())
                        .exists();
            }
        }
    }
}
