package org.socialobservatory.ingest.estimate.ecql;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Values that stand in a text of ECQL. */
final class Literals {

    private Literals() {}

    static VariableType typeOf(Object value) {
        return switch (value) {
            case Number _ -> VariableType.NUMBER;
            case Boolean _ -> VariableType.TRUTH;
            default -> VariableType.TEXT;
        };
    }

    /** The value to bind where a variable of this type is compared with it, or null where it cannot be one. */
    static @Nullable Object as(VariableType type, Object value) {
        return switch (type) {
            case NUMBER -> value instanceof Number number ? number.doubleValue() : null;
            case TRUTH -> value instanceof Boolean truth ? truth : null;
            case DATE -> date(value);
            // Codes of choices are often digits, and people write them as such.
            case TEXT -> value instanceof Number number ? plain(number) : value instanceof String text ? text : null;
            case CHOICES -> null;
        };
    }

    private static String plain(Number number) {
        return new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
    }

    private static @Nullable String date(Object value) {
        try {
            return value instanceof String text ? LocalDate.parse(text).toString() : null;
        } catch (DateTimeParseException _) {
            return null;
        }
    }
}
