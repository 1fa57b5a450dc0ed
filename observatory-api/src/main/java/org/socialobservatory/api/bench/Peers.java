package org.socialobservatory.api.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.jena.sys.JenaSystem;
import org.socialobservatory.api.bench.NineQueries.Question;
import org.socialobservatory.ingest.publish.Installation;
import org.socialobservatory.ingest.publish.Settings;

/**
 * The nine questions put to the view, to TDB2 with the very same triples, and to DuckDB with the tables of the warehouse,
 * all three in this process, without a network between them, question by question; and how many times longer the one
 * takes than the other.
 */
final class Peers {

    /** A question is repeated for this long to warm up, then as long again while it is measured. */
    private static final double SECONDS = 1.5;

    private static final int MOST_RUNS = 200;
    /** What takes longer than this at its first run is not run again; in seconds. */
    private static final double LONG = 10;

    private final Path data;
    private final Path work;
    private final Consumer<Measurement> report;

    Peers(Path data, Path work, Consumer<Measurement> report) {
        this.data = data;
        this.work = work;
        this.report = report;
    }

    /** What an engine took for a question. */
    private record Taken(double milliseconds, long rows) {}

    void measure() throws IOException {
        JenaSystem.init();
        try (var view = view();
                var store = Engine.Tdb2.of(view, work.resolve("tdb2"));
                var columns = Engine.Columns.of(data.resolve("observatory.duckdb"))) {
            single("TDB2: loading " + store.triples() + " triples", store.seconds(), "s");
            single("TDB2: their bytes on the disk", store.bytes() / 1e6, "MB");
            for (var question : NineQueries.all()) {
                var ours = ask(view, "view", question);
                var theirs = ask(store, "TDB2", question);
                var limit = ask(columns, "DuckDB", question);
                if (ours.rows() != theirs.rows()) {
                    throw new IOException(
                            question.name() + ": the view has " + ours.rows() + " rows, TDB2 " + theirs.rows());
                }
                single("  time of TDB2 to that of the view", theirs.milliseconds() / ours.milliseconds(), "ratio");
                single("  time of the view to that of DuckDB", ours.milliseconds() / limit.milliseconds(), "ratio");
            }
        } catch (SQLException unanswered) {
            throw new IOException(unanswered);
        }
    }

    /** The view needs the warehouse only while it is made. */
    private Engine.View view() {
        try (var installation = Installation.open(new Settings(data, Settings.DEFAULT_BASE_IRI, Optional.empty()))) {
            return Engine.View.of(installation);
        }
    }

    private Taken ask(Engine engine, String name, Question question) throws SQLException {
        long begin = System.nanoTime();
        long rows = engine.rows(question);
        double first = (System.nanoTime() - begin) / 1e6;
        var runs = first > LONG * 1e3 ? new double[] {first} : warm(engine, question);
        var measurement = Measurement.of(question.name() + ", " + name + " (" + rows + ")", "ms", runs, 0);
        report.accept(measurement);
        return new Taken(measurement.median(), rows);
    }

    private static double[] warm(Engine engine, Question question) throws SQLException {
        long warmed = System.nanoTime() + (long) (SECONDS * 1e9);
        while (System.nanoTime() < warmed) {
            engine.rows(question);
        }
        var milliseconds = new double[MOST_RUNS];
        int run = 0;
        long end = System.nanoTime() + (long) (SECONDS * 1e9);
        while (run < MOST_RUNS && (run == 0 || System.nanoTime() < end)) {
            long begin = System.nanoTime();
            engine.rows(question);
            milliseconds[run++] = (System.nanoTime() - begin) / 1e6;
        }
        return Arrays.copyOf(milliseconds, run);
    }

    private void single(String name, double value, String unit) {
        report.accept(Measurement.single(name, value, unit));
    }
}
