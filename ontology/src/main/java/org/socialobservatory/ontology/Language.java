package org.socialobservatory.ontology;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The three languages in which everything is said; French is the default. */
public enum Language {
    FR,
    AR,
    EN;

    /** The BCP 47 tag: {@code fr}, {@code ar} or {@code en}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the language is written from right to left. */
    public boolean rightToLeft() {
        return this == AR;
    }

    /** The language of a BCP 47 tag; a region ({@code fr-MA}) is ignored. Empty for any other language. */
    public static Optional<Language> of(String tag) {
        var primary = tag.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        return Arrays.stream(values())
                .filter(language -> language.tag().equals(primary))
                .findFirst();
    }
}
