package org.socialobservatory.api.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.duckdb.DuckDBDriver;
import org.socialobservatory.api.bench.NineQueries.Question;
import org.socialobservatory.api.snapshot.Snapshots;
import org.socialobservatory.api.snapshot.rdf.RdfView;
import org.socialobservatory.ingest.publish.Installation;
import org.socialobservatory.ontology.Iris;
import org.socialobservatory.ontology.Vocabulary;

/** Something that answers questions about the same figures, asked in this process. */
abstract sealed class Engine implements AutoCloseable {

    /** Answers a question, reads every value of every row, and returns the number of rows. */
    abstract long rows(Question question) throws SQLException;

    @Override
    public abstract void close() throws SQLException;

    /** An engine that speaks SPARQL. */
    abstract static sealed class Sparql extends Engine {

        final DatasetGraph dataset;

        Sparql(DatasetGraph dataset) {
            this.dataset = dataset;
        }

        @Override
        final long rows(Question question) {
            dataset.begin(TxnType.READ);
            try (var execution =
                    QueryExec.dataset(dataset).query(question.sparql()).build()) {
                var answer = execution.select();
                var variables = answer.getResultVars();
                long rows = 0;
                while (answer.hasNext()) {
                    var row = answer.next();
                    variables.forEach(row::get);
                    rows++;
                }
                return rows;
            } finally {
                dataset.end();
            }
        }
    }

    /** The view of the snapshot. */
    static final class View extends Sparql {

        private View(DatasetGraph dataset) {
            super(dataset);
        }

        static View of(Installation installation) {
            var snapshots = new Snapshots(
                    installation.warehouse(), new Iris(installation.settings().baseIri()), Vocabulary.load());
            snapshots.reload();
            return new View(RdfView.of(snapshots.current()).dataset());
        }

        @Override
        public void close() {
            dataset.close();
        }
    }

    /** Jena's own store of triples, filled with those of the view. */
    static final class Tdb2 extends Sparql {

        private final Path folder;
        private long triples;
        private double seconds;

        private Tdb2(Path folder, DatasetGraph dataset) {
            super(dataset);
            this.folder = folder;
        }

        static Tdb2 of(View view, Path folder) throws IOException {
            Files.createDirectories(folder);
            var store = new Tdb2(folder, DatabaseMgr.connectDatasetGraph(folder.toString()));
            long begin = System.nanoTime();
            var loader = LoaderFactory.phasedLoader(store.dataset, (_, _) -> {});
            loader.startBulk();
            var stream = loader.streamRDF();
            stream.start();
            view.dataset.getDefaultGraph().find().forEachRemaining(stream::triple);
            stream.finish();
            loader.finishBulk();
            store.triples = loader.countTriples();
            store.seconds = (System.nanoTime() - begin) / 1e9;
            return store;
        }

        long triples() {
            return triples;
        }

        /** What loading them took. */
        double seconds() {
            return seconds;
        }

        long bytes() throws IOException {
            try (Stream<Path> files = Files.walk(folder)) {
                return files.filter(Files::isRegularFile)
                        .mapToLong(file -> file.toFile().length())
                        .sum();
            }
        }

        @Override
        public void close() {
            dataset.close();
        }
    }

    /** The tables of the warehouse in DuckDB. */
    static final class Columns extends Engine {

        private final Connection connection;

        private Columns(Connection connection) {
            this.connection = connection;
        }

        static Columns of(Path file) throws SQLException {
            return new Columns(new DuckDBDriver().connect("jdbc:duckdb:" + file, new Properties()));
        }

        @Override
        long rows(Question question) throws SQLException {
            try (var statement = connection.createStatement();
                    var answer = statement.executeQuery(question.sql())) {
                int columns = answer.getMetaData().getColumnCount();
                long rows = 0;
                while (answer.next()) {
                    for (int column = 1; column <= columns; column++) {
                        answer.getObject(column);
                    }
                    rows++;
                }
                return rows;
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
