package org.socialobservatory.ingest.mapping;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads days. */
public final class Dates {

    /** Conversion signs of {@code strptime} in terms of Java. */
    private static final Map<Character, String> SIGNS =
            Map.of('Y', "uuuu", 'm', "MM", 'd', "dd", 'y', "uu", 'H', "HH", 'M', "mm", 'S', "ss", 'j', "DDD");

    private Dates() {}

    /** The day of a text such as {@code 2024-05-17}; a time behind it is ignored. Empty where there is no such day. */
    static Optional<LocalDate> parse(String text) {
        try {
            var day = text.length() > 10 && text.charAt(10) == 'T' ? text.substring(0, 10) : text;
            return Optional.of(LocalDate.parse(day));
        } catch (DateTimeParseException noSuchDay) {
            return Optional.empty();
        }
    }

    /** The day of a text in the format of a field ({@code %d/%m/%Y}); ISO where it has none. */
    public static Optional<LocalDate> parse(String text, @Nullable String format) {
        if (format == null || !format.contains("%")) {
            return parse(text);
        }
        try {
            return Optional.of(LocalDate.parse(text, formatter(format)));
        } catch (DateTimeParseException | IllegalArgumentException noSuchDay) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter formatter(String format) {
        var builder = new DateTimeFormatterBuilder();
        for (int i = 0; i < format.length(); i++) {
            char sign = format.charAt(i);
            if (sign == '%' && i + 1 < format.length() && SIGNS.containsKey(format.charAt(i + 1))) {
                builder.appendPattern(SIGNS.get(format.charAt(++i)));
            } else {
                builder.appendLiteral(sign);
            }
        }
        return builder.toFormatter().withResolverStyle(ResolverStyle.STRICT);
    }
}
