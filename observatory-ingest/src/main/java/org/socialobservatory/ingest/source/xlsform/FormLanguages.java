package org.socialobservatory.ingest.source.xlsform;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.socialobservatory.ontology.survey.Wordings;

/** Language tags of what a form calls its languages: {@code French (fr)}, {@code Français}, {@code العربية}. */
final class FormLanguages {

    private static final Pattern TAGGED = Pattern.compile(".*\\(\\s*([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\\s*\\)\\s*");
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

    /** The tag of a language; a name that nobody knows is its own tag. */
    static String tag(String name) {
        var plain = name.strip().toLowerCase(Locale.ROOT);
        if (plain.isEmpty() || plain.equals("default")) {
            return Wordings.UNDETERMINED;
        }
        var tagged = TAGGED.matcher(plain);
        if (tagged.matches()) {
            return tagged.group(1);
        }
        return NAMES.getOrDefault(plain, plain.replaceAll("[^\\p{L}\\p{N}]+", "-"));
    }
}
