package org.socialobservatory.ontology.meeting;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.Codes;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.Term;

/**
 * A meeting of the people of an area, as it was written down: what it says is the room's, not the observatory's.
 *
 * @param area code of the area that it is about
 * @param date on which it was held
 * @param language in which notes, answers, priorities and decisions are written
 * @param place where it was held, in words
 * @param figures those that were shown, each once, in the order in which they were
 * @param priorities in the order in which they were named
 * @param properties further columns of the table, as text
 */
@Term("schema:Event")
public record Meeting(
        String code,
        Multilingual name,
        String area,
        LocalDate date,
        Language language,
        @Nullable String place,
        List<Attendance> attendance,
        List<ShownFigure> figures,
        List<Priority> priorities,
        List<Decision> decisions,
        Map<String, String> properties) {

    /** The most characters of a text of the room. */
    public static final int LONGEST_TEXT = 2_000;
    /** The most persons or votes that are counted together. */
    public static final int MOST = 1_000_000;

    public Meeting {
        Codes.require(code);
        Codes.require(area);
        attendance = listed(attendance);
        figures = listed(figures);
        priorities = listed(priorities);
        decisions = listed(decisions);
        properties = sorted(properties);
    }

    /** Without columns of its own. */
    public Meeting(
            String code,
            Multilingual name,
            String area,
            LocalDate date,
            Language language,
            @Nullable String place,
            List<Attendance> attendance,
            List<ShownFigure> figures,
            List<Priority> priorities,
            List<Decision> decisions) {
        this(code, name, area, date, language, place, attendance, figures, priorities, decisions, Map.of());
    }

    /**
     * How many came, as far as it was counted; a total that was counted beside its parts is not added to them. Zero where
     * nobody counted.
     */
    public int persons() {
        var totals = attendance.stream().filter(Attendance::isTotal).toList();
        return (totals.isEmpty() ? attendance : totals)
                .stream().mapToInt(Attendance::persons).sum();
    }

    /** A list that JSON may leave out. */
    static <T> List<T> listed(@Nullable List<T> things) {
        return things == null ? List.of() : List.copyOf(things);
    }

    static Map<String, String> sorted(@Nullable Map<String, String> properties) {
        return properties == null || properties.isEmpty()
                ? Map.of()
                : Collections.unmodifiableMap(new TreeMap<>(properties));
    }

    /** A text of the room: as {@link Multilingual} keeps its texts, and not blank. */
    static String text(String text) {
        var kept = optionalText(text);
        if (kept == null) {
            throw new IllegalArgumentException("A text is blank");
        }
        return kept;
    }

    /** The same where nothing need be said; null for a blank one. */
    static @Nullable String optionalText(@Nullable String text) {
        var kept = text == null ? "" : Multilingual.normal(text);
        if (kept.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("A text has more than " + LONGEST_TEXT + " characters");
        }
        return kept.isEmpty() ? null : kept;
    }

    /** A number of persons or votes. */
    static int counted(int number) {
        if (number < 0 || number > MOST) {
            throw new IllegalArgumentException("Not a number of persons: " + number);
        }
        return number;
    }
}
