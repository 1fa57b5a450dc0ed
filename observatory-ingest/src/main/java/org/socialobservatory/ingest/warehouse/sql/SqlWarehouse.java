package org.socialobservatory.ingest.warehouse.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.socialobservatory.ingest.gate.GateCounts;
import org.socialobservatory.ingest.warehouse.CanonicalJson;
import org.socialobservatory.ingest.warehouse.Event;
import org.socialobservatory.ingest.warehouse.KeptFile;
import org.socialobservatory.ingest.warehouse.NoSuchEditionException;
import org.socialobservatory.ingest.warehouse.Publication;
import org.socialobservatory.ingest.warehouse.Warehouse;
import org.socialobservatory.ingest.warehouse.WarehouseException;
import org.socialobservatory.ingest.warehouse.Withdrawal;
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.edition.Definitions;
import org.socialobservatory.ontology.edition.Edition;
import org.socialobservatory.ontology.finding.Finding;
import org.socialobservatory.ontology.finding.FindingRule;

/** The warehouse over a store that speaks SQL; one schema and one set of statements for all of them. */
public final class SqlWarehouse implements Warehouse {

    private final Database database;

    /** Takes the store over and brings it to the schema of this build. */
    public SqlWarehouse(Database database) {
        this.database = database;
        try {
            new Migrations(database).apply();
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    @Override
    public long sequence() {
        return database.read(SqlWarehouse::sequence);
    }

    private static long sequence(Connection connection) throws SQLException {
        return query(connection, "sequence.sql", _ -> {}, row -> row.getLong(1)).getFirst();
    }

    @Override
    public List<Edition> editions() {
        return database.read(SqlWarehouse::editions);
    }

    private static List<Edition> editions(Connection connection) throws SQLException {
        return query(connection, "editions.sql", _ -> {}, SqlWarehouse::edition);
    }

    private static Edition edition(ResultSet row) throws SQLException {
        return new Edition(
                row.getString("dataset"),
                row.getInt("number"),
                row.getLong("sequence"),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                row.getString("author"),
                row.getString("reason"),
                row.getString("package_hash"),
                row.getString("content_hash"),
                row.getLong("cells"),
                row.getString("withdrawn"),
                row.getBoolean("source_erased"));
    }

    @Override
    public List<Withdrawal> withdrawals() {
        return database.read(connection -> query(
                connection,
                "withdrawals.sql",
                _ -> {},
                row -> new Withdrawal(
                        new Edition.Id(row.getString("dataset"), row.getInt("number")),
                        row.getLong("sequence"),
                        row.getObject("withdrawn_at", OffsetDateTime.class).toInstant(),
                        row.getString("reason"))));
    }

    @Override
    public Definitions definitions(Edition.Id edition) {
        return database.read(connection -> new DefinitionTables(connection).read(sequenceOf(connection, edition)));
    }

    @Override
    public void cells(Edition.Id edition, Consumer<? super Cell> reader) {
        database.read(connection -> {
            CellTables.read(connection, sequenceOf(connection, edition), reader);
            return edition;
        });
    }

    @Override
    public List<KeptFile> files(Edition.Id edition) {
        return database.read(connection -> {
            long sequence = sequenceOf(connection, edition);
            return query(
                    connection,
                    "files.sql",
                    statement -> statement.setLong(1, sequence),
                    row -> new KeptFile(row.getString("path"), row.getString("sha256")));
        });
    }

    @Override
    public List<Finding> findings(Edition.Id edition) {
        return database.read(connection -> {
            long sequence = sequenceOf(connection, edition);
            return query(
                    connection,
                    "findings.sql",
                    statement -> statement.setLong(1, sequence),
                    row -> new Finding(
                            FindingRule.valueOf(row.getString("rule")
                                    .toUpperCase(Locale.ROOT)
                                    .replace('-', '_')),
                            new Finding.Place(
                                    row.getString("resource"),
                                    row.getString("sheet"),
                                    row.getObject("source_row", Long.class),
                                    row.getString("source_column")),
                            row.getString("value"),
                            CanonicalJson.readList(row.getString("arguments"), String.class)));
        });
    }

    @Override
    public GateCounts gateCounts(Edition.Id edition) {
        return database.read(connection -> {
            var counts = new TreeMap<String, Long>();
            long sequence = sequenceOf(connection, edition);
            query(
                    connection,
                    "gate-counts.sql",
                    statement -> statement.setLong(1, sequence),
                    row -> counts.put(row.getString("rule"), row.getLong("cells")));
            return GateCounts.ofAll(counts);
        });
    }

    @Override
    public List<Integer> erases(Edition.Id edition) {
        return database.read(connection -> {
            long sequence = sequenceOf(connection, edition);
            return query(
                    connection, "erases.sql", statement -> statement.setLong(1, sequence), row -> row.getInt("number"));
        });
    }

    /** The codes of the areas that the cells of an edition speak of, sorted. */
    public List<String> areas(Edition.Id edition) {
        return database.read(connection -> {
            long sequence = sequenceOf(connection, edition);
            return query(
                    connection, "cell-areas.sql", statement -> statement.setLong(1, sequence), row -> row.getString(1));
        });
    }

    @Override
    public Edition commit(Publication publication) {
        return database.write(connection -> commit(connection, publication));
    }

    private Edition commit(Connection connection, Publication publication) throws SQLException {
        long sequence = sequence(connection) + 1;
        var former = editions(connection).stream()
                .filter(edition ->
                        edition.dataset().equals(publication.edition().dataset()))
                .toList();
        var same = newest(former)
                .filter(edition ->
                        edition.packageHash().equals(publication.edition().packageHash()));
        if (same.isPresent()) {
            return same.get();
        }
        int number = 1 + former.stream().mapToInt(Edition::number).max().orElse(0);
        var edition = numbered(publication, number, sequence);
        write(connection, edition, publication);
        try (var rows = database.rows(connection, "erasure")) {
            for (var erased : former) {
                if (publication.erases().contains(erased.number())) {
                    rows.large(sequence).large(erased.sequence()).end();
                }
            }
        }
        return edition;
    }

    /**
     * Replaces all that the store holds by what these events make; readers see the one or the other. The events are
     * taken one after the other, so that no two of them need be in memory.
     */
    public void rebuild(Iterable<Event> events) {
        database.write(connection -> {
            new Migrations(database).startAfresh(connection);
            for (var event : events) {
                replay(connection, event);
            }
            return events;
        });
    }

    private void replay(Connection connection, Event event) throws SQLException {
        switch (event) {
            case Event.Published published -> {
                var recorded = published.publication().edition();
                var made = commit(connection, published.publication());
                if (!made.equals(recorded)) {
                    throw new WarehouseException("Edition " + recorded.id() + " cannot be made again: it comes out as "
                            + made + " in place of " + recorded);
                }
            }
            case Event.Withdrawn withdrawn -> {
                var withdrawal = withdrawn.withdrawal();
                withdraw(connection, withdrawal.edition(), withdrawal.reason(), withdrawal.at());
            }
        }
    }

    /** The newest edition that stands. */
    private static Optional<Edition> newest(List<Edition> editions) {
        return editions.stream().filter(edition -> !edition.isWithdrawn()).reduce((_, later) -> later);
    }

    private static Edition numbered(Publication publication, int number, long sequence) {
        var proposed = publication.edition();
        return new Edition(
                proposed.dataset(),
                number,
                sequence,
                proposed.publishedAt(),
                proposed.author(),
                proposed.reason(),
                proposed.packageHash(),
                proposed.contentHash(),
                publication.content().cells().size(),
                null);
    }

    private void write(Connection connection, Edition edition, Publication publication) throws SQLException {
        long sequence = edition.sequence();
        var content = publication.content();
        try (var rows = database.rows(connection, "edition")) {
            rows.large(sequence)
                    .text(edition.dataset())
                    .whole(edition.number())
                    .moment(edition.publishedAt())
                    .text(edition.author())
                    .text(edition.reason())
                    .text(edition.packageHash())
                    .text(edition.contentHash())
                    .large(edition.cells())
                    .text(CanonicalJson.text(content.definitions().dimensions()))
                    .end();
        }
        new DefinitionTables(connection).write(database, sequence, content.definitions());
        CellTables.write(database, connection, sequence, content.cells());
        writeFiles(connection, sequence, publication.files());
        writeFindings(connection, sequence, publication.findings());
        try (var rows = database.rows(connection, "gate_count")) {
            for (var count : publication.gateCounts().all().entrySet()) {
                rows.large(sequence)
                        .text(count.getKey())
                        .large(count.getValue())
                        .end();
            }
        }
    }

    private void writeFiles(Connection connection, long sequence, List<KeptFile> files) throws SQLException {
        try (var rows = database.rows(connection, "package_file")) {
            int ordinal = 0;
            for (var file : files) {
                rows.large(sequence)
                        .whole(ordinal++)
                        .text(file.path())
                        .text(file.sha256())
                        .end();
            }
        }
    }

    private void writeFindings(Connection connection, long sequence, List<Finding> findings) throws SQLException {
        try (var rows = database.rows(connection, "finding")) {
            int ordinal = 0;
            for (var finding : findings) {
                rows.large(sequence)
                        .whole(ordinal++)
                        .text(finding.rule().code())
                        .text(finding.place().resource())
                        .text(finding.place().sheet())
                        .large(finding.place().row())
                        .text(finding.place().column())
                        .text(finding.value())
                        .text(CanonicalJson.text(finding.arguments()))
                        .end();
            }
        }
    }

    @Override
    public Edition withdraw(Edition.Id id, String reason, Instant at) {
        return database.write(connection -> withdraw(connection, id, reason, at));
    }

    private Edition withdraw(Connection connection, Edition.Id id, String reason, Instant at) throws SQLException {
        long sequence = sequence(connection) + 1;
        var edition = editions(connection).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchEditionException(id));
        if (edition.isWithdrawn()) {
            return edition;
        }
        try (var rows = database.rows(connection, "withdrawal")) {
            rows.large(sequence)
                    .large(edition.sequence())
                    .moment(at)
                    .text(reason)
                    .end();
        }
        return edition.withdrawn(reason);
    }

    @Override
    public Subscription onChange(Runnable listener) {
        return database.onChange(listener);
    }

    @Override
    public void close() {
        database.close();
    }

    private static long sequenceOf(Connection connection, Edition.Id edition) throws SQLException {
        var found = query(
                connection,
                "edition-sequence.sql",
                statement -> {
                    statement.setString(1, edition.dataset());
                    statement.setInt(2, edition.number());
                },
                row -> row.getLong(1));
        if (found.isEmpty()) {
            throw new NoSuchEditionException(edition);
        }
        return found.getFirst();
    }

    /** Runs the statement of a file and reads every row. */
    static <T> List<T> query(Connection connection, String file, Parameters parameters, Reader<T> reader)
            throws SQLException {
        try (var statement = connection.prepareStatement(Sql.text(file))) {
            parameters.set(statement);
            var found = new ArrayList<T>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
            }
            return found;
        }
    }

    /** Sets the parameters of a statement. */
    interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    /** Makes something of a row. */
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
