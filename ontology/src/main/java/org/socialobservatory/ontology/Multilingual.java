package org.socialobservatory.ontology;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A text in up to three languages, in Unicode NFC and without surrounding blanks; a blank text counts as absent.
 *
 * @param texts at most one text for each language, possibly none
 */
public record Multilingual(Map<Language, String> texts) {

    private static final Multilingual NONE = new Multilingual(Map.of());
    /** Where a language is missing, the reader gets the next one of this list. */
    private static final List<Language> FALLBACK = List.of(Language.FR, Language.EN, Language.AR);

    public Multilingual {
        var kept = new EnumMap<Language, String>(Language.class);
        texts.forEach((language, text) -> {
            var normal = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
            if (!normal.isEmpty()) {
                kept.put(language, normal);
            }
        });
        texts = java.util.Collections.unmodifiableMap(kept);
    }

    public static Multilingual none() {
        return NONE;
    }

    public static Multilingual of(Language language, String text) {
        return new Multilingual(Map.of(language, text));
    }

    /** All three languages at once. */
    public static Multilingual of(String fr, String ar, String en) {
        return new Multilingual(Map.of(Language.FR, fr, Language.AR, ar, Language.EN, en));
    }

    public boolean isEmpty() {
        return texts.isEmpty();
    }

    /** The text in exactly this language. */
    public Optional<String> exactly(Language language) {
        return Optional.ofNullable(texts.get(language));
    }

    /** The text in this language, else in French, English or Arabic, in that order; empty where there is none. */
    public Optional<String> in(Language language) {
        return exactly(language)
                .or(() -> FALLBACK.stream()
                        .flatMap(other -> exactly(other).stream())
                        .findFirst());
    }

    /** The text of a reader's language or its fallback, else the code of the thing. */
    public String orCode(Language language, String code) {
        return in(language).orElse(code);
    }

    /** This text, with the languages that it lacks taken from another. */
    public Multilingual completedBy(Multilingual other) {
        var all = new EnumMap<Language, String>(Language.class);
        all.putAll(other.texts);
        all.putAll(texts);
        return new Multilingual(all);
    }
}
