package org.socialobservatory.ingest.vault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import org.duckdb.DuckDBDriver;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.mapping.answers.AnswerRow;
import org.socialobservatory.ingest.mapping.answers.StoredVariable;
import org.socialobservatory.ingest.mapping.description.Responses;
import org.socialobservatory.ontology.survey.Variable;

/**
 * Gathers answers as CSV in the staging and has DuckDB write them as one Parquet file. Its appender takes a text at a
 * time through JNI and was three times slower for a million answers.
 */
final class ParquetTable implements AutoCloseable {

    private final Path parquet;
    private final Path gathered;
    private final List<StoredVariable> variables;
    private final CsvLines lines;

    ParquetTable(Path parquet, List<StoredVariable> variables) throws IOException {
        this.parquet = parquet;
        this.gathered = parquet.resolveSibling(parquet.getFileName() + ".csv");
        this.variables = variables;
        this.lines = new CsvLines(Locked.create(gathered));
    }

    /**
     * A table that was written before: what is not the vault's own is a variable, of the type that it was written with.
     *
     * @param source sha-256 of the file that was received
     */
    static VaultTable read(KeptAnswers.KeptTable kept, Responses responses, String source) {
        var variables = new ArrayList<StoredVariable>();
        try (var connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                var statement = connection.createStatement()) {
            var file = escaped(kept.location());
            try (var columns = statement.executeQuery(sql("columns.sql").replace("{file}", file))) {
                while (columns.next()) {
                    var name = columns.getString("column_name");
                    if (name.charAt(0) != StoredVariable.RESERVED) {
                        variables.add(new StoredVariable(name, type(columns.getString("column_type")), null, null));
                    }
                }
            }
            try (var count = statement.executeQuery(sql("count.sql").replace("{file}", file))) {
                count.next();
                return new VaultTable(
                        kept.resource(),
                        responses,
                        kept.location(),
                        variables,
                        count.getLong(1),
                        source,
                        kept.received());
            }
        } catch (SQLException | IOException unreadable) {
            throw new VaultException("The answers of " + kept.resource() + " cannot be read", unreadable);
        }
    }

    private static Variable.Type type(String written) {
        return switch (written) {
            case "BIGINT" -> Variable.Type.WHOLE;
            case "DOUBLE" -> Variable.Type.NUMBER;
            case "BOOLEAN" -> Variable.Type.FLAG;
            case "DATE" -> Variable.Type.DAY;
            case "VARCHAR[]" -> Variable.Type.TEXTS;
            default -> Variable.Type.TEXT;
        };
    }

    private static String sql(String file) throws IOException {
        try (var in = Objects.requireNonNull(ParquetTable.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
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

    void append(AnswerRow row) throws IOException {
        var who = row.respondent();
        lines.whole(row.row());
        lines.text(who.unit());
        text(who.parent());
        text(who.household());
        number(who.weight());
        text(who.stratum());
        text(who.cluster());
        number(who.fpc());
        text(who.area());
        text(who.period());
        for (int i = 0; i < variables.size(); i++) {
            if (!row.known(i)) {
                lines.nothing();
                continue;
            }
            switch (variables.get(i).type()) {
                case WHOLE -> lines.whole(row.whole(i));
                case NUMBER -> lines.number(row.number(i));
                case FLAG -> lines.plain(row.whole(i) == 1 ? "true" : "false");
                case DAY -> lines.plain(row.text(i));
                case TEXT, TEXTS, OPEN -> lines.text(row.text(i));
            }
        }
        lines.end();
    }

    private void text(@Nullable String text) {
        if (text == null) {
            lines.nothing();
        } else {
            lines.text(text);
        }
    }

    private void number(double number) {
        if (Double.isNaN(number)) {
            lines.nothing();
        } else {
            lines.number(number);
        }
    }

    /** Writes the file; the types of open variables are those of their values. */
    List<StoredVariable> write(double weight, double fpc) throws SQLException, IOException {
        lines.close();
        var folder = Objects.requireNonNull(parquet.getParent());
        try (var connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                var statement = connection.createStatement()) {
            statement.execute(sql("open.sql").replace("{folder}", escaped(folder)));
            statement.execute(sql("answers.sql").replace("{columns}", columns()).replace("{file}", escaped(gathered)));
            var typed = typed(connection);
            statement.execute(sql("write.sql")
                    .replace("{weight}", Double.isNaN(weight) ? "_weight" : Double.toString(weight))
                    .replace("{fpc}", Double.isNaN(fpc) ? "_fpc" : Double.toString(fpc))
                    .replace("{variables}", read(typed))
                    .replace("{file}", escaped(parquet)));
            return typed;
        }
    }

    private static String escaped(Path path) {
        return path.toString().replace("'", "''");
    }

    private String columns() {
        var columns = new StringBuilder();
        for (int i = 0; i < variables.size(); i++) {
            columns.append(",\n        'v").append(i).append("': '");
            columns.append(staged(variables.get(i).type())).append('\'');
        }
        return columns.toString();
    }

    private String read(List<StoredVariable> typed) {
        var columns = new StringBuilder();
        for (int i = 0; i < typed.size(); i++) {
            var name = '"' + typed.get(i).name().replace("\"", "\"\"") + '"';
            columns.append(",\n        ")
                    .append(read(i, typed.get(i).type()))
                    .append(" AS ")
                    .append(name);
        }
        return columns.toString();
    }

    private String read(int column, Variable.Type type) {
        if (type == Variable.Type.TEXTS) {
            return "CASE WHEN v%1$d = '' THEN [] ELSE string_split(v%1$d, ' ') END".formatted(column);
        }
        return variables.get(column).type() == Variable.Type.OPEN && type != Variable.Type.TEXT
                ? "CAST(v%d AS %s)".formatted(column, staged(type))
                : "v" + column;
    }

    /** Open variables are whole numbers or numbers where every value is one; a leading zero makes a text. */
    private List<StoredVariable> typed(Connection connection) throws SQLException, IOException {
        var open = new ArrayList<Integer>();
        for (int i = 0; i < variables.size(); i++) {
            if (variables.get(i).type() == Variable.Type.OPEN) {
                open.add(i);
            }
        }
        var typed = new ArrayList<>(variables);
        if (open.isEmpty()) {
            return typed;
        }
        var shown = sql("shown.sql");
        var query = open.stream()
                .map(column -> shown.replace("{column}", "v" + column))
                .collect(Collectors.joining(", ", "SELECT ", " FROM answers"));
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            for (int i = 0; i < open.size(); i++) {
                var variable = variables.get(open.get(i));
                var type = row.getBoolean(2 * i + 1)
                        ? Variable.Type.WHOLE
                        : row.getBoolean(2 * i + 2) ? Variable.Type.NUMBER : Variable.Type.TEXT;
                typed.set(open.get(i), new StoredVariable(variable.name(), type, variable.question(), variable.list()));
            }
        }
        return typed;
    }

    @Override
    public void close() throws IOException {
        lines.close();
        Files.deleteIfExists(gathered);
    }
}
