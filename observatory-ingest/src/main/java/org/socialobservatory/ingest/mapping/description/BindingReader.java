package org.socialobservatory.ingest.mapping.description;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.source.Dialect;
import org.socialobservatory.ingest.source.Findings;
import org.socialobservatory.ingest.source.Node;
import org.socialobservatory.ingest.source.PackageFiles;
import org.socialobservatory.ingest.source.Spelling;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.finding.Finding.Place;
import org.socialobservatory.ontology.finding.FindingRule;

/** Reads where a value comes from: {@code {column: x}}, {@code {value: y}}, {@code {from: key}} or a bare string. */
final class BindingReader {

    /** The column of a table of codes that holds what is translated. */
    private static final String VALUE = "value";

    private static final Map<String, UnicodeScript> SCRIPTS =
            Map.of("latin", UnicodeScript.LATIN, "arabic", UnicodeScript.ARABIC);

    private final PackageFiles files;
    private final Findings findings;

    BindingReader(PackageFiles files, Findings findings) {
        this.files = files;
        this.findings = findings;
    }

    Findings findings() {
        return findings;
    }

    /**
     * The binding of a key, if it is there.
     *
     * @param bareColumn whether a bare string names a column; otherwise it is the value itself
     * @param also keys that the caller reads beside
     */
    Optional<Binding> read(Section section, String key, boolean bareColumn, String... also) {
        var node = section.node(key).orElse(null);
        return switch (node) {
            case null -> Optional.empty();
            case Node.Text(String text, long _) when text.isBlank() -> Optional.empty();
            case Node.Text(String text, long _) ->
                Optional.of(bareColumn ? Binding.Column.of(text.strip()) : new Binding.Literal(text.strip()));
            default -> section.section(key).flatMap(inner -> read(inner, key, also));
        };
    }

    private Optional<Binding> read(Section inner, String key, String... also) {
        var column = inner.text("column");
        var value = inner.text("value");
        var from = inner.text("from");
        var codes = inner.has("codes") ? codes(inner) : null;
        var script = inner.has("script") ? inner.choice("script", SCRIPTS, UnicodeScript.LATIN) : null;
        inner.close(FindingRule.KEY_UNKNOWN, also);
        if (from.isPresent() && value.isEmpty()) {
            return Optional.of(new Binding.From(from.get(), column.orElse(key)));
        }
        if (column.isPresent() && value.isEmpty()) {
            return Optional.of(new Binding.Column(column.get(), codes, script));
        }
        if (value.isPresent() && column.isEmpty() && from.isEmpty()) {
            return Optional.of(new Binding.Literal(value.get()));
        }
        inner.missing("column");
        return Optional.empty();
    }

    /** One binding for each language; a bare string is a column in French. */
    Map<Language, Binding> texts(Section section, String key) {
        var node = section.node(key).orElse(null);
        if (node instanceof Node.Text(String column, long _)) {
            return column.isBlank() ? Map.of() : Map.of(Language.FR, Binding.Column.of(column.strip()));
        }
        var found = new EnumMap<Language, Binding>(Language.class);
        section.section(key).ifPresent(inner -> {
            if (inner.names().contains("column") || inner.names().contains("value")) {
                read(section, key, true).ifPresent(binding -> found.put(Language.FR, binding));
                return;
            }
            for (String tag : inner.names()) {
                inner.language(tag)
                        .ifPresent(
                                language -> read(inner, tag, true).ifPresent(binding -> found.put(language, binding)));
            }
        });
        return found;
    }

    private @Nullable CodeTable codes(Section section) {
        var node = section.node("codes").orElse(null);
        return switch (node) {
            case null -> null;
            case Node.Text(String path, long _) -> table(path, section.place("codes"));
            case Node.Keys keys -> map(keys, section);
            case Node.Items _ -> {
                section.section("codes");
                yield null;
            }
        };
    }

    private CodeTable map(Node.Keys keys, Section section) {
        var rows = new LinkedHashMap<String, List<String>>();
        var targets = new ArrayList<String>();
        for (var entry : keys.entries().entrySet()) {
            switch (entry.getValue()) {
                case Node.Text(String code, long _) -> {
                    if (targets.isEmpty()) {
                        targets.add("");
                    }
                    rows.put(entry.getKey(), List.of(code.strip()));
                }
                case Node.Keys split -> {
                    split.entries().keySet().stream()
                            .filter(target -> !targets.contains(target))
                            .forEach(targets::add);
                    rows.put(entry.getKey(), split(split, targets));
                }
                case Node.Items other ->
                    section.fault(FindingRule.VALUE_NOT_ALLOWED, "codes", null, entry.getKey(), "[…]", "code, {…}");
            }
        }
        rows.replaceAll((_, codes) -> filled(codes, targets.size()));
        return new CodeTable(targets, rows);
    }

    private static List<String> split(Node.Keys split, List<String> targets) {
        var codes = new ArrayList<String>();
        for (String target : targets) {
            codes.add(split.entries().get(target) instanceof Node.Text(String code, long _) ? code.strip() : "");
        }
        return codes;
    }

    private static List<String> filled(List<String> codes, int size) {
        var all = new ArrayList<>(codes);
        while (all.size() < size) {
            all.add("");
        }
        return List.copyOf(all);
    }

    /** A table with a column {@code value} and one for each thing that the value becomes. */
    private @Nullable CodeTable table(String path, Place place) {
        var file = files.take(path, place, findings);
        if (file.isEmpty()) {
            return null;
        }
        var table = Tables.open(file.get(), Dialect.DETECTED, Place.of(path), files, findings);
        if (table.isEmpty()) {
            return null;
        }
        var columns = table.get().columns();
        int value = columns.indexOf(VALUE);
        if (value < 0) {
            findings.add(FindingRule.COLUMN_MISSING, Place.of(path), null, VALUE, Spelling.nearestText(VALUE, columns));
            return null;
        }
        var targets = new ArrayList<>(columns);
        targets.remove(value);
        var rows = new HashMap<String, List<String>>();
        var first = new HashMap<String, Long>();
        table.get().rows(findings, (number, values, _) -> {
            var codes = new ArrayList<String>();
            for (int i = 0; i < values.length; i++) {
                if (i != value) {
                    codes.add(values[i].strip());
                }
            }
            var key = values[value].strip();
            var earlier = rows.putIfAbsent(key, codes);
            if (earlier == null) {
                first.put(key, number);
            } else if (!earlier.equals(codes)) {
                findings.add(
                        FindingRule.CODE_REPEATED,
                        Place.of(path).row(number),
                        key,
                        key,
                        String.valueOf(first.get(key)));
            }
            return true;
        });
        return new CodeTable(targets, rows);
    }
}
