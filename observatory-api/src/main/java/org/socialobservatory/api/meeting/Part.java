package org.socialobservatory.api.meeting;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.problem.ApiProblem.BadParameter;
import org.socialobservatory.api.problem.ProblemRule;
import org.socialobservatory.ontology.Multilingual;
import tools.jackson.databind.JsonNode;

/**
 * A part of a JSON document, read strictly: what is missing, of another type, out of bounds or unknown is refused with the
 * place where it stands.
 *
 * @param path such as {@code figures[2].edition}; empty for the whole
 */
record Part(JsonNode node, String path) {

    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2100, 12, 31);

    /** Requires an object that has no members but these. */
    Part object(Set<String> names) {
        if (!node.isObject()) {
            throw malformed();
        }
        for (String name : node.propertyNames()) {
            if (!names.contains(name)) {
                throw BadParameter.unknown(
                        ProblemRule.UNKNOWN_PARAMETER, member(name).path(), name, names);
            }
        }
        return this;
    }

    private Part member(String name) {
        return new Part(node.path(name), path.isEmpty() ? name : path + "." + name);
    }

    /** The members of a list, none where it is left out. */
    List<Part> list(String name, int most) {
        var list = member(name);
        if (list.isAbsent()) {
            return List.of();
        }
        if (!list.node.isArray() || list.node.size() > most) {
            throw list.malformed();
        }
        var parts = new ArrayList<Part>();
        for (int i = 0; i < list.node.size(); i++) {
            parts.add(new Part(list.node.get(i), list.path + "[" + i + "]"));
        }
        return parts;
    }

    String text(String name, int longest) {
        var text = member(name);
        if (text.isAbsent()) {
            throw new BadParameter(ProblemRule.MISSING_PARAMETER, text.path, null, List.of());
        }
        return text.string(longest);
    }

    @Nullable
    String optionalText(String name, int longest) {
        var text = member(name);
        return text.isAbsent() ? null : text.string(longest);
    }

    /** This part as a text that is not blank. */
    String string(int longest) {
        if (!node.isString()
                || node.asString().length() > longest
                || Multilingual.normal(node.asString()).isEmpty()) {
            throw malformed();
        }
        return node.asString();
    }

    int whole(String name, int least, int most) {
        var number = member(name);
        if (number.isAbsent()) {
            throw new BadParameter(ProblemRule.MISSING_PARAMETER, number.path, null, List.of());
        }
        if (!number.node.isIntegralNumber()
                || !number.node.canConvertToInt()
                || number.node.asInt() < least
                || number.node.asInt() > most) {
            throw new BadParameter(
                    ProblemRule.MALFORMED_VALUE, number.path, number.said(), List.of(least + " – " + most));
        }
        return number.node.asInt();
    }

    @Nullable
    Integer optionalWhole(String name, int least, int most) {
        return member(name).isAbsent() ? null : whole(name, least, most);
    }

    boolean flag(String name) {
        var flag = member(name);
        if (!flag.isAbsent() && !flag.node.isBoolean()) {
            throw flag.malformed();
        }
        return flag.node.asBoolean(false);
    }

    LocalDate date(String name) {
        text(name, 10);
        return member(name).day();
    }

    @Nullable
    LocalDate optionalDate(String name) {
        return member(name).isAbsent() ? null : date(name);
    }

    private LocalDate day() {
        try {
            var day = LocalDate.parse(node.asString());
            if (!day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY)) {
                return day;
            }
        } catch (DateTimeException notADay) {
            throw malformed();
        }
        throw malformed();
    }

    /** One of a few words. */
    <T> T choice(String name, java.util.function.Function<String, java.util.Optional<T>> reader, List<String> allowed) {
        var word = text(name, 100);
        return reader.apply(word)
                .orElseThrow(() -> new BadParameter(
                        ProblemRule.MALFORMED_VALUE, member(name).path(), word, allowed));
    }

    /** What the language makes of this part, unless it has no word for it. */
    <T> T made(Supplier<T> making) {
        try {
            return making.get();
        } catch (IllegalArgumentException unspeakable) {
            throw malformed();
        }
    }

    private boolean isAbsent() {
        return node.isMissingNode() || node.isNull();
    }

    private BadParameter malformed() {
        return new BadParameter(ProblemRule.MALFORMED_VALUE, path.isEmpty() ? "body" : path, said(), List.of());
    }

    private String said() {
        return node.isValueNode()
                ? node.asString("")
                : node.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
    }
}
