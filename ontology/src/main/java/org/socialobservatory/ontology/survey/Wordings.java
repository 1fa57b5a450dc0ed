package org.socialobservatory.ontology.survey;

import java.text.Normalizer;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.Multilingual;

/**
 * A text of a questionnaire in whatever languages it is asked in, beyond the three of the house.
 *
 * @param texts by language tag (BCP 47), {@link #UNDETERMINED} where the form does not say which language it is; none
 *     is blank
 */
public record Wordings(SortedMap<String, String> texts) {

    /** The tag of a text whose language nobody says. */
    public static final String UNDETERMINED = "und";

    public static final Wordings NONE = new Wordings(Collections.emptySortedMap());

    public Wordings {
        var kept = new TreeMap<String, String>();
        texts.forEach((tag, text) -> {
            if (!text.isBlank()) {
                kept.put(tag, Normalizer.normalize(text.strip(), Normalizer.Form.NFC));
            }
        });
        texts = Collections.unmodifiableSortedMap(kept);
    }

    public static Wordings of(Map<String, String> texts) {
        return new Wordings(new TreeMap<>(texts));
    }

    public boolean isEmpty() {
        return texts.isEmpty();
    }

    public Optional<String> in(String tag) {
        return Optional.ofNullable(texts.get(tag));
    }

    /** The languages of the house; a text of undetermined language is taken as French, the first of them. */
    public Multilingual multilingual() {
        var found = new EnumMap<Language, String>(Language.class);
        in(UNDETERMINED).ifPresent(text -> found.put(Language.FR, text));
        for (Language language : Language.values()) {
            in(language.tag()).ifPresent(text -> found.put(language, text));
        }
        return new Multilingual(found);
    }
}
