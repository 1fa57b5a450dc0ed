package org.socialobservatory.api.sparql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.socialobservatory.api.snapshot.PerSnapshot;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.api.snapshot.rdf.GraphStatistics;
import org.socialobservatory.api.snapshot.rdf.RdfView;
import org.socialobservatory.api.snapshot.rdf.description.Terms;
import org.socialobservatory.api.sparql.limits.Limits;

/** What the endpoint is (SPARQL 1.1 Service Description) and what stands in its graphs (VoID). */
final class ServiceDescription {

    private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
    private static final String VOID = "http://rdfs.org/ns/void#";
    private static final Node PRIMARY_TOPIC = NodeFactory.createURI("http://xmlns.com/foaf/0.1/primaryTopic");
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

    /** What the graphs hold, counted once. */
    private static final PerSnapshot<Map<Node, GraphStatistics>> STATISTICS =
            new PerSnapshot<>(ServiceDescription::statistics);

    private static Map<Node, GraphStatistics> statistics(Snapshot snapshot) {
        var view = RdfView.of(snapshot).dataset();
        var statistics = new LinkedHashMap<Node, GraphStatistics>();
        view.listGraphNodes().forEachRemaining(name -> statistics.put(name, GraphStatistics.of(view.getGraph(name))));
        return statistics;
    }

    /** @param endpoint its address as the reader called it */
    static Graph of(String endpoint, Snapshot snapshot) {
        var description = new ServiceDescription();
        description.service(NodeFactory.createURI(endpoint), snapshot);
        return description.graph;
    }

    private void service(Node endpoint, Snapshot snapshot) {
        var service = NodeFactory.createBlankNode();
        var dataset = NodeFactory.createBlankNode();
        say(service, Terms.TYPE, sd("Service"));
        say(service, sd("endpoint"), endpoint);
        say(service, sd("supportedLanguage"), sd("SPARQL11Query"));
        say(service, sd("feature"), sd("UnionDefaultGraph"));
        RESULTS.forEach(form -> say(service, sd("resultFormat"), NodeFactory.createURI(FORMATS + form)));
        Limits.functions().forEach(iri -> say(service, sd("extensionFunction"), NodeFactory.createURI(iri)));
        Limits.properties().forEach(iri -> say(service, sd("propertyFeature"), NodeFactory.createURI(iri)));
        say(service, sd("defaultDataset"), dataset);
        say(dataset, Terms.TYPE, sd("Dataset"));
        say(dataset, Terms.TYPE, voidTerm("Dataset"));
        say(dataset, voidTerm("sparqlEndpoint"), endpoint);
        var statistics = STATISTICS.of(snapshot);
        var union = NodeFactory.createBlankNode();
        say(dataset, sd("defaultGraph"), union);
        say(union, Terms.TYPE, sd("Graph"));
        say(union, Terms.TYPE, voidTerm("Dataset"));
        count(
                union,
                "triples",
                statistics.values().stream().mapToLong(GraphStatistics::triples).sum());
        statistics.forEach((name, its) -> {
            var named = NodeFactory.createBlankNode();
            say(dataset, sd("namedGraph"), named);
            say(named, Terms.TYPE, sd("NamedGraph"));
            say(named, sd("name"), name);
            var graphNode = graph(its);
            say(named, sd("graph"), graphNode);
            say(union, voidTerm("subset"), graphNode);
        });
        snapshot.datasets().keySet().forEach(code -> {
            var names = RdfView.of(snapshot).names();
            of(names.datasetGraph(code), names.dataset(code));
        });
    }

    /** Says which dataset a graph holds. */
    private void of(Node graphName, Node dataset) {
        graph.find(Node.ANY, sd("name"), graphName)
                .mapWith(Triple::getSubject)
                .toList()
                .forEach(named -> say(named, PRIMARY_TOPIC, dataset));
    }

    private Node graph(GraphStatistics statistics) {
        var node = NodeFactory.createBlankNode();
        say(node, Terms.TYPE, sd("Graph"));
        say(node, Terms.TYPE, voidTerm("Dataset"));
        count(node, "triples", statistics.triples());
        count(node, "properties", statistics.properties().size());
        count(node, "classes", statistics.classes().size());
        statistics.properties().forEach((property, triples) -> {
            var partition = NodeFactory.createBlankNode();
            say(node, voidTerm("propertyPartition"), partition);
            say(partition, voidTerm("property"), property);
            count(partition, "triples", triples);
        });
        statistics.classes().forEach((type, entities) -> {
            var partition = NodeFactory.createBlankNode();
            say(node, voidTerm("classPartition"), partition);
            say(partition, voidTerm("class"), type);
            count(partition, "entities", entities);
        });
        return node;
    }

    private void count(Node subject, String what, long number) {
        say(subject, voidTerm(what), NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDinteger));
    }

    private static Node voidTerm(String name) {
        return NodeFactory.createURI(VOID + name);
    }

    private void say(Node subject, Node predicate, Node object) {
        graph.add(Triple.create(subject, predicate, object));
    }

    private static Node sd(String name) {
        return NodeFactory.createURI(SD + name);
    }
}
