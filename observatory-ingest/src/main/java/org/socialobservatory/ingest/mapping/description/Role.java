package org.socialobservatory.ingest.mapping.description;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a resource is. */
public enum Role {
    AREAS(
            Key.column("code").needed(),
            Key.texts("name"),
            Key.literal("level"),
            Key.literal("within"),
            Key.literal("validFrom"),
            Key.literal("validTo"),
            Key.flag("drawn")),
    CHANGES(
            Key.column("from").needed().byItsName(),
            Key.column("to").needed().byItsName(),
            Key.column("date").needed().byItsName(),
            Key.column("kind").byItsName(),
            Key.column("weight").byItsName()),
    INDICATORS(
            Key.column("code").needed(),
            Key.texts("label"),
            Key.texts("definition"),
            Key.texts("formula"),
            Key.texts("universe"),
            Key.literal("unit").needed(),
            Key.literal("kind").needed(),
            Key.literal("counts"),
            Key.literal("direction"),
            Key.literal("theme"),
            Key.literal("sdg"),
            Key.literal("target"),
            Key.literal("sameAs"),
            Key.literal("closeTo")),
    CODES(
            Key.column("code").needed(),
            Key.texts("label"),
            Key.column("broader"),
            Key.name("dimension"),
            Key.plain("title")),
    /** Its keys nest: {@link ObservationsReader} reads them. */
    OBSERVATIONS,
    /** Its keys nest too: {@link ResponsesReader} reads them. */
    RESPONSES,
    /** And so do these: {@link CompositesReader} reads them. */
    COMPOSITES,
    PLACES(Key.column("code").needed(), Key.texts("name"), Key.literal("kind").needed(), Key.literal("within")),
    /** Its keys depend on the part: {@link MeetingPart} has them. */
    MEETINGS;

    /** Roles of the contract that this version does not take. */
    static final List<String> NOT_YET =
            List.of("actors", "partnerships", "projects", "micro-projects", "trainings", "documents", "testimonies");

    private final List<Key> keys;

    Role(Key... keys) {
        this.keys = List.of(keys);
    }

    /** The word of the package, such as {@code areas}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What the role may say beside {@code role} itself. */
    public List<Key> keys() {
        return keys;
    }

    static Optional<Role> of(String code) {
        return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
    }

    static Map<String, Role> names() {
        var names = new LinkedHashMap<String, Role>();
        Arrays.stream(values()).forEach(role -> names.put(role.code(), role));
        return names;
    }

    /**
     * A key of a role.
     *
     * @param form what its value is
     * @param required whether there is no reading without it
     * @param defaulted whether, left out, it is the column of its own name where there is one
     */
    public record Key(String name, Form form, boolean required, boolean defaulted) {
        static Key column(String name) {
            return new Key(name, Form.COLUMN, false, false);
        }

        private static Key literal(String name) {
            return new Key(name, Form.LITERAL, false, false);
        }

        static Key texts(String name) {
            return new Key(name, Form.TEXTS, false, false);
        }

        private static Key flag(String name) {
            return new Key(name, Form.FLAG, false, false);
        }

        private static Key name(String name) {
            return new Key(name, Form.NAME, false, false);
        }

        private static Key plain(String name) {
            return new Key(name, Form.PLAIN, false, false);
        }

        Key needed() {
            return new Key(name, form, true, defaulted);
        }

        Key byItsName() {
            return new Key(name, form, required, true);
        }
    }

    /** What the value of a key is. */
    public enum Form {
        /** A binding whose bare string names a column. */
        COLUMN,
        /** A binding whose bare string is the value. */
        LITERAL,
        /** A binding for each language, a bare string naming a column. */
        TEXTS,
        /** True or false. */
        FLAG,
        /** A plain code. */
        NAME,
        /** Text in one or more languages, the same for the whole resource. */
        PLAIN
    }
}
