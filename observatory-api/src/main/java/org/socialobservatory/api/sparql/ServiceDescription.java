package org.socialobservatory.api.sparql;

import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.socialobservatory.api.snapshot.rdf.ObservatoryDatasetGraph;
import org.socialobservatory.api.snapshot.rdf.ViewGraph;
import org.socialobservatory.api.snapshot.rdf.description.Terms;

/** What the endpoint is (SPARQL 1.1 Service Description) and what stands in its graphs (VoID). */
final class ServiceDescription {

    private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
    private static final String VOID = "http://rdfs.org/ns/void#";
    private static final String FORMATS = "http://www.w3.org/ns/formats/";
    private static final List<String> RESULTS = List.of(
            "SPARQL_Results_JSON",
            "SPARQL_Results_XML",
            "SPARQL_Results_CSV",
            "SPARQL_Results_TSV",
            "Turtle",
            "JSON-LD",
            "N-Triples",
            "RDF_XML");

    private final Graph graph = GraphMemFactory.createDefaultGraph();

    private ServiceDescription() {}

    /** @param endpoint its address as the reader called it */
    static Graph of(String endpoint, ObservatoryDatasetGraph view) {
        var description = new ServiceDescription();
        description.service(NodeFactory.createURI(endpoint), view);
        return description.graph;
    }

    private void service(Node endpoint, ObservatoryDatasetGraph view) {
        var service = NodeFactory.createBlankNode();
        var dataset = NodeFactory.createBlankNode();
        say(service, Terms.TYPE, sd("Service"));
        say(service, sd("endpoint"), endpoint);
        say(service, sd("supportedLanguage"), sd("SPARQL11Query"));
        say(service, sd("feature"), sd("UnionDefaultGraph"));
        RESULTS.forEach(form -> say(service, sd("resultFormat"), NodeFactory.createURI(FORMATS + form)));
        say(service, sd("defaultDataset"), dataset);
        say(dataset, Terms.TYPE, sd("Dataset"));
        say(dataset, Terms.TYPE, NodeFactory.createURI(VOID + "Dataset"));
        say(dataset, NodeFactory.createURI(VOID + "sparqlEndpoint"), endpoint);
        say(dataset, sd("defaultGraph"), graph(view.getDefaultGraph()));
        view.listGraphNodes().forEachRemaining(name -> {
            var named = NodeFactory.createBlankNode();
            say(dataset, sd("namedGraph"), named);
            say(named, Terms.TYPE, sd("NamedGraph"));
            say(named, sd("name"), name);
            say(named, sd("graph"), graph(view.getGraph(name)));
        });
    }

    private Node graph(ViewGraph described) {
        var node = NodeFactory.createBlankNode();
        say(node, Terms.TYPE, sd("Graph"));
        say(node, Terms.TYPE, NodeFactory.createURI(VOID + "Dataset"));
        say(
                node,
                NodeFactory.createURI(VOID + "triples"),
                NodeFactory.createLiteralDT(Long.toString(described.triples()), XSDDatatype.XSDinteger));
        return node;
    }

    private void say(Node subject, Node predicate, Node object) {
        graph.add(Triple.create(subject, predicate, object));
    }

    private static Node sd(String name) {
        return NodeFactory.createURI(SD + name);
    }
}
