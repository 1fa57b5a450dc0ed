package org.socialobservatory.ingest.source.xlsform;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.socialobservatory.ontology.survey.Wordings;

/** Language tags of what a form calls its languages: {@code French (fr)}, {@code Français}, {@code العربية}. */
final class FormLanguages {

    private static final Pattern TAGGED = Pattern.compile(".*\\(\\s*([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\\s*\\)\\s*");
    /** Such as {@code fr-ma}. */
    private static final Pattern PLAIN = Pattern.compile("[a-z]{2,3}(?:-[a-z0-9]{2,8})+");

    /** Characters of a part of a tag. */
    private static final int LONGEST_SUBTAG = 8;

    private static final Map<String, String> NAMES = names();

    private FormLanguages() {}

    private static Map<String, String> names() {
        var names = new HashMap<String, String>();
        for (String tag : Locale.getISOLanguages()) {
            var language = Locale.of(tag);
            for (Locale in : new Locale[] {language, Locale.ENGLISH, Locale.FRENCH, Locale.of("ar")}) {
                names.putIfAbsent(language.getDisplayLanguage(in).toLowerCase(Locale.ROOT), tag);
            }
            names.put(tag, tag);
        }
        return Map.copyOf(names);
    }

    /** The tag of a language; one that nobody knows has a private tag. */
    static String tag(String name) {
        var plain = name.strip().toLowerCase(Locale.ROOT);
        if (plain.isEmpty() || plain.equals("default")) {
            return Wordings.UNDETERMINED;
        }
        var tagged = TAGGED.matcher(plain);
        if (tagged.matches()) {
            return tagged.group(1);
        }
        if (PLAIN.matcher(plain).matches() && NAMES.containsKey(plain.substring(0, plain.indexOf('-')))) {
            return plain;
        }
        return NAMES.getOrDefault(plain, own(plain));
    }

    /** A tag for a language that has none: what can be kept of its name behind {@code x-} (BCP 47 §2.2.7). */
    private static String own(String name) {
        var letters = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        var parts = Arrays.stream(letters.split("[^a-z0-9]+"))
                .filter(part -> !part.isEmpty())
                .map(part -> part.substring(0, Math.min(LONGEST_SUBTAG, part.length())))
                .collect(Collectors.joining("-"));
        return "x-" + (parts.isEmpty() ? "%07x".formatted(name.hashCode() >>> 4) : parts);
    }
}
