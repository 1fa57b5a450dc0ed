package org.socialobservatory.api.snapshot.rdf;

import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.core.DatasetGraphBaseFind;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Transactional;
import org.apache.jena.sparql.core.TransactionalNull;
import org.socialobservatory.api.snapshot.rdf.description.Terms;

/**
 * The snapshot as an RDF dataset, read-only: the named graphs of the current editions, and their union as default graph.
 * Older editions are reached by the name of their graph only. Nothing is remembered while matching, for no triple
 * stands in two graphs.
 */
public final class ObservatoryDatasetGraph extends DatasetGraphBaseFind {

    private static final PrefixMap PREFIXES = PrefixMapFactory.unmodifiablePrefixMap(prefixMap());

    private final ViewGraph union;
    private final Map<Node, ViewGraph> named;
    private final Function<Node, Optional<ViewGraph>> archive;
    /** Reading needs none; this answers those who ask. */
    private final Transactional transactions = TransactionalNull.create();

    private ObservatoryDatasetGraph(
            ViewGraph union, Map<Node, ViewGraph> named, Function<Node, Optional<ViewGraph>> archive) {
        this.union = union;
        this.named = Collections.unmodifiableMap(new LinkedHashMap<>(named));
        this.archive = archive;
        ViewQueryEngine.useFor(getContext());
    }

    /** @param archive the graph of an older edition by its name */
    static ObservatoryDatasetGraph of(Map<Node, ViewGraph> named, Function<Node, Optional<ViewGraph>> archive) {
        return new ObservatoryDatasetGraph(ViewGraph.union(List.copyOf(named.values()), false), named, archive);
    }

    private static PrefixMap prefixMap() {
        var prefixes = PrefixMapFactory.create();
        Terms.PREFIXES.forEach(prefixes::add);
        return prefixes;
    }

    /**
     * The dataset of a query that names its graphs (SPARQL 1.1 Query §13.2): the merge of some as default graph, some
     * as named graphs. An unknown graph is empty.
     */
    public ObservatoryDatasetGraph of(Collection<Node> defaultGraphs, Collection<Node> namedGraphs) {
        var merged = new LinkedHashSet<ViewGraph>();
        boolean overlapping = false;
        for (Node name : new LinkedHashSet<>(defaultGraphs)) {
            overlapping |= !named.containsKey(name);
            merged.add(getGraph(name));
        }
        var kept = new LinkedHashMap<Node, ViewGraph>();
        for (Node name : namedGraphs) {
            if (containsGraph(name)) {
                kept.put(name, getGraph(name));
            }
        }
        return new ObservatoryDatasetGraph(
                ViewGraph.union(List.copyOf(merged), overlapping && merged.size() > 1), kept, _ -> Optional.empty());
    }

    @Override
    public ViewGraph getDefaultGraph() {
        return union;
    }

    /** The union of the named graphs, as {@code urn:x-arq:UnionGraph} asks for. */
    @Override
    public Graph getUnionGraph() {
        return ViewGraph.union(List.copyOf(named.values()), false);
    }

    @Override
    public ViewGraph getGraph(Node name) {
        if (Quad.isDefaultGraph(name)) {
            return union;
        }
        if (Quad.isUnionGraph(name)) {
            return ViewGraph.union(List.copyOf(named.values()), false);
        }
        var current = named.get(name);
        return current != null ? current : archive.apply(name).orElse(ViewGraph.EMPTY);
    }

    @Override
    public boolean containsGraph(Node name) {
        return Quad.isDefaultGraph(name)
                || Quad.isUnionGraph(name)
                || named.containsKey(name)
                || archive.apply(name).isPresent();
    }

    @Override
    public Iterator<Node> listGraphNodes() {
        return named.keySet().iterator();
    }

    @Override
    public long size() {
        return named.size();
    }

    @Override
    protected Iterator<Quad> findInDftGraph(Node subject, Node predicate, Node object) {
        return quads(Quad.defaultGraphIRI, union, subject, predicate, object);
    }

    @Override
    protected Iterator<Quad> findInSpecificNamedGraph(Node graph, Node subject, Node predicate, Node object) {
        return quads(graph, getGraph(graph), subject, predicate, object);
    }

    @Override
    protected Iterator<Quad> findInAnyNamedGraphs(Node subject, Node predicate, Node object) {
        return Iter.flatMap(
                named.entrySet().iterator(),
                entry -> quads(entry.getKey(), entry.getValue(), subject, predicate, object));
    }

    private static Iterator<Quad> quads(Node name, ViewGraph graph, Node subject, Node predicate, Node object) {
        return Iter.map(graph.find(subject, predicate, object), triple -> Quad.create(name, triple));
    }

    @Override
    public PrefixMap prefixes() {
        return PREFIXES;
    }

    @Override
    public void addGraph(Node name, Graph graph) {
        throw readOnly();
    }

    @Override
    public void removeGraph(Node name) {
        throw readOnly();
    }

    private static UnsupportedOperationException readOnly() {
        return new UnsupportedOperationException("The view is read-only");
    }

    @Override
    public boolean supportsTransactions() {
        return true;
    }

    @Override
    public void begin(TxnType type) {
        transactions.begin(type);
    }

    @Override
    public boolean promote(Promote mode) {
        return transactions.promote(mode);
    }

    @Override
    public void commit() {
        transactions.commit();
    }

    @Override
    public void abort() {
        transactions.abort();
    }

    @Override
    public void end() {
        transactions.end();
    }

    @Override
    public ReadWrite transactionMode() {
        return transactions.transactionMode();
    }

    @Override
    public TxnType transactionType() {
        return transactions.transactionType();
    }

    @Override
    public boolean isInTransaction() {
        return transactions.isInTransaction();
    }
}
