package org.socialobservatory.api.page.area;

import java.util.List;
import org.socialobservatory.api.page.Page;
import org.socialobservatory.api.page.Provenance;
import org.socialobservatory.api.page.sentence.Sentence;

/**
 * The sentences of an area, to be read aloud and heard.
 *
 * @param readings one for each language
 */
public record VoicesPage(String code, String name, List<Reading> readings, Provenance provenance) implements Page {

    /** The sentences in one language. */
    public record Reading(String language, String direction, List<Sentence> sentences) {}
}
