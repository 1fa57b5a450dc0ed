package org.socialobservatory.ingest.cli;

import java.util.Locale;
import java.util.ResourceBundle;
import org.socialobservatory.ontology.Language;

/** What the commands say, in one language; {@code {0}}, {@code {1}} … stand for what is particular. */
public final class Words {

    private static final String BUNDLE = "org.socialobservatory.ingest.cli.words";

    private final Language language;
    private final ResourceBundle bundle;

    private Words(Language language, ResourceBundle bundle) {
        this.language = language;
        this.bundle = bundle;
    }

    public static Words in(Language language) {
        return new Words(
                language,
                ResourceBundle.getBundle(
                        BUNDLE,
                        Locale.forLanguageTag(language.tag()),
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    /**
     * The language of a person at a terminal, as POSIX says: the first of these variables that is not empty.
     *
     * @param variables those of the environment; English where they name none of the three languages
     */
    public static Language spokenIn(java.util.Map<String, String> variables) {
        for (String name : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
            var value = variables.getOrDefault(name, "");
            if (!value.isEmpty()) {
                return Language.of(value.replaceFirst("[.@].*", "")).orElse(Language.EN);
            }
        }
        return Language.EN;
    }

    public Language language() {
        return language;
    }

    ResourceBundle bundle() {
        return bundle;
    }

    /** The sentence of a key. */
    public String say(String key, Object... particulars) {
        var text = bundle.getString(key);
        for (int i = 0; i < particulars.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(particulars[i]));
        }
        return text;
    }
}
