package org.socialobservatory.api.page.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.socialobservatory.api.snapshot.PublishedCell;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ontology.cube.Observed;

/** The question in SPARQL whose answer is one figure. */
final class FigureQuery {

    private final String figure = read("figure.rq");
    private final String cell = read("cell.rq");

    private static String read(String name) {
        try (var in = Objects.requireNonNull(FigureQuery.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A cell without a number is described as a whole: its key and why it has none. */
    String of(Snapshot snapshot, PublishedCell asked) {
        var query = asked.observed() instanceof Observed.Value ? figure : cell;
        return query.replace(
                        "OBSERVATION",
                        snapshot.iris().observation(asked.dataset().code(), asked.key()))
                .replace(
                        "GRAPH <GRAPH>",
                        "GRAPH <" + snapshot.iris().datasetGraph(asked.dataset().code()) + ">");
    }
}
