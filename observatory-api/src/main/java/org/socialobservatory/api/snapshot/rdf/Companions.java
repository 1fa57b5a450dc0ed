package org.socialobservatory.api.snapshot.rdf;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIterSingleton;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.snapshot.Block.Run;

/** The rest of a grouped conjunction: for what it shares with the star, what it says of the groups, and how often. */
final class Companions {

    /** An entry of a map with its key, in bytes; the terms are shared with the data. */
    private static final int ENTRY = 160;

    private final List<Var> join;
    private final Map<List<Node>, Map<List<Node>, Long>> all = new HashMap<>();

    private Companions(List<Var> join) {
        this.join = join;
    }

    static Companions of(StarGrouping grouping, Evaluation evaluation) {
        var companions = new Companions(grouping.join());
        var keys = grouping.restKeys();
        var input = QueryIterSingleton.create(BindingFactory.root(), grouping.execution());
        var rows = StarJoin.of(grouping.graph(), grouping.rest(), input, grouping.execution());
        try {
            while (rows.hasNext()) {
                companions.add(rows.next(), keys, evaluation);
            }
        } finally {
            rows.close();
        }
        return companions;
    }

    private void add(Binding row, List<Var> keys, Evaluation evaluation) {
        var of = all.computeIfAbsent(values(row, join), _ -> {
            evaluation.hold(ENTRY);
            return new HashMap<>();
        });
        if (of.merge(values(row, keys), 1L, Long::sum) == 1) {
            evaluation.hold(ENTRY);
        }
    }

    private static List<Node> values(Binding row, List<Var> variables) {
        var values = new ArrayList<Node>(variables.size());
        variables.forEach(variable -> values.add(row.get(variable)));
        return values;
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** What goes with a cell of these values, and how often. */
    Map<List<Node>, Long> of(List<Node> values) {
        return all.getOrDefault(values, Map.of());
    }

    List<Var> join() {
        return join;
    }

    /** Leaves out the cells with which nothing goes, as far as their dimensions tell. */
    void restrict(StarGrouping grouping, Cube cube, CellConstraints wanted) {
        for (int place = 0; place < join.size(); place++) {
            var column = grouping.star().column(cube, join.get(place));
            var values = new HashSet<Node>();
            for (var key : all.keySet()) {
                values.add(key.get(place));
            }
            switch (column) {
                case Column.OfRun ofRun -> runs(ofRun, values, cube, wanted);
                case Column.OfArea ofArea -> areas(ofArea, values, cube, wanted);
                case null, default -> {}
            }
        }
    }

    private static void runs(Column.OfRun column, Set<Node> values, Cube cube, CellConstraints wanted) {
        var runs = new BitSet();
        for (Run run : cube.block().runs()) {
            var said = column.ofRun(run);
            if (said != null && values.contains(said)) {
                runs.set(run.index());
            }
        }
        wanted.inRuns(runs);
    }

    private static void areas(Column.OfArea column, Set<Node> values, Cube cube, CellConstraints wanted) {
        var areas = new BitSet();
        int last = -1;
        for (Node value : values) {
            @Nullable Integer area = column.area(value);
            if (area != null) {
                areas.set(area);
                last = area;
            }
        }
        if (areas.cardinality() == 1) {
            wanted.inArea(last);
        } else if (areas.isEmpty()) {
            wanted.inRuns(areas);
        } else {
            var block = cube.block();
            wanted.where((cell, _) -> areas.get(block.areaIndex(cell)));
        }
    }
}
