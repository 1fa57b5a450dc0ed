package org.socialobservatory.api.ogc.cql2;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The two encodings of a filter (21-065r2, §8). */
public enum FilterLanguage {
    CQL2_TEXT("cql2-text") {
        @Override
        Expression parse(String filter) {
            return TextReader.read(filter);
        }

        @Override
        public String write(Expression filter) {
            return TextWriter.write(filter);
        }
    },
    CQL2_JSON("cql2-json") {
        @Override
        Expression parse(String filter) {
            return JsonReader.read(filter);
        }

        @Override
        public String write(Expression filter) {
            return JsonWriter.write(filter);
        }
    };

    private final String code;

    FilterLanguage(String code) {
        this.code = code;
    }

    abstract Expression parse(String filter);

    /** A filter in this language; what is read from it again is the same filter. */
    public abstract String write(Expression filter);

    /**
     * Reads a filter.
     *
     * @throws org.socialobservatory.api.problem.ApiProblem.BadParameter where it breaks the grammar
     */
    public Expression read(String filter) {
        var read = parse(filter);
        Depth.require(read);
        return read;
    }

    public static Optional<FilterLanguage> of(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code.equals(code))
                .findFirst();
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(language -> language.code).toList();
    }
}
