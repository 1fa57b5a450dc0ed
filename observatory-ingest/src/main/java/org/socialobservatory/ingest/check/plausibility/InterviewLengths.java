package org.socialobservatory.ingest.check.plausibility;

import java.util.List;
import org.socialobservatory.ontology.finding.FindingRule;
import org.socialobservatory.ontology.survey.AnswerType;
import org.socialobservatory.ontology.survey.Question;
import org.socialobservatory.ontology.survey.Questionnaire;

/** Interviews that took less than a third of the median time, by the two clocks of the form (Bredl et al. 2012). */
final class InterviewLengths {

    private InterviewLengths() {}

    static void look(Table table) {
        var clocks = table.form().map(Questionnaire::questions).orElse(List.of()).stream()
                .filter(question -> question.type() == AnswerType.CLOCK)
                .map(Question::name)
                .filter(name -> table.variables().stream()
                        .anyMatch(variable -> variable.name().equals(name)))
                .toList();
        if (clocks.size() != 2) {
            return;
        }
        var found = table.answers()
                .ask(
                        "lengths",
                        List.of(),
                        "begin",
                        Relevance.quoted(clocks.getFirst()),
                        "end",
                        Relevance.quoted(clocks.getLast()))
                .getFirst();
        if (found[1] >= Table.ENOUGH_INTERVIEWS && found[2] > 0) {
            table.find(
                    FindingRule.INTERVIEWS_SHORT,
                    null,
                    Table.whole(found[2]),
                    Table.rounded(found[0]),
                    Table.whole(found[1]));
        }
    }
}
