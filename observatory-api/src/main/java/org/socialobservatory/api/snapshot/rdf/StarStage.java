package org.socialobservatory.api.snapshot.rdf;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterFailed;
import org.apache.jena.sparql.engine.iterator.QueryIterNullIterator;
import org.apache.jena.sparql.engine.iterator.QueryIterPeek;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.iterator.QueryIterRepeatApply;
import org.apache.jena.sparql.engine.main.StageGenerator;
import org.apache.jena.sparql.engine.main.StageGeneratorGeneric;
import org.apache.jena.sparql.engine.main.solver.PatternMatchData;

/** Matches basic graph patterns against the view: stars over cells on the columns, all else triple by triple. */
final class StarStage implements StageGenerator {

    private final StageGenerator elsewhere = new StageGeneratorGeneric();

    @Override
    public QueryIterator execute(BasicPattern pattern, QueryIterator input, ExecutionContext execution) {
        if (!(execution.getActiveGraph() instanceof ViewGraph graph)) {
            return elsewhere.execute(pattern, input, execution);
        }
        var rows = QueryIterPeek.create(input, execution);
        Binding first;
        try {
            first = rows.peek();
        } catch (QueryCancelledException cancelled) {
            return new QueryIterFailed(rows, execution, cancelled);
        }
        if (first == null) {
            rows.close();
            return QueryIterNullIterator.create(execution);
        }
        QueryIterator matches = rows;
        for (var step : new PatternOrder(graph).of(pattern.getList(), variables(first))) {
            matches = switch (step) {
                case PatternOrder.Step.Star(ObservationStar star) -> new Stars(matches, star, graph.cubes(), execution);
                case PatternOrder.Step.Single(var single) ->
                    PatternMatchData.execute(graph, BasicPattern.wrap(List.of(single)), matches, null, execution);
            };
        }
        return matches;
    }

    private static Set<Var> variables(Binding binding) {
        var variables = new HashSet<Var>();
        binding.vars().forEachRemaining(variables::add);
        return variables;
    }

    /** For each row, its extensions by the star. */
    private static final class Stars extends QueryIterRepeatApply {
        private final ObservationStar star;
        private final List<Cube> cubes;

        Stars(QueryIterator input, ObservationStar star, List<Cube> cubes, ExecutionContext execution) {
            super(input, execution);
            this.star = star;
            this.cubes = cubes;
        }

        @Override
        protected QueryIterator nextStage(Binding row) {
            Iterator<Binding> found = cubes.size() == 1
                    ? star.matches(cubes.getFirst(), row)
                    : Iter.flatMap(cubes.iterator(), cube -> star.matches(cube, row));
            return QueryIterPlainWrapper.create(found, getExecContext());
        }
    }
}
