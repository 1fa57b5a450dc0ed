package org.socialobservatory.api.snapshot.rdf.description;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphReadOnly;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.cube.Numbers;

/** Writes a description graph; nothing is said of what is absent. */
final class Describing {

    /** Compares terms, not values, as SPARQL does. */
    private final Graph graph = GraphMemFactory.createDefaultGraphSameTerm();

    Graph done() {
        return new GraphReadOnly(graph);
    }

    Describing type(Node subject, Node... types) {
        for (Node type : types) {
            link(subject, Terms.TYPE, type);
        }
        return this;
    }

    Describing link(Node subject, Node predicate, @Nullable Node object) {
        if (object != null) {
            graph.add(Triple.create(subject, predicate, object));
        }
        return this;
    }

    /** Says of a subject what is said of another by some predicates. */
    Describing alike(Node subject, Node other, Node... predicates) {
        for (Node predicate : predicates) {
            graph.find(other, predicate, Node.ANY).toList().forEach(said -> link(subject, predicate, said.getObject()));
        }
        return this;
    }

    /** Whether anything is said of a subject. */
    boolean says(Node subject) {
        return graph.contains(subject, Node.ANY, Node.ANY);
    }

    /** Takes back all that was said of a subject. */
    void forget(Node subject) {
        graph.remove(subject, Node.ANY, Node.ANY);
    }

    /** Takes back what was said in one language. */
    void forget(Node subject, Node predicate, String language) {
        graph.find(subject, predicate, Node.ANY).toList().stream()
                .filter(said -> said.getObject().isLiteral()
                        && said.getObject().getLiteralLanguage().equals(language))
                .forEach(graph::delete);
    }

    /** A node without a name of its own; the label keeps it the same in every snapshot. */
    Node part(String label) {
        return NodeFactory.createBlankNode(label);
    }

    Describing text(Node subject, Node predicate, @Nullable String text) {
        return text == null ? this : link(subject, predicate, NodeFactory.createLiteralString(text));
    }

    Describing texts(Node subject, Node predicate, Multilingual texts) {
        texts.texts()
                .forEach((language, text) ->
                        link(subject, predicate, NodeFactory.createLiteralLang(text, language.tag())));
        return this;
    }

    Describing number(Node subject, Node predicate, @Nullable BigDecimal number) {
        return number == null ? this : literal(subject, predicate, Numbers.text(number), XSDDatatype.XSDdecimal);
    }

    Describing integer(Node subject, Node predicate, long number) {
        return literal(subject, predicate, Long.toString(number), XSDDatatype.XSDinteger);
    }

    Describing flag(Node subject, Node predicate, boolean flag) {
        return literal(subject, predicate, Boolean.toString(flag), XSDDatatype.XSDboolean);
    }

    Describing day(Node subject, Node predicate, @Nullable LocalDate day) {
        return day == null ? this : literal(subject, predicate, day.toString(), XSDDatatype.XSDdate);
    }

    Describing moment(Node subject, Node predicate, Instant moment) {
        return literal(subject, predicate, moment.toString(), XSDDatatype.XSDdateTime);
    }

    Describing literal(Node subject, Node predicate, String text, RDFDatatype type) {
        return link(subject, predicate, NodeFactory.createLiteralDT(text, type));
    }

    /** An address where it is one, else plain text: what a package says must not break the graph. */
    Describing address(Node subject, Node predicate, @Nullable String address) {
        if (address != null && Addresses.isWeb(address)) {
            return link(subject, predicate, NodeFactory.createURI(address));
        }
        return text(subject, predicate, address);
    }
}
