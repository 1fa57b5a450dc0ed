package org.socialobservatory.ontology.integrity;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jspecify.annotations.Nullable;

/** What the values of a dimension must be, IC-19 to IC-21. Each value is judged once, however many observations have it. */
final class CodeLists {

    private static final Node INVERSE_OF = NodeFactory.createURI("http://www.w3.org/2002/07/owl#inverseOf");
    private static final Node HIERARCHY = Cubes.qb("HierarchicalCodeList");

    private final Cubes cubes;
    private final Map<Node, Map<Node, Set<IntegrityConstraint>>> judged = new HashMap<>();
    private final Map<Node, Set<Node>> members = new HashMap<>();
    /** What each hierarchy reaches, by the property that leads down; of the recommendation's queries one for each. */
    private final Map<Node, Set<Node>> downward = new HashMap<>();

    private final Map<Node, Set<Node>> upward = new HashMap<>();

    CodeLists(Cubes cubes) {
        this.cubes = cubes;
        for (Node hierarchy : cubes.subjects(Cubes.TYPE, HIERARCHY)) {
            for (Node property : cubes.objects(hierarchy, Cubes.qb("parentChildProperty"))) {
                if (property.isURI()) {
                    reach(downward, property, false);
                } else if (property.isBlank()) {
                    cubes.objects(property, INVERSE_OF).stream()
                            .filter(Node::isURI)
                            .forEach(inverse -> reach(upward, inverse, true));
                }
            }
        }
    }

    /** A code is in its hierarchy where every property that leads through a hierarchy reaches it, as §11 asks it. */
    private void reach(Map<Node, Set<Node>> reached, Node property, boolean backwards) {
        for (Node hierarchy : cubes.subjects(Cubes.TYPE, HIERARCHY)) {
            var roots = cubes.objects(hierarchy, Cubes.qb("hierarchyRoot"));
            var codes = cubes.reached(roots, property, backwards);
            reached.merge(hierarchy, codes, (one, other) -> {
                var both = new LinkedHashSet<Node>(one);
                both.retainAll(other);
                return both;
            });
        }
    }

    /** Which constraints a value of a dimension breaks. */
    void judge(Node dimension, Node value, BiConsumer<IntegrityConstraint, Node> breach) {
        judged.computeIfAbsent(dimension, _ -> new HashMap<>())
                .computeIfAbsent(value, _ -> broken(dimension, value))
                .forEach(constraint -> breach.accept(constraint, value));
    }

    private Set<IntegrityConstraint> broken(Node dimension, Node value) {
        var broken = new LinkedHashSet<IntegrityConstraint>();
        boolean concept = cubes.is(value, Cubes.CONCEPT);
        for (Node list : cubes.objects(dimension, Cubes.CODE_LIST)) {
            if (cubes.is(list, Cubes.skos("ConceptScheme"))
                    && !(concept && cubes.graph().contains(value, Cubes.skos("inScheme"), list))) {
                broken.add(IntegrityConstraint.CODES_FROM_SCHEME);
            }
            if (cubes.is(list, Cubes.skos("Collection"))
                    && !(concept && membersOf(list).contains(value))) {
                broken.add(IntegrityConstraint.CODES_FROM_COLLECTION);
            }
            if (cubes.is(list, HIERARCHY)) {
                if (misses(downward.get(list), value)) {
                    broken.add(IntegrityConstraint.CODES_FROM_HIERARCHY);
                }
                if (misses(upward.get(list), value)) {
                    broken.add(IntegrityConstraint.CODES_FROM_INVERSE_HIERARCHY);
                }
            }
        }
        return broken;
    }

    private Set<Node> membersOf(Node collection) {
        return members.computeIfAbsent(
                collection,
                list -> cubes.reached(cubes.objects(list, Cubes.skos("member")), Cubes.skos("member"), false));
    }

    private static boolean misses(@Nullable Set<Node> reached, Node value) {
        return reached != null && !reached.contains(value);
    }
}
