package org.socialobservatory.api.sparql.function;

import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryExecException;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIterNullIterator;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.iterator.QueryIterSingleton;
import org.apache.jena.sparql.pfunction.PropFuncArg;
import org.apache.jena.sparql.pfunction.PropFuncArgType;
import org.apache.jena.sparql.pfunction.PropertyFunctionEval;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.search.SearchIndex;
import org.socialobservatory.api.search.Thing;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.api.snapshot.rdf.RdfView;
import org.socialobservatory.api.snapshot.rdf.description.Names;

/**
 * {@code ?thing text:query "words"} or {@code ("words" limit)}: areas, indicators, datasets and places by their names in
 * any language, the best first, as the search box finds them.
 */
public final class NamedThings extends PropertyFunctionEval {

    /** A query asks for something that is no search. */
    public static final class Misused extends QueryExecException {
        private Misused(String message) {
            super(message);
        }
    }

    private static final Symbol SEARCH = Symbol.create("https://w3id.org/social-observatory/search");
    private static final int MOST = 10_000;

    public NamedThings() {
        super(PropFuncArgType.PF_ARG_SINGLE, PropFuncArgType.PF_ARG_EITHER);
    }

    /** Lets queries of a context search a snapshot. */
    public static void useFor(Context context, Snapshot snapshot) {
        BiFunction<String, Integer, List<Node>> search = (text, limit) -> {
            var names = RdfView.of(snapshot).names();
            return SearchIndex.of(snapshot).find(text, Set.of(), 0, limit).things().stream()
                    .map(thing -> node(thing, names))
                    .toList();
        };
        context.set(SEARCH, search);
    }

    private static Node node(Thing thing, Names names) {
        return switch (thing.kind()) {
            case AREA -> names.area(thing.code());
            case INDICATOR -> names.indicator(thing.code());
            case DATASET -> names.dataset(thing.code());
            case PLACE -> names.thing("place", thing.code());
        };
    }

    @Override
    public QueryIterator execEvaluated(
            Binding row, PropFuncArg subject, Node predicate, PropFuncArg object, ExecutionContext execution) {
        BiFunction<String, Integer, List<Node>> search = execution.getContext().get(SEARCH);
        var asked = object.isList() ? object.getArgList() : List.of(object.getArg());
        if (search == null
                || asked.isEmpty()
                || asked.size() > 2
                || !asked.getFirst().isLiteral()) {
            throw new Misused("text:query takes a text, or a list of a text and a number");
        }
        var found =
                search.apply(asked.getFirst().getLiteralLexicalForm(), limit(asked.size() > 1 ? asked.get(1) : null));
        var thing = subject.getArg();
        if (thing.isConcrete()) {
            return found.contains(thing)
                    ? QueryIterSingleton.create(row, execution)
                    : QueryIterNullIterator.create(execution);
        }
        var variable = Var.alloc(thing);
        return QueryIterPlainWrapper.create(
                Iter.map(found.iterator(), node -> BindingFactory.binding(row, variable, node)), execution);
    }

    private static int limit(@Nullable Node said) {
        if (said == null) {
            return MOST;
        }
        if (said.isLiteral() && said.getLiteralLexicalForm().matches("[1-9][0-9]{0,4}")) {
            return Math.min(MOST, Integer.parseInt(said.getLiteralLexicalForm()));
        }
        throw new Misused("text:query takes a whole number of things");
    }
}
