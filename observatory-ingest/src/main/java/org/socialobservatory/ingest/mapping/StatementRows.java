package org.socialobservatory.ingest.mapping;

import java.lang.Character.UnicodeScript;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.socialobservatory.ingest.mapping.description.Binding;
import org.socialobservatory.ingest.mapping.description.Meaning.Statements;
import org.socialobservatory.ingest.mapping.description.ResourceDescription;
import org.socialobservatory.ingest.mapping.description.Role;
import org.socialobservatory.ingest.source.Spelling;
import org.socialobservatory.ingest.source.Table;
import org.socialobservatory.ontology.Codes;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.finding.Finding;
import org.socialobservatory.ontology.finding.FindingRule;

/** The rows of a resource whose rows each define one thing, with the values of its keys. */
public final class StatementRows {

    private static final Pattern WORDS = Pattern.compile("\\s+");
    private static final BitSet NOTHING_HIDDEN = new BitSet();

    private final ResourceDescription resource;
    private final Statements meaning;
    private final Table table;
    private final RowFindings findings;
    private final Columns columns;
    private final Map<String, Source> sources = new HashMap<>();
    private final Map<String, Map<Language, Source>> texts = new HashMap<>();

    /** A binding with the position of its column. */
    private record Source(String key, Binding binding, int column) {}

    public StatementRows(ResourceDescription resource, Statements meaning, Table table, RowFindings findings) {
        this.resource = resource;
        this.meaning = meaning;
        this.table = table;
        this.findings = findings;
        this.columns = new Columns(table);
        for (Role.Key key : meaning.keys()) {
            meaning.binding(key.name()).ifPresent(binding -> bind(key, binding));
            var languages = new EnumMap<Language, Source>(Language.class);
            meaning.text(key.name()).forEach((language, binding) -> {
                if (!absent(key, binding)) {
                    languages.put(language, source(key.name() + "." + language.tag(), binding));
                }
            });
            texts.put(key.name(), languages);
        }
    }

    private void bind(Role.Key key, Binding binding) {
        if (!absent(key, binding)) {
            sources.put(key.name(), source(key.name(), binding));
        }
    }

    /** Whether a key that nobody bound, and nobody needs, has no column of its name. */
    private boolean absent(Role.Key key, Binding binding) {
        return key.defaulted()
                && !key.required()
                && binding instanceof Binding.Column(String name, var codes, var _)
                && codes == null
                && !columns.has(name);
    }

    private Source source(String key, Binding binding) {
        int column = binding instanceof Binding.Column(String name, var _, var _)
                ? columns.find(name, findings.findings())
                : Columns.NONE;
        return new Source(key, binding, column);
    }

    public ResourceDescription resource() {
        return resource;
    }

    public Statements meaning() {
        return meaning;
    }

    public Table table() {
        return table;
    }

    public RowFindings findings() {
        return findings;
    }

    /** Columns that no key uses. */
    public Columns columns() {
        return columns;
    }

    /** All that a row holds. */
    private record Content(List<String> values, @Nullable Geometry geometry) {}

    /** Hands on every row that the table can read and whose fields keep the schema; a repeated one once. */
    public void forEach(Consumer<Row> reader) {
        var seen = new HashSet<Content>();
        var fields = new FieldCheck(table, columns, resource.schema(), resource.marks(), Set.of(), findings);
        table.rows(findings.findings(), new Table.RowReader() {
            @Override
            public boolean row(long number, String[] values, @Nullable Geometry geometry) {
                findings.countRow();
                if (!seen.add(new Content(List.of(values), geometry))) {
                    findings.repeat(number);
                } else if (fields.holds(number, values, NOTHING_HIDDEN)) {
                    reader.accept(new Row(number, values, geometry));
                }
                return true;
            }

            @Override
            public void refused(long number, FindingRule rule, List<String> fields) {
                findings.countRow();
                findings.refuse(number, rule);
            }
        });
    }

    /** One row. */
    public final class Row {
        private final long number;
        private final String[] values;
        private final @Nullable Geometry geometry;

        Row(long number, String[] values, @Nullable Geometry geometry) {
            this.number = number;
            this.values = values;
            this.geometry = geometry;
        }

        public long number() {
            return number;
        }

        public @Nullable Geometry geometry() {
            return geometry;
        }

        /** What stands in a column, as read. */
        public String raw(int column) {
            return values[column].strip();
        }

        /** The value of a key; null where the package or the row has none. */
        public @Nullable String get(String key) {
            var source = sources.get(key);
            return source == null ? null : value(source);
        }

        private @Nullable String value(Source source) {
            return switch (source.binding) {
                case Binding.Literal(String value) -> value;
                case Binding.From _ -> null;
                case Binding.Column column -> source.column < 0 ? null : value(source, column);
            };
        }

        private @Nullable String value(Source source, Binding.Column column) {
            var text = values[source.column].strip();
            if (resource.schema().missingValues().contains(text) || text.isEmpty()) {
                return null;
            }
            var codes = column.codes();
            if (codes == null) {
                return column.script() == null ? text : inScript(text, column.script());
            }
            var row = codes.rows().get(text);
            int target = codes.target(source.key);
            if (row == null || target < 0) {
                add(
                        FindingRule.CODE_UNMAPPED,
                        source.key,
                        text,
                        text,
                        source.key,
                        Spelling.nearestText(text, codes.rows().keySet()));
                return null;
            }
            return row.get(target).isEmpty() ? null : row.get(target);
        }

        /** The words of a text in a script, with the numbers that follow them; null where there are none. */
        private static @Nullable String inScript(String text, UnicodeScript script) {
            var kept = new StringJoiner(" ");
            boolean keeping = false;
            for (String word : WORDS.split(text, -1)) {
                var letter = word.codePoints().filter(Character::isLetter).findFirst();
                keeping = letter.isPresent() ? UnicodeScript.of(letter.getAsInt()) == script : keeping;
                if (keeping && !word.isEmpty()) {
                    kept.add(word);
                }
            }
            return kept.length() == 0 ? null : kept.toString();
        }

        /** The value of a key as a code; null, with a finding, where it is none or, being needed, missing. */
        public @Nullable String code(String key, boolean needed) {
            long before = findings.findings().count(FindingRule.CODE_UNMAPPED);
            var value = get(key);
            if (value == null) {
                if (needed && findings.findings().count(FindingRule.CODE_UNMAPPED) == before) {
                    add(FindingRule.CODE_MISSING, key, null, key);
                }
                return null;
            }
            if (!Codes.valid(value)) {
                add(FindingRule.CODE_MALFORMED, key, value, value);
                return null;
            }
            return value;
        }

        /** The texts of a key, in the languages that the row has. */
        public Multilingual texts(String key) {
            var found = new EnumMap<Language, String>(Language.class);
            for (var entry : texts.getOrDefault(key, Map.of()).entrySet()) {
                var text = value(entry.getValue());
                if (text != null) {
                    found.put(entry.getKey(), text);
                }
            }
            return new Multilingual(found);
        }

        /** The value of a key as a day; null where there is none, with a finding where it is none that exists. */
        public @Nullable LocalDate day(String key) {
            var value = get(key);
            if (value == null) {
                return null;
            }
            var column = columnOf(key);
            var format = column == null
                    ? null
                    : resource.schema()
                            .field(column)
                            .map(field -> field.format())
                            .orElse(null);
            var day = Dates.parse(value, format);
            if (day.isEmpty()) {
                add(FindingRule.DATE_MALFORMED, key, value, value);
            }
            return day.orElse(null);
        }

        /** Where it was read. */
        public Finding.Place place() {
            return findings.place().row(number);
        }

        /** What stands in the columns that no key uses, by their names. */
        public Map<String, String> further() {
            var found = new TreeMap<String, String>();
            for (String column : columns.unused()) {
                var value = raw(table.columns().indexOf(column));
                if (!value.isEmpty()) {
                    found.put(column, value);
                }
            }
            return found;
        }

        /** Notes what is wrong with the value of a key. */
        public void add(FindingRule rule, String key, @Nullable String value, String... arguments) {
            findings.add(rule, number, columnOf(key), value, arguments);
        }

        private @Nullable String columnOf(String key) {
            var source = sources.get(key);
            return source != null && source.column >= 0 ? columns.name(source.column) : null;
        }
    }
}
