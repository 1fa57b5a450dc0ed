package org.socialobservatory.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDFLib;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How the Turtle of the vocabulary is written: one subject a block, predicates in one order. */
class TurtleFormTest {

    private static final Path FOLDER =
            Path.of(System.getProperty("observatory.project", ".."), "ontology", "vocabulary");

    private static final List<String> ORDER = List.of(
            "a",
            "skos:notation",
            "skos:prefLabel",
            "rdfs:label",
            "dcterms:title",
            "skos:definition",
            "rdfs:comment",
            "dcterms:description",
            "obs:formula",
            "obs:universe",
            "obs:unit",
            "obs:kind",
            "obs:counts",
            "obs:direction",
            "obs:target",
            "obs:theme",
            "obs:sdg",
            "rdfs:subClassOf",
            "rdfs:subPropertyOf",
            "rdfs:domain",
            "rdfs:range",
            "qb:codeList",
            "qb:concept",
            "meta:relatesTo",
            "skos:broader",
            "skos:topConceptOf",
            "skos:inScheme",
            "skos:hasTopConcept",
            "skos:exactMatch",
            "skos:closeMatch",
            "skos:broadMatch",
            "schema:position",
            "rdfs:isDefinedBy",
            "vann:preferredNamespacePrefix",
            "vann:preferredNamespaceUri",
            "dcterms:license");

    static Stream<String> files() throws IOException {
        try (var files = Files.walk(FOLDER)) {
            return files
                    .filter(file -> file.toString().endsWith(".ttl"))
                    .map(file -> FOLDER.relativize(file).toString())
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @Test
    void theIndexNamesEveryFile() throws Exception {
        assertThat(Files.readAllLines(FOLDER.resolve("files.txt"))).containsExactlyElementsOf(files().toList());
    }

    @ParameterizedTest
    @MethodSource("files")
    void parsesWithoutAWarning(String file) {
        RDFParser.source(FOLDER.resolve(file))
                .lang(Lang.TURTLE)
                .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                .strict(true)
                .checking(true)
                .parse(StreamRDFLib.sinkNull());
    }

    @ParameterizedTest
    @MethodSource("files")
    void hasPredicatesInOneOrder(String file) {
        var previous = -1;
        for (String line : lines(file)) {
            if (line.matches("\\S.*")) {
                previous = -1;
            } else if (line.matches(" {4}\\S.*")) {
                var predicate = line.strip().split("\\s", 2)[0];
                assertThat(ORDER.indexOf(predicate)).as("%s: %s", file, line).isGreaterThan(previous);
                previous = ORDER.indexOf(predicate);
            }
        }
    }

    @Test
    void hasOneBlockForEachSubject() throws Exception {
        Set<String> seen = new HashSet<>();
        var twice = new ArrayList<String>();
        files().forEach(file -> lines(file).stream()
                .filter(line -> line.matches("[^\\s@#].*"))
                .filter(line -> !seen.add(expanded(file, line)))
                .forEach(twice::add));
        assertThat(seen).hasSizeGreaterThan(400);
        assertThat(twice).isEmpty();
    }

    /** A prefix may mean another scheme in another file. */
    private static String expanded(String file, String subject) {
        int colon = subject.indexOf(':');
        var declared = "@prefix " + subject.substring(0, colon + 1) + " ";
        return lines(file).stream()
                .filter(line -> line.startsWith(declared))
                .map(line -> line.substring(declared.length()) + subject.substring(colon))
                .findFirst()
                .orElse(subject);
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(FOLDER.resolve(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
