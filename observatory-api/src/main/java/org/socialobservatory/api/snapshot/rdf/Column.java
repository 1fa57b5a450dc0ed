package org.socialobservatory.api.snapshot.rdf;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.snapshot.Block;
import org.socialobservatory.api.snapshot.Block.Run;
import org.socialobservatory.api.snapshot.UncertaintyPart;

/** What the cells of a cube say by one predicate; at most one object each. */
abstract sealed class Column {

    private final Node predicate;

    private Column(Node predicate) {
        this.predicate = predicate;
    }

    final Node predicate() {
        return predicate;
    }

    /** What a cell says, null where it says nothing by this predicate. */
    abstract @Nullable Node object(int cell, Run run);

    /** Whether {@link #object} is not null; cheaper. */
    abstract boolean says(int cell, Run run);

    /** Whether every cell says something. */
    boolean alwaysSays() {
        return false;
    }

    /** Restricts constraints to the cells that say this; false where no cell can. */
    abstract boolean restrict(CellConstraints wanted, Node object);

    /** The share of the cells that say a given object, if it is known which, or say one of those that occur. */
    abstract double share(@Nullable Node object);

    /** A code of the run: indicator, period, breakdown dimension, unit. */
    static final class OfRun extends Column {
        private final Block block;
        private final @Nullable Node[] objects;
        private final Map<Node, BitSet> runs = new HashMap<>();
        private final boolean valuesOnly;

        /** @param valuesOnly whether withheld and missing cells are silent about it */
        OfRun(Node predicate, Block block, boolean valuesOnly, Function<Run, @Nullable Node> naming) {
            super(predicate);
            this.block = block;
            this.valuesOnly = valuesOnly;
            objects = new Node[block.runs().size()];
            for (Run run : block.runs()) {
                var object = naming.apply(run);
                objects[run.index()] = object;
                if (object != null) {
                    runs.computeIfAbsent(object, _ -> new BitSet()).set(run.index());
                }
            }
        }

        @Override
        @Nullable
        Node object(int cell, Run run) {
            return says(cell, run) ? objects[run.index()] : null;
        }

        @Override
        boolean says(int cell, Run run) {
            return !valuesOnly || (block.isValue(cell) && objects[run.index()] != null);
        }

        @Override
        boolean alwaysSays() {
            return !valuesOnly;
        }

        /** What those cells of a run say that say something. */
        @Nullable
        Node ofRun(Run run) {
            return objects[run.index()];
        }

        @Override
        boolean restrict(CellConstraints wanted, Node object) {
            var its = runs.get(object);
            if (its == null) {
                return false;
            }
            wanted.inRuns(its);
            if (valuesOnly) {
                wanted.where(this::says);
            }
            return true;
        }

        @Override
        double share(@Nullable Node object) {
            if (object == null) {
                return 1.0 / Math.max(1, runs.size());
            }
            var its = runs.get(object);
            if (its == null) {
                return 0;
            }
            long cells = its.stream()
                    .map(run ->
                            block.runs().get(run).to() - block.runs().get(run).from())
                    .sum();
            return (double) cells / block.size();
        }
    }

    /** The lasting area. */
    static final class OfArea extends Column {
        private final Block block;
        private final Node[] objects;
        private final Map<Node, Integer> areas = new HashMap<>();

        OfArea(Node predicate, Block block, Function<String, Node> naming) {
            super(predicate);
            this.block = block;
            objects = block.areas().stream().map(naming).toArray(Node[]::new);
            for (int area = 0; area < objects.length; area++) {
                areas.put(objects[area], area);
            }
        }

        @Override
        Node object(int cell, Run run) {
            return objects[block.areaIndex(cell)];
        }

        /** The position of an area among those of the block, null where it has no cell. */
        @Nullable
        Integer area(Node object) {
            return areas.get(object);
        }

        @Override
        boolean says(int cell, Run run) {
            return true;
        }

        @Override
        boolean alwaysSays() {
            return true;
        }

        @Override
        boolean restrict(CellConstraints wanted, Node object) {
            var area = areas.get(object);
            if (area == null) {
                return false;
            }
            wanted.inArea(area);
            return true;
        }

        @Override
        double share(@Nullable Node object) {
            if (object == null) {
                return 1.0 / Math.max(1, objects.length);
            }
            var area = areas.get(object);
            return area == null ? 0 : (double) block.cellsOfArea(area) / block.size();
        }
    }

    /** The version in which the area was counted in the period; withheld and missing cells are silent. */
    static final class OfAreaAndPeriod extends Column {
        private final Block block;
        private final @Nullable Node[][] objectsByRun;
        private final Map<Node, Integer> areas = new HashMap<>();

        /** @param naming objects of all areas for a run; runs of one period share theirs */
        OfAreaAndPeriod(Node predicate, Block block, Function<Run, @Nullable Node[]> naming) {
            super(predicate);
            this.block = block;
            objectsByRun = block.runs().stream().map(naming).toArray(Node[][]::new);
            for (var objects : objectsByRun) {
                for (int area = 0; area < objects.length; area++) {
                    if (objects[area] != null) {
                        areas.putIfAbsent(objects[area], area);
                    }
                }
            }
        }

        @Override
        @Nullable
        Node object(int cell, Run run) {
            return says(cell, run) ? objectsByRun[run.index()][block.areaIndex(cell)] : null;
        }

        @Override
        boolean says(int cell, Run run) {
            return block.isValue(cell) && objectsByRun[run.index()][block.areaIndex(cell)] != null;
        }

        @Override
        boolean restrict(CellConstraints wanted, Node object) {
            var area = areas.get(object);
            if (area == null) {
                return false;
            }
            wanted.inArea(area);
            wanted.where((cell, run) -> object.equals(object(cell, run)));
            return true;
        }

        @Override
        double share(@Nullable Node object) {
            return object == null || areas.containsKey(object) ? 1.0 / Math.max(1, areas.size()) : 0;
        }
    }

    /** What follows from the state of a cell: its class, dataset, status, reliability, reason. */
    static final class OfState extends Column {
        private static final int STATES = 1 << Byte.SIZE;

        private final Block block;
        private final @Nullable Node[] objects = new Node[STATES];
        private final Map<Node, Double> shares = new HashMap<>();

        OfState(Node predicate, Block block, IntFunction<@Nullable Node> naming) {
            super(predicate);
            this.block = block;
            for (var alike : block.states()) {
                var object = naming.apply(alike.cell());
                objects[block.state(alike.cell())] = object;
                if (object != null) {
                    shares.merge(object, (double) alike.cells() / block.size(), Double::sum);
                }
            }
        }

        @Override
        @Nullable
        Node object(int cell, Run run) {
            return objects[block.state(cell)];
        }

        @Override
        boolean says(int cell, Run run) {
            return objects[block.state(cell)] != null;
        }

        @Override
        boolean restrict(CellConstraints wanted, Node object) {
            if (!shares.containsKey(object)) {
                return false;
            }
            var saying = new boolean[STATES];
            for (int state = 0; state < STATES; state++) {
                saying[state] = object.equals(objects[state]);
            }
            wanted.where((cell, _) -> saying[block.state(cell)]);
            return true;
        }

        @Override
        double share(@Nullable Node object) {
            return object == null ? 1.0 / Math.max(1, shares.size()) : shares.getOrDefault(object, 0.0);
        }
    }

    /** A number of the cell itself. */
    static final class OfNumber extends Column {
        /** Few cells have one and the same number; a guess that need not be right. */
        private static final double SHARE = 0.001;

        private final Figures figures;

        private OfNumber(Node predicate, Figures figures) {
            super(predicate);
            this.figures = figures;
        }

        static OfNumber value(Node predicate, Block block) {
            return new OfNumber(predicate, Figures.values(block));
        }

        static OfNumber uncertainty(Node predicate, Block block, UncertaintyPart part) {
            return new OfNumber(predicate, Figures.uncertainty(block, part));
        }

        Figures figures() {
            return figures;
        }

        @Override
        @Nullable
        Node object(int cell, Run run) {
            return figures.has(cell) ? Decimals.node(figures.number(cell)) : null;
        }

        @Override
        boolean says(int cell, Run run) {
            return figures.has(cell);
        }

        @Override
        boolean restrict(CellConstraints wanted, Node object) {
            var sought = Decimals.number(object);
            if (sought.isEmpty()) {
                return false;
            }
            var number = sought.get();
            wanted.where((cell, _) -> figures.has(cell) && figures.number(cell).compareTo(number) == 0);
            return true;
        }

        @Override
        double share(@Nullable Node object) {
            return SHARE;
        }
    }

    @Override
    public String toString() {
        return Arrays.asList(getClass().getSimpleName(), predicate).toString();
    }
}
