package org.socialobservatory.api.snapshot.rdf;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ontology.Iris;
import org.socialobservatory.ontology.cube.Breakdown;
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.edition.EditionContent;
import org.socialobservatory.ontology.period.Period;

/**
 * What the view should say, written out triple by triple from the cells as they were published, without its columns.
 * Descriptions are copied.
 */
final class PlainDataset {

    private static final String QB = "http://purl.org/linked-data/cube#";
    private static final String SDMX = "http://purl.org/linked-data/sdmx/2009/";

    private final Snapshot snapshot;
    private final DatasetGraph plain = DatasetGraphFactory.createTxnMem();

    private PlainDataset(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** @param contents what was published as the newest edition of each dataset */
    static DatasetGraph of(Snapshot snapshot, List<EditionContent> contents) {
        var dataset = new PlainDataset(snapshot);
        dataset.plain.begin(org.apache.jena.query.TxnType.WRITE);
        var view = RdfView.of(snapshot).dataset();
        view.listGraphNodes()
                .forEachRemaining(name -> view.getGraph(name)
                        .descriptions()
                        .forEach(description ->
                                description.graph().find().forEachRemaining(triple -> dataset.add(name, triple))));
        contents.forEach(content -> content.cells().forEach(cell -> dataset.cell(content, cell)));
        dataset.plain.commit();
        return dataset.plain;
    }

    private void add(Node graph, Triple triple) {
        plain.add(Quad.create(graph, triple));
        plain.add(Quad.create(Quad.defaultGraphNodeGenerated, triple));
    }

    private void cell(EditionContent content, Cell cell) {
        var dataset = content.definitions().dataset().code();
        var iris = snapshot.iris();
        var said = new ArrayList<List<Node>>();
        var key = cell.key();
        say(said, Iris.OBS + "indicator", indicator(key.indicator()));
        say(said, SDMX + "dimension#refArea", uri(iris.area(key.area())));
        say(said, SDMX + "dimension#refPeriod", uri(iris.period(key.period())));
        var dimensions = new TreeSet<>(content.definitions().dimensions());
        dimensions.addAll(List.of("sex", "age"));
        var breakdown = Breakdown.parse(key.breakdown());
        for (String dimension : dimensions) {
            var property = dimension.equals("sex") || dimension.equals("age")
                    ? SDMX + "dimension#" + dimension
                    : Iris.OBS + dimension;
            say(said, property, concept(dimension, breakdown.code(dimension)));
        }
        switch (cell.observed()) {
            case Observed.Value value -> value(said, cell, value, dataset);
            case Observed.Withheld _ -> {
                type(said, Iris.OBS + "WithheldCell");
                say(said, Iris.OBS + "dataset", uri(iris.dataset(dataset)));
                say(said, Iris.OBS + "reason", concept("reason", "disclosure"));
            }
            case Observed.Missing _ -> {
                type(said, Iris.OBS + "MissingCell");
                say(said, Iris.OBS + "dataset", uri(iris.dataset(dataset)));
                say(said, SDMX + "attribute#obsStatus", concept("status", "M"));
            }
        }
        var subject = uri(iris.observation(dataset, key));
        var graph = uri(iris.datasetGraph(dataset));
        said.forEach(pair -> add(graph, Triple.create(subject, pair.getFirst(), pair.getLast())));
    }

    private void value(List<List<Node>> said, Cell cell, Observed.Value value, String dataset) {
        type(said, QB + "Observation");
        say(said, QB + "dataSet", uri(snapshot.iris().dataset(dataset)));
        number(said, SDMX + "measure#obsValue", value.number());
        say(said, SDMX + "attribute#obsStatus", concept("status", value.status().notation()));
        say(
                said,
                Iris.OBS + "reliability",
                concept("reliability", value.reliability().code()));
        var unit = snapshot.catalogue()
                .indicator(cell.key().indicator())
                .orElseThrow()
                .unit();
        say(
                said,
                SDMX + "attribute#unitMeasure",
                uri(snapshot.vocabulary().qudtUnit(unit).orElseThrow()));
        var version = snapshot.territory()
                .versionAt(cell.key().area(), Period.of(cell.key().period()))
                .orElseThrow();
        say(
                said,
                Iris.OBS + "areaVersion",
                uri(snapshot.iris()
                        .areaVersion(version.area(), java.util.Objects.requireNonNull(version.validFrom()))));
        var uncertainty = value.uncertainty();
        number(said, Iris.OBS + "standardError", uncertainty.standardError());
        number(said, Iris.OBS + "confidenceLower", uncertainty.lower());
        number(said, Iris.OBS + "confidenceUpper", uncertainty.upper());
        number(said, Iris.OBS + "sampleSize", uncertainty.sampleSize());
        number(said, Iris.OBS + "effectiveSampleSize", uncertainty.effectiveSampleSize());
        number(said, Iris.OBS + "designEffect", uncertainty.designEffect());
        number(said, Iris.OBS + "degreesOfFreedom", uncertainty.degreesOfFreedom());
        number(said, Iris.OBS + "denominator", uncertainty.denominator());
        number(said, Iris.OBS + "parentCovariance", uncertainty.parentCovariance());
    }

    private Node indicator(String code) {
        return uri(
                snapshot.catalogue().isShared(code)
                        ? Iris.sharedIndicator(code)
                        : snapshot.iris().indicator(code));
    }

    private Node concept(String scheme, String code) {
        boolean shared = snapshot.vocabulary()
                .codeList(scheme)
                .flatMap(list -> list.concept(code))
                .isPresent();
        return uri(shared ? Iris.sharedCode(scheme, code) : snapshot.iris().base() + "/id/code/" + scheme + "/" + code);
    }

    private static void type(List<List<Node>> said, String type) {
        say(said, "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", uri(type));
    }

    private static void number(List<List<Node>> said, String predicate, @Nullable BigDecimal number) {
        if (number != null) {
            var text = number.stripTrailingZeros().toPlainString();
            say(said, predicate, NodeFactory.createLiteralDT(text, XSDDatatype.XSDdecimal));
        }
    }

    private static void say(List<List<Node>> said, String predicate, Node object) {
        said.add(List.of(uri(predicate), object));
    }

    private static Node uri(String iri) {
        return NodeFactory.createURI(iri);
    }
}
