package org.socialobservatory.ingest.estimate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.estimate.design.Replicates;
import org.socialobservatory.ingest.estimate.design.UnusableDesign;
import org.socialobservatory.ingest.estimate.design.UnusableDesign.Fault;
import org.socialobservatory.ingest.estimate.design.UnusableDesign.Kind;

/**
 * The responses one by one with their replicate weights, in their order in the file. They are held in memory: eight bytes
 * for each response and replicate.
 */
final class Replicated {

    private final Map<Groups.Cell, int[]> rows = new HashMap<>();
    private final List<double[]> weights = new ArrayList<>();
    private final Map<String, double[]> columns = new HashMap<>();

    /** Reads them, with the factors of all measures. */
    static Replicated of(ResponseTable table, Plan plan, Replicates replicates) {
        var factors = new LinkedHashMap<String, Integer>();
        for (var measure : plan.measures()) {
            for (var column : List.of(y(measure), x(measure))) {
                factors.putIfAbsent(column, factors.size());
            }
        }
        var keys = new ArrayList<>(List.of("period", "area"));
        keys.addAll(plan.dimensions().values());
        var sql = Statement.text(
                "rows.sql",
                Map.of(
                        "keys", String.join(",\n  ", keys),
                        "factors", list(List.copyOf(factors.keySet())),
                        "replicates",
                                list(replicates.columns().stream()
                                        .map(Replicated::number)
                                        .toList()),
                        "columns",
                                list(replicates.columns().stream()
                                        .map(Replicated::quoted)
                                        .toList()),
                        "derived", plan.columns().derived(),
                        "asked", plan.columns().asked()));
        return table.ask(
                sql,
                plan.columns().values(),
                rows -> new Replicated(
                        rows,
                        keys.size(),
                        List.copyOf(factors.keySet()),
                        replicates.columns().size()));
    }

    private static String list(List<String> columns) {
        var list = new StringBuilder();
        columns.forEach(column -> list.append(",\n  ").append(column));
        return list.toString();
    }

    /** The names come from a package, so that they are quoted. */
    private static String quoted(String column) {
        return '"' + column.replace("\"", "\"\"") + '"';
    }

    private static String number(String column) {
        return "CAST(" + quoted(column) + " AS DOUBLE)";
    }

    /** The numerator of one response; of a quantile the number itself; null where it does not count. */
    static String y(Measure measure) {
        return measure.form() instanceof Measure.Form.Quantile quantile
                ? only(measure, quantile.number())
                : only(measure, sql(measure.y().factor()));
    }

    static String x(Measure measure) {
        return only(measure, sql(measure.x().factor()));
    }

    private static String only(Measure measure, String value) {
        return "CASE WHEN " + measure.member() + " THEN CAST(" + value + " AS DOUBLE) END";
    }

    private static String sql(Term.Factor factor) {
        return switch (factor) {
            case Term.Factor.One _ -> "1";
            case Term.Factor.Flag(var column) -> column;
            case Term.Factor.Quantity(var column) -> column;
        };
    }

    private Replicated(ResultSet found, int keys, List<String> factors, int replicates) throws SQLException {
        var cells = new HashMap<Groups.Cell, List<Integer>>();
        var values = new ArrayList<double[]>();
        int unusable = 0;
        while (found.next()) {
            cells.computeIfAbsent(cell(found, keys), _ -> new ArrayList<>()).add(weights.size());
            values.add(numbers(found, keys, factors.size()));
            var weight = numbers(found, keys + factors.size(), replicates);
            unusable += Arrays.stream(weight).allMatch(each -> each >= 0 && Double.isFinite(each)) ? 0 : 1;
            weights.add(weight);
        }
        if (unusable > 0) {
            throw new UnusableDesign(List.of(Fault.of(Kind.WEIGHT_UNUSABLE, unusable)));
        }
        cells.forEach((cell, list) ->
                rows.put(cell, list.stream().mapToInt(Integer::intValue).toArray()));
        for (int factor = 0; factor < factors.size(); factor++) {
            int at = factor;
            columns.put(
                    factors.get(factor),
                    values.stream().mapToDouble(row -> row[at]).toArray());
        }
    }

    private static Groups.Cell cell(ResultSet found, int keys) throws SQLException {
        var codes = new ArrayList<@Nullable String>();
        for (int key = 3; key <= keys; key++) {
            codes.add(found.getString(key));
        }
        return new Groups.Cell(Objects.requireNonNullElse(found.getString(1), ""), found.getString(2), codes);
    }

    /** Numbers, NaN where there is none. */
    private static double[] numbers(ResultSet found, int before, int count) throws SQLException {
        var numbers = new double[count];
        for (int at = 0; at < count; at++) {
            double number = found.getDouble(before + at + 1);
            numbers[at] = found.wasNull() ? Double.NaN : number;
        }
        return numbers;
    }

    /** The responses of a domain, in their order in the file. */
    int[] rows(Domain domain, Groups groups) {
        return Arrays.stream(domain.groups())
                .map(groups::cell)
                .distinct()
                .mapToObj(cell -> rows.getOrDefault(groups.cells().get(cell), new int[0]))
                .flatMapToInt(Arrays::stream)
                .sorted()
                .toArray();
    }

    double[] weights(int row) {
        return weights.get(row);
    }

    int size() {
        return weights.size();
    }

    double[] column(String factor) {
        return Objects.requireNonNull(columns.get(factor));
    }
}
