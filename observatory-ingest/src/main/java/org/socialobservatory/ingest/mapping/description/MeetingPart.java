package org.socialobservatory.ingest.mapping.description;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which part of the meetings a table holds, a row for each thing; every key is the column of its own name. */
public enum MeetingPart {
    /** The meetings themselves. */
    MEETING(
            Role.Key.column("code").needed().byItsName(),
            Role.Key.texts("name").byItsName(),
            Role.Key.column("area").needed().byItsName(),
            Role.Key.column("date").needed().byItsName(),
            Role.Key.column("language").byItsName(),
            Role.Key.column("place").byItsName()),
    /** How many persons of which sex and age were there. */
    ATTENDANCE(
            Role.Key.column("meeting").needed().byItsName(),
            Role.Key.column("sex").byItsName(),
            Role.Key.column("age").byItsName(),
            Role.Key.column("persons").needed().byItsName()),
    /** Which figures were shown, and what the room said of them. */
    FIGURES(
            Role.Key.column("meeting").needed().byItsName(),
            Role.Key.column("figure").needed().byItsName(),
            Role.Key.column("edition").needed().byItsName(),
            Role.Key.column("verdict").byItsName(),
            Role.Key.column("note").byItsName(),
            Role.Key.column("answer").byItsName()),
    PRIORITIES(
            Role.Key.column("meeting").needed().byItsName(),
            Role.Key.column("priority").needed().byItsName(),
            Role.Key.column("votes").needed().byItsName()),
    DECISIONS(
            Role.Key.column("meeting").needed().byItsName(),
            Role.Key.column("code").needed().byItsName(),
            Role.Key.column("decision").needed().byItsName(),
            Role.Key.column("votes").byItsName(),
            Role.Key.column("responsible").byItsName(),
            Role.Key.column("due").byItsName(),
            Role.Key.column("done").byItsName(),
            Role.Key.column("cites").byItsName());

    /** The key that says which. */
    static final String KEY = "part";

    private final List<Role.Key> keys;

    MeetingPart(Role.Key... keys) {
        this.keys = List.of(keys);
    }

    List<Role.Key> keys() {
        return keys;
    }

    /** The word of the package, such as {@code attendance}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a resource of the role holds. */
    public static MeetingPart of(Meaning.Statements meaning) {
        return names().getOrDefault(meaning.names().getOrDefault(KEY, ""), MEETING);
    }

    static Map<String, MeetingPart> names() {
        var names = new LinkedHashMap<String, MeetingPart>();
        for (var part : values()) {
            names.put(part.code(), part);
        }
        return names;
    }
}
