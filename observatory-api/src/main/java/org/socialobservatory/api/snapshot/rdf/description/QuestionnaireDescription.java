package org.socialobservatory.api.snapshot.rdf.description;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.snapshot.survey.Instrument;
import org.socialobservatory.ontology.Codes;
import org.socialobservatory.ontology.survey.Choice;
import org.socialobservatory.ontology.survey.ChoiceList;
import org.socialobservatory.ontology.survey.Question;
import org.socialobservatory.ontology.survey.Section;
import org.socialobservatory.ontology.survey.Variable;
import org.socialobservatory.ontology.survey.Wordings;

/**
 * A questionnaire with its sections, questions and lists of choices. What is asked is a lasting concept; a question is
 * one version of it, named by the first edition that worded it so.
 */
final class QuestionnaireDescription {

    /** What may be a language tag in Turtle; a form may call its languages anything. */
    private static final Pattern TAG = Pattern.compile("[A-Za-z]+(-[A-Za-z0-9]+)*");

    private final Names names;
    private final Describing say;

    QuestionnaireDescription(Names names, Describing say) {
        this.names = names;
        this.say = say;
    }

    static Node node(Names names, Instrument instrument) {
        return names.thing("questionnaire", instrument.id());
    }

    static Node node(Names names, Instrument instrument, Question question) {
        return names.thing(
                "question", path(instrument) + "/" + instrument.code(question) + "/" + instrument.versionOf(question));
    }

    static Node concept(Names names, Instrument instrument, Question question) {
        return names.thing("question-concept", path(instrument) + "/" + instrument.code(question));
    }

    private static String path(Instrument instrument) {
        return instrument.dataset() + "/" + instrument.resource();
    }

    void describe(Instrument instrument, @Nullable Instrument former) {
        var subject = node(names, instrument);
        var questionnaire = instrument.questionnaire();
        say.type(subject, Terms.disco("Questionnaire"))
                .text(subject, Terms.NOTATION, instrument.dataset() + "." + instrument.resource())
                .text(subject, Terms.IDENTIFIER, questionnaire.code())
                .link(names.edition(instrument.dataset(), instrument.edition()), Terms.WAS_DERIVED_FROM, subject)
                .link(subject, Terms.REPLACES, former == null ? null : node(names, former));
        texts(subject, Terms.PREF_LABEL, questionnaire.titles());
        var sections = sections(instrument);
        var scheme = names.thing("question-concepts", path(instrument));
        say.type(scheme, Terms.CONCEPT_SCHEME);
        for (Question question : questionnaire.questions()) {
            if (Instrument.isWorded(question)) {
                say.link(subject, Terms.disco("question"), question(instrument, question, scheme, sections));
            }
        }
    }

    /** Groups and repeats by their path; the last version that is described says what they are. */
    private Map<List<String>, Node> sections(Instrument instrument) {
        var nodes = new HashMap<List<String>, Node>();
        int ordinal = 0;
        for (Section section : instrument.questionnaire().sections()) {
            ordinal++;
            var path = String.join(".", section.path());
            var code = Codes.valid(path) ? path : "s" + ordinal;
            var node = names.thing("section", path(instrument) + "/" + code);
            say.forget(node);
            say.type(node, Terms.obs("Section"))
                    .text(node, Terms.NOTATION, code)
                    .flag(node, Terms.obs("repeated"), section.repeated())
                    .text(node, Terms.obs("relevance"), section.relevance())
                    .link(node, Terms.obs("section"), nodes.get(around(section.path())));
            texts(node, Terms.PREF_LABEL, section.labels());
            nodes.put(section.path(), node);
        }
        return nodes;
    }

    private static List<String> around(List<String> path) {
        return path.subList(0, Math.max(0, path.size() - 1));
    }

    private Node question(Instrument instrument, Question question, Node scheme, Map<List<String>, Node> sections) {
        var node = node(names, instrument, question);
        var concept = concept(names, instrument, question);
        var code = instrument.code(question);
        say.type(concept, Terms.CONCEPT).text(concept, Terms.NOTATION, code).link(concept, Terms.IN_SCHEME, scheme);
        named(concept, question.wordings());
        say.type(node, Terms.disco("Question"))
                .text(node, Terms.NOTATION, code)
                .link(node, Terms.disco("concept"), concept)
                .link(node, Terms.IS_VERSION_OF, concept)
                .text(node, Terms.obs("answerType"), type(question))
                .link(node, Terms.disco("responseDomain"), domain(instrument, question))
                .link(node, Terms.obs("section"), sections.get(around(question.path())))
                .text(node, Terms.obs("relevance"), question.logic().relevance())
                .text(node, Terms.obs("constraint"), question.logic().constraint())
                .text(node, Terms.obs("choiceFilter"), question.logic().choiceFilter())
                .flag(node, Terms.obs("answersKept"), !instrument.notKept().contains(question.fullName()));
        texts(node, Terms.disco("questionText"), question.wordings());
        texts(node, Terms.obs("hint"), question.hints());
        return node;
    }

    private static String type(Question question) {
        return question.type().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private @Nullable Node domain(Instrument instrument, Question question) {
        return question.list() == null ? datatype(question.type().stored()) : list(instrument, question.list());
    }

    /** The type of open answers; null where it is not known before they are read. */
    static @Nullable Node datatype(Variable.Type type) {
        var datatype = switch (type) {
            case WHOLE -> XSDDatatype.XSDinteger;
            case NUMBER -> XSDDatatype.XSDdecimal;
            case FLAG -> XSDDatatype.XSDboolean;
            case DAY -> XSDDatatype.XSDdate;
            case TEXT, TEXTS -> XSDDatatype.XSDstring;
            case OPEN -> null;
        };
        return datatype == null ? null : Names.uri(datatype.getURI());
    }

    /** The list of that name, described; null where the form has it in a file of its own. */
    @Nullable
    Node list(Instrument instrument, String name) {
        var found = instrument.questionnaire().list(name).orElse(null);
        if (found == null || found.choices().isEmpty()) {
            return null;
        }
        var code = code(instrument, found);
        var path = path(instrument) + "/" + code + "/" + instrument.versionOf(name);
        var node = names.thing("choice-list", path);
        if (!say.says(node)) {
            say.type(node, Terms.disco("Representation"), Terms.CONCEPT_SCHEME).text(node, Terms.NOTATION, code);
            choices(node, path, found);
        }
        return node;
    }

    private static String code(Instrument instrument, ChoiceList list) {
        return Codes.valid(list.name())
                ? list.name()
                : "l" + (instrument.questionnaire().lists().indexOf(list) + 1);
    }

    private void choices(Node scheme, String path, ChoiceList list) {
        int position = 0;
        for (Choice choice : list.choices()) {
            position++;
            var code = Codes.valid(choice.name()) ? choice.name() : "c" + position;
            var node = names.thing("choice-list", path + "/" + code);
            say.link(scheme, Terms.HAS_TOP_CONCEPT, node)
                    .type(node, Terms.CONCEPT)
                    .text(node, Terms.NOTATION, choice.name())
                    .link(node, Terms.IN_SCHEME, scheme)
                    .link(node, Terms.TOP_CONCEPT_OF, scheme)
                    .integer(node, Terms.schema("position"), position);
            named(
                    node,
                    choice.labels().isEmpty()
                            ? Wordings.of(Map.of(Wordings.UNDETERMINED, choice.name()))
                            : choice.labels());
        }
    }

    /** A lasting concept may be worded in several ways; the last version that is described names it. */
    private void named(Node node, Wordings texts) {
        texts.texts().keySet().forEach(tag -> say.forget(node, Terms.PREF_LABEL, tag));
        texts(node, Terms.PREF_LABEL, texts);
    }

    private void texts(Node subject, Node predicate, Wordings texts) {
        texts.texts()
                .forEach((tag, text) -> say.link(
                        subject,
                        predicate,
                        NodeFactory.createLiteralLang(text, TAG.matcher(tag).matches() ? tag : Wordings.UNDETERMINED)));
    }
}
