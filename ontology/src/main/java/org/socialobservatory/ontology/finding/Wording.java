package org.socialobservatory.ontology.finding;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.socialobservatory.ontology.Language;

/** The sentences of the rules in one language. */
final class Wording {

    private static final Map<Language, Wording> ALL = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            ALL.put(language, new Wording(language));
        }
    }

    private final Properties sentences = new Properties();

    private Wording(Language language) {
        var file = "/org/socialobservatory/findings/" + language.tag() + ".properties";
        try (var letters = new InputStreamReader(
                Objects.requireNonNull(Wording.class.getResourceAsStream(file), file), StandardCharsets.UTF_8)) {
            sentences.load(letters);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Wording in(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    String of(String key) {
        return Objects.requireNonNull(sentences.getProperty(key), key);
    }

    /** What it has a sentence for. */
    Set<String> keys() {
        return sentences.stringPropertyNames();
    }
}
