package org.socialobservatory.ingest.estimate;

import java.util.List;

/**
 * A condition, number or code of one response, in DuckDB's SQL over the columns of the response table. Unknown stays
 * unknown: a condition of which nothing is known is {@code NULL}.
 *
 * @param sql with a {@code ?} for each value that came from outside, in the order of {@code values}
 * @param values texts, numbers, booleans or dates; bound, never pasted
 */
public record Expression(String sql, List<Object> values) {

    public Expression {
        values = List.copyOf(values);
    }

    public static Expression of(String sql, Object... values) {
        return new Expression(sql, List.of(values));
    }
}
