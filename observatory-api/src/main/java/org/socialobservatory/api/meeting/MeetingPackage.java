package org.socialobservatory.api.meeting;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.meeting.Meeting;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * Meetings as a data package with the role {@code meetings}, which {@code publish} takes. The same meetings make the same
 * bytes.
 */
public final class MeetingPackage {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Multilingual TITLE =
            Multilingual.of("Réunions de quartier", "لقاءات الأحياء", "Neighbourhood meetings");
    /** Earliest time that a zip can say, so that equal contents are equal files. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final List<KeptMeeting> kept;
    private final Map<String, String> tables = new LinkedHashMap<>();

    private MeetingPackage(Collection<KeptMeeting> kept) {
        this.kept = kept.stream()
                .sorted(Comparator.comparing(
                                (KeptMeeting one) -> one.sent().meeting().date())
                        .thenComparing(KeptMeeting::id))
                .toList();
        var meetings = this.kept.stream().map(one -> one.sent().meeting()).toList();
        meeting(meetings);
        attendance(meetings);
        figures(meetings);
        priorities(meetings);
        decisions(meetings);
    }

    /**
     * Writes the meetings as a zip.
     *
     * @param kept one at least
     */
    public static void write(Collection<KeptMeeting> kept, OutputStream out) throws IOException {
        new MeetingPackage(kept).write(out);
    }

    private void write(OutputStream out) throws IOException {
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            entry(zip, "datapackage.json", description());
            for (var table : tables.entrySet()) {
                entry(zip, file(table.getKey()), table.getValue());
            }
        }
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String file(String part) {
        return part + ".csv";
    }

    /** The town of all of them; null where they are of several. */
    private KeptMeeting.@Nullable Town town() {
        var first = kept.getFirst().town();
        return first != null
                        && kept.stream()
                                .allMatch(one ->
                                        one.town() != null && one.town().code().equals(first.code()))
                ? first
                : null;
    }

    private String description() {
        var town = town();
        var json = JSON.createObjectNode().put("name", name(town));
        var title = json.putObject("title");
        for (var language : Language.values()) {
            title.put(
                    language.tag(),
                    TITLE.orCode(language, "")
                            + (town == null ? "" : " · " + town.name().orCode(language, town.code())));
        }
        if (town != null) {
            json.put("town", town.code());
        }
        json.putArray("licenses").addObject().put("name", "CC-BY-4.0");
        var resources = json.putArray("resources");
        tables.keySet().forEach(part -> resource(resources, part));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json);
    }

    /** One meeting is a dataset of its own; all of a town together are another, which grows. */
    private String name(KeptMeeting.@Nullable Town town) {
        return kept.size() == 1
                ? "meeting-" + kept.getFirst().sent().meeting().code()
                : town == null ? "meetings" : town.code() + "-meetings";
    }

    private static void resource(ArrayNode resources, String part) {
        var resource = resources.addObject().put("name", part).put("path", file(part));
        var role = resource.putObject("observatory").put("role", "meetings").put("part", part);
        if (part.equals("meeting")) {
            var names = role.putObject("name");
            for (var language : Language.values()) {
                names.put(language.tag(), "name_" + language.tag());
            }
        }
    }

    /** Adds a table, unless nothing is in it. */
    private void table(String part, List<String> columns, List<List<@Nullable Object>> rows) {
        if (!rows.isEmpty()) {
            var text = new StringWriter();
            try (var writer =
                    CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
                writer.writeRecord(columns);
                rows.forEach(row -> writer.writeRecord(
                        row.stream().map(field -> Objects.toString(field, "")).toList()));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            tables.put(part, text.toString());
        }
    }

    private static List<@Nullable Object> row(@Nullable Object... fields) {
        var row = new ArrayList<@Nullable Object>();
        for (var field : fields) {
            row.add(field);
        }
        return row;
    }

    private void meeting(List<Meeting> meetings) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var meeting : meetings) {
            rows.add(row(
                    meeting.code(),
                    meeting.name().exactly(Language.FR).orElse(""),
                    meeting.name().exactly(Language.AR).orElse(""),
                    meeting.name().exactly(Language.EN).orElse(""),
                    meeting.area(),
                    meeting.date(),
                    meeting.language().tag(),
                    meeting.place()));
        }
        table("meeting", List.of("code", "name_fr", "name_ar", "name_en", "area", "date", "language", "place"), rows);
    }

    private void attendance(List<Meeting> meetings) {
        var rows = new ArrayList<List<@Nullable Object>>();
        meetings.forEach(meeting -> meeting.attendance()
                .forEach(line -> rows.add(row(meeting.code(), line.sex(), line.age(), line.persons()))));
        table("attendance", List.of("meeting", "sex", "age", "persons"), rows);
    }

    private void figures(List<Meeting> meetings) {
        var rows = new ArrayList<List<@Nullable Object>>();
        meetings.forEach(meeting -> meeting.figures()
                .forEach(figure -> rows.add(row(
                        meeting.code(),
                        figure.path(),
                        figure.edition(),
                        figure.verdict().code(),
                        figure.note(),
                        figure.answer()))));
        table("figures", List.of("meeting", "figure", "edition", "verdict", "note", "answer"), rows);
    }

    private void priorities(List<Meeting> meetings) {
        var rows = new ArrayList<List<@Nullable Object>>();
        meetings.forEach(meeting -> meeting.priorities()
                .forEach(priority -> rows.add(row(meeting.code(), priority.text(), priority.votes()))));
        table("priorities", List.of("meeting", "priority", "votes"), rows);
    }

    private void decisions(List<Meeting> meetings) {
        var rows = new ArrayList<List<@Nullable Object>>();
        meetings.forEach(meeting -> meeting.decisions()
                .forEach(decision -> rows.add(row(
                        meeting.code(),
                        decision.code(),
                        decision.text(),
                        decision.votes(),
                        decision.responsible(),
                        decision.due(),
                        decision.done(),
                        String.join(" ", decision.cites())))));
        table(
                "decisions",
                List.of("meeting", "code", "decision", "votes", "responsible", "due", "done", "cites"),
                rows);
    }
}
