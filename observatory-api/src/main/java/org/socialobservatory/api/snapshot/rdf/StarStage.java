package org.socialobservatory.api.snapshot.rdf;

import java.util.List;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.main.StageGenerator;
import org.apache.jena.sparql.engine.main.StageGeneratorGeneric;

/** Matches basic graph patterns against the view: stars over cells on the columns, all else triple by triple. */
final class StarStage implements StageGenerator {

    private final StageGenerator elsewhere = new StageGeneratorGeneric();

    @Override
    public QueryIterator execute(BasicPattern pattern, QueryIterator input, ExecutionContext execution) {
        if (!(execution.getActiveGraph() instanceof ViewGraph graph)) {
            return elsewhere.execute(pattern, input, execution);
        }
        return StarJoin.of(
                graph, new Conjunction.Parts(pattern.getList(), List.of(), List.of(), List.of()), input, execution);
    }
}
