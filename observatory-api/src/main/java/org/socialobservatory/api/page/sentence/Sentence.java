package org.socialobservatory.api.page.sentence;

import java.util.List;
import java.util.Locale;

/**
 * Something that the figures of an area establish, or leave open.
 *
 * @param text in the reader's language
 * @param iris of the observations that it is about
 */
public record Sentence(Kind kind, String text, List<String> iris) {

    public Sentence {
        iris = List.copyOf(iris);
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
