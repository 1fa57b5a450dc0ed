package org.socialobservatory.api.openapi;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.socialobservatory.ontology.Language;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The description as it is written, in the language of a reader; read when it is first asked for. */
@Component
class Description {

    private static final String FILE = "openapi.yaml";
    private static final Set<String> LANGUAGES = Set.of("fr", "ar", "en");
    private static final String MAPS = "/ogc";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<Language, ObjectNode> byLanguage = new ConcurrentHashMap<>();

    /** All doors, for people. */
    Documentation documentation(Language language) {
        return new Documentation(in(language));
    }

    /** All doors, below an address. */
    byte[] whole(Language language, String server) {
        return bytes(in(language).deepCopy(), server);
    }

    /** Those of the maps alone, seen from their landing page. */
    byte[] maps(Language language, String server) {
        var description = in(language).deepCopy();
        var paths = JSON.createObjectNode();
        for (var path : description.get("paths").properties()) {
            if (path.getKey().startsWith(MAPS)) {
                var below = path.getKey().substring(MAPS.length());
                paths.set(below.isEmpty() ? "/" : below, path.getValue());
            }
        }
        description.set("paths", paths);
        return bytes(description, server + MAPS);
    }

    private static byte[] bytes(ObjectNode description, String server) {
        description.putArray("servers").addObject().put("url", server);
        return JSON.writeValueAsBytes(description);
    }

    private ObjectNode in(Language language) {
        return byLanguage.computeIfAbsent(language, Description::read);
    }

    private static ObjectNode read(Language language) {
        try (var file = Objects.requireNonNull(Description.class.getResourceAsStream(FILE))) {
            var description = (ObjectNode) YAMLMapper.builder().build().readTree(file);
            choose(description, language.tag());
            return description;
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** Puts one text in the place of each trio of languages. */
    private static void choose(JsonNode node, String language) {
        switch (node) {
            case ObjectNode members -> {
                for (String name : List.copyOf(members.propertyNames())) {
                    var member = members.get(name);
                    if (isTrio(member)) {
                        members.set(name, member.get(language));
                    } else {
                        choose(member, language);
                    }
                }
            }
            case ArrayNode elements -> {
                for (JsonNode element : elements) {
                    choose(element, language);
                }
            }
            default -> {
                // Texts, numbers and the rest say the same in every language.
            }
        }
    }

    private static boolean isTrio(JsonNode node) {
        return node.isObject() && Set.copyOf(node.propertyNames()).equals(LANGUAGES);
    }
}
