package org.socialobservatory.api.snapshot.rdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.snapshot.Block.Run;
import org.socialobservatory.api.snapshot.rdf.StarAggregates.Kind;

/** The cells of a cube summed up by the keys of a star, in one scan. */
final class PartialGroups {

    private static final int STATES = Byte.SIZE;

    private final StarGrouping grouping;
    private final Cube cube;
    private final Evaluation evaluation;
    private final List<Column> columns = new ArrayList<>();
    private final Map<Var, Sums> sums = new HashMap<>();
    private final Sums[] summed;
    private final int areas;
    private final boolean byArea;
    private final boolean byState;
    private final GroupIndex index = new GroupIndex();
    private final Map<List<Object>, Integer> classes = new HashMap<>();
    /** For each run the class of those that have the same keys, negative where it is not known yet. */
    private final int[] classOfRun;

    private long[] counts = new long[16];
    private int[] samples = new int[16];
    private int groups;

    PartialGroups(StarGrouping grouping, Cube cube, Evaluation evaluation) {
        this.grouping = grouping;
        this.cube = cube;
        this.evaluation = evaluation;
        for (Var key : grouping.keys()) {
            columns.add(column(key));
        }
        for (Var of : grouping.aggregates().numbers()) {
            if (column(of) instanceof Column.OfNumber numbers) {
                sums.put(of, new Sums(numbers.figures(), hasExtremes(of)));
            }
        }
        areas = cube.block().areas().size();
        summed = sums.values().toArray(Sums[]::new);
        byArea = columns.stream()
                .anyMatch(column -> column instanceof Column.OfArea || column instanceof Column.OfAreaAndPeriod);
        byState = columns.stream().anyMatch(Column.OfState.class::isInstance);
        classOfRun = new int[cube.block().runs().size()];
        Arrays.fill(classOfRun, -1);
    }

    private Column column(Var variable) {
        return Objects.requireNonNull(grouping.star().column(cube, variable));
    }

    private boolean hasExtremes(Var of) {
        return grouping.aggregates().all().stream()
                .anyMatch(each -> of.equals(each.of()) && (each.kind() == Kind.LEAST || each.kind() == Kind.MOST));
    }

    /** @param wanted what the star and its companions ask of a cell; that it says something at all is seen to here */
    void scan(CellConstraints wanted) {
        var sometimesSilent = grouping.star().arms().stream()
                .filter(arm -> Var.isVar(arm.object()))
                .map(arm -> column(Var.alloc(arm.object())))
                .filter(column -> !column.alwaysSays())
                .toList();
        boolean onlyTheNumber = sometimesSilent.size() == 1
                && summed.length == 1
                && sometimesSilent.getFirst() instanceof Column.OfNumber number
                && summed[0].isOf(number.figures());
        if (onlyTheNumber && !byArea && !byState && wanted.areWholeRuns()) {
            scanRuns(wanted.runs());
        } else {
            sometimesSilent.forEach(column -> wanted.where(column::says));
            scanCells(wanted);
        }
    }

    /** Run by run, as fast as the numbers can be read. */
    private void scanRuns(@Nullable BitSet runs) {
        for (Run run : cube.block().runs()) {
            if (runs == null || runs.get(run.index())) {
                evaluation.check();
                int first = summed[0].first(run.from(), run.to());
                if (first < run.to()) {
                    int group = group(first, run);
                    counts[group] += summed[0].addAll(group, first, run.to());
                }
            }
        }
    }

    private void scanCells(CellConstraints wanted) {
        var scan = new CellScan(cube.block(), wanted, evaluation);
        int run = -1;
        int group = -1;
        while (scan.advance()) {
            int cell = scan.cell();
            if (byArea || byState || scan.run().index() != run) {
                run = scan.run().index();
                group = group(cell, scan.run());
            }
            counts[group]++;
            for (Sums each : summed) {
                each.add(group, cell);
            }
        }
    }

    private int group(int cell, Run run) {
        int its = classOfRun[run.index()];
        if (its < 0) {
            its = classOf(cell, run);
            classOfRun[run.index()] = its;
        }
        var block = cube.block();
        long key = byArea ? (long) its * areas + block.areaIndex(cell) : its;
        int group = index.of(byState ? key << STATES | block.state(cell) : key);
        if (group == groups) {
            open(cell);
        }
        return group;
    }

    private int classOf(int cell, Run run) {
        var values = new ArrayList<>();
        for (Column column : columns) {
            if (column instanceof Column.OfRun) {
                values.add(column.object(cell, run));
            } else if (column instanceof Column.OfAreaAndPeriod) {
                values.add(run.period());
            }
        }
        return classes.computeIfAbsent(values, _ -> classes.size());
    }

    private void open(int cell) {
        evaluation.hold(GroupIndex.bytesOfGroup() + Long.BYTES + Integer.BYTES + summed.length * Sums.bytesOfGroup());
        if (groups == counts.length) {
            counts = Arrays.copyOf(counts, groups * 2);
            samples = Arrays.copyOf(samples, groups * 2);
        }
        counts[groups] = 0;
        samples[groups] = cell;
        for (Sums each : summed) {
            each.open(groups);
        }
        groups++;
    }

    int size() {
        return groups;
    }

    long count(int group) {
        return counts[group];
    }

    Sums sums(Var of) {
        return Objects.requireNonNull(sums.get(of));
    }

    /** The values of some keys that the cells of a group share. */
    List<Node> values(int group, List<Var> keys) {
        int cell = samples[group];
        var run = cube.block().runOf(cell);
        var values = new ArrayList<Node>(keys.size());
        for (Var key : keys) {
            values.add(Objects.requireNonNull(column(key).object(cell, run)));
        }
        return values;
    }
}
