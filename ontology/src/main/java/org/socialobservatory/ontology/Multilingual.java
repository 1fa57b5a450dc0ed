package org.socialobservatory.ontology;

import java.text.Normalizer;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A text in up to three languages, in Unicode NFC, without surrounding blanks of any kind and without characters that
 * XML cannot carry; a blank text counts as absent.
 *
 * @param texts at most one text for each language, possibly none
 */
public record Multilingual(Map<Language, String> texts) {

    private static final Multilingual NONE = new Multilingual(Map.of());
    /** Control characters but tab and newline, and halves of surrogate pairs. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF&&[^\\t\\n]]");

    /** Where a language is missing, the reader gets the next one of this list. */
    private static final List<Language> FALLBACK = List.of(Language.FR, Language.EN, Language.AR);

    public Multilingual {
        var kept = new EnumMap<Language, String>(Language.class);
        texts.forEach((language, text) -> {
            var normal = normal(text);
            if (!normal.isEmpty()) {
                kept.put(language, normal);
            }
        });
        texts = Collections.unmodifiableMap(kept);
    }

    /** A text as it is kept: in NFC, without surrounding blanks and characters that XML cannot carry; possibly empty. */
    public static String normal(String text) {
        var printable = UNPRINTABLE.matcher(text).replaceAll("");
        int from = 0;
        int to = printable.length();
        while (from < to && isBlank(printable.charAt(from))) {
            from++;
        }
        while (from < to && isBlank(printable.charAt(to - 1))) {
            to--;
        }
        return Normalizer.normalize(printable.substring(from, to), Normalizer.Form.NFC);
    }

    /** White space, spaces that do not break, and the byte order mark that some files begin with. */
    private static boolean isBlank(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character) || character == '\uFEFF';
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
        return nearest(language).flatMap(this::exactly);
    }

    /** The language of the text that {@link #in} gives. */
    public Optional<Language> nearest(Language language) {
        return Stream.concat(Stream.of(language), FALLBACK.stream())
                .filter(texts::containsKey)
                .findFirst();
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
