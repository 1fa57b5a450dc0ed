package org.socialobservatory.api.snapshot.rdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.update.UpdateAction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialobservatory.ontology.reference.ReferenceData;
import org.socialobservatory.ontology.reference.ReferenceFolder;

/** The integrity constraints of the RDF Data Cube recommendation §11, as its own queries put them. */
@ReferenceData
class IntegrityTest {

    private static Path folder() {
        return ReferenceFolder.path("datacube-ic");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Names such as {@code ic-12} in the order of the oracle. */
    private static List<String> constraints() {
        return List.of(rows().getFirst()).subList(2, rows().getFirst().length);
    }

    private static List<String[]> rows() {
        return read(folder().resolve("expected.csv"))
                .lines()
                .map(line -> line.split(",", -1))
                .toList();
    }

    /** Whether a dataset breaks a constraint; those over hierarchies are asked for each of their properties. */
    private static boolean breaks(DatasetGraph dataset, String constraint) {
        var text = read(folder().resolve(constraint + ".rq"));
        var instantiation = folder().resolve(constraint + "-instantiation.rq");
        if (!Files.exists(instantiation)) {
            return ask(dataset, text);
        }
        var properties = new ArrayList<String>();
        try (var execution = QueryExec.dataset(dataset)
                .query(QueryFactory.create(read(instantiation)))
                .build()) {
            execution
                    .select()
                    .forEachRemaining(row -> properties.add(row.get("p").getURI()));
        }
        return properties.stream().anyMatch(property -> ask(dataset, text.replace("$p", property)));
    }

    private static boolean ask(DatasetGraph dataset, String text) {
        try (var execution =
                QueryExec.dataset(dataset).query(QueryFactory.create(text)).build()) {
            return execution.ask();
        }
    }

    static Stream<List<String>> cases() {
        return rows().stream().skip(1).map(List::of);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theQueriesFindWhatTheirOracleSays(List<String> row) {
        var dataset = DatasetGraphFactory.create();
        RDFDataMgr.read(
                dataset,
                folder().resolve("cases/" + row.getFirst() + ".ttl").toUri().toString());
        if (row.get(1).equals("yes")) {
            UpdateAction.parseExecute(read(folder().resolve("normalise-phase1.ru")), dataset);
            UpdateAction.parseExecute(read(folder().resolve("normalise-phase2.ru")), dataset);
        }
        var constraints = constraints();
        for (int place = 0; place < constraints.size(); place++) {
            assertThat(breaks(dataset, constraints.get(place)))
                    .as(row.getFirst() + " " + constraints.get(place))
                    .isEqualTo(row.get(place + 2).equals("VIOLATED"));
        }
    }

    @Test
    void theCubesOfTheViewKeepEveryConstraintWithoutPreparation() {
        var view = Town.with(Town.contents(11)).view();
        assertThat(constraints()).hasSize(22).noneMatch(constraint -> breaks(view, constraint));
    }
}
