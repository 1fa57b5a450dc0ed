package org.socialobservatory.api.openapi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The doors of one kind, as people read of them.
 *
 * @param code the tag of the description
 */
public record Chapter(String code, String title, List<Operation> operations) {

    /**
     * A door.
     *
     * @param accepts media types of a body
     * @param form where a form asks it: its path, where nothing in that is to be filled in
     * @param example an address to begin with; null where nobody can know one
     */
    public record Operation(
            String id,
            String method,
            String path,
            String summary,
            List<Parameter> parameters,
            List<String> accepts,
            List<Answer> answers,
            @Nullable String form,
            @Nullable String example) {

        /** What a form can ask. */
        public List<Parameter> questions() {
            return parameters.stream().filter(Parameter::isAsked).toList();
        }
    }

    /**
     * A parameter of a door.
     *
     * @param type its JSON type
     * @param range lowest and highest value, where they are bounded
     * @param allowed its only values; empty where any will do
     */
    public record Parameter(
            String name,
            String in,
            boolean required,
            String meaning,
            String type,
            @Nullable String range,
            List<String> allowed,
            @Nullable String otherwise,
            @Nullable String example) {

        boolean isAsked() {
            return in.equals("query") && !type.equals("object");
        }
    }

    /**
     * How a door answers.
     *
     * @param forms media types
     */
    public record Answer(String status, String meaning, List<String> forms) {}
}
