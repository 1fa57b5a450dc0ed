package org.socialobservatory.api.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.socialobservatory.ontology.Iris;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.Vocabulary;

/** The terms of our own namespace and its code lists, to be read. */
final class VocabularyPage {

    private static final String RDFS = "http://www.w3.org/2000/01/rdf-schema#";
    private static final String SKOS = "http://www.w3.org/2004/02/skos/core#";
    private static final String SHARED = "https://w3id.org/social-observatory/";

    /**
     * A term as it is shown.
     *
     * @param anchor what follows the number sign in its address
     */
    public record Term(String iri, String anchor, String label, String comment) {}

    private VocabularyPage() {}

    static List<Term> of(Vocabulary vocabulary, Locale locale) {
        var language = Language.of(locale.toLanguageTag()).orElse(Language.FR);
        var terms = new ArrayList<Term>();
        vocabulary.graph().stream(Node.ANY, NodeFactory.createURI(RDFS + "label"), Node.ANY)
                .map(Triple::getSubject)
                .distinct()
                .filter(subject -> subject.isURI() && subject.getURI().startsWith(Iris.OBS))
                .forEach(subject ->
                        terms.add(term(vocabulary.graph(), subject, RDFS + "label", RDFS + "comment", language)));
        vocabulary.graph().stream(Node.ANY, NodeFactory.createURI(SKOS + "inScheme"), Node.ANY)
                .map(Triple::getSubject)
                .distinct()
                .filter(subject -> subject.isURI() && subject.getURI().startsWith(SHARED))
                .forEach(subject -> terms.add(
                        term(vocabulary.graph(), subject, SKOS + "prefLabel", SKOS + "definition", language)));
        terms.sort(Comparator.comparing(Term::iri));
        return terms;
    }

    private static Term term(Graph graph, Node subject, String label, String comment, Language language) {
        var iri = subject.getURI();
        return new Term(
                iri,
                iri.substring(iri.startsWith(Iris.OBS) ? Iris.OBS.length() : SHARED.length()),
                text(graph, subject, label, language),
                text(graph, subject, comment, language));
    }

    private static String text(Graph graph, Node subject, String predicate, Language language) {
        return graph.stream(subject, NodeFactory.createURI(predicate), Node.ANY)
                .map(Triple::getObject)
                .filter(text -> text.isLiteral() && text.getLiteralLanguage().equals(language.tag()))
                .map(Node::getLiteralLexicalForm)
                .findFirst()
                .orElse("");
    }
}
