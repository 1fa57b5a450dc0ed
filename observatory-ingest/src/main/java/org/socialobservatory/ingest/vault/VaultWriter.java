package org.socialobservatory.ingest.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.mapping.answers.AnswerRow;
import org.socialobservatory.ingest.mapping.answers.AnswerSink;
import org.socialobservatory.ingest.mapping.answers.StoredVariable;

/** Writes the answers of one table: what was received as CSV, what it means as Parquet. */
final class VaultWriter implements AnswerSink, AutoCloseable {

    /** Where a row stood in the file, before what it says. */
    static final String ROW = "_row";

    private final Path received;
    private final Path parquet;
    private final MessageDigest digest;
    private @Nullable CsvLines csv;
    private @Nullable ParquetTable table;

    /** @param folder of the staging */
    VaultWriter(Path folder, String resource) {
        this.received = folder.resolve(resource + ".csv");
        this.parquet = folder.resolve(resource + ".parquet");
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    @Override
    public void begin(List<String> columns, List<StoredVariable> variables) throws IOException {
        csv = new CsvLines(new DigestOutputStream(Locked.create(received), digest));
        table = new ParquetTable(parquet, variables);
        received(ROW, columns);
    }

    @Override
    public void received(long row, List<String> values) throws IOException {
        received(String.valueOf(row), values);
    }

    private void received(String row, List<String> values) throws IOException {
        var lines = begun(csv);
        lines.plain(row);
        for (int i = 0; i < values.size(); i++) {
            var value = values.get(i);
            if (value.isEmpty()) {
                lines.nothing();
            } else {
                lines.text(value);
            }
        }
        lines.end();
    }

    private static <T> T begun(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("begin first");
        }
        return part;
    }

    @Override
    public void answer(AnswerRow row) throws IOException {
        begun(table).append(row);
    }

    /**
     * Writes the Parquet and says what was received.
     *
     * @param weight of every answer that has none of its own, NaN for none
     * @param fpc of every answer that has none of its own, NaN for none
     * @return the variables with the types that open ones turned out to have
     */
    List<StoredVariable> finish(double weight, double fpc) throws IOException {
        begun(csv).close();
        try {
            var variables = begun(table).write(weight, fpc);
            Locked.lock(parquet);
            return variables;
        } catch (SQLException refused) {
            throw new IOException(refused);
        }
    }

    Path parquet() {
        return parquet;
    }

    VaultTable.Received received() throws IOException {
        return new VaultTable.Received(received, HexFormat.of().formatHex(digest.digest()), Files.size(received));
    }

    @Override
    public void close() throws IOException {
        if (csv != null) {
            csv.close();
        }
        if (table != null) {
            table.close();
        }
    }
}
