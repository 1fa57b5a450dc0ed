package org.socialobservatory.api.page.questionnaire;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.page.Visit;
import org.socialobservatory.api.page.questionnaire.ComparabilityPage.Count;
import org.socialobservatory.api.page.questionnaire.ComparabilityPage.Decision;
import org.socialobservatory.api.page.questionnaire.ComparabilityPage.Line;
import org.socialobservatory.api.page.questionnaire.ComparabilityPage.Side;
import org.socialobservatory.api.snapshot.survey.Instrument;
import org.socialobservatory.api.snapshot.survey.Instruments;
import org.socialobservatory.ontology.survey.Choice;
import org.socialobservatory.ontology.survey.ChoiceDifference;
import org.socialobservatory.ontology.survey.ChoiceList;
import org.socialobservatory.ontology.survey.Comparability.Row;
import org.socialobservatory.ontology.survey.Comparability.Verdict;
import org.socialobservatory.ontology.survey.Question;

/** Lays out two questionnaires side by side. */
final class ComparabilitySheet {

    private final Visit visit;
    private final Instrument first;
    private final Instrument second;
    private final InstrumentNames names;
    private final List<Tongue> tongues;

    ComparabilitySheet(Visit visit, Instrument first, Instrument second) {
        this.visit = visit;
        this.first = first;
        this.second = second;
        this.names = new InstrumentNames(visit);
        this.tongues = Tongue.of(visit.wording(), List.of(first.questionnaire(), second.questionnaire()));
    }

    ComparabilityPage page() {
        var rows = Instruments.of(visit.snapshot()).compare(first, second).rows();
        return new ComparabilityPage(
                names.of(first),
                names.of(second),
                tongues,
                counts(rows),
                (int) rows.stream().filter(Row::comparable).count(),
                rows.stream().map(this::line).toList(),
                names.others(first),
                visit.provenance(names.datasets(first, second)));
    }

    private List<Count> counts(List<Row> rows) {
        var byVerdict = new EnumMap<Verdict, Integer>(Verdict.class);
        rows.forEach(row -> byVerdict.merge(row.verdict(), 1, Integer::sum));
        var counts = new ArrayList<Count>();
        for (Map.Entry<Verdict, Integer> one : byVerdict.entrySet()) {
            counts.add(new Count(one.getKey().code(), name(one.getKey()), one.getValue()));
        }
        return counts;
    }

    private String name(Verdict verdict) {
        return visit.names().code("question-verdict", verdict.code());
    }

    private Line line(Row row) {
        var one = question(first, row.first());
        var other = question(second, row.second());
        var choices = one == null || other == null
                ? new ChoiceDifference(List.of(), List.of())
                : ChoiceDifference.of(list(first, one), list(second, other));
        var decision = row.decision();
        return new Line(
                side(first, one),
                side(second, other),
                row.verdict().code(),
                name(row.verdict()),
                row.comparable(),
                one == null || other == null ? List.of() : different(one, other),
                labels(choices.gone()),
                labels(choices.come()),
                decision == null ? null : new Decision(decision.comparable(), decision.reason(), decision.by()));
    }

    private static @Nullable Question question(Instrument instrument, @Nullable String fullName) {
        return fullName == null
                ? null
                : instrument.questionnaire().question(fullName).orElse(null);
    }

    private static Optional<ChoiceList> list(Instrument instrument, Question question) {
        return question.list() == null
                ? Optional.empty()
                : instrument.questionnaire().list(question.list());
    }

    private @Nullable Side side(Instrument instrument, @Nullable Question question) {
        return question == null
                ? null
                : new Side(
                        instrument.code(question),
                        question.fullName(),
                        InstrumentNames.code(question.type()),
                        names.type(question.type()),
                        Tongue.texts(tongues, question.wordings()));
    }

    /** The languages that both are worded in, with other words. */
    private List<String> different(Question one, Question other) {
        var here = first.questionnaire().fingerprint(one).wording();
        var there = second.questionnaire().fingerprint(other).wording();
        return here.keySet().stream()
                .filter(tag -> there.containsKey(tag) && !there.get(tag).equals(here.get(tag)))
                .toList();
    }

    private List<String> labels(List<Choice> choices) {
        return choices.stream()
                .map(choice ->
                        Tongue.text(visit.wording().language(), choice.labels()).orElse(choice.name()))
                .toList();
    }
}
