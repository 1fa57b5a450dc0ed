package org.socialobservatory.ingest.estimate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.socialobservatory.ingest.estimate.design.UnusableDesign;
import org.socialobservatory.ingest.estimate.design.UnusableDesign.Fault;
import org.socialobservatory.ingest.estimate.design.UnusableDesign.Kind;

/**
 * How many responses there are, what their design columns hold, and how large their numbers get: a first look at the
 * file, from which the scales of the exact sums follow.
 */
record Extremes(
        long responses,
        double leastWeight,
        double greatestWeight,
        long clusters,
        long households,
        long withFpc,
        double leastFpc,
        double greatestFpc,
        Map<String, Double> numbers) {

    /** Bits of a term that is summed; of a hundred billion terms the sum still fits 128. */
    private static final int BITS = 61;
    /** The largest power of two that is a number of its own, nearly. */
    private static final int LARGEST = 1000;

    static Extremes of(ResponseTable table, Plan plan, Base base) {
        var numbers = new StringBuilder();
        plan.numbers()
                .forEach(
                        column -> numbers.append(",\n  max(abs(").append(column).append("))"));
        var places = base.places();
        places.put("numbers", numbers.toString());
        places.put("derived", plan.columns().derived());
        places.put("asked", plan.columns().asked());
        var sql = Statement.text("extremes.sql", places);
        return table.ask(sql, plan.columns().values(), rows -> read(rows, plan.numbers()));
    }

    private static Extremes read(ResultSet row, List<String> numbers) throws SQLException {
        row.next();
        long responses = row.getLong(1);
        var faults = new ArrayList<Fault>();
        if (responses == 0) {
            faults.add(Fault.of(Kind.NO_RESPONSES));
        }
        incomplete(faults, Kind.WEIGHT_UNUSABLE, row.getLong(3), responses, true);
        incomplete(faults, Kind.STRATUM_MISSING, row.getLong(6), responses, false);
        incomplete(faults, Kind.CLUSTER_MISSING, row.getLong(7), responses, false);
        incomplete(faults, Kind.FPC_MISSING, row.getLong(9), responses, false);
        if (!faults.isEmpty()) {
            throw new UnusableDesign(faults);
        }
        var greatest = new HashMap<String, Double>();
        for (int at = 0; at < numbers.size(); at++) {
            greatest.put(numbers.get(at), row.getDouble(12 + at));
        }
        return new Extremes(
                responses,
                row.getDouble(4),
                row.getDouble(5),
                row.getLong(7),
                row.getLong(8),
                row.getLong(9),
                row.getDouble(10),
                row.getDouble(11),
                greatest);
    }

    private static void incomplete(List<Fault> faults, Kind kind, long have, long all, boolean needed) {
        if (have < all && (needed || have > 0)) {
            faults.add(Fault.of(kind, all - have));
        }
    }

    /**
     * The power of two by which w times some numbers is multiplied before it is summed as an integer: sums of integers do
     * not depend on their order. What is lost of a term is below 2⁻⁶¹ of the largest one.
     */
    int exponent(List<String> factors) {
        double bound = greatestWeight;
        for (var factor : factors) {
            bound *= numbers.getOrDefault(factor, 0.0);
        }
        return bound == 0 ? 0 : Math.min(LARGEST, BITS - Math.getExponent(bound) - 1);
    }

    boolean equalWeights() {
        return leastWeight == greatestWeight;
    }
}
