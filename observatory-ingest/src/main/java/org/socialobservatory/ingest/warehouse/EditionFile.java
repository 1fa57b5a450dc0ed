package org.socialobservatory.ingest.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.socialobservatory.ingest.warehouse.sql.CellColumns;
import org.socialobservatory.ingest.warehouse.sql.Sql;
import org.socialobservatory.ingest.warehouse.sql.duckdb.BulkRows;
import org.socialobservatory.ingest.warehouse.sql.duckdb.Connections;
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.cube.CellKey;
import org.socialobservatory.ontology.edition.Definitions;
import org.socialobservatory.ontology.edition.EditionContent;
import tools.jackson.core.JacksonException;

/**
 * The canonical file of an edition: Parquet with a row for each cell in canonical order and, in the file's metadata, the
 * definitions as canonical JSON under the key {@code definitions} and the version of this form under {@code form}. All
 * that a store holds of an edition's content can be made of it.
 */
public final class EditionFile {

    /** The version of the form. */
    private static final String FORM = "social-observatory edition 1";
    /** The ending of a file that is being written, by which a crash is cleaned up after. */
    public static final String UNFINISHED = ".unfinished";

    private final Path path;
    private final Definitions definitions;

    private EditionFile(Path path, Definitions definitions) {
        this.path = path;
        this.definitions = definitions;
    }

    /** Writes the file so that it is there whole or not at all, also after a power cut. */
    public static void write(Path path, EditionContent content) {
        var unfinished = path.resolveSibling(path.getFileName() + UNFINISHED);
        try (var connection = Connections.inMemory()) {
            Files.deleteIfExists(unfinished);
            execute(connection, Sql.text("file/create-cell.sql"));
            try (var rows = new BulkRows(connection, "cell")) {
                for (var cell : content.cells()) {
                    var key = cell.key();
                    rows.text(key.indicator())
                            .text(key.breakdown())
                            .text(key.period())
                            .text(key.area());
                    CellColumns.write(cell, rows);
                }
            }
            execute(
                    connection,
                    Sql.text("file/copy-cells.sql")
                            .replace(
                                    "{file}", quoted(unfinished.toAbsolutePath().toString()))
                            .replace("{form}", quoted(FORM))
                            .replace("{definitions}", quoted(CanonicalJson.text(content.definitions()))));
            finish(unfinished, path);
        } catch (SQLException e) {
            throw new WarehouseException("The edition file " + path + " cannot be written: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a written file in its place: first its bytes reach the disk, then its name. */
    public static void finish(Path unfinished, Path path) throws IOException {
        try (var file = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            file.force(true);
        }
        Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (var folder = FileChannel.open(path.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    /** Opens a file; its cells are read when asked for. */
    public static EditionFile read(Path path) {
        try (var connection = Connections.inMemory()) {
            if (!metadata(connection, path, "form").equals(FORM)) {
                throw new WarehouseException("The file " + path + " is not an edition of a form that this build knows");
            }
            var definitions = metadata(connection, path, "definitions").getBytes(StandardCharsets.UTF_8);
            return new EditionFile(path, CanonicalJson.read(definitions, Definitions.class));
        } catch (SQLException | JacksonException e) {
            throw unreadable(path, e);
        }
    }

    private static WarehouseException unreadable(Path path, Exception cause) {
        return new WarehouseException("The edition file " + path + " cannot be read: " + cause.getMessage(), cause);
    }

    private static String metadata(Connection connection, Path path, String key) throws SQLException {
        try (var statement = connection.prepareStatement(Sql.text("file/metadata.sql"))) {
            statement.setString(1, path.toAbsolutePath().toString());
            statement.setString(2, key);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? new String(rows.getBytes(1), StandardCharsets.UTF_8) : "";
            }
        }
    }

    public Definitions definitions() {
        return definitions;
    }

    /** Hands the cells to a reader, in canonical order. */
    public void cells(Consumer<? super Cell> reader) {
        var codes = new HashMap<String, String>();
        try (var connection = Connections.inMemory();
                var statement = connection.prepareStatement(Sql.text("file/cells.sql"))) {
            statement.setString(1, path.toAbsolutePath().toString());
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var key = new CellKey(
                            shared(codes, rows.getString(1)),
                            shared(codes, rows.getString(2)),
                            shared(codes, rows.getString(3)),
                            shared(codes, rows.getString(4)));
                    reader.accept(new Cell(key, CellColumns.observed(rows, 5), CellColumns.origin(rows, 5)));
                }
            }
        } catch (SQLException e) {
            throw unreadable(path, e);
        }
    }

    /** One instance of each code, so that a million cells do not keep four million texts. */
    private static String shared(Map<String, String> codes, String code) {
        var known = codes.putIfAbsent(code, code);
        return known == null ? code : known;
    }

    /** The content hash of what the file holds. */
    public String hash() {
        var hash = new ContentHash(definitions);
        cells(hash);
        return hash.hex();
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        try (var execution = connection.createStatement()) {
            execution.execute(statement);
        }
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
