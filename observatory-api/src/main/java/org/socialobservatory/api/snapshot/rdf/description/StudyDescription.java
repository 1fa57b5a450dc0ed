package org.socialobservatory.api.snapshot.rdf.description;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.socialobservatory.api.snapshot.PublishedDataset;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ontology.Codes;
import org.socialobservatory.ontology.survey.Computation;
import org.socialobservatory.ontology.survey.Question;
import org.socialobservatory.ontology.survey.Questionnaire;
import org.socialobservatory.ontology.survey.Sample;
import org.socialobservatory.ontology.survey.Study;
import org.socialobservatory.ontology.survey.Variable;

/**
 * What was asked, of whom, and what is computed of it, in the terms of the DDI discovery vocabulary. Answers are not
 * here: they do not leave the vault.
 */
final class StudyDescription {

    private static final String DISCO = "http://rdf-vocabulary.ddialliance.org/discovery#";

    private final Snapshot snapshot;
    private final Names names;
    private final Describing say;

    StudyDescription(Snapshot snapshot, Names names, Describing say) {
        this.snapshot = snapshot;
        this.names = names;
        this.say = say;
    }

    void describe() {
        for (var published : snapshot.datasets().values()) {
            published.definitions().studies().forEach(study -> study(published, study));
        }
    }

    private void study(PublishedDataset published, Study study) {
        var code = published.code() + "." + study.resource();
        var subject = names.thing("study", code);
        say.type(subject, disco("Study"))
                .text(subject, Terms.NOTATION, code)
                .texts(subject, Terms.PREF_LABEL, published.dataset().title())
                .link(names.dataset(published.code()), Terms.WAS_DERIVED_FROM, subject)
                .link(subject, Terms.obs("sample"), sample(code, study.sample()));
        for (Computation computation : study.computations()) {
            say.link(subject, Terms.obs("computation"), computation(code, computation));
        }
        if (study.questionnaire() != null) {
            questionnaire(subject, code, study.questionnaire());
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

    private void questionnaire(Node study, String code, Questionnaire questionnaire) {
        var subject = names.thing("questionnaire", code);
        say.link(study, disco("instrument"), subject)
                .type(subject, disco("Questionnaire"))
                .text(subject, Terms.NOTATION, code)
                .texts(subject, Terms.PREF_LABEL, questionnaire.titles().multilingual());
        int ordinal = 0;
        for (Question question : questionnaire.questions()) {
            ordinal++;
            if (question.type().asked() && !question.wordings().isEmpty()) {
                say.link(subject, disco("question"), question(code, question, ordinal));
            }
        }
        ordinal = 0;
        for (Variable variable : questionnaire.variables()) {
            say.link(study, disco("variable"), variable(code, questionnaire, variable, ++ordinal));
        }
    }

    private Node question(String study, Question question, int ordinal) {
        var name = named(question.name(), "q" + ordinal);
        var node = names.thing("question", study + "." + name);
        say.type(node, disco("Question"))
                .text(node, Terms.NOTATION, name)
                .link(node, disco("concept"), names.thing("question-concept", named(question.concept(), name)));
        question.wordings()
                .texts()
                .forEach((language, text) ->
                        say.link(node, disco("questionText"), NodeFactory.createLiteralLang(text, language)));
        return node;
    }

    private Node variable(String study, Questionnaire questionnaire, Variable variable, int ordinal) {
        var name = named(variable.name(), "v" + ordinal);
        var node = names.thing("variable", study + "." + name);
        say.type(node, disco("Variable")).text(node, Terms.NOTATION, name);
        int asked = 0;
        for (Question question : questionnaire.questions()) {
            asked++;
            if (question.fullName().equals(variable.question())
                    && question.type().asked()
                    && !question.wordings().isEmpty()) {
                var code = named(question.name(), "q" + asked);
                say.link(node, disco("question"), names.thing("question", study + "." + code));
            }
        }
        return node;
    }

    /** A name that a form may have and a code may not is replaced by its place in the form. */
    private static String named(String name, String instead) {
        return Codes.valid(name) ? name : instead;
    }

    private static Node disco(String name) {
        return Names.uri(DISCO + name);
    }
}
