package org.socialobservatory.api.snapshot.rdf;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.Plan;
import org.apache.jena.sparql.engine.QueryEngineFactory;
import org.apache.jena.sparql.engine.QueryEngineRegistry;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.main.QueryEngineMain;
import org.apache.jena.sparql.engine.main.StageBuilder;
import org.apache.jena.sparql.engine.main.StageGeneratorGeneric;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;

/** ARQ over the view: graphs named by a query are those of the view, and stars are matched on the columns. */
final class ViewQueryEngine extends QueryEngineMain {

    private static final Symbol PLAIN = Symbol.create("https://w3id.org/social-observatory/plain");

    private ViewQueryEngine(Query query, DatasetGraph dataset, Binding input, Context context) {
        super(query, dataset, input, context);
    }

    private ViewQueryEngine(Op op, DatasetGraph dataset, Binding input, Context context) {
        super(op, dataset, input, context);
    }

    /** Makes every query of a dataset with this context run here. */
    static void useFor(Context context) {
        var engines = new QueryEngineRegistry();
        engines.add(new Factory());
        QueryEngineRegistry.set(context, engines);
        StageBuilder.setGenerator(context, new StarStage());
        // A filter in the midst of a basic graph pattern would cut stars in two.
        context.setFalse(ARQ.optFilterPlacementBGP);
    }

    /** Makes the queries of an execution run as ARQ alone would run them; what it answers is the measure. */
    static void plainly(Context context) {
        context.setTrue(PLAIN);
        StageBuilder.setGenerator(context, new StageGeneratorGeneric());
    }

    @Override
    protected Op modifyOp(Op op) {
        var optimised = super.modifyOp(op);
        return context.isTrue(PLAIN) ? optimised : Transformer.transform(new Pushdown(), optimised);
    }

    @Override
    protected DatasetGraph dynamicDataset(DatasetDescription named, DatasetGraph dataset, boolean unionDefault) {
        return dataset instanceof ObservatoryDatasetGraph view
                ? view.of(nodes(named.getDefaultGraphURIs()), nodes(named.getNamedGraphURIs()))
                : super.dynamicDataset(named, dataset, unionDefault);
    }

    private static List<Node> nodes(List<String> names) {
        return names.stream().map(NodeFactory::createURI).toList();
    }

    private static final class Factory implements QueryEngineFactory {

        @Override
        public boolean accept(Query query, DatasetGraph dataset, Context context) {
            return true;
        }

        @Override
        public Plan create(Query query, DatasetGraph dataset, Binding input, Context context) {
            return new ViewQueryEngine(query, dataset, input, context).getPlan();
        }

        @Override
        public boolean accept(Op op, DatasetGraph dataset, Context context) {
            return true;
        }

        @Override
        public Plan create(Op op, DatasetGraph dataset, Binding input, Context context) {
            return new ViewQueryEngine(op, dataset, input, context).getPlan();
        }
    }
}
