package org.socialobservatory.ingest.mapping.description;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a resource says of its columns (Table Schema of Frictionless Data).
 *
 * @param fields in order
 * @param missingValues texts that mean that there is no value, the empty one as a rule
 * @param primaryKey names of the columns that together never repeat
 */
public record Schema(List<Field> fields, Set<String> missingValues, List<String> primaryKey) {

    /** Nothing said. */
    public static final Schema NONE = new Schema(List.of(), Set.of(""), List.of());

    public Schema {
        fields = List.copyOf(fields);
        missingValues = Set.copyOf(missingValues);
        primaryKey = List.copyOf(primaryKey);
    }

    public Optional<Field> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** A column. */
    public record Field(String name, Type type, @Nullable String format, NumberMarks marks, Constraints constraints) {}

    /** The types that are checked; others are text. */
    public enum Type {
        STRING,
        NUMBER,
        INTEGER,
        BOOLEAN,
        DATE,
        DATETIME,
        YEAR,
        YEARMONTH,
        GEOPOINT,
        GEOJSON,
        ANY;

        private static final Map<String, Type> NAMES = named();

        private static Map<String, Type> named() {
            var names = new TreeMap<String, Type>();
            for (Type type : values()) {
                names.put(type.name().toLowerCase(Locale.ROOT), type);
            }
            for (String text : List.of("time", "duration", "object", "array", "list")) {
                names.put(text, ANY);
            }
            return names;
        }

        /** Types by their name in a package; those that are not checked are text. */
        static Map<String, Type> names() {
            return NAMES;
        }
    }

    /** How numbers are written; null where it is not declared. */
    public record NumberMarks(
            @Nullable Character decimal, @Nullable Character group) {
        public static final NumberMarks UNDECLARED = new NumberMarks(null, null);

        /** These marks, with those of another where they are not declared. */
        public NumberMarks or(NumberMarks other) {
            return new NumberMarks(decimal == null ? other.decimal : decimal, group == null ? other.group : group);
        }
    }

    /** What the values of a column must be; null where anything goes. */
    public record Constraints(
            boolean required,
            boolean unique,
            @Nullable Pattern pattern,
            Set<String> allowed,
            @Nullable BigDecimal minimum,
            @Nullable BigDecimal maximum,
            @Nullable Integer minLength,
            @Nullable Integer maxLength) {
        public static final Constraints NONE = new Constraints(false, false, null, Set.of(), null, null, null, null);

        public Constraints {
            allowed = Set.copyOf(allowed);
        }
    }
}
