package org.socialobservatory.api.snapshot.rdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shared.AddDeniedException;
import org.junit.jupiter.api.Test;
import org.socialobservatory.api.Fixture;
import org.socialobservatory.api.snapshot.rdf.description.Terms;
import org.socialobservatory.ontology.edition.Definitions;
import org.socialobservatory.ontology.edition.EditionContent;
import org.socialobservatory.ontology.indicator.Composite;
import org.socialobservatory.ontology.indicator.Indicator.Direction;
import org.socialobservatory.ontology.shape.ShapeFiles;

class GraphsTest {

    private final Town town = Town.with(List.of(Fixture.content()));

    private static Node graph(String name) {
        return NodeFactory.createURI(Town.BASE + "/graph/" + name);
    }

    private static Node thing(String name) {
        return NodeFactory.createURI(Town.BASE + "/id/" + name);
    }

    private List<Triple> about(Node subject) {
        return town.view().getDefaultGraph().stream(subject, Node.ANY, Node.ANY).toList();
    }

    @Test
    void enumeratesJustTheGraphsOfTheNewestEditions() {
        town.warehouse.publish(Fixture.content(), List.of());
        var names = new ArrayList<Node>();
        town.view().listGraphNodes().forEachRemaining(names::add);
        assertThat(names)
                .containsExactlyElementsOf(Stream.of("ontology", "territory", "catalogue", "register", "dataset/essai")
                        .map(GraphsTest::graph)
                        .toList());
    }

    @Test
    void opensAnOlderEditionByItsNameOnly() {
        var changed = new ArrayList<>(Fixture.content().cells());
        changed.removeIf(cell -> cell.key().area().equals("q2"));
        town.warehouse.publish(new EditionContent(Fixture.definitions("essai"), changed), List.of());
        var inSecond = thing("area/q2");
        assertThat(town.view().getDefaultGraph().contains(Node.ANY, Terms.REF_AREA, inSecond))
                .isFalse();
        assertThat(town.view().getGraph(graph("dataset/essai/1")).contains(Node.ANY, Terms.REF_AREA, inSecond))
                .isTrue();
        assertThat(town.view().containsGraph(graph("dataset/essai/1"))).isTrue();
        assertThat(town.view().containsGraph(graph("dataset/essai/3"))).isFalse();
        assertThat(town.view().getGraph(graph("dataset/essai/2")))
                .isSameAs(town.view().getGraph(graph("dataset/essai")));
    }

    @Test
    void showsNothingOfAWithdrawnEdition() {
        var second = town.warehouse.publish(Fixture.content(), List.of());
        town.warehouse.withdraw(second.id(), "mistaken");
        assertThat(town.view().getGraph(graph("dataset/essai/2")).isEmpty()).isTrue();
        assertThat(town.view().getGraph(graph("dataset/essai")).isEmpty()).isFalse();
        assertThat(about(thing("edition/essai/2")))
                .anyMatch(triple -> triple.getPredicate().equals(Terms.obs("withdrawalReason")));
    }

    @Test
    void mergesTwoEditionsWithoutSayingAnythingTwice() {
        town.warehouse.publish(Fixture.content(), List.of());
        var one = town.view().of(List.of(graph("dataset/essai")), List.of());
        var both = town.view().of(List.of(graph("dataset/essai"), graph("dataset/essai/1")), List.of());
        assertThat(both.getDefaultGraph().stream().toList())
                .containsExactlyInAnyOrderElementsOf(
                        one.getDefaultGraph().stream().toList());
    }

    @Test
    void saysOfAWithheldCellItsKeyAndReasonOnly() {
        var cell = thing("observation/essai/analphabetisme/q3/2024/sex=F");
        assertThat(about(cell))
                .extracting(Triple::getPredicate)
                .containsExactlyInAnyOrder(
                        Terms.TYPE,
                        Terms.OF_DATASET,
                        Terms.REASON,
                        Terms.INDICATOR,
                        Terms.REF_AREA,
                        Terms.REF_PERIOD,
                        NodeFactory.createURI("http://purl.org/linked-data/sdmx/2009/dimension#sex"),
                        NodeFactory.createURI("http://purl.org/linked-data/sdmx/2009/dimension#age"));
        assertThat(about(cell)).noneMatch(triple -> triple.getObject().isLiteral());
        assertThat(town.view().getDefaultGraph().contains(cell, Terms.TYPE, Terms.WITHHELD_CELL))
                .isTrue();
    }

    @Test
    void keepsAMissingCellOutsideTheCube() {
        var cell = thing("observation/essai/analphabetisme/q4/2024/sex=F");
        assertThat(about(cell))
                .extracting(Triple::getObject)
                .contains(
                        Terms.MISSING_CELL,
                        NodeFactory.createURI("http://purl.org/linked-data/sdmx/2009/code#obsStatus-M"));
        assertThat(town.view().getDefaultGraph().contains(cell, Terms.IN_DATA_SET, Node.ANY))
                .isFalse();
    }

    @Test
    void saysOfEverythingWhatItsShapeAsksFor() {
        var graph = GraphMemFactory.createDefaultGraph();
        town.view().getDefaultGraph().find().forEachRemaining(graph::add);
        assertThat(ShapeFiles.faults(graph)).isEmpty();
    }

    @Test
    void saysOfAnIndexWhatItsShapeAsksFor() {
        var graph = GraphMemFactory.createDefaultGraph();
        Town.with(List.of(withIndex(Fixture.content())))
                .view()
                .getDefaultGraph()
                .find()
                .forEachRemaining(graph::add);
        var component = NodeFactory.createURI("https://w3id.org/social-observatory/ns#Component");
        assertThat(graph.stream(Node.ANY, Terms.TYPE, component)).hasSize(2);
        assertThat(ShapeFiles.faults(graph)).isEmpty();
    }

    private static EditionContent withIndex(EditionContent content) {
        var said = content.definitions();
        var elsewhere = new Composite.Source("census", 2, "0".repeat(64));
        var composite = new Composite(
                "fragility",
                Composite.Normalisation.MIN_MAX,
                Composite.Aggregation.GEOMETRIC,
                1000,
                List.of(
                        new Composite.Component(
                                "illiteracy-rate", "sex=F", Direction.HIGHER, new BigDecimal("1.5"), "2024", elsewhere),
                        new Composite.Component("population", "_T", Direction.LOWER, BigDecimal.ONE, null, null)));
        return new EditionContent(
                new Definitions(
                        said.dataset(),
                        said.dimensions(),
                        said.resources(),
                        said.areas(),
                        said.areaVersions(),
                        said.changes(),
                        said.indicators(),
                        said.codeLists(),
                        said.places(),
                        said.studies(),
                        List.of(composite)),
                content.cells());
    }

    @Test
    void refusesToBeWritten() {
        var triple = Triple.create(thing("area/q1"), Terms.NOTATION, NodeFactory.createLiteralString("q9"));
        assertThatThrownBy(() -> town.view().getDefaultGraph().add(triple)).isInstanceOf(AddDeniedException.class);
        assertThatThrownBy(() -> town.view()
                        .add(graph("territory"), triple.getSubject(), triple.getPredicate(), triple.getObject()))
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
