package org.socialobservatory.api.openapi;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.openapi.Chapter.Answer;
import org.socialobservatory.api.openapi.Chapter.Operation;
import org.socialobservatory.api.openapi.Chapter.Parameter;
import tools.jackson.databind.JsonNode;

/** The description turned into chapters for people: the same words, nothing added. */
final class Documentation {

    private final JsonNode description;

    Documentation(JsonNode description) {
        this.description = description;
    }

    /** What all doors have in common. */
    String lead() {
        return text(description.at("/info"), "description");
    }

    List<Chapter> chapters() {
        var chapters = new ArrayList<Chapter>();
        for (var tag : description.get("tags")) {
            var code = text(tag, "name");
            chapters.add(new Chapter(code, text(tag, "description"), operations(code)));
        }
        return chapters;
    }

    private List<Operation> operations(String tag) {
        var operations = new ArrayList<Operation>();
        for (var path : description.get("paths").properties()) {
            for (var method : path.getValue().properties()) {
                if (text(method.getValue().get("tags"), 0).equals(tag)) {
                    operations.add(operation(path.getKey(), method.getKey(), method.getValue()));
                }
            }
        }
        return operations;
    }

    private Operation operation(String path, String method, JsonNode said) {
        var parameters = new ArrayList<Parameter>();
        said.path("parameters").forEach(parameter -> parameters.add(parameter(resolved(parameter))));
        var answers = new ArrayList<Answer>();
        said.get("responses").properties().forEach(answer -> {
            var meant = resolved(answer.getValue());
            answers.add(new Answer(answer.getKey(), text(meant, "description"), names(meant.path("content"))));
        });
        boolean read = method.equals("get");
        return new Operation(
                text(said, "operationId"),
                method.toUpperCase(Locale.ROOT),
                path,
                text(said, "summary"),
                List.copyOf(parameters),
                names(said.at("/requestBody/content")),
                List.copyOf(answers),
                read && !path.contains("{") ? path : null,
                read ? example(path, parameters).orElse(null) : null);
    }

    private static Parameter parameter(JsonNode said) {
        var schema = said.get("schema");
        var allowed = new ArrayList<String>();
        schema.path("enum").forEach(value -> allowed.add(value.asString()));
        return new Parameter(
                text(said, "name"),
                text(said, "in"),
                said.path("required").asBoolean(false),
                text(said, "description"),
                text(schema, "type"),
                schema.has("minimum") || schema.has("maximum")
                        ? text(schema, "minimum") + "…" + text(schema, "maximum")
                        : null,
                List.copyOf(allowed),
                orNull(schema.path("default")),
                orNull(said.path("example")));
    }

    /** An address with the examples of all that must be given. */
    private static Optional<String> example(String path, List<Parameter> parameters) {
        var address = path;
        var query = new ArrayList<String>();
        for (var parameter : parameters) {
            var given = parameter.example();
            if (parameter.required() && given == null) {
                return Optional.empty();
            }
            if (parameter.required() && given != null) {
                var written = URLEncoder.encode(given, StandardCharsets.UTF_8);
                if (parameter.in().equals("path")) {
                    address = address.replace("{" + parameter.name() + "}", written);
                } else {
                    query.add(parameter.name() + "=" + written);
                }
            }
        }
        return Optional.of(query.isEmpty() ? address : address + "?" + String.join("&", query));
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? description.at(text(node, "$ref").substring(1)) : node;
    }

    private static List<String> names(JsonNode content) {
        return List.copyOf(content.propertyNames());
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }

    private static String text(JsonNode list, int index) {
        return list.path(index).asString("");
    }

    private static @Nullable String orNull(JsonNode node) {
        return node.isMissingNode() ? null : node.asString();
    }
}
