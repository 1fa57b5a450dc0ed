package org.socialobservatory.api.page.sentence;

import java.util.List;
import java.util.Locale;
import org.socialobservatory.api.voice.Spoken;
import org.socialobservatory.ontology.Language;

/**
 * Something that the figures of an area establish, or leave open.
 *
 * @param language the reader's
 * @param text in that language
 * @param iris of the observations that it is about
 */
public record Sentence(Kind kind, Language language, String text, List<String> iris) {

    public Sentence {
        iris = List.copyOf(iris);
    }

    /** The name under which a recording of it is kept. */
    public String spoken() {
        return Spoken.name(language, text);
    }

    /** What a sentence is about. */
    public enum Kind {
        STRONGER,
        WEAKER,
        UNKNOWN;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
