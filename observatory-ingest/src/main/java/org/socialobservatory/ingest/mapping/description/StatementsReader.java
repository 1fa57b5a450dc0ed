package org.socialobservatory.ingest.mapping.description;

import java.util.HashMap;
import java.util.HashSet;
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
        var bindings = new HashMap<String, Binding>();
        var texts = new HashMap<String, Map<Language, Binding>>();
        Set<String> flags = new HashSet<>();
        var names = new HashMap<String, String>();
        var plain = new HashMap<String, Multilingual>();
        boolean complete = true;
        for (Role.Key key : role.keys()) {
            switch (key.form()) {
                case COLUMN, LITERAL ->
                    reader.read(section, key.name(), key.form() == Role.Form.COLUMN)
                            .or(() -> key.defaulted() ? Optional.of(ownColumn(key)) : Optional.empty())
                            .ifPresent(binding -> bindings.put(key.name(), binding));
                case TEXTS -> texts.put(key.name(), reader.texts(section, key.name()));
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
                ? Optional.of(new Meaning.Statements(role, bindings, texts, flags, names, plain))
                : Optional.empty();
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
