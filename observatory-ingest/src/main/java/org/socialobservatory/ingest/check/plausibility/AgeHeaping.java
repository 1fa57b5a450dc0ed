package org.socialobservatory.ingest.check.plausibility;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.finding.FindingRule;
import org.socialobservatory.ontology.survey.Variable;

/**
 * Ages that end in 0 or 5: Whipple's index, 100 where they do so as often as in other digits, 500 where all of them do
 * (United Nations 1955, Manual II).
 */
final class AgeHeaping {

    /** Fewer persons of 23 to 62 than these have no index. */
    private static final int ENOUGH_PERSONS = 100;
    /** The index from which on ages are rough. */
    private static final double ROUGH = 125;

    private AgeHeaping() {}

    /** @param age the variable that is the age; null where there is none */
    static void look(Table table, @Nullable String age) {
        if (age == null || !table.names(Variable.Type.WHOLE).contains(age)) {
            return;
        }
        var counts = table.answers()
                .ask("ages", List.of(), "age", Relevance.quoted(age))
                .getFirst();
        double index = 500 * counts[0] / counts[1];
        if (counts[1] >= ENOUGH_PERSONS && index >= ROUGH) {
            table.find(FindingRule.AGES_HEAPED, age, Table.rounded(index), Table.whole(counts[1]));
        }
    }
}
