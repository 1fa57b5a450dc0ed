package org.socialobservatory.api.snapshot.rdf;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.shared.impl.PrefixMappingImpl;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.snapshot.rdf.description.Terms;

/** A graph of the view, read-only: its parts one after the other. */
public final class ViewGraph extends GraphBase {

    /** Hierarchies that are kept, and the triples of the largest; there are few, and small ones. */
    private static final int HIERARCHIES = 8;

    private static final int LARGEST_HIERARCHY = 200_000;

    static final ViewGraph EMPTY = new ViewGraph(List.of(), false);

    private final List<Part> parts;
    /** Whether a triple may stand in two parts, as in two editions of one dataset. */
    private final boolean overlapping;

    private final List<Cube> cubes;
    private final List<Part.Description> descriptions;
    private final Map<Node, Hierarchy> hierarchies = new ConcurrentHashMap<>();

    private ViewGraph(List<Part> parts, boolean overlapping) {
        this.parts = List.copyOf(parts);
        this.overlapping = overlapping;
        cubes = parts.stream()
                .filter(Part.Cells.class::isInstance)
                .map(part -> ((Part.Cells) part).cube())
                .toList();
        descriptions = parts.stream()
                .filter(Part.Description.class::isInstance)
                .map(Part.Description.class::cast)
                .toList();
    }

    /** @param parts without a triple in common */
    static ViewGraph of(List<Part> parts) {
        return new ViewGraph(parts, false);
    }

    static ViewGraph union(List<ViewGraph> graphs, boolean overlapping) {
        var parts = new ArrayList<Part>();
        graphs.forEach(graph -> parts.addAll(graph.parts));
        return new ViewGraph(parts, overlapping);
    }

    List<Part> parts() {
        return parts;
    }

    List<Cube> cubes() {
        return cubes;
    }

    List<Part.Description> descriptions() {
        return descriptions;
    }

    /** Whether each triple stands in one part only, so that the parts can be matched one by one. */
    boolean isDisjoint() {
        return !overlapping;
    }

    /** What a predicate of descriptions leads to, empty where too much hangs on it to be kept. */
    Optional<Hierarchy> hierarchy(Node predicate) {
        var known = hierarchies.get(predicate);
        if (known != null) {
            return Optional.of(known);
        }
        long triples = descriptions.stream()
                .mapToLong(description -> description.counts().of(predicate).triples())
                .sum();
        if (overlapping
                || hierarchies.size() >= HIERARCHIES
                || triples > LARGEST_HIERARCHY
                || cubes.stream().anyMatch(cube -> cube.column(predicate) != null)) {
            return Optional.empty();
        }
        return Optional.of(hierarchies.computeIfAbsent(predicate, _ -> new Hierarchy(this, predicate)));
    }

    @Override
    protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
        return WrappedIterator.createNoRemove(
                matches(pattern.getSubject(), pattern.getPredicate(), pattern.getObject()));
    }

    @Override
    protected ExtendedIterator<Triple> graphBaseFind(Node subject, Node predicate, Node object) {
        return WrappedIterator.createNoRemove(matches(subject, predicate, object));
    }

    private Iterator<Triple> matches(@Nullable Node subject, @Nullable Node predicate, @Nullable Node object) {
        var only = only(orAny(predicate));
        if (only != null) {
            return only.find(orAny(subject), orAny(predicate), orAny(object));
        }
        return Iter.flatMap(IntStream.range(0, parts.size()).iterator(), place -> {
            var found = parts.get(place).find(orAny(subject), orAny(predicate), orAny(object));
            return overlapping ? Iter.filter(found, triple -> !stoodBefore(place, triple)) : found;
        });
    }

    /** The one part that uses a predicate, null where there are several. */
    private @Nullable Part only(Node predicate) {
        Part found = null;
        for (Part part : parts) {
            if (part.maySay(predicate)) {
                if (found != null) {
                    return null;
                }
                found = part;
            }
        }
        return found;
    }

    private boolean stoodBefore(int place, Triple triple) {
        return parts.subList(0, place).stream().anyMatch(earlier -> earlier.contains(triple));
    }

    private static Node orAny(@Nullable Node node) {
        return node == null ? Node.ANY : node;
    }

    @Override
    protected boolean graphBaseContains(Triple triple) {
        return triple.isConcrete()
                ? parts.stream().anyMatch(part -> part.contains(triple))
                : super.graphBaseContains(triple);
    }

    /** How many triples there are; those that overlap are counted as often as they stand. */
    public long triples() {
        return parts.stream().mapToLong(Part::size).sum();
    }

    @Override
    protected int graphBaseSize() {
        return (int) Math.min(Integer.MAX_VALUE, triples());
    }

    @Override
    protected PrefixMapping createPrefixMapping() {
        return new PrefixMappingImpl().setNsPrefixes(Terms.PREFIXES);
    }
}
