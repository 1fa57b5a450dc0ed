package org.socialobservatory.ingest.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.socialobservatory.ingest.source.Findings;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.finding.Finding.Place;
import org.socialobservatory.ontology.finding.FindingRule;

/** Counts the things of one kind that lack a name, or a name in one of the three languages. */
public final class Naming {

    private static final int SHOWN = 3;

    private final List<String> unnamed = new ArrayList<>();
    private final List<String> untranslated = new ArrayList<>();
    private final Set<String> languages = new LinkedHashSet<>();

    public void see(String code, Multilingual names) {
        if (names.isEmpty()) {
            unnamed.add(code);
            return;
        }
        boolean complete = true;
        for (Language language : Language.values()) {
            if (names.exactly(language).isEmpty()) {
                languages.add(language.tag());
                complete = false;
            }
        }
        if (!complete) {
            untranslated.add(code);
        }
    }

    public void report(Place place, Findings findings) {
        if (!unnamed.isEmpty()) {
            findings.add(FindingRule.LABEL_MISSING, place, null, String.valueOf(unnamed.size()), examples(unnamed));
        }
        if (!untranslated.isEmpty()) {
            findings.add(
                    FindingRule.TRANSLATION_MISSING,
                    place,
                    null,
                    String.valueOf(untranslated.size()),
                    String.join(", ", languages),
                    examples(untranslated));
        }
    }

    private static String examples(List<String> codes) {
        return String.join(", ", codes.subList(0, Math.min(SHOWN, codes.size())));
    }
}
