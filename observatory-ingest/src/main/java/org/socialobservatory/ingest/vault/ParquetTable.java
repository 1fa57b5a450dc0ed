package org.socialobservatory.ingest.vault;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.mapping.answers.AnswerRow;
import org.socialobservatory.ingest.mapping.answers.StoredVariable;
import org.socialobservatory.ontology.survey.Variable;

/** Gathers answers in the memory of DuckDB, what is too much in the staging, and writes them as one Parquet file. */
final class ParquetTable implements AutoCloseable {

    private final Path parquet;
    private final List<StoredVariable> variables;
    private final Connection connection;
    private final DuckDBAppender appender;
    private boolean flushed;

    ParquetTable(Path parquet, List<StoredVariable> variables) throws SQLException, IOException {
        this.parquet = parquet;
        this.variables = variables;
        this.connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
        var columns = new StringBuilder();
        for (int i = 0; i < variables.size(); i++) {
            columns.append(",\n    v")
                    .append(i)
                    .append(' ')
                    .append(staged(variables.get(i).type()));
        }
        try (var statement = connection.createStatement()) {
            statement.execute(sql("open.sql")
                    .formatted(Objects.requireNonNull(parquet.getParent())
                            .toString()
                            .replace("'", "''")));
            statement.execute(sql("answers.sql").formatted(columns));
        }
        this.appender = connection.unwrap(DuckDBConnection.class).createAppender("answers");
    }

    private static String sql(String file) throws IOException {
        try (var in = Objects.requireNonNull(ParquetTable.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    private static String staged(Variable.Type type) {
        return switch (type) {
            case WHOLE -> "BIGINT";
            case NUMBER -> "DOUBLE";
            case FLAG -> "BOOLEAN";
            case DAY -> "DATE";
            case TEXT, TEXTS, OPEN -> "VARCHAR";
        };
    }

    void append(AnswerRow row) throws SQLException {
        var who = row.respondent();
        appender.beginRow();
        appender.append((int) row.row());
        appender.append(who.unit());
        text(who.household());
        number(who.weight());
        text(who.stratum());
        text(who.cluster());
        number(who.fpc());
        text(who.area());
        text(who.period());
        for (int i = 0; i < variables.size(); i++) {
            if (!row.known(i)) {
                appender.appendNull();
                continue;
            }
            switch (variables.get(i).type()) {
                case WHOLE -> appender.append(row.whole(i));
                case NUMBER -> appender.append(row.number(i));
                case FLAG -> appender.append(row.whole(i) == 1);
                case DAY -> appender.append(LocalDate.parse(row.text(i)));
                case TEXT, TEXTS, OPEN -> appender.append(row.text(i));
            }
        }
        appender.endRow();
    }

    private void text(@Nullable String text) throws SQLException {
        if (text == null) {
            appender.appendNull();
        } else {
            appender.append(text);
        }
    }

    private void number(double number) throws SQLException {
        if (Double.isNaN(number)) {
            appender.appendNull();
        } else {
            appender.append(number);
        }
    }

    /** Writes the file; the types of open variables are those of their values. */
    List<StoredVariable> write(double weight, double fpc) throws SQLException, IOException {
        appender.flush();
        flushed = true;
        var typed = new ArrayList<StoredVariable>();
        var columns = new StringBuilder();
        for (int i = 0; i < variables.size(); i++) {
            var variable = variables.get(i);
            var type = variable.type() == Variable.Type.OPEN ? shown(i) : variable.type();
            typed.add(new StoredVariable(variable.name(), type, variable.question(), variable.list()));
            columns.append(",\n    ")
                    .append(read(i, variable.type(), type))
                    .append(" AS ")
                    .append(quoted(variable.name()));
        }
        var copy = sql("write.sql")
                .formatted(
                        Double.isNaN(weight) ? "_weight" : Double.toString(weight),
                        Double.isNaN(fpc) ? "_fpc" : Double.toString(fpc),
                        columns,
                        parquet.toString().replace("'", "''"));
        try (var statement = connection.createStatement()) {
            statement.execute(copy);
        }
        return typed;
    }

    private static String read(int column, Variable.Type staged, Variable.Type type) {
        if (type == Variable.Type.TEXTS) {
            return "CASE WHEN v%1$d = '' THEN [] ELSE string_split(v%1$d, ' ') END".formatted(column);
        }
        return staged == Variable.Type.OPEN && type != Variable.Type.TEXT
                ? "CAST(v%d AS %s)".formatted(column, staged(type))
                : "v" + column;
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** Whole numbers or numbers where every value is one; a leading zero makes a text. */
    private Variable.Type shown(int column) throws SQLException, IOException {
        try (PreparedStatement query =
                        connection.prepareStatement(sql("shown.sql").replace("{column}", "v" + column));
                var row = query.executeQuery()) {
            row.next();
            if (row.getBoolean(1)) {
                return Variable.Type.WHOLE;
            }
            return row.getBoolean(2) ? Variable.Type.NUMBER : Variable.Type.TEXT;
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            if (!flushed) {
                appender.flush();
            }
            appender.close();
        }
    }
}
