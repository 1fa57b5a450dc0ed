package org.socialobservatory.api.snapshot.rdf;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.sys.JenaSystem;
import org.socialobservatory.api.snapshot.PerSnapshot;
import org.socialobservatory.api.snapshot.PublishedDataset;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.api.snapshot.rdf.Part.Cells;
import org.socialobservatory.api.snapshot.rdf.Part.Description;
import org.socialobservatory.api.snapshot.rdf.description.CatalogueDescription;
import org.socialobservatory.api.snapshot.rdf.description.Names;
import org.socialobservatory.api.snapshot.rdf.description.RegisterDescription;
import org.socialobservatory.api.snapshot.rdf.description.StructureDescription;
import org.socialobservatory.api.snapshot.rdf.description.TerritoryDescription;
import org.socialobservatory.ontology.Vocabulary;
import org.socialobservatory.ontology.edition.Edition;

/** Makes the RDF view of a snapshot, once, when somebody first asks for it. */
public final class RdfView {

    static {
        // Before any term is touched, or Jena fails to start.
        JenaSystem.init();
    }

    private static final PerSnapshot<RdfView> VIEWS = new PerSnapshot<>(RdfView::new);
    /** The vocabulary does not change while the program runs. */
    private static final Map<Graph, Description> ONTOLOGIES = new ConcurrentHashMap<>();

    private final Snapshot snapshot;
    private final Names names;
    private final ObservatoryDatasetGraph dataset;
    /** Older editions that somebody asked for, as long as there is room. */
    private final Map<Edition.Id, SoftReference<ViewGraph>> opened = new ConcurrentHashMap<>();

    private RdfView(Snapshot snapshot) {
        this.snapshot = snapshot;
        names = new Names(snapshot.iris(), snapshot.catalogue(), snapshot.vocabulary());
        var named = new LinkedHashMap<Node, ViewGraph>();
        named.put(names.graph("ontology"), ViewGraph.of(List.of(ontology(snapshot.vocabulary()))));
        named.put(names.graph("territory"), described(TerritoryDescription.of(snapshot.territory(), names)));
        named.put(names.graph("catalogue"), described(CatalogueDescription.of(snapshot, names)));
        named.put(names.graph("register"), described(RegisterDescription.of(snapshot, names)));
        for (var published : snapshot.datasets().values()) {
            named.put(names.datasetGraph(published.code()), cube(published));
        }
        dataset = ObservatoryDatasetGraph.of(named, this::archived);
    }

    public static RdfView of(Snapshot snapshot) {
        return VIEWS.of(snapshot);
    }

    public ObservatoryDatasetGraph dataset() {
        return dataset;
    }

    public Names names() {
        return names;
    }

    private static Description ontology(Vocabulary vocabulary) {
        return ONTOLOGIES.computeIfAbsent(vocabulary.graph(), graph -> {
            var terms = GraphMemFactory.createDefaultGraphSameTerm();
            graph.find().forEachRemaining(terms::add);
            return new Description(terms);
        });
    }

    private static ViewGraph described(Graph graph) {
        return ViewGraph.of(List.of(new Description(graph)));
    }

    private ViewGraph cube(PublishedDataset published) {
        var cube = new Cube(published, names, snapshot.territory(), snapshot.catalogue());
        return ViewGraph.of(List.of(new Description(StructureDescription.of(published, names)), new Cells(cube)));
    }

    /** The graph {@code …/dataset/{id}/{n}}; empty where the edition is withdrawn. */
    private Optional<ViewGraph> archived(Node name) {
        return edition(name).map(edition -> {
            if (edition.isWithdrawn()) {
                return ViewGraph.EMPTY;
            }
            var current = snapshot.dataset(edition.dataset());
            if (current.isPresent() && current.get().edition().id().equals(edition.id())) {
                return dataset.getGraph(names.datasetGraph(edition.dataset()));
            }
            var reference = opened.get(edition.id());
            var held = reference == null ? null : reference.get();
            if (held == null) {
                held = cube(snapshot.open(edition));
                opened.put(edition.id(), new SoftReference<>(held));
            }
            return held;
        });
    }

    private Optional<Edition> edition(Node name) {
        var prefix = snapshot.iris().datasetGraph("");
        if (!name.isURI() || !name.getURI().startsWith(prefix)) {
            return Optional.empty();
        }
        var path = name.getURI().substring(prefix.length()).split("/", -1);
        return path.length == 2 && path[1].matches("[1-9]\\d{0,8}")
                ? snapshot.edition(path[0], Integer.parseInt(path[1]))
                : Optional.empty();
    }
}
