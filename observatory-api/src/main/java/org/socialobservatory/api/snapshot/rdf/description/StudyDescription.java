package org.socialobservatory.api.snapshot.rdf.description;

import java.util.Map;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.snapshot.PublishedDataset;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.api.snapshot.survey.Instrument;
import org.socialobservatory.api.snapshot.survey.Instruments;
import org.socialobservatory.ontology.Codes;
import org.socialobservatory.ontology.survey.Computation;
import org.socialobservatory.ontology.survey.Question;
import org.socialobservatory.ontology.survey.Sample;
import org.socialobservatory.ontology.survey.Study;
import org.socialobservatory.ontology.survey.Variable;

/**
 * What was asked, of whom, and what is computed of it, in the terms of the DDI discovery vocabulary. Answers are not
 * here: they do not leave the vault.
 */
final class StudyDescription {

    private final Snapshot snapshot;
    private final Names names;
    private final Describing say;
    private final Instruments instruments;
    private final QuestionnaireDescription questionnaires;

    StudyDescription(Snapshot snapshot, Names names, Describing say) {
        this.snapshot = snapshot;
        this.names = names;
        this.say = say;
        this.instruments = Instruments.of(snapshot);
        this.questionnaires = new QuestionnaireDescription(names, say);
    }

    void describe() {
        for (var instrument : instruments.all()) {
            questionnaires.describe(instrument, instruments.before(instrument).orElse(null));
        }
        for (var published : snapshot.datasets().values()) {
            published.definitions().studies().forEach(study -> study(published, study));
        }
        new ComparisonDescription(snapshot, names, say).describe();
    }

    private void study(PublishedDataset published, Study study) {
        var path = published.code() + "/" + study.resource();
        var subject = names.thing("study", path);
        say.type(subject, Terms.disco("Study"))
                .text(subject, Terms.NOTATION, published.code() + "." + study.resource())
                .texts(subject, Terms.PREF_LABEL, published.dataset().title())
                .link(names.dataset(published.code()), Terms.WAS_DERIVED_FROM, subject)
                .link(subject, Terms.obs("sample"), sample(path, study.sample()));
        for (Computation computation : study.computations()) {
            say.link(subject, Terms.obs("computation"), computation(path, computation));
        }
        var instrument = instruments.of(published.edition(), study.resource()).orElse(null);
        if (instrument != null) {
            say.link(subject, Terms.disco("instrument"), QuestionnaireDescription.node(names, instrument));
            var asked = instrument.questionnaire().byFullName();
            int ordinal = 0;
            for (Variable variable : instrument.questionnaire().variables()) {
                say.link(subject, Terms.disco("variable"), variable(path, instrument, asked, variable, ++ordinal));
            }
        }
    }

    private Node sample(String study, Sample sample) {
        var node = names.thing("sample", study);
        say.type(node, Terms.obs("Sample"))
                .text(node, Terms.obs("design"), sample.design())
                .integer(node, Terms.obs("responses"), sample.responses())
                .integer(node, Terms.obs("strata"), sample.strata())
                .integer(node, Terms.obs("clusters"), sample.clusters());
        return node;
    }

    private Node computation(String study, Computation computation) {
        var node = say.part("computation/" + study + "/" + computation.indicator());
        say.type(node, Terms.obs("Computation"))
                .link(node, Terms.obs("computes"), names.indicator(computation.indicator()))
                .text(node, Terms.obs("universeExpression"), computation.universe());
        computation.expressions().forEach((name, text) -> say.text(node, Terms.obs("expression"), name + ": " + text));
        return node;
    }

    private Node variable(
            String study, Instrument instrument, Map<String, Question> asked, Variable variable, int ordinal) {
        var path = String.join(".", variable.path());
        var code = Codes.valid(path) ? path : "v" + ordinal;
        var node = names.thing("variable", study + "/" + code);
        say.type(node, Terms.disco("Variable")).text(node, Terms.NOTATION, code);
        if (variable.choices() != null) {
            say.link(node, Terms.disco("representation"), questionnaires.list(instrument, variable.choices()));
        } else {
            say.link(node, Terms.disco("representation"), QuestionnaireDescription.datatype(variable.type()));
        }
        say.link(node, Terms.disco("question"), question(instrument, asked.get(variable.fullName())));
        return node;
    }

    private @Nullable Node question(Instrument instrument, @Nullable Question question) {
        return question == null || !Instrument.isWorded(question)
                ? null
                : QuestionnaireDescription.node(names, instrument, question);
    }
}
