package org.socialobservatory.api.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.jspecify.annotations.Nullable;
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

    /**
     * Terms that belong together.
     *
     * @param name of their code list; null for the classes and properties
     */
    public record Part(@Nullable String name, List<Term> terms) {}

    /** The classes and properties, then one code list after the other. */
    static List<Part> of(Vocabulary vocabulary, Locale locale) {
        var graph = vocabulary.graph();
        var language = Language.of(locale.toLanguageTag()).orElse(Language.FR);
        var parts = new ArrayList<Part>();
        parts.add(new Part(
                null,
                terms(
                        graph.stream(Node.ANY, NodeFactory.createURI(RDFS + "label"), Node.ANY)
                                .filter(triple -> triple.getSubject().isURI()
                                        && triple.getSubject().getURI().startsWith(Iris.OBS)),
                        subject -> term(graph, subject, RDFS + "label", RDFS + "comment", language))));
        graph.stream(Node.ANY, NodeFactory.createURI(SKOS + "inScheme"), Node.ANY)
                .filter(triple -> triple.getSubject().isURI()
                        && triple.getSubject().getURI().startsWith(SHARED))
                .collect(Collectors.groupingBy(
                        triple -> triple.getObject().toString(), TreeMap::new, Collectors.toList()))
                .values()
                .forEach(scheme -> parts.add(new Part(
                        text(graph, scheme.getFirst().getObject(), SKOS + "prefLabel", language),
                        terms(
                                scheme.stream(),
                                subject -> term(graph, subject, SKOS + "prefLabel", SKOS + "definition", language)))));
        return parts;
    }

    private static List<Term> terms(Stream<Triple> about, Function<Node, Term> read) {
        return about.map(Triple::getSubject)
                .distinct()
                .map(read)
                .sorted(Comparator.comparing(Term::iri))
                .toList();
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
