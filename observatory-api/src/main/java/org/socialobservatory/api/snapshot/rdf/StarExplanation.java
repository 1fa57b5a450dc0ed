package org.socialobservatory.api.snapshot.rdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.util.ExprUtils;

/** How a star is matched, in words. */
final class StarExplanation {

    private final ViewGraph graph;
    private final ObservationStar star;
    private final List<Expr> pushed;
    private final ExecutionContext execution;

    StarExplanation(ViewGraph graph, ObservationStar star, List<Expr> pushed, ExecutionContext execution) {
        this.graph = graph;
        this.star = star;
        this.pushed = pushed;
        this.execution = execution;
    }

    /** @param known variables that have values before */
    String text(Set<Var> known) {
        long runs = 0;
        long allRuns = 0;
        for (var cube : graph.cubes()) {
            int its = cube.block().runs().size();
            allRuns += its;
            var matching = star.in(cube, pushed, execution);
            if (matching.possible()) {
                var left = matching.fixed().runs();
                runs += left == null ? its : left.cardinality();
            }
        }
        var words = new ArrayList<String>();
        words.add("star " + star);
        words.add("scans " + runs + " of " + allRuns + " runs");
        if (!known.isEmpty()) {
            words.add("joined on " + known.stream().map(Var::toString).sorted().collect(Collectors.joining(" ")));
        }
        pushed.forEach(filter -> words.add("filter pushed down: " + ExprUtils.fmtSPARQL(filter)));
        return String.join("; ", words);
    }
}
