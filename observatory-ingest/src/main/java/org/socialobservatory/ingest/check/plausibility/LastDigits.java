package org.socialobservatory.ingest.check.plausibility;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.mapping.answers.StoredVariable;
import org.socialobservatory.ontology.finding.FindingRule;
import org.socialobservatory.ontology.survey.Variable;

/** Last digits that are preferred: the share that would have to change for all ten to be equally frequent (Myers 1940). */
final class LastDigits {

    private static final int ENOUGH_NUMBERS = 200;
    /** Share from which on it is remarkable. */
    private static final double MUCH = 0.2;
    /** A number with fewer values than these has no last digit to speak of. */
    private static final int SPREAD = 50;

    private LastDigits() {}

    /** @param age the variable that is the age, which has an index of its own; null where there is none */
    static void look(Table table, @Nullable String age) {
        for (StoredVariable variable : table.askedFor()) {
            if (variable.type() == Variable.Type.WHOLE && !variable.name().equals(age)) {
                look(table, variable);
            }
        }
    }

    private static void look(Table table, StoredVariable variable) {
        var counts = table.answers().ask("digits", List.of(SPREAD), "number", Relevance.quoted(variable.name()));
        double all = counts.stream().mapToDouble(row -> row[1]).sum();
        double apart = (10 - counts.size()) * 0.1;
        for (double[] digit : counts) {
            apart += Math.abs(digit[1] / all - 0.1);
        }
        if (all >= ENOUGH_NUMBERS && apart / 2 >= MUCH) {
            table.find(FindingRule.DIGITS_PREFERRED, variable.name(), Table.rounded(apart * 50), Table.whole(all));
        }
    }
}
