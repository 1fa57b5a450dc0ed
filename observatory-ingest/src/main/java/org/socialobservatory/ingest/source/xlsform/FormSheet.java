package org.socialobservatory.ingest.source.xlsform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.source.Dialect;
import org.socialobservatory.ingest.source.Findings;
import org.socialobservatory.ingest.source.RawFile;
import org.socialobservatory.ingest.source.Spelling;
import org.socialobservatory.ingest.source.workbook.WorkbookTable;
import org.socialobservatory.ontology.finding.Finding.Place;
import org.socialobservatory.ontology.finding.FindingRule;
import org.socialobservatory.ontology.survey.Wordings;

/** A sheet of a form under the names that its columns have today, whatever they are called and in whatever order. */
final class FormSheet {

    private static final Set<String> TRANSLATED =
            Set.of("label", "hint", "constraint_message", "required_message", "form_title", "guidance_hint");
    /** Old and other spellings of columns, blanks and hyphens written as underscores. */
    private static final Map<String, String> SPELLINGS = Map.ofEntries(
            Map.entry("caption", "label"),
            Map.entry("title", "form_title"),
            Map.entry("command", "type"),
            Map.entry("question_type", "type"),
            Map.entry("tag", "name"),
            Map.entry("value", "name"),
            Map.entry("list", "list_name"),
            Map.entry("relevance", "relevant"),
            Map.entry("skipto", "relevant"),
            Map.entry("calculate", "calculation"),
            Map.entry("constraint_msg", "constraint_message"),
            Map.entry("constraining_message", "constraint_message"),
            Map.entry("jr:constraintmsg", "constraint_message"),
            Map.entry("jr:requiredmsg", "required_message"),
            Map.entry("jr:count", "repeat_count"),
            Map.entry("count", "repeat_count"),
            Map.entry("id_string", "form_id"));

    /** What keeps a sheet from being read at all. */
    private static final Set<FindingRule> UNREADABLE =
            Set.of(FindingRule.WORKBOOK_TOO_LARGE, FindingRule.XML_ENTITY, FindingRule.FILE_DAMAGED);

    private static final Set<String> PREFIXES = Set.of("bind", "control", "body");
    private static final Pattern PARTS = Pattern.compile("\\s*::?\\s*");

    private final Place place;
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private String otherwise = Wordings.UNDETERMINED;
    private boolean unreadable;

    /** Position and title of a column. */
    private record Column(int index, String title) {}

    private FormSheet(Place place) {
        this.place = place;
    }

    static FormSheet read(RawFile file, String sheet, Place place, Findings findings) {
        var dialect = new Dialect(null, '"', null, true, List.of(), null, sheet);
        var read = new FormSheet(place.sheet(sheet));
        // What spreadsheets do to numbers concerns figures, not forms.
        var own = new Findings();
        WorkbookTable.open(file, dialect, place, own).ifPresent(table -> {
            read.name(table.columns(), findings);
            table.rows(own, (number, values, _) -> read.rows.add(read.new Row(number, values)));
        });
        read.unreadable = own.counts().keySet().stream().anyMatch(UNREADABLE::contains);
        findings.addAll(own, Set.of(FindingRule.PERCENT_CELLS, FindingRule.HEADER_MERGED, FindingRule.TABLE_EMPTY));
        return read;
    }

    private void name(List<String> titles, Findings findings) {
        var reported = new LinkedHashSet<String>();
        for (int i = 0; i < titles.size(); i++) {
            var title = titles.get(i).strip();
            var key = key(title);
            if (!title.isEmpty() && columns.putIfAbsent(key, new Column(i, title)) != null && reported.add(key)) {
                findings.add(FindingRule.COLUMN_REPEATED, place.column(title), null, title);
            }
        }
    }

    /** {@code label::French (fr)} becomes {@code label::fr}, {@code bind:relevant} becomes {@code relevant}. */
    private static String key(String title) {
        var whole = spelled(title);
        if (SPELLINGS.containsKey(whole) || TRANSLATED.contains(whole)) {
            return SPELLINGS.getOrDefault(whole, whole);
        }
        var parts = new ArrayList<>(List.of(PARTS.split(title)));
        if (parts.size() > 1 && PREFIXES.contains(spelled(parts.getFirst()))) {
            parts.removeFirst();
            if (spelled(parts.getFirst()).equals("jr") && parts.size() > 1) {
                parts.set(0, "jr:" + parts.remove(1));
            }
        }
        var base = spelled(parts.getFirst());
        var today = SPELLINGS.getOrDefault(base, base);
        if (parts.size() == 1) {
            return today;
        }
        var rest = String.join(" ", parts.subList(1, parts.size()));
        return today + "::" + (TRANSLATED.contains(today) ? FormLanguages.tag(rest) : spelled(rest));
    }

    private static String spelled(String title) {
        return title.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "_");
    }

    /** Says in which language texts are whose column does not say it. */
    void defaultLanguage(String tag) {
        otherwise = tag;
    }

    /**
     * Whether it has the columns without which it says nothing; those that it lacks are pointed out, unless nobody could
     * read which it has.
     */
    boolean require(Findings findings, String... keys) {
        if (unreadable) {
            return false;
        }
        boolean complete = true;
        for (String key : keys) {
            if (!columns.containsKey(key)) {
                var titles = columns.values().stream().map(Column::title).toList();
                var nearest = Spelling.nearestText(key, titles);
                findings.add(FindingRule.COLUMN_MISSING, place.column(key), null, key, nearest);
                complete = false;
            }
        }
        return complete;
    }

    List<Row> rows() {
        return rows;
    }

    /** Tags of the languages in which a text is given. */
    Set<String> languages(String key) {
        var tags = new LinkedHashSet<String>();
        columns.keySet().forEach(name -> {
            if (name.equals(key)) {
                tags.add(otherwise);
            } else if (name.startsWith(key + "::")) {
                tags.add(name.substring(key.length() + 2));
            }
        });
        return tags;
    }

    /** A row of the sheet. */
    final class Row {
        private final long number;
        private final String[] values;

        private Row(long number, String[] values) {
            this.number = number;
            this.values = values;
        }

        long number() {
            return number;
        }

        /** The text of a cell without surrounding blanks; empty where there is none. */
        String get(String key) {
            var column = columns.get(key);
            return column == null ? "" : values[column.index].strip();
        }

        Optional<String> find(String key) {
            return Optional.of(get(key)).filter(text -> !text.isEmpty());
        }

        @Nullable
        String orNull(String key) {
            return find(key).orElse(null);
        }

        /** A text in all the languages of its columns. */
        Wordings wordings(String key) {
            var texts = new TreeMap<String, String>();
            for (String tag : languages(key)) {
                find(key + "::" + tag)
                        .or(() -> tag.equals(otherwise) ? find(key) : Optional.empty())
                        .ifPresent(text -> texts.put(tag, text));
            }
            return new Wordings(texts);
        }

        Place place(String key) {
            var column = columns.get(key);
            return place.row(number).column(column == null ? key : column.title);
        }

        void fault(Findings findings, FindingRule rule, String key, String... arguments) {
            findings.add(rule, place(key), find(key).orElse(null), arguments);
        }

        /** What stands in the row, by today's names; for tests of emptiness. */
        boolean says(String... keys) {
            var said = new HashMap<String, String>();
            for (String key : keys) {
                find(key).ifPresent(text -> said.put(key, text));
            }
            return !said.isEmpty();
        }
    }
}
