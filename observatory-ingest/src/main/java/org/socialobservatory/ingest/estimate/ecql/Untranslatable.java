package org.socialobservatory.ingest.estimate.ecql;

import java.util.List;
import org.socialobservatory.ontology.finding.FindingRule;

/** A part of a text that has no translation; leaves the visitors of a filter, which allow no other way out. */
final class Untranslatable extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Translation.Refused refused;

    Untranslatable(FindingRule rule, String... arguments) {
        super(rule.code(), null, false, false);
        this.refused = new Translation.Refused(rule, List.of(arguments));
    }

    Translation.Refused refused() {
        return refused;
    }
}
