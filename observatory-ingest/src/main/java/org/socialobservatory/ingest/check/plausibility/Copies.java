package org.socialobservatory.ingest.check.plausibility;

import java.util.List;
import org.socialobservatory.ontology.finding.FindingRule;

/**
 * Answers that are wholly the same as another. Children and others who are asked little agree by chance; only who gave
 * enough answers is compared.
 */
final class Copies {

    /** Fewer equal answers than these happen by chance. */
    static final int ANSWERS_TO_BE_ALIKE = 20;

    private Copies() {}

    static void look(Table table) {
        var asked = table.askedFor();
        if (asked.size() < ANSWERS_TO_BE_ALIKE) {
            return;
        }
        double copies = table.answers()
                .ask(
                        "alike",
                        List.of(ANSWERS_TO_BE_ALIKE),
                        "columns",
                        Table.joined(asked, "", "", ", "),
                        "known",
                        Table.joined(asked, "CAST(", " IS NOT NULL AS INTEGER)", " + "))
                .getFirst()[0];
        if (copies > 0) {
            table.find(
                    FindingRule.ANSWERS_ALIKE,
                    null,
                    Table.whole(copies),
                    String.valueOf(asked.size()),
                    String.valueOf(ANSWERS_TO_BE_ALIKE));
        }
    }
}
