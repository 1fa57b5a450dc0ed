package org.socialobservatory.api.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.jena.sys.JenaSystem;
import org.socialobservatory.api.bench.NineQueries.Question;
import org.socialobservatory.ingest.publish.Installation;
import org.socialobservatory.ingest.publish.Settings;

/**
 * The nine questions put to the view, to TDB2 with the very same triples, and to DuckDB with the tables of the warehouse,
 * all three in this process, without a network between them; and how many times longer the one takes than the other.
 */
final class Peers {

    /** A question is repeated for this long to warm up, then as long again while it is measured. */
    private static final double SECONDS = 1.5;

    private static final int MOST_RUNS = 200;
    /** What takes longer than this at its first run is not run again. */
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
        var questions = NineQueries.all();
        var settings = new Settings(data, Settings.DEFAULT_BASE_IRI, Optional.empty());
        Map<Question, Taken> ours = new LinkedHashMap<>();
        Map<Question, Taken> theirs = new LinkedHashMap<>();
        Map<Question, Taken> limit = new LinkedHashMap<>();
        try (var installation = Installation.open(settings);
                var view = Engine.View.of(installation)) {
            ask(view, "view", questions, ours);
            long begin = System.nanoTime();
            try (var store = Engine.Tdb2.of(view, work.resolve("tdb2"))) {
                single("TDB2: loading " + store.triples() + " triples", (System.nanoTime() - begin) / 1e9, "s");
                single("TDB2: their bytes on the disk", store.bytes() / 1e6, "MB");
                ask(store, "TDB2", questions, theirs);
            }
        } catch (SQLException unanswered) {
            throw new IOException(unanswered);
        }
        try (var columns = Engine.Columns.of(data.resolve("observatory.duckdb"))) {
            ask(columns, "DuckDB", questions, limit);
        } catch (SQLException unanswered) {
            throw new IOException(unanswered);
        }
        for (var question : questions) {
            compare(question, taken(ours, question), taken(theirs, question), taken(limit, question));
        }
    }

    private static Taken taken(Map<Question, Taken> all, Question question) {
        return all.getOrDefault(question, new Taken(Double.NaN, -1));
    }

    private void ask(Engine engine, String name, Iterable<Question> questions, Map<Question, Taken> taken)
            throws SQLException {
        for (var question : questions) {
            long begin = System.nanoTime();
            long rows = engine.rows(question);
            double first = (System.nanoTime() - begin) / 1e6;
            var runs = first > LONG * 1e3 ? new double[] {first} : warm(engine, question);
            var measurement = Measurement.of(question.name() + ", " + name + " (" + rows + ")", "ms", runs, 0);
            taken.put(question, new Taken(measurement.median(), rows));
            report.accept(measurement);
        }
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

    private void compare(Question question, Taken ours, Taken theirs, Taken limit) throws IOException {
        if (ours.rows() != theirs.rows()) {
            throw new IOException(question.name() + ": the view has " + ours.rows() + " rows, TDB2 " + theirs.rows());
        }
        single(question.name() + ": TDB2 to the view", theirs.milliseconds() / ours.milliseconds(), "ratio");
        single(question.name() + ": the view to DuckDB", ours.milliseconds() / limit.milliseconds(), "ratio");
    }

    private void single(String name, double value, String unit) {
        report.accept(Measurement.single(name, value, unit));
    }
}
