package org.socialobservatory.api.meeting;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.problem.ApiProblem.BadParameter;
import org.socialobservatory.api.problem.ApiProblem.Refused;
import org.socialobservatory.api.problem.ProblemRule;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.meeting.Attendance;
import org.socialobservatory.ontology.meeting.Decision;
import org.socialobservatory.ontology.meeting.FigurePath;
import org.socialobservatory.ontology.meeting.Meeting;
import org.socialobservatory.ontology.meeting.Priority;
import org.socialobservatory.ontology.meeting.ShownFigure;
import org.socialobservatory.ontology.meeting.Verdict;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Meetings as JSON: read strictly from browsers, and in the same shape from the tray. A record names figures by their path
 * and edition, and never their numbers, so that it says no more of them than what was published.
 */
final class MeetingJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final Set<String> MEETING = Set.of(
            "revision",
            "ended",
            "area",
            "date",
            "language",
            "place",
            "attendance",
            "figures",
            "priorities",
            "decisions");
    private static final Set<String> KEPT = Set.of("uuid", "received", "code", "name", "town");

    /** Revisions of one evening. */
    private static final int MOST_REVISIONS = 1_000_000;
    /** Lines of a list; more than a room ever makes. */
    private static final int MOST_LINES = 200;
    /** As many as a hall holds. */
    private static final int MOST_PERSONS = 100_000;
    /** Characters of a code, a date or a place. */
    private static final int LONGEST_CODE = 100;

    private static final int LONGEST_PATH = 600;
    private static final int LONGEST_PLACE = 300;
    /** Digits of the identity by which a code tells two meetings of one day apart. */
    private static final int TELLING = 8;

    private MeetingJson() {}

    /** Reads what a browser sends. */
    static SentMeeting read(byte[] body, UUID id) {
        return sent(new Part(tree(body), "").object(MEETING), id, Multilingual.none());
    }

    private static JsonNode tree(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException malformed) {
            throw new Refused(ProblemRule.MALFORMED_REQUEST);
        }
    }

    private static SentMeeting sent(Part whole, UUID id, Multilingual name) {
        var area = whole.text("area", LONGEST_CODE);
        var date = whole.date("date");
        var meeting = whole.made(() -> new Meeting(
                date + "-" + id.toString().substring(0, TELLING),
                name,
                area,
                date,
                whole.choice(
                        "language",
                        Language::of,
                        Arrays.stream(Language.values()).map(Language::tag).toList()),
                whole.optionalText("place", LONGEST_PLACE),
                whole.list("attendance", MOST_LINES).stream()
                        .map(MeetingJson::attendance)
                        .toList(),
                once(whole.list("figures", MOST_LINES).stream()
                        .map(part -> figure(part, area))
                        .toList()),
                whole.list("priorities", MOST_LINES).stream()
                        .map(MeetingJson::priority)
                        .toList(),
                whole.list("decisions", MOST_LINES).stream()
                        .map(MeetingJson::decision)
                        .toList()));
        return new SentMeeting(whole.whole("revision", 1, MOST_REVISIONS), whole.flag("ended"), meeting);
    }

    private static Attendance attendance(Part part) {
        part.object(Set.of("sex", "age", "persons"));
        var sex = part.choice(
                "sex",
                code -> List.of("F", "M", "T").contains(code)
                        ? java.util.Optional.of(code)
                        : java.util.Optional.empty(),
                List.of("F", "M", "T"));
        return part.made(
                () -> new Attendance(sex, part.text("age", LONGEST_CODE), part.whole("persons", 0, MOST_PERSONS)));
    }

    /** A room speaks of its own area. */
    private static ShownFigure figure(Part part, String area) {
        part.object(Set.of("path", "edition", "verdict", "note"));
        var path = part.choice("path", FigurePath::parse, List.of());
        if (!path.key().area().equals(area)) {
            throw new BadParameter(ProblemRule.MALFORMED_VALUE, part.path() + ".path", path.toString(), List.of(area));
        }
        return part.made(() -> new ShownFigure(
                path.toString(),
                part.whole("edition", 1, MOST_REVISIONS),
                part.choice(
                        "verdict",
                        Verdict::of,
                        Arrays.stream(Verdict.values()).map(Verdict::code).toList()),
                part.optionalText("note", Meeting.LONGEST_TEXT),
                null));
    }

    private static List<ShownFigure> once(List<ShownFigure> figures) {
        var seen = new HashSet<String>();
        for (var figure : figures) {
            if (!seen.add(figure.path())) {
                throw new BadParameter(ProblemRule.REPEATED_PARAMETER, "figures", figure.path(), List.of());
            }
        }
        return figures;
    }

    private static Priority priority(Part part) {
        part.object(Set.of("text", "votes"));
        return part.made(
                () -> new Priority(part.text("text", Meeting.LONGEST_TEXT), part.whole("votes", 0, MOST_PERSONS)));
    }

    private static Decision decision(Part part) {
        part.object(Set.of("code", "text", "votes", "responsible", "due", "done", "cites"));
        return part.made(() -> new Decision(
                part.text("code", LONGEST_CODE),
                part.text("text", Meeting.LONGEST_TEXT),
                part.optionalWhole("votes", 0, MOST_PERSONS),
                part.optionalText("responsible", LONGEST_PLACE),
                part.optionalDate("due"),
                part.optionalDate("done"),
                part.list("cites", MOST_LINES).stream()
                        .map(cited -> cited.string(LONGEST_PATH))
                        .toList()));
    }

    /** Reads a file of the tray. */
    static KeptMeeting readKept(byte[] file, UUID id) {
        var names = new HashSet<>(MEETING);
        names.addAll(KEPT);
        var whole = new Part(tree(file), "").object(names);
        var town = whole.node().path("town");
        return new KeptMeeting(
                id,
                Instant.parse(whole.text("received", LONGEST_CODE)),
                town.isObject() ? new KeptMeeting.Town(town.path("code").asString(""), texts(town.path("name"))) : null,
                sent(whole, id, texts(whole.node().path("name"))));
    }

    private static Multilingual texts(JsonNode node) {
        var texts = new java.util.EnumMap<Language, String>(Language.class);
        for (var language : Language.values()) {
            if (node.path(language.tag()).isString()) {
                texts.put(language, node.path(language.tag()).asString());
            }
        }
        return new Multilingual(texts);
    }

    /** A meeting of the tray, as its file has it and as who knows its identity may read it. */
    static ObjectNode write(KeptMeeting kept) {
        var meeting = kept.sent().meeting();
        var json = JSON.createObjectNode()
                .put("uuid", kept.id().toString())
                .put("revision", kept.sent().revision())
                .put("received", kept.received().toString())
                .put("ended", kept.ended())
                .put("code", meeting.code());
        json.set("name", texts(meeting.name()));
        if (kept.town() != null) {
            json.putObject("town")
                    .put("code", kept.town().code())
                    .set("name", texts(kept.town().name()));
        }
        json.put("area", meeting.area())
                .put("date", meeting.date().toString())
                .put("language", meeting.language().tag());
        put(json, "place", meeting.place());
        meeting.attendance()
                .forEach(line -> list(json, "attendance")
                        .addObject()
                        .put("sex", line.sex())
                        .put("age", line.age())
                        .put("persons", line.persons()));
        meeting.figures().forEach(figure -> write(figure, list(json, "figures").addObject()));
        meeting.priorities()
                .forEach(priority -> list(json, "priorities")
                        .addObject()
                        .put("text", priority.text())
                        .put("votes", priority.votes()));
        meeting.decisions()
                .forEach(decision -> write(decision, list(json, "decisions").addObject()));
        return json;
    }

    private static void write(ShownFigure figure, ObjectNode json) {
        json.put("path", figure.path())
                .put("edition", figure.edition())
                .put("verdict", figure.verdict().code());
        put(json, "note", figure.note());
    }

    private static void write(Decision decision, ObjectNode json) {
        json.put("code", decision.code()).put("text", decision.text());
        if (decision.votes() != null) {
            json.put("votes", decision.votes());
        }
        put(json, "responsible", decision.responsible());
        put(json, "due", decision.due());
        put(json, "done", decision.done());
        decision.cites().forEach(list(json, "cites")::add);
    }

    private static ArrayNode list(ObjectNode json, String name) {
        return json.get(name) instanceof ArrayNode there ? there : json.putArray(name);
    }

    private static void put(ObjectNode json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name, value.toString());
        }
    }

    private static ObjectNode texts(Multilingual texts) {
        var json = JSON.createObjectNode();
        texts.texts().forEach((language, text) -> json.put(language.tag(), text));
        return json;
    }

    static byte[] bytes(JsonNode json) {
        return JSON.writeValueAsBytes(json);
    }
}
