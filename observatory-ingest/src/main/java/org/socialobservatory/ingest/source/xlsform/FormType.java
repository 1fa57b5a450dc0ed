package org.socialobservatory.ingest.source.xlsform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.socialobservatory.ontology.survey.AnswerType;

/** What the cell {@code type} of a form says, in the spellings of fifteen years. */
sealed interface FormType {

    /** A question, or something that the form fills in by itself. */
    record Asked(AnswerType type) implements FormType {}

    /**
     * A question with choices.
     *
     * @param list name of the list, or of the file where they stand outside of the form
     * @param external whether they may stand in a file beside the form
     */
    record Chosen(AnswerType type, String list, boolean external, boolean orOther) implements FormType {}

    /** A group or repeat begins. */
    record Begin(boolean repeated) implements FormType {}

    /** A group or repeat ends. */
    record End(boolean repeated) implements FormType {}

    Pattern CHOSEN = Pattern.compile(
            "(?:add )?(select[ _]?(?:one|1)|select[ _]multiple|select all that apply|select|rank)"
                    + "(?: prompt)?(_from_file|[ _]external)?(?: (?:from|using))? +(\\S+?)"
                    + "( or[ _](?:specify[ _])?other)?",
            Pattern.CASE_INSENSITIVE);
    Pattern BRACKET = Pattern.compile("(begin|end)[ _](group|repeat|loop|section)(?: .*)?", Pattern.CASE_INSENSITIVE);
    Map<String, AnswerType> PLAIN = plain();

    private static Map<String, AnswerType> plain() {
        var types = new LinkedHashMap<String, AnswerType>();
        named(types, AnswerType.TEXT, "text", "string", "q string");
        named(types, AnswerType.INTEGER, "integer", "int", "q int");
        named(types, AnswerType.DECIMAL, "decimal", "range", "q decimal", "percentage");
        named(types, AnswerType.DATE, "date", "q date");
        named(types, AnswerType.TIME, "time", "q time");
        named(types, AnswerType.MOMENT, "datetime", "date time", "q datetime");
        named(types, AnswerType.ACKNOWLEDGE, "acknowledge", "trigger", "q acknowledge");
        named(types, AnswerType.PLACE, "geopoint", "gps", "location", "geotrace", "geoshape", "start-geopoint", "osm");
        named(types, AnswerType.MEDIA, "image", "photo", "audio", "video", "file", "background-audio", "audit");
        named(types, AnswerType.MEDIA, "draw", "signature", "annotate");
        named(types, AnswerType.BARCODE, "barcode", "qrcode");
        named(types, AnswerType.CALCULATED, "calculate", "calculation", "csv-external", "xml-external");
        named(types, AnswerType.HIDDEN, "hidden", "hidden string", "hidden int", "hidden integer", "hidden decimal");
        named(types, AnswerType.PLACE, "hidden geopoint");
        named(types, AnswerType.CLOCK, "start", "end", "start time", "end time");
        named(types, AnswerType.TODAY, "today", "get today");
        named(types, AnswerType.DEVICE, "deviceid", "device id", "imei", "simserial", "sim serial", "sim id");
        named(types, AnswerType.DEVICE, "subscriberid", "subscriber id", "phonenumber", "phone number");
        named(types, AnswerType.DEVICE, "username", "email", "uri:deviceid", "get phone number", "get device id");
        named(types, AnswerType.NOTE, "note", "q note");
        return types;
    }

    private static void named(Map<String, AnswerType> types, AnswerType type, String... names) {
        for (String name : names) {
            types.put(name, type);
        }
    }

    /** Names of the types as they are written today. */
    static List<String> names() {
        return List.of(
                "text",
                "integer",
                "decimal",
                "range",
                "select_one LIST",
                "select_multiple LIST",
                "rank LIST",
                "date",
                "time",
                "dateTime",
                "geopoint",
                "geotrace",
                "geoshape",
                "image",
                "audio",
                "video",
                "file",
                "barcode",
                "calculate",
                "acknowledge",
                "hidden",
                "note",
                "begin_group",
                "end_group",
                "begin_repeat",
                "end_repeat",
                "start",
                "end",
                "today",
                "deviceid",
                "phonenumber",
                "username",
                "email",
                "audit");
    }

    /** What a cell says; empty where nobody knows. */
    static Optional<FormType> of(String cell) {
        var text = cell.strip().replaceAll("\\s+", " ");
        var plain = PLAIN.get(text.toLowerCase(Locale.ROOT));
        if (plain != null) {
            return Optional.of(new Asked(plain));
        }
        var bracket = BRACKET.matcher(text);
        if (bracket.matches()) {
            var word = bracket.group(2).toLowerCase(Locale.ROOT);
            boolean repeated = word.equals("repeat") || word.equals("loop");
            return Optional.of(bracket.group(1).equalsIgnoreCase("begin") ? new Begin(repeated) : new End(repeated));
        }
        var chosen = CHOSEN.matcher(text);
        if (!chosen.matches()) {
            return Optional.empty();
        }
        var kind = kind(chosen.group(1).toLowerCase(Locale.ROOT).replace('_', ' '));
        boolean external = chosen.group(2) != null;
        return Optional.of(new Chosen(kind, chosen.group(3), external, chosen.group(4) != null));
    }

    private static AnswerType kind(String words) {
        return switch (words) {
            case "rank" -> AnswerType.RANK;
            case "select multiple", "select all that apply" -> AnswerType.SELECT_MULTIPLE;
            default -> AnswerType.SELECT_ONE;
        };
    }
}
