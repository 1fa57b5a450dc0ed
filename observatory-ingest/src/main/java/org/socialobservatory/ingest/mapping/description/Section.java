package org.socialobservatory.ingest.mapping.description;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.source.Findings;
import org.socialobservatory.ingest.source.Node;
import org.socialobservatory.ingest.source.Spelling;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.finding.Finding.Place;
import org.socialobservatory.ontology.finding.FindingRule;

/** The keys at one place of a description, taken one after the other; what nobody took is pointed out at the end. */
final class Section {

    private final Node.Keys keys;
    private final String path;
    private final String file;
    private final Findings findings;
    private final Set<String> asked = new LinkedHashSet<>();

    Section(Node.Keys keys, String path, String file, Findings findings) {
        this.keys = keys;
        this.path = path;
        this.file = file;
        this.findings = findings;
    }

    Findings findings() {
        return findings;
    }

    String path() {
        return path;
    }

    private String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** The place of a key, or of the section where the key is missing. */
    Place place(String key) {
        var node = keys.entries().get(key);
        return new Place(file, null, node == null ? keys.line() : node.line(), at(key));
    }

    Place place() {
        return new Place(file, null, keys.line(), path.isEmpty() ? null : path);
    }

    void fault(FindingRule rule, String key, @Nullable String value, String... arguments) {
        findings.add(rule, place(key), value, arguments);
    }

    private void notAllowed(String key, Node found, String allowed) {
        var shown = switch (found) {
            case Node.Text text -> text.text();
            case Node.Items _ -> "[…]";
            case Node.Keys _ -> "{…}";
        };
        findings.add(
                FindingRule.VALUE_NOT_ALLOWED,
                new Place(file, null, found.line(), at(key)),
                shown,
                at(key),
                shown,
                allowed);
    }

    boolean has(String key) {
        asked.add(key);
        return keys.entries().containsKey(key);
    }

    Optional<Node> node(String key) {
        asked.add(key);
        return Optional.ofNullable(keys.entries().get(key));
    }

    void missing(String key) {
        findings.add(FindingRule.KEY_MISSING, place(), null, at(key));
    }

    /** All keys, whatever they are called. */
    Set<String> names() {
        asked.addAll(keys.entries().keySet());
        return keys.entries().keySet();
    }

    Optional<String> text(String key) {
        var node = node(key);
        if (node.isPresent() && node.get() instanceof Node.Text(String text, long _)) {
            return text.isBlank() ? Optional.empty() : Optional.of(text.strip());
        }
        node.ifPresent(other -> notAllowed(key, other, "…"));
        return Optional.empty();
    }

    /** One sign, such as a delimiter; blanks count. */
    @Nullable
    Character sign(String key) {
        var node = node(key);
        if (node.isPresent() && node.get() instanceof Node.Text(String text, long _) && text.length() == 1) {
            return text.charAt(0);
        }
        if (node.isPresent() && node.get() instanceof Node.Text(String text, long _) && text.equals("\\t")) {
            return '\t';
        }
        node.ifPresent(other -> notAllowed(key, other, ", ; | \\t"));
        return null;
    }

    boolean flag(String key, boolean otherwise) {
        var text = text(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (text.get().equals("true") || text.get().equals("false")) {
            return text.get().equals("true");
        }
        notAllowed(key, "true, false");
        return otherwise;
    }

    int number(String key, int otherwise) {
        var text = text(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (text.get().matches("\\d{1,9}")) {
            return Integer.parseInt(text.get());
        }
        notAllowed(key, "0, 1, 2, …");
        return otherwise;
    }

    /** What one of some words stands for, or what counts where the key is missing or says another word. */
    <E> E choice(String key, Map<String, E> allowed, E otherwise) {
        var text = text(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        var found = allowed.get(text.get());
        if (found == null) {
            notAllowed(key, String.join(", ", allowed.keySet()));
            return otherwise;
        }
        return found;
    }

    private void notAllowed(String key, String allowed) {
        node(key).ifPresent(found -> notAllowed(key, found, allowed));
    }

    Optional<Section> section(String key) {
        var node = node(key);
        if (node.isPresent() && node.get() instanceof Node.Keys inner) {
            return Optional.of(new Section(inner, at(key), file, findings));
        }
        node.ifPresent(other -> notAllowed(key, other, "{…}"));
        return Optional.empty();
    }

    /** The sections of a list. */
    List<Section> sections(String key) {
        var found = new ArrayList<Section>();
        int index = 0;
        for (Node item : items(key)) {
            if (item instanceof Node.Keys inner) {
                found.add(new Section(inner, at(key) + "[" + index + "]", file, findings));
            } else {
                notAllowed(key, item, "{…}");
            }
            index++;
        }
        return found;
    }

    /** The texts of a list, or the one text that stands for a list of one. */
    List<String> texts(String key) {
        var found = new ArrayList<String>();
        for (Node item : items(key)) {
            if (item instanceof Node.Text(String text, long _)) {
                found.add(text);
            } else {
                notAllowed(key, item, "[…]");
            }
        }
        return found;
    }

    List<Node> items(String key) {
        var node = node(key).orElse(null);
        return switch (node) {
            case null -> List.of();
            case Node.Items(List<Node> items, long _) -> items;
            case Node.Text text -> List.of(text);
            case Node.Keys other -> {
                notAllowed(key, other, "[…]");
                yield List.of();
            }
        };
    }

    /** Text by language; a bare string is French, the language of the house. */
    Multilingual multilingual(String key) {
        var node = node(key).orElse(null);
        if (node instanceof Node.Text(String text, long _)) {
            return Multilingual.of(Language.FR, text);
        }
        var texts = new EnumMap<Language, String>(Language.class);
        section(key).ifPresent(inner -> {
            for (String tag : inner.names()) {
                inner.language(tag).ifPresent(language -> inner.text(tag).ifPresent(text -> texts.put(language, text)));
            }
        });
        return new Multilingual(texts);
    }

    /** The language that a key names; a finding where it names none of the three. */
    Optional<Language> language(String tag) {
        var language = Language.of(tag);
        if (language.isEmpty()) {
            fault(FindingRule.KEY_UNKNOWN, tag, null, at(tag), "fr, ar, en");
        }
        return language;
    }

    /** Points out the keys that nobody asked for. */
    void close(FindingRule rule, String... alsoKnown) {
        var known = new HashSet<>(asked);
        known.addAll(List.of(alsoKnown));
        for (String key : keys.entries().keySet()) {
            if (!known.contains(key)) {
                fault(
                        rule,
                        key,
                        null,
                        at(key),
                        Spelling.nearestText(key, known.stream().sorted().toList()));
            }
        }
    }
}
