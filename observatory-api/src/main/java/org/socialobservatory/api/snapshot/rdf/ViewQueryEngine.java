package org.socialobservatory.api.snapshot.rdf;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.Plan;
import org.apache.jena.sparql.engine.QueryEngineFactory;
import org.apache.jena.sparql.engine.QueryEngineRegistry;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.main.QueryEngineMain;
import org.apache.jena.sparql.engine.main.StageBuilder;
import org.apache.jena.sparql.util.Context;

/** ARQ over the view: graphs named by a query are those of the view, and stars are matched on the columns. */
final class ViewQueryEngine extends QueryEngineMain {

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
