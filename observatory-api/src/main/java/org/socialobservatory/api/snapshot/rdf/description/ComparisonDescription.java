package org.socialobservatory.api.snapshot.rdf.description;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.api.snapshot.survey.Instrument;
import org.socialobservatory.api.snapshot.survey.Instruments;
import org.socialobservatory.ontology.survey.Comparability;
import org.socialobservatory.ontology.survey.Question;

/**
 * Which questions of two questionnaires may be compared: each version of one with the version before, the newest of each
 * dataset with those of the others.
 */
final class ComparisonDescription {

    private final Snapshot snapshot;
    private final Instruments instruments;
    private final Names names;
    private final Describing say;

    ComparisonDescription(Snapshot snapshot, Names names, Describing say) {
        this.snapshot = snapshot;
        this.instruments = Instruments.of(snapshot);
        this.names = names;
        this.say = say;
    }

    private record Pair(Instrument first, Instrument second) {}

    void describe() {
        for (Pair pair : pairs()) {
            for (Comparability.Row row :
                    instruments.compare(pair.first, pair.second).rows()) {
                if (row.first() != null && row.second() != null) {
                    describe(
                            pair,
                            row,
                            pair.first.questionnaire().question(row.first()).orElseThrow(),
                            pair.second.questionnaire().question(row.second()).orElseThrow());
                }
            }
        }
    }

    private List<Pair> pairs() {
        var pairs = new ArrayList<Pair>();
        for (Instrument instrument : instruments.all()) {
            instruments.before(instrument).ifPresent(former -> pairs.add(new Pair(instrument, former)));
        }
        var newest = snapshot.datasets().values().stream()
                .flatMap(published -> instruments.current(published).stream())
                .toList();
        for (int i = 0; i < newest.size(); i++) {
            for (var other : newest.subList(i + 1, newest.size())) {
                if (!other.dataset().equals(newest.get(i).dataset())) {
                    pairs.add(new Pair(newest.get(i), other));
                }
            }
        }
        return pairs;
    }

    private void describe(Pair pair, Comparability.Row row, Question first, Question second) {
        if (!Instrument.isWorded(first) || !Instrument.isWorded(second)) {
            return;
        }
        var one = QuestionnaireDescription.node(names, pair.first, first);
        var other = QuestionnaireDescription.node(names, pair.second, second);
        if (one.equals(other)) {
            return;
        }
        var comparison = say.part("comparison/" + one + "/" + other);
        say.type(comparison, Terms.obs("QuestionComparison"))
                .link(comparison, Terms.obs("firstQuestion"), one)
                .link(comparison, Terms.obs("secondQuestion"), other)
                .link(
                        comparison,
                        Terms.obs("verdict"),
                        names.concept("question-verdict", row.verdict().code()))
                .flag(comparison, Terms.obs("comparable"), row.comparable());
        if (row.decision() != null) {
            decision(comparison, row.decision());
        }
        if (row.comparable()) {
            say.link(one, Terms.obs("comparableWith"), other).link(other, Terms.obs("comparableWith"), one);
            same(
                    QuestionnaireDescription.concept(names, pair.first, first),
                    QuestionnaireDescription.concept(names, pair.second, second));
        }
    }

    private void decision(Node comparison, Comparability.Decision decision) {
        var node = say.part("decision/" + comparison.getBlankNodeLabel());
        say.link(comparison, Terms.obs("comparabilityDecision"), node)
                .type(node, Terms.obs("ComparabilityDecision"))
                .flag(node, Terms.obs("comparable"), decision.comparable())
                .text(node, Terms.obs("decisionReason"), decision.reason())
                .text(node, Terms.obs("decidedBy"), decision.by());
    }

    /** What is asked is the same, whatever it is called there. */
    private void same(Node one, Node other) {
        if (!one.equals(other)) {
            say.link(one, Terms.EXACT_MATCH, other).link(other, Terms.EXACT_MATCH, one);
        }
    }
}
