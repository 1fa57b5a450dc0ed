package org.socialobservatory.ingest.check.plausibility;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.socialobservatory.ingest.mapping.answers.StoredVariable;
import org.socialobservatory.ontology.finding.FindingRule;
import org.socialobservatory.ontology.survey.Variable;

/**
 * One answer to a whole battery (Krosnick 1991): questions of one group, one after the other, with the same list of
 * several choices. An answer that most people give to each of its questions, such as that they have no difficulty, is no
 * sign.
 */
final class StraightLines {

    private static final int SHORTEST_BATTERY = 5;
    private static final int FEWEST_CHOICES = 4;
    /** Share of respondents from which on it is remarkable. */
    private static final double MANY = 0.1;
    /** Share of the answers to a question from which on one of them is what most people say. */
    private static final double MOST = 0.5;

    private StraightLines() {}

    static void look(Table table) {
        for (List<StoredVariable> battery : batteries(table)) {
            var first = Relevance.quoted(battery.getFirst().name());
            var counts = table.answers()
                    .ask(
                            "straight",
                            List.of(MOST),
                            "first",
                            first,
                            "complete",
                            Table.joined(battery, "", " IS NOT NULL", " AND "),
                            "same",
                            Table.joined(battery.subList(1, battery.size()), first + " = ", "", " AND "),
                            "shares",
                            Table.joined(battery, "avg(CAST(", " = _choice AS INTEGER))", ", "))
                    .getFirst();
            if (counts[0] >= Table.ENOUGH_INTERVIEWS && counts[1] / counts[0] >= MANY) {
                table.find(
                        FindingRule.ANSWERS_STRAIGHT,
                        battery.getFirst().name(),
                        Table.rounded(100 * counts[1] / counts[0]),
                        String.valueOf(battery.size()),
                        Table.whole(counts[0]));
            }
        }
    }

    private static List<List<StoredVariable>> batteries(Table table) {
        var found = new ArrayList<List<StoredVariable>>();
        var battery = new ArrayList<StoredVariable>();
        for (StoredVariable variable : table.askedFor()) {
            if (!battery.isEmpty() && !together(battery.getLast(), variable)) {
                found.add(List.copyOf(battery));
                battery.clear();
            }
            battery.add(variable);
        }
        found.add(battery);
        return found.stream()
                .filter(one -> one.size() >= SHORTEST_BATTERY && choices(table, one.getFirst()) >= FEWEST_CHOICES)
                .toList();
    }

    private static boolean together(StoredVariable first, StoredVariable second) {
        return first.list() != null
                && first.list().equals(second.list())
                && first.type() == Variable.Type.TEXT
                && second.type() == Variable.Type.TEXT
                && group(first).equals(group(second));
    }

    private static String group(StoredVariable variable) {
        var full = Objects.requireNonNull(variable.question());
        return full.substring(0, full.lastIndexOf('/') + 1);
    }

    private static int choices(Table table, StoredVariable variable) {
        var list = variable.list();
        return list == null || variable.type() != Variable.Type.TEXT
                ? 0
                : table.form()
                        .flatMap(one -> one.list(list))
                        .map(found -> found.choices().size())
                        .orElse(0);
    }
}
