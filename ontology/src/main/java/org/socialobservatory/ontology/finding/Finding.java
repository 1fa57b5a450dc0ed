package org.socialobservatory.ontology.finding;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.Term;

/**
 * Something wrong or notable in the input, at its place.
 *
 * @param rule which rule found it
 * @param place where
 * @param value what was found there, shortened; null where there is none or it must not be shown
 * @param arguments what fills the rule's sentences, in their order
 */
@Term("obs:Finding")
public record Finding(
        FindingRule rule, Place place, @Nullable String value, List<String> arguments) {

    /** The longest value that a finding shows, in characters. */
    private static final int LONGEST_VALUE = 80;
    /** The longest argument of a sentence, in characters: some are lists. */
    private static final int LONGEST_ARGUMENT = 300;

    public Finding {
        arguments = arguments.stream()
                .map(argument -> shortened(argument, LONGEST_ARGUMENT))
                .toList();
        value = value == null ? null : shortened(value, LONGEST_VALUE);
    }

    private static String shortened(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return text.substring(0, end) + "…";
    }

    /**
     * What anybody may read of a finding about answers of persons: the rule and the column. What it says of one row, and
     * of the value there, is for the steward.
     */
    public Finding withoutAnswer() {
        var at = new Place(place.resource, null, null, place.column);
        var told = IntStream.range(0, arguments.size())
                .mapToObj(i -> place.row != null || rule.isRow(i) ? "…" : arguments.get(i))
                .toList();
        return new Finding(rule, at, null, told);
    }

    public Severity severity() {
        return rule.severity();
    }

    /** What is wrong, in one sentence. */
    public String sentence(Language language) {
        return rule.sentence(language, arguments);
    }

    /** What would satisfy the rule. */
    public String remedy(Language language) {
        return rule.remedy(language, arguments);
    }

    /**
     * A place in a package; null where a part does not apply.
     *
     * @param row line of a file or row of a sheet, from 1
     */
    public record Place(
            @Nullable String resource,
            @Nullable String sheet,
            @Nullable Long row,
            @Nullable String column) {
        public static final Place PACKAGE = new Place(null, null, null, null);

        public static Place of(String resource) {
            return new Place(resource, null, null, null);
        }

        public Place row(long number) {
            return new Place(resource, sheet, number, column);
        }

        public Place column(String name) {
            return new Place(resource, sheet, row, name);
        }

        public Place sheet(String name) {
            return new Place(resource, name, row, column);
        }
    }
}
