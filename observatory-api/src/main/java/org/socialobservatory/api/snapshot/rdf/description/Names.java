package org.socialobservatory.api.snapshot.rdf.description;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.socialobservatory.ontology.Iris;
import org.socialobservatory.ontology.Vocabulary;
import org.socialobservatory.ontology.area.AreaVersion;
import org.socialobservatory.ontology.cube.CodeList;
import org.socialobservatory.ontology.indicator.Catalogue;

/**
 * From codes to the nodes that stand for them: a shared IRI for what the vocabulary defines, one under the base for
 * what packages define.
 */
public final class Names {

    private final Iris iris;
    private final Catalogue catalogue;
    private final Vocabulary vocabulary;
    private final Map<String, Set<String>> shared = new HashMap<>();

    public Names(Iris iris, Catalogue catalogue, Vocabulary vocabulary) {
        this.iris = iris;
        this.catalogue = catalogue;
        this.vocabulary = vocabulary;
        for (CodeList list : vocabulary.codeLists()) {
            var codes = new HashSet<String>();
            list.concepts().forEach(concept -> codes.add(concept.code()));
            shared.put(list.scheme(), codes);
        }
    }

    public Node graph(String name) {
        return uri(iris.graph(name));
    }

    public Node datasetGraph(String dataset) {
        return uri(iris.datasetGraph(dataset));
    }

    public Node area(String code) {
        return uri(iris.area(code));
    }

    /** A version whose first day is not known is named by the word {@code undated}. */
    public Node areaVersion(AreaVersion version) {
        var from = version.validFrom();
        return uri(from == null ? iris.area(version.area()) + "/undated" : iris.areaVersion(version.area(), from));
    }

    public Node indicator(String code) {
        return uri(catalogue.iri(code, iris));
    }

    /** The scheme of all indicators, those of packages too. */
    public Node indicatorScheme() {
        var scheme = Iris.sharedIndicator("");
        return uri(scheme.substring(0, scheme.length() - 1));
    }

    public Node dataset(String code) {
        return uri(iris.dataset(code));
    }

    public Node structure(String dataset) {
        return thing("structure", dataset);
    }

    public Node edition(String dataset, int number) {
        return uri(iris.edition(dataset, number));
    }

    public Node period(String code) {
        return uri(iris.period(code));
    }

    public Node thing(String kind, String code) {
        return uri(iris.thing(kind, code));
    }

    /** Where the page of a thing is when no request says otherwise. */
    public Node page(String path) {
        return uri(iris.base() + path);
    }

    /** Every observation of a dataset begins with this. */
    public String observations(String dataset) {
        return iris.thing("observation", dataset) + "/";
    }

    /** Whether all installations share the scheme; it may still have codes that only packages know. */
    public boolean isSharedScheme(String scheme) {
        return shared.containsKey(scheme);
    }

    public boolean isSharedConcept(String scheme, String code) {
        return shared.getOrDefault(scheme, Set.of()).contains(code);
    }

    public Node scheme(String scheme) {
        return isSharedScheme(scheme) ? uri(Iris.sharedScheme(scheme)) : thing("code", scheme);
    }

    public Node concept(String scheme, String code) {
        return isSharedConcept(scheme, code)
                ? uri(Iris.sharedCode(scheme, code))
                : uri(iris.thing("code", scheme) + "/" + code);
    }

    /**
     * The property of a breakdown dimension. A package's dimension that bears the name of another property of ours
     * stands under the base.
     */
    public Node dimension(String name) {
        if (name.equals("sex") || name.equals("age")) {
            return Terms.sdmxDimension(name);
        }
        var ours = Terms.obs(name);
        var taken = vocabulary.graph().contains(ours, Node.ANY, Node.ANY)
                && !vocabulary.graph().contains(ours, Terms.TYPE, Terms.DIMENSION_PROPERTY);
        return taken ? thing("dimension", name) : ours;
    }

    /** Whether the vocabulary describes the property of a dimension. */
    public boolean isSharedDimension(String name) {
        return vocabulary.graph().contains(dimension(name), Terms.TYPE, Terms.DIMENSION_PROPERTY);
    }

    /** The QUDT unit of a unit code, or the shared concept where QUDT has none. */
    public Node unit(String code) {
        return uri(vocabulary.qudtUnit(code).orElseGet(() -> Iris.sharedCode("unit", code)));
    }

    static Node uri(String iri) {
        return NodeFactory.createURI(iri);
    }
}
