package org.socialobservatory.api.snapshot.rdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatternsTest {

    private static final int SAMPLES = 40;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void answersEveryPatternAsAPlainDatasetWould(long seed) {
        compare(seed);
    }

    @Test
    void answersPatternsOfANewSeedEachTime() {
        compare(System.nanoTime());
    }

    private static void compare(long seed) {
        var contents = Town.contents(seed);
        var town = Town.with(contents);
        var view = town.view();
        var plain = PlainDataset.of(town.snapshot(), contents);
        var random = new Random(seed);
        var quads = quads(plain.find());
        assertThat(quads(view.find())).as("all quads, seed %d", seed).isEqualTo(quads);
        var samples = new ArrayList<Quad>();
        plain.find().forEachRemaining(samples::add);
        for (int sample = 0; sample < SAMPLES; sample++) {
            var quad = samples.get(random.nextInt(samples.size()));
            // The shape with nothing bound has been compared above.
            for (int shape = 0; shape < 15; shape++) {
                compare(seed, view, plain, masked(quad, shape));
                compare(seed, view, plain, masked(mixed(samples, random), shape));
            }
        }
    }

    private static void compare(long seed, DatasetGraph view, DatasetGraph plain, Quad pattern) {
        assertThat(quads(view.find(pattern))).as("%s, seed %d", pattern, seed).isEqualTo(quads(plain.find(pattern)));
        assertThat(view.contains(pattern))
                .as("contains %s, seed %d", pattern, seed)
                .isEqualTo(plain.contains(pattern));
    }

    /** The quad with the places of a mask left open. */
    private static Quad masked(Quad quad, int mask) {
        return Quad.create(
                (mask & 1) == 0 ? quad.getGraph() : Node.ANY,
                (mask & 2) == 0 ? quad.getSubject() : Node.ANY,
                (mask & 4) == 0 ? quad.getPredicate() : Node.ANY,
                (mask & 8) == 0 ? quad.getObject() : Node.ANY);
    }

    /** Terms that do not belong together, and some that occur nowhere. */
    private static Quad mixed(List<Quad> samples, Random random) {
        var odd = List.of(
                NodeFactory.createURI("http://example.org/nowhere"),
                NodeFactory.createBlankNode("nobody"),
                NodeFactory.createLiteralString("12.5"),
                NodeFactory.createLiteralDT("12.50", XSDDatatype.XSDdecimal),
                NodeFactory.createLiteralDT("1e1", XSDDatatype.XSDdecimal),
                NodeFactory.createLiteralDT("40", XSDDatatype.XSDinteger),
                NodeFactory.createLiteralDT("40", XSDDatatype.XSDdecimal),
                NodeFactory.createURI(Town.BASE + "/id/observation/essai/analphabetisme/q1/2024/_T"),
                NodeFactory.createURI(Town.BASE + "/id/observation/essai/analphabetisme/q1/2024/sex=F/"),
                NodeFactory.createURI(Town.BASE + "/id/observation/essai/analphabetisme/q1/2024"),
                NodeFactory.createURI(Town.BASE + "/id/observation/essai/"),
                NodeFactory.createURI(Town.BASE + "/id/observation/essai/analphabetisme/nowhere/2024/_T"));
        return Quad.create(
                samples.get(random.nextInt(samples.size())).getGraph(),
                random.nextInt(3) == 0
                        ? odd.get(random.nextInt(odd.size()))
                        : samples.get(random.nextInt(samples.size())).getSubject(),
                samples.get(random.nextInt(samples.size())).getPredicate(),
                random.nextInt(3) == 0
                        ? odd.get(random.nextInt(odd.size()))
                        : samples.get(random.nextInt(samples.size())).getObject());
    }

    /** How often each quad is found, so that what is said twice shows. */
    private static Map<Quad, Integer> quads(Iterator<Quad> found) {
        var counts = new HashMap<Quad, Integer>();
        found.forEachRemaining(quad -> counts.merge(
                quad.isDefaultGraph() ? Quad.create(Quad.defaultGraphIRI, quad.asTriple()) : quad, 1, Integer::sum));
        return counts;
    }
}
