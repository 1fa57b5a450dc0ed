package org.socialobservatory.ontology.integrity;

import static org.socialobservatory.ontology.integrity.IntegrityConstraint.*;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.NodeConst;

/**
 * Checks a graph against the integrity constraints in one pass over its observations. The queries of the
 * recommendation say the same, some of them by comparing every observation with every other one.
 */
public final class CubeIntegrity {

    private final Cubes cubes;
    private final CodeLists codes;
    private final Map<IntegrityConstraint, Node> broken = new EnumMap<>(IntegrityConstraint.class);
    private final Map<Node, Structure> structures = new HashMap<>();
    private final Map<Node, DimensionKeys> keys = new HashMap<>();
    /** Observations of datasets with a measure dimension, by dataset and structure. */
    private final Map<List<Node>, DimensionKeys> points = new HashMap<>();

    private final Map<List<Node>, Integer> measuresOfPoints = new HashMap<>();

    /** What the observations of a structure must have. */
    private record Structure(
            List<Node> dimensions, List<Node> required, List<Node> measures, boolean measureDimension) {}

    private CubeIntegrity(Graph graph) {
        cubes = new Cubes(graph);
        codes = new CodeLists(cubes);
    }

    /** The constraints that are broken, each with the first thing found to break it. */
    public static Map<IntegrityConstraint, Node> of(Graph graph) {
        var integrity = new CubeIntegrity(graph);
        integrity.structures();
        integrity.dimensions();
        integrity.slices();
        integrity.observations();
        return integrity.broken;
    }

    private void breach(IntegrityConstraint constraint, Node thing) {
        broken.putIfAbsent(constraint, thing);
    }

    private void unless(boolean holds, IntegrityConstraint constraint, Node thing) {
        if (!holds) {
            breach(constraint, thing);
        }
    }

    private void structures() {
        for (Node dataset : cubes.subjects(Cubes.TYPE, Cubes.qb("DataSet"))) {
            unless(cubes.objects(dataset, Cubes.STRUCTURE).size() == 1, UNIQUE_STRUCTURE, dataset);
        }
        for (Node structure : cubes.subjects(Cubes.TYPE, Cubes.qb("DataStructureDefinition"))) {
            unless(!structure(structure).measures.isEmpty(), STRUCTURE_INCLUDES_MEASURE, structure);
        }
        cubes.graph().find(Node.ANY, Cubes.COMPONENT, Node.ANY).forEachRemaining((Triple triple) -> {
            var component = triple.getObject();
            if (cubes.graph().contains(component, Cubes.COMPONENT_REQUIRED, NodeConst.nodeFalse)) {
                for (Node property : cubes.objects(component, Cubes.COMPONENT_PROPERTY)) {
                    unless(
                            cubes.is(property, Cubes.qb("AttributeProperty")),
                            ONLY_ATTRIBUTES_MAY_BE_OPTIONAL,
                            property);
                }
            }
        });
    }

    private Structure structure(Node definition) {
        return structures.computeIfAbsent(definition, _ -> {
            var dimensions = new LinkedHashSet<Node>();
            var required = new LinkedHashSet<Node>();
            var measures = new ArrayList<Node>();
            for (Node component : cubes.objects(definition, Cubes.COMPONENT)) {
                for (Node property : cubes.objects(component, Cubes.COMPONENT_PROPERTY)) {
                    if (cubes.is(property, Cubes.DIMENSION_PROPERTY)) {
                        dimensions.add(property);
                    }
                    if (cubes.is(property, Cubes.MEASURE_PROPERTY)) {
                        measures.add(property);
                    }
                    if (cubes.graph().contains(component, Cubes.COMPONENT_REQUIRED, NodeConst.nodeTrue)) {
                        required.add(property);
                    }
                }
            }
            boolean measureDimension = cubes.objects(definition, Cubes.COMPONENT, Cubes.COMPONENT_PROPERTY)
                    .contains(Cubes.MEASURE_TYPE);
            return new Structure(List.copyOf(dimensions), List.copyOf(required), measures, measureDimension);
        });
    }

    private void dimensions() {
        for (Node dimension : cubes.subjects(Cubes.TYPE, Cubes.DIMENSION_PROPERTY)) {
            unless(cubes.says(dimension, Cubes.RANGE), DIMENSIONS_HAVE_RANGE, dimension);
            unless(
                    !cubes.graph().contains(dimension, Cubes.RANGE, Cubes.CONCEPT)
                            || cubes.says(dimension, Cubes.CODE_LIST),
                    CONCEPT_DIMENSIONS_HAVE_CODE_LISTS,
                    dimension);
        }
    }

    private void slices() {
        for (Node key : cubes.subjects(Cubes.TYPE, Cubes.qb("SliceKey"))) {
            var definitions = cubes.subjects(Cubes.qb("sliceKey"), key);
            unless(
                    definitions.stream().anyMatch(one -> cubes.is(one, Cubes.qb("DataStructureDefinition"))),
                    SLICE_KEYS_DECLARED,
                    key);
            for (Node definition : definitions) {
                unless(
                        cubes.objects(definition, Cubes.COMPONENT, Cubes.COMPONENT_PROPERTY)
                                .containsAll(cubes.objects(key, Cubes.COMPONENT_PROPERTY)),
                        SLICE_KEYS_CONSISTENT,
                        key);
            }
        }
        for (Node slice : cubes.subjects(Cubes.TYPE, Cubes.qb("Slice"))) {
            unless(cubes.objects(slice, Cubes.qb("sliceStructure")).size() == 1, UNIQUE_SLICE_STRUCTURE, slice);
        }
        cubes.graph().find(Node.ANY, Cubes.qb("sliceStructure"), Node.ANY).forEachRemaining((Triple triple) -> {
            for (Node dimension : cubes.objects(triple.getObject(), Cubes.COMPONENT_PROPERTY)) {
                unless(cubes.says(triple.getSubject(), dimension), SLICE_DIMENSIONS_COMPLETE, triple.getSubject());
            }
        });
        cubes.graph().find(Node.ANY, Cubes.qb("slice"), Node.ANY).forEachRemaining((Triple triple) -> {
            for (Node observation : cubes.objects(triple.getObject(), Cubes.qb("observation"))) {
                unless(
                        cubes.graph().contains(observation, Cubes.DATA_SET, triple.getSubject()),
                        CONSISTENT_DATA_SET_LINKS,
                        observation);
            }
        });
    }

    private void observations() {
        cubes.graph()
                .find(Node.ANY, Cubes.TYPE, Cubes.qb("Observation"))
                .forEachRemaining((Triple triple) -> unless(
                        cubes.objects(triple.getSubject(), Cubes.DATA_SET).size() == 1,
                        UNIQUE_DATA_SET,
                        triple.getSubject()));
        cubes.graph()
                .find(Node.ANY, Cubes.DATA_SET, Node.ANY)
                .forEachRemaining((Triple triple) -> observation(triple.getSubject(), triple.getObject()));
        keys.values()
                .forEach(table -> table.meet((observation, _, met, comparable) -> {
                    if (comparable && met > 1) {
                        breach(NO_DUPLICATE_OBSERVATIONS, observation);
                    }
                }));
        points.forEach((point, table) -> table.meet((observation, weight, met, _) -> {
            if (met > 0 && weight * met != measuresOfPoints.getOrDefault(point, 0)) {
                breach(ALL_MEASURES_IN_MEASURE_CUBE, observation);
            }
        }));
    }

    private void observation(Node observation, Node dataset) {
        var said = cubes.of(observation);
        var dimensions = new LinkedHashSet<Node>();
        for (Node definition : cubes.objects(dataset, Cubes.STRUCTURE)) {
            var structure = structure(definition);
            dimensions.addAll(structure.dimensions);
            components(observation, said, structure);
            var types = said.getOrDefault(Cubes.MEASURE_TYPE, Set.of());
            if (!types.isEmpty() && !structure.measures.isEmpty()) {
                var point = List.of(dataset, definition);
                measuresOfPoints.put(point, structure.measures.size());
                var others = structure.dimensions.stream()
                        .filter(dimension -> !dimension.equals(Cubes.MEASURE_TYPE))
                        .toList();
                points.computeIfAbsent(point, _ -> new DimensionKeys()).add(observation, said, others, types.size());
            }
        }
        keys.computeIfAbsent(dataset, _ -> new DimensionKeys()).add(observation, said, List.copyOf(dimensions), 1);
    }

    private void components(Node observation, Map<Node, Set<Node>> said, Structure structure) {
        for (Node dimension : structure.dimensions) {
            unless(said.containsKey(dimension), ALL_DIMENSIONS_REQUIRED, observation);
            said.getOrDefault(dimension, Set.of()).forEach(value -> codes.judge(dimension, value, this::breach));
        }
        unless(said.keySet().containsAll(structure.required), REQUIRED_ATTRIBUTES, observation);
        if (!structure.measureDimension) {
            unless(said.keySet().containsAll(structure.measures), ALL_MEASURES_PRESENT, observation);
            return;
        }
        for (Node type : said.getOrDefault(Cubes.MEASURE_TYPE, Set.of())) {
            unless(said.containsKey(type), MEASURE_DIMENSION_CONSISTENT, observation);
            unless(
                    structure.measures.stream().noneMatch(one -> !one.equals(type) && said.containsKey(one)),
                    SINGLE_MEASURE,
                    observation);
        }
    }
}
