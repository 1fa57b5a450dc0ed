package org.socialobservatory.api.page;

import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ontology.Language;

/** Readers of pages, without a server. */
public final class Readers {

    private Readers() {}

    public static Visit of(Snapshot snapshot, Language language) {
        return new Visit(snapshot, new Wording(new Messages(), language, false), false);
    }

    /** What a message says. */
    public static String say(Language language, String key, Object... arguments) {
        return new Messages().say(language, key, arguments);
    }
}
