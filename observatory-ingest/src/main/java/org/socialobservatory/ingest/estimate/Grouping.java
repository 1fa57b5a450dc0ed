package org.socialobservatory.ingest.estimate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The one grouping of a response table, and finer ones for quantiles: asks DuckDB for the sums, each of them an integer
 * there, so that they are the same whatever its threads do, and numbers what the groups are made of.
 */
final class Grouping {

    /** Columns after the keys and before the terms: responses, weights, least and greatest finite population. */
    private static final int OWN = 4;

    private final Plan plan;
    private final Base base;
    private final Extremes extremes;
    private final List<String> codes;
    private final List<String> margins;
    private final Map<Groups.Cell, Integer> cells = new LinkedHashMap<>();
    private final Map<Unit, Integer> units = new LinkedHashMap<>();
    private final Map<List<@Nullable String>, Integer> categories = new LinkedHashMap<>();
    private final Whole whole = new Whole();

    /** A primary sampling unit: one code in two strata is two units. */
    record Unit(String stratum, String code) {}

    /** What is known of each group whatever the indicators, in the order of the groups. */
    static final class Whole {
        final List<double[]> parts = new ArrayList<>();
        double responses;
        double weight;
    }

    Grouping(Plan plan, Base base, Extremes extremes) {
        this.plan = plan;
        this.base = base;
        this.extremes = extremes;
        codes = List.copyOf(plan.dimensions().values());
        margins = plan.margins().stream().flatMap(List::stream).toList();
    }

    /** Groups all responses, with all terms. */
    Groups all(ResponseTable table) {
        var terms = plan.terms();
        var keys = keys();
        return table.ask(statement(keys, terms, ""), plan.columns().values(), rows -> {
            var builder = new Groups.Builder(terms.size());
            while (rows.next()) {
                take(rows, builder, 0, 0);
                keep(rows, keys.size(), builder);
                terms(rows, keys.size() + OWN, terms, builder);
            }
            return new Groups(builder, List.copyOf(cells.keySet()));
        });
    }

    /** Groups those of a measure, split by a number besides, in its order; the only term is Σw. */
    Groups by(ResponseTable table, String member, String number) {
        return by(table, member, number, rows -> rows.getDouble(1));
    }

    /** Groups those of a measure, split by households, which are numbered. */
    Groups byHousehold(ResponseTable table, String member) {
        var households = new HashMap<String, Integer>();
        return by(table, member, "household", rows -> number(households, rows.getString(1)));
    }

    private Groups by(ResponseTable table, String member, String key, ResponseTable.Reader<? extends Number> value) {
        List<Term> terms = List.of(Term.moment(member));
        var keys = new ArrayList<>(keys());
        keys.addFirst(key);
        return table.ask(
                statement(keys, terms, "\nWHERE\n  " + member), plan.columns().values(), rows -> {
                    var builder = new Groups.Builder(terms.size());
                    while (rows.next()) {
                        take(rows, builder, 1, value.read(rows).doubleValue());
                        terms(rows, keys.size() + OWN, terms, builder);
                    }
                    return new Groups(builder, List.copyOf(cells.keySet()));
                });
    }

    private List<String> keys() {
        var keys = new ArrayList<>(List.of("period", "area"));
        keys.addAll(codes);
        keys.add("stratum");
        keys.add("unit");
        keys.addAll(margins);
        return keys;
    }

    private String statement(List<String> keys, List<Term> terms, String only) {
        var sums = new StringBuilder();
        terms.forEach(term -> sums.append(",\n  ").append(sql(term)));
        var places = base.places();
        places.put("keys", String.join(",\n  ", keys));
        places.put("terms", sums.toString());
        places.put("unit", base.unit(extremes));
        places.put("scale", scale(List.of()));
        places.put("derived", plan.columns().derived());
        places.put("asked", plan.columns().asked());
        places.put("only", only);
        return Statement.text("groups.sql", places);
    }

    private String scale(List<String> numbers) {
        return Double.toString(Math.scalb(1.0, extremes.exponent(numbers)));
    }

    private String sql(Term term) {
        return switch (term) {
            case Term.Count(var member) -> "count(CASE WHEN " + member + " THEN 1 END)";
            case Term.Largest(var member, var number, var rank) ->
                "max(CASE WHEN " + member + " THEN " + number + " END, 2)[" + rank + "]";
            case Term.Sum(var member, var flags, var numbers) -> {
                var condition = new StringBuilder(member);
                flags.forEach(flag -> condition.append(" AND ").append(flag));
                var product = numbers.isEmpty()
                        ? "whole"
                        : "CAST(w * " + String.join(" * ", numbers) + " * " + scale(numbers) + " AS BIGINT)";
                yield "CAST(sum(CASE WHEN " + condition + " THEN " + product + " END) AS DOUBLE)";
            }
        };
    }

    private void take(ResultSet rows, Groups.Builder builder, int first, double value) throws SQLException {
        int at = first + 1;
        var period = Objects.requireNonNullElse(rows.getString(at++), "");
        var area = rows.getString(at++);
        var found = new ArrayList<@Nullable String>();
        for (int code = 0; code < codes.size(); code++) {
            found.add(rows.getString(at++));
        }
        var unit = new Unit(Objects.requireNonNullElse(rows.getString(at++), ""), rows.getString(at++));
        var category = new ArrayList<@Nullable String>();
        for (int margin = 0; margin < margins.size(); margin++) {
            category.add(rows.getString(at++));
        }
        builder.add(
                number(cells, new Groups.Cell(period, area, found)),
                number(units, unit),
                number(categories, category),
                value);
    }

    private static <K> int number(Map<K, Integer> known, K key) {
        var number = known.putIfAbsent(key, known.size());
        return number == null ? known.size() - 1 : number;
    }

    private void keep(ResultSet rows, int keys, Groups.Builder builder) throws SQLException {
        double responses = rows.getDouble(keys + 1);
        double weight = Math.scalb(rows.getDouble(keys + 2), -extremes.exponent(List.of()));
        whole.responses += responses;
        whole.weight += weight;
        whole.parts.add(new double[] {
            builder.lastUnit(), builder.lastCategory(), weight, rows.getDouble(keys + 3), rows.getDouble(keys + 4)
        });
    }

    private void terms(ResultSet rows, int before, List<Term> terms, Groups.Builder builder) throws SQLException {
        for (int term = 0; term < terms.size(); term++) {
            double sum = rows.getDouble(before + term + 1);
            boolean nobody = rows.wasNull();
            switch (terms.get(term)) {
                case Term.Count _ -> builder.term(term, sum);
                case Term.Largest _ -> builder.term(term, nobody ? Double.NEGATIVE_INFINITY : sum);
                case Term.Sum moment ->
                    builder.term(term, nobody ? 0 : Math.scalb(sum, -extremes.exponent(moment.numbers())));
            }
        }
    }

    List<Unit> units() {
        return List.copyOf(units.keySet());
    }

    /** The crossed categories of the margins, each with a code for each variable. */
    List<List<@Nullable String>> categories() {
        return List.copyOf(categories.keySet());
    }

    Whole whole() {
        return whole;
    }
}
