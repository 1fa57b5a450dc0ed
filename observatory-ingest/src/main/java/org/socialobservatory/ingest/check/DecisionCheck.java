package org.socialobservatory.ingest.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.mapping.Published;
import org.socialobservatory.ingest.mapping.description.Responses.StatedDecision;
import org.socialobservatory.ingest.source.Findings;
import org.socialobservatory.ingest.source.Spelling;
import org.socialobservatory.ontology.finding.FindingRule;
import org.socialobservatory.ontology.survey.ComparabilityDecision;
import org.socialobservatory.ontology.survey.ComparabilityDecision.Counterpart;
import org.socialobservatory.ontology.survey.Question;
import org.socialobservatory.ontology.survey.Questionnaire;
import org.socialobservatory.ontology.survey.Study;

/** Whether what persons decided about questions speaks of questions that were asked. */
public final class DecisionCheck {

    private final Published.Editions published;
    private final Findings findings;

    public DecisionCheck(Published.Editions published, Findings findings) {
        this.published = published;
        this.findings = findings;
    }

    /**
     * The decisions that hold. One about a dataset that is not published yet holds from then on.
     *
     * @param resource that states them
     * @param questionnaire to which its rows are answers; null where a schema alone says what they are
     */
    public List<ComparabilityDecision> decisions(
            List<StatedDecision> stated, String resource, @Nullable Questionnaire questionnaire) {
        var kept = new ArrayList<ComparabilityDecision>();
        var seen = new HashMap<List<Object>, StatedDecision>();
        for (StatedDecision one : stated) {
            var own = asked(questionnaire, one.question());
            if (own.isEmpty()) {
                unknown(one, one.question(), resource, questionnaire);
            }
            if (own.isPresent() && isAsked(one)) {
                var full = own.get().fullName();
                var first = seen.putIfAbsent(List.of(full, one.with()), one);
                if (first == null) {
                    kept.add(new ComparabilityDecision(full, one.with(), one.comparable(), one.reason(), one.by()));
                } else {
                    var row = first.place().row();
                    findings.add(
                            FindingRule.CODE_REPEATED,
                            one.place(),
                            one.question(),
                            one.question(),
                            row == null ? "—" : String.valueOf(row));
                }
            }
        }
        return List.copyOf(kept);
    }

    private boolean isAsked(StatedDecision decision) {
        var with = decision.with();
        var questionnaires = questionnaires(with);
        if (questionnaires.isEmpty()) {
            findings.add(
                    FindingRule.COMPARED_UNPUBLISHED,
                    decision.place(),
                    with.toString(),
                    with.dataset() + "/" + with.resource());
            return true;
        }
        if (questionnaires.stream().anyMatch(one -> asked(one, with.question()).isPresent())) {
            return true;
        }
        unknown(decision, with.question(), with.dataset() + "/" + with.resource(), questionnaires.getLast());
        return false;
    }

    /** Those of a resource in the editions that stand, oldest first. */
    private List<Questionnaire> questionnaires(Counterpart with) {
        var found = new ArrayList<Questionnaire>();
        for (var said : published.definitions(with.dataset())) {
            for (Study study : said.studies()) {
                if (study.resource().equals(with.resource()) && study.questionnaire() != null) {
                    found.add(study.questionnaire());
                }
            }
        }
        return found;
    }

    private static Optional<Question> asked(@Nullable Questionnaire questionnaire, String name) {
        return questionnaire == null
                ? Optional.empty()
                : questionnaire.named(name).filter(question -> question.type().asked());
    }

    private void unknown(StatedDecision decision, String name, String where, @Nullable Questionnaire questionnaire) {
        var names = questionnaire == null
                ? List.<String>of()
                : questionnaire.questions().stream()
                        .filter(question -> question.type().asked())
                        .map(name.contains("/") ? Question::fullName : Question::name)
                        .distinct()
                        .toList();
        findings.add(
                FindingRule.QUESTION_UNKNOWN, decision.place(), name, name, where, Spelling.nearestText(name, names));
    }
}
