package org.socialobservatory.ingest.mapping.description;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.socialobservatory.ontology.Codes;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.finding.FindingRule;

/** Reads the keys of a role whose rows each define one thing. */
final class StatementsReader {

    private final BindingReader reader;

    StatementsReader(BindingReader reader) {
        this.reader = reader;
    }

    /**
     * @param resource name of the resource, which names a code list that does not say its dimension
     */
    Optional<Meaning> read(Section section, Role role, String resource) {
        return read(section, role, role.keys(), new HashMap<>(), resource);
    }

    /** A part of the meetings. */
    Optional<Meaning> meetings(Section section) {
        var part = section.choice(MeetingPart.KEY, MeetingPart.names(), MeetingPart.MEETING);
        return read(section, Role.MEETINGS, part.keys(), new HashMap<>(Map.of(MeetingPart.KEY, part.code())), "");
    }

    private Optional<Meaning> read(
            Section section, Role role, List<Role.Key> keys, Map<String, String> names, String resource) {
        var bindings = new HashMap<String, Binding>();
        var texts = new HashMap<String, Map<Language, Binding>>();
        Set<String> flags = new HashSet<>();
        var plain = new HashMap<String, Multilingual>();
        boolean complete = true;
        for (Role.Key key : keys) {
            switch (key.form()) {
                case COLUMN, LITERAL ->
                    reader.read(section, key.name(), key.form() == Role.Form.COLUMN)
                            .or(() -> key.defaulted() ? Optional.of(ownColumn(key)) : Optional.empty())
                            .ifPresent(binding -> bindings.put(key.name(), binding));
                case TEXTS -> texts.put(key.name(), texts(section, key));
                case FLAG -> {
                    if (section.flag(key.name(), false)) {
                        flags.add(key.name());
                    }
                }
                case NAME -> names.put(key.name(), name(section, key.name(), resource));
                case PLAIN -> plain.put(key.name(), section.multilingual(key.name()));
            }
            if (key.required() && !section.has(key.name()) && !key.defaulted()) {
                section.missing(key.name());
                complete = false;
            }
        }
        return complete
                ? Optional.of(new Meaning.Statements(role, keys, bindings, texts, flags, names, plain))
                : Optional.empty();
    }

    private Map<Language, Binding> texts(Section section, Role.Key key) {
        if (section.has(key.name()) || !key.defaulted()) {
            return reader.texts(section, key.name());
        }
        var own = new EnumMap<Language, Binding>(Language.class);
        for (var language : Language.values()) {
            own.put(language, Binding.Column.of(key.name() + "_" + language.tag()));
        }
        return own;
    }

    private static Binding ownColumn(Role.Key key) {
        return Binding.Column.of(key.name());
    }

    private static String name(Section section, String key, String otherwise) {
        var text = section.text(key);
        if (text.isPresent() && !Codes.valid(text.get())) {
            section.fault(FindingRule.CODE_MALFORMED, key, text.get(), text.get());
            return otherwise;
        }
        return text.orElse(otherwise);
    }
}
