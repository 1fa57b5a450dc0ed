package org.socialobservatory.ingest.mapping;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.mapping.MeetingStatements.Said;
import org.socialobservatory.ingest.mapping.StatementRows.Row;
import org.socialobservatory.ingest.mapping.description.MeetingPart;
import org.socialobservatory.ontology.Codes;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.finding.FindingRule;
import org.socialobservatory.ontology.meeting.Attendance;
import org.socialobservatory.ontology.meeting.Decision;
import org.socialobservatory.ontology.meeting.FigurePath;
import org.socialobservatory.ontology.meeting.Meeting;
import org.socialobservatory.ontology.meeting.Priority;
import org.socialobservatory.ontology.meeting.ShownFigure;
import org.socialobservatory.ontology.meeting.Verdict;

/** Turns rows into what meetings saw, said and decided. */
public final class MeetingReader {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    /** What stands before the path in the address of a figure's proof, or in the name of the observation. */
    private static final Pattern ADDRESS = Pattern.compile("^.*/(?:figures|id/observation)/");

    private final Known known;
    private final MeetingStatements found = new MeetingStatements();

    /**
     * @param known which codes of sex and age there are
     */
    public MeetingReader(Known known) {
        this.known = known;
    }

    /** All that was read so far. */
    public MeetingStatements found() {
        return found;
    }

    public void read(StatementRows rows) {
        var part = MeetingPart.of(rows.meaning());
        rows.forEach(row -> {
            switch (part) {
                case MEETING -> meeting(row).ifPresent(found.meetings::add);
                case ATTENDANCE -> attendance(row).ifPresent(found.attendance::add);
                case FIGURES -> figure(row).ifPresent(found.figures::add);
                case PRIORITIES -> priority(row).ifPresent(found.priorities::add);
                case DECISIONS -> decision(row).ifPresent(found.decisions::add);
            }
        });
    }

    private Optional<Said<Meeting>> meeting(Row row) {
        var code = row.code("code", true);
        if (code != null) {
            found.named.add(code);
        }
        var area = row.code("area", true);
        var date = row.day("date");
        if (date == null && row.get("date") == null) {
            row.add(FindingRule.CODE_MISSING, "date", null, "date");
        }
        var language = language(row);
        var place = text(row, "place", false);
        if (code == null || area == null || date == null || language == null) {
            return Optional.empty();
        }
        var meeting = new Meeting(
                code,
                row.texts("name"),
                area,
                date,
                language,
                place,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                row.further());
        return Optional.of(new Said<>(row.place(), code, meeting));
    }

    /** That in which the room spoke, French where nothing is said; null where it is none of the three. */
    private static @Nullable Language language(Row row) {
        var tag = row.get("language");
        if (tag == null) {
            return Language.FR;
        }
        var language = Language.of(tag);
        if (language.isEmpty()) {
            row.add(FindingRule.CODE_UNKNOWN, "language", tag, tag, "language", "fr, ar, en");
        }
        return language.orElse(null);
    }

    private Optional<Said<Attendance>> attendance(Row row) {
        var meeting = row.code("meeting", true);
        var sex = group(row, "sex");
        var age = group(row, "age");
        var persons = count(row, "persons", true);
        return meeting == null || sex == null || age == null || persons == null
                ? Optional.empty()
                : Optional.of(new Said<>(row.place(), meeting, new Attendance(sex, age, persons, row.further())));
    }

    /** A code of sex or age, the total where nothing is said; null where it is none. */
    private @Nullable String group(Row row, String dimension) {
        var code = row.get(dimension);
        if (code == null || Codes.isTotal(code)) {
            return Codes.totalOf(dimension);
        }
        if (!Codes.valid(code)) {
            row.add(FindingRule.CODE_MALFORMED, dimension, code, code);
            return null;
        }
        if (!known.takes(dimension, code)) {
            row.add(FindingRule.CODE_UNKNOWN, dimension, code, code, dimension, known.nearestCodes(dimension, code));
            return null;
        }
        return code;
    }

    private Optional<Said<ShownFigure>> figure(Row row) {
        var meeting = row.code("meeting", true);
        var path = row.get("figure");
        if (path == null) {
            row.add(FindingRule.CODE_MISSING, "figure", null, "figure");
        }
        var figure = path == null ? null : path(row, "figure", path);
        var edition = number(row, "edition", true);
        if (edition != null && edition < 1) {
            row.add(FindingRule.CONSTRAINT_BROKEN, "edition", row.get("edition"), String.valueOf(edition), "≥ 1");
            edition = null;
        }
        var verdict = verdict(row);
        var note = text(row, "note", false);
        var answer = text(row, "answer", false);
        return meeting == null || figure == null || edition == null || verdict == null
                ? Optional.empty()
                : Optional.of(new Said<>(
                        row.place(), meeting, new ShownFigure(figure, edition, verdict, note, answer, row.further())));
    }

    private static @Nullable String path(Row row, String key, String text) {
        var path = FigurePath.parse(ADDRESS.matcher(text).replaceFirst(""));
        if (path.isEmpty()) {
            row.add(FindingRule.FIGURE_MALFORMED, key, text, text);
        }
        return path.map(FigurePath::toString).orElse(null);
    }

    private static @Nullable Verdict verdict(Row row) {
        var code = row.get("verdict");
        if (code == null) {
            return Verdict.SHOWN;
        }
        var verdict = Verdict.of(code);
        if (verdict.isEmpty()) {
            var codes = Arrays.stream(Verdict.values()).map(Verdict::code).toList();
            row.add(FindingRule.CODE_UNKNOWN, "verdict", code, code, "verdict", String.join(", ", codes));
        }
        return verdict.orElse(null);
    }

    private static Optional<Said<Priority>> priority(Row row) {
        var meeting = row.code("meeting", true);
        var text = text(row, "priority", true);
        var votes = count(row, "votes", true);
        return meeting == null || text == null || votes == null
                ? Optional.empty()
                : Optional.of(new Said<>(row.place(), meeting, new Priority(text, votes, row.further())));
    }

    private static Optional<Said<Decision>> decision(Row row) {
        var meeting = row.code("meeting", true);
        var code = row.code("code", true);
        var text = text(row, "decision", true);
        var votes = count(row, "votes", false);
        var responsible = text(row, "responsible", false);
        var due = row.day("due");
        var done = row.day("done");
        Set<String> cites = new HashSet<>();
        var cited = row.get("cites");
        var paths = cited == null ? List.<String>of() : List.of(BLANKS.split(cited));
        var figures = paths.stream()
                .map(path -> path(row, "cites", path))
                .filter(path -> path != null && cites.add(path))
                .toList();
        return meeting == null || code == null || text == null
                ? Optional.empty()
                : Optional.of(new Said<>(
                        row.place(),
                        meeting,
                        new Decision(code, text, votes, responsible, due, done, figures, row.further())));
    }

    /** Words of the room; null, with a finding, where they are too long or, being needed, missing. */
    private static @Nullable String text(Row row, String key, boolean needed) {
        var text = row.get(key);
        var kept = text == null ? "" : Multilingual.normal(text);
        if (kept.length() > Meeting.LONGEST_TEXT) {
            row.add(FindingRule.CONSTRAINT_BROKEN, key, kept, kept, "maxLength " + Meeting.LONGEST_TEXT);
            return null;
        }
        if (kept.isEmpty() && needed) {
            row.add(FindingRule.CONSTRAINT_BROKEN, key, "", "", "required");
        }
        return kept.isEmpty() ? null : kept;
    }

    /** A number of persons or votes; null, with a finding, where it is none or, being needed, missing. */
    private static @Nullable Integer count(Row row, String key, boolean needed) {
        var number = number(row, key, needed);
        if (number != null && number < 0) {
            row.add(FindingRule.COUNT_NEGATIVE, key, row.get(key), String.valueOf(number));
            return null;
        }
        return number;
    }

    private static @Nullable Integer number(Row row, String key, boolean needed) {
        var text = row.get(key);
        if (text == null) {
            if (needed) {
                row.add(FindingRule.CONSTRAINT_BROKEN, key, "", "", "required");
            }
            return null;
        }
        var number = Numerals.POINT.parse(text);
        if (number == null) {
            row.add(FindingRule.NUMBER_MALFORMED, key, text, text);
            return null;
        }
        if (number.stripTrailingZeros().scale() > 0) {
            row.add(FindingRule.TYPE_WRONG, key, text, text, "integer");
            return null;
        }
        if (number.abs().compareTo(BigDecimal.valueOf(Meeting.MOST)) > 0) {
            row.add(FindingRule.CONSTRAINT_BROKEN, key, text, text, "maximum " + Meeting.MOST);
            return null;
        }
        return number.intValueExact();
    }
}
