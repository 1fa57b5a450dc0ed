package org.socialobservatory.ingest.vault;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
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

    private final Path received;
    private final Path parquet;
    private final MessageDigest digest;
    private final StringBuilder line = new StringBuilder();
    private @Nullable BufferedWriter csv;
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
        csv = new BufferedWriter(
                new OutputStreamWriter(new DigestOutputStream(Locked.create(received), digest), StandardCharsets.UTF_8),
                1 << 16);
        try {
            table = new ParquetTable(parquet, variables);
        } catch (SQLException refused) {
            throw new IOException(refused);
        }
        received(columns);
    }

    /** A row of CSV (RFC 4180). */
    @Override
    public void received(List<String> values) throws IOException {
        var out = csv;
        if (out == null) {
            throw new IllegalStateException("begin first");
        }
        line.setLength(0);
        for (int i = 0; i < values.size(); i++) {
            var value = values.get(i);
            line.append(i == 0 ? "" : ",");
            if (plain(value)) {
                line.append(value);
            } else {
                line.append('"').append(value.replace("\"", "\"\"")).append('"');
            }
        }
        out.append(line).append("\r\n");
    }

    private static boolean plain(String value) {
        return value.indexOf(',') < 0 && value.indexOf('"') < 0 && value.indexOf('\n') < 0 && value.indexOf('\r') < 0;
    }

    @Override
    public void answer(AnswerRow row) throws IOException {
        if (table == null) {
            throw new IllegalStateException("begin first");
        }
        try {
            table.append(row);
        } catch (SQLException refused) {
            throw new IOException(refused);
        }
    }

    /**
     * Writes the Parquet and says what was received.
     *
     * @param weight of every answer that has none of its own, NaN for none
     * @param fpc of every answer that has none of its own, NaN for none
     * @return the variables with the types that open ones turned out to have
     */
    List<StoredVariable> finish(double weight, double fpc) throws IOException {
        if (csv == null || table == null) {
            throw new IllegalStateException("begin first");
        }
        csv.close();
        try {
            var variables = table.write(weight, fpc);
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
            try {
                table.close();
            } catch (SQLException left) {
                throw new IOException(left);
            }
        }
    }
}
