package org.socialobservatory.ingest.check.plausibility;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.mapping.answers.StoredVariable;
import org.socialobservatory.ontology.finding.FindingRule;
import org.socialobservatory.ontology.survey.Section;
import org.socialobservatory.ontology.survey.Variable;

/** Answers to questions that were not to be asked, and questions that were asked and not answered. */
final class SkipLogic {

    /** Item non-response from which on a figure is at best {@code caution} ({@code statistics.md} §1). */
    private static final double MUCH_MISSING = 0.05;

    private SkipLogic() {}

    static void look(Table table) {
        for (StoredVariable variable : table.askedFor()) {
            relevance(table, Objects.requireNonNull(variable.question()))
                    .ifPresent(relevance -> look(table, variable.name(), relevance));
        }
    }

    private static void look(Table table, String name, Relevance relevance) {
        var counts = table.answers()
                .ask(
                        "asked",
                        threeTimes(relevance.values()),
                        "condition",
                        relevance.sql().isEmpty() ? "true" : relevance.sql(),
                        "answer",
                        Relevance.quoted(name))
                .getFirst();
        if (counts[2] > 0) {
            table.find(FindingRule.ANSWERS_IMPOSSIBLE, name, Table.whole(counts[2]), relevance.said());
        }
        if (counts[0] >= Table.ENOUGH_INTERVIEWS && counts[1] / counts[0] > MUCH_MISSING) {
            table.find(
                    FindingRule.ANSWERS_MISSING,
                    name,
                    Table.rounded(100 * counts[1] / counts[0]),
                    Table.whole(counts[0]));
        }
    }

    private static List<Object> threeTimes(List<Object> values) {
        var all = new ArrayList<>(values);
        all.addAll(values);
        all.addAll(values);
        return all;
    }

    /** When a question is asked: its own condition and those of the groups around it; empty where one says more. */
    private static Optional<Relevance> relevance(Table table, String fullName) {
        var question = table.form().flatMap(one -> one.question(fullName));
        if (question.isEmpty()) {
            return Optional.empty();
        }
        var expressions = new ArrayList<@Nullable String>();
        expressions.add(question.get().logic().relevance());
        for (Section section : table.form().orElseThrow().sections()) {
            if (fullName.startsWith(String.join("/", section.path()) + "/")) {
                expressions.add(section.relevance());
            }
        }
        var all = Relevance.ALWAYS;
        for (var expression : expressions) {
            if (expression != null) {
                var one = Relevance.of(
                        expression,
                        table.names(Variable.Type.WHOLE, Variable.Type.NUMBER),
                        table.names(Variable.Type.TEXT),
                        table.names(Variable.Type.TEXTS));
                if (one.isEmpty()) {
                    return Optional.empty();
                }
                all = all.and(one.get());
            }
        }
        return Optional.of(all);
    }
}
