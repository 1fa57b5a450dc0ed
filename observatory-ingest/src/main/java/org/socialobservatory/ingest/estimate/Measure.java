package org.socialobservatory.ingest.estimate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One figure to compute in each domain, as the places of its sums among the terms of a group.
 *
 * @param indicator code
 * @param member column that says who counts and has answered
 * @param universe Σw of all who should have answered
 * @param persons how many have
 * @param weight Σw of those
 * @param y Σwy, of a quantile: the column of the number
 * @param amounts places of the two largest contributions; null if it is no amount
 */
record Measure(
        String indicator,
        Form form,
        Estimand.Unit unit,
        List<List<Dimension>> breakdowns,
        String member,
        int universe,
        int persons,
        int weight,
        Linear y,
        Linear x,
        Squares squares,
        @Nullable Amounts amounts) {

    /** What kind of figure it is, and so which interval and which rule of trust it has. */
    sealed interface Form {
        /**
         * A mean of zeros and ones.
         *
         * @param symmetric whether its interval lies evenly around it
         */
        record Proportion(boolean symmetric) implements Form {}

        /** A sum over another: also a mean, whose denominator is the number of those who count. */
        record Ratio() implements Form {}

        /** A sum. */
        record Total() implements Form {}

        /** A sum of zeros and ones. */
        record Count() implements Form {}

        /** The place of a share of the population in the order of a number. */
        record Quantile(String number, double p) implements Form {}
    }

    /** A number of each response and the place of its first moment. */
    record Linear(Term.Factor factor, int term) {}

    /** The places of the second moments: Σwy², Σwxy, Σwx². */
    record Squares(int yy, int xy, int xx) {}

    /** The places of the two largest contributions. */
    record Amounts(int largest, int second) {}

    /** Whether the figure is a quotient of two sums. */
    boolean isQuotient() {
        return switch (form) {
            case Form.Proportion _, Form.Ratio _ -> true;
            case Form.Total _, Form.Count _, Form.Quantile _ -> false;
        };
    }
}
