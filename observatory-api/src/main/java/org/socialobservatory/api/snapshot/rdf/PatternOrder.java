package org.socialobservatory.api.snapshot.rdf;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.core.Var;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.snapshot.rdf.Part.Cells;
import org.socialobservatory.api.snapshot.rdf.Part.Description;
import org.socialobservatory.api.snapshot.rdf.description.Terms;

/**
 * Puts the patterns of a basic graph pattern into groups and the groups into order: what is expected to match least
 * comes first, and what hangs together stays together.
 */
final class PatternOrder {

    /** Counting the triples of an object stops here; more are just many. */
    private static final int COUNTED = 1_000;
    /** What a path leads to from a known beginning: the areas around an area, mostly. */
    private static final int UPWARDS = 5;
    /** What leads to a known end: the areas within one. */
    private static final int DOWNWARDS = 100;
    /** What a path leads to when it may begin anywhere: more than anything else. */
    private static final double EVERYWHERE = 1e12;

    /** Something that is matched in one go: a star over cells or a single pattern. */
    sealed interface Step {
        record Star(ObservationStar star) implements Step {}

        record Single(Triple pattern) implements Step {}

        record Path(OpPath path) implements Step {}

        /** Rows that the query gives; each binds all variables. */
        record Values(OpTable table) implements Step {}

        default Set<Var> variables() {
            return switch (this) {
                case Star(ObservationStar star) -> star.variables();
                case Single(Triple pattern) -> among(pattern.getSubject(), pattern.getPredicate(), pattern.getObject());
                case Path(OpPath path) ->
                    among(
                            path.getTriplePath().getSubject(),
                            path.getTriplePath().getObject());
                case Values(OpTable table) -> Set.copyOf(table.getTable().getVars());
            };
        }

        private static Set<Var> among(Node... places) {
            var variables = new HashSet<Var>();
            for (Node place : places) {
                if (Var.isVar(place)) {
                    variables.add(Var.alloc(place));
                }
            }
            return variables;
        }
    }

    private final ViewGraph graph;

    PatternOrder(ViewGraph graph) {
        this.graph = graph;
    }

    /** @param bound the variables that have values before the first step */
    List<Step> of(List<Step> steps, Set<Var> bound) {
        var open = new ArrayList<>(steps);
        if (open.size() < 2) {
            return open;
        }
        var known = new HashSet<>(bound);
        var ordered = new ArrayList<Step>(open.size());
        while (!open.isEmpty()) {
            var next = cheapest(open, known);
            open.remove(next);
            ordered.add(next);
            known.addAll(next.variables());
        }
        return ordered;
    }

    private Step cheapest(List<Step> open, Set<Var> known) {
        Step best = open.getFirst();
        double least = Double.MAX_VALUE;
        boolean bestIsJoined = false;
        for (Step step : open) {
            var variables = step.variables();
            boolean joined =
                    known.isEmpty() || variables.isEmpty() || variables.stream().anyMatch(known::contains);
            double matches = estimate(step, known);
            if ((joined && !bestIsJoined) || (joined == bestIsJoined && matches < least)) {
                best = step;
                least = matches;
                bestIsJoined = joined;
            }
        }
        return best;
    }

    /** What is to be matched in one go each, in no order. */
    List<Step> steps(Conjunction.Parts parts) {
        var steps = steps(parts.patterns());
        parts.tables().forEach(table -> steps.add(new Step.Values(table)));
        parts.paths().forEach(path -> steps.add(new Step.Path(path)));
        return steps;
    }

    private List<Step> steps(List<Triple> patterns) {
        var bySubject = new LinkedHashMap<Node, List<Triple>>();
        var steps = new ArrayList<Step>();
        for (Triple pattern : patterns) {
            if (graph.isDisjoint() && isArm(pattern)) {
                bySubject
                        .computeIfAbsent(pattern.getSubject(), _ -> new ArrayList<>())
                        .add(pattern);
            } else {
                steps.add(new Step.Single(pattern));
            }
        }
        bySubject.forEach((subject, arms) -> {
            if (arms.stream().anyMatch(this::onlyCellsSay)) {
                steps.add(new Step.Star(ObservationStar.of(subject, arms)));
            } else {
                arms.forEach(arm -> steps.add(new Step.Single(arm)));
            }
        });
        return steps;
    }

    /** Whether a pattern may belong to a star. */
    private boolean isArm(Triple pattern) {
        return pattern.getPredicate().isURI()
                && !pattern.getSubject().isTripleTerm()
                && !pattern.getObject().isTripleTerm()
                && graph.cubes().stream().anyMatch(cube -> cube.column(pattern.getPredicate()) != null);
    }

    /** Whether nothing but a cell can be the subject of a pattern. */
    private boolean onlyCellsSay(Triple pattern) {
        var object = pattern.getPredicate().equals(Terms.TYPE) ? pattern.getObject() : Node.ANY;
        if (!object.isConcrete() && pattern.getPredicate().equals(Terms.TYPE)) {
            return false;
        }
        return graph.descriptions().stream()
                .noneMatch(description -> description.graph().contains(Node.ANY, pattern.getPredicate(), object));
    }

    /** How many matches a step has for each row, more or less. */
    double estimate(Step step, Set<Var> known) {
        return switch (step) {
            case Step.Star(ObservationStar star) ->
                graph.cubes().stream()
                        .mapToDouble(cube -> star.estimate(cube, known))
                        .sum();
            case Step.Single(Triple pattern) ->
                graph.parts().stream()
                        .mapToDouble(part -> switch (part) {
                            case Description description -> estimate(description, pattern, known);
                            case Cells cells -> estimate(cells.cube(), pattern, known);
                        })
                        .sum();
            case Step.Path(OpPath path) -> {
                var ends = path.getTriplePath();
                boolean from = concrete(ends.getSubject()) != null || isBound(ends.getSubject(), known);
                boolean to = concrete(ends.getObject()) != null || isBound(ends.getObject(), known);
                yield from ? (to ? 1 : UPWARDS) : (to ? DOWNWARDS : EVERYWHERE);
            }
            case Step.Values _ -> 0;
        };
    }

    private static double estimate(Description description, Triple pattern, Set<Var> known) {
        var predicate = concrete(pattern.getPredicate());
        var subject = concrete(pattern.getSubject());
        var object = concrete(pattern.getObject());
        boolean subjectKnown = subject != null || isBound(pattern.getSubject(), known);
        boolean objectKnown = object != null || isBound(pattern.getObject(), known);
        var counts = description.counts();
        if (predicate == null) {
            double all = counts.triples();
            return Math.max(1, all / (subjectKnown ? 1_000 : 1) / (objectKnown ? 1_000 : 1));
        }
        if (!counts.has(predicate)) {
            return 0;
        }
        if (object != null && !subjectKnown) {
            return matching(description, predicate, object);
        }
        var count = counts.of(predicate);
        double matches = count.triples();
        matches /= subjectKnown ? Math.max(1, count.subjects()) : 1;
        return matches / (objectKnown ? Math.max(1, count.objects()) : 1);
    }

    private static long matching(Description description, Node predicate, Node object) {
        var found = description.graph().find(Node.ANY, predicate, object);
        long count = 0;
        while (found.hasNext() && count < COUNTED) {
            found.next();
            count++;
        }
        boolean more = found.hasNext();
        found.close();
        return more ? Math.max(count, description.counts().of(predicate).triples() / 2) : count;
    }

    private static double estimate(Cube cube, Triple pattern, Set<Var> known) {
        if (!Var.isVar(pattern.getPredicate())) {
            return cube.column(pattern.getPredicate()) == null
                    ? 0
                    : ObservationStar.of(pattern.getSubject(), List.of(pattern)).estimate(cube, known);
        }
        boolean oneCell = !Var.isVar(pattern.getSubject()) || isBound(pattern.getSubject(), known);
        return oneCell ? 1 : cube.block().size();
    }

    private static @Nullable Node concrete(Node place) {
        return Var.isVar(place) ? null : place;
    }

    private static boolean isBound(Node place, Set<Var> known) {
        return Var.isVar(place) && known.contains(Var.alloc(place));
    }
}
