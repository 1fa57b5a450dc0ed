package org.socialobservatory.ingest.check.plausibility;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.finding.FindingRule;

/** Persons who answer more than once, by the digest of who they are. */
final class PersonsTwice {

    private PersonsTwice() {}

    /** @param person the variable that is the digest; null where there is none */
    static void look(Table table, @Nullable String person) {
        if (person == null) {
            return;
        }
        double again = table.answers()
                .ask("persons", List.of(), "person", Relevance.quoted(person))
                .getFirst()[0];
        if (again > 0) {
            table.find(FindingRule.PERSON_TWICE, person, Table.whole(again));
        }
    }
}
