package org.socialobservatory.api.sparql;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.util.Context;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.http.Negotiation;
import org.socialobservatory.api.problem.ApiProblem.BadParameter;
import org.socialobservatory.api.problem.ApiProblem.Refused;
import org.socialobservatory.api.problem.ProblemRule;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.api.snapshot.rdf.ObservatoryDatasetGraph;
import org.socialobservatory.api.snapshot.rdf.RdfForm;
import org.socialobservatory.api.snapshot.rdf.RdfView;
import org.socialobservatory.api.sparql.function.NamedThings;
import org.socialobservatory.api.sparql.limits.Deadline;
import org.socialobservatory.api.sparql.limits.LimitedGraph;
import org.socialobservatory.api.sparql.limits.LimitedRows;
import org.socialobservatory.api.sparql.limits.Limits;
import org.socialobservatory.api.sparql.limits.MemoryBudget;
import org.socialobservatory.api.sparql.limits.MemoryPool;
import org.springframework.http.MediaType;

/**
 * The answer to a query: understood, run within its limits, written in the form that the reader likes best.
 *
 * @param text of the query
 * @param base what its relative IRIs are relative to
 * @param accept the header of the request
 * @param beginOnly whether the reader wants the headers alone
 * @param rowLimit rows or triples of the longest answer
 * @param byteLimit the longest answer, written out
 */
record QueryAnswer(
        ProtocolRequest request,
        String text,
        String base,
        Snapshot snapshot,
        @Nullable String accept,
        boolean beginOnly,
        long rowLimit,
        long byteLimit,
        MemoryPool memory)
        implements QueryRun.Work {

    @Override
    public void answer(Pipe out, Deadline deadline) throws IOException {
        var query = QueryText.parse(text, base);
        // Refused before the query costs anything.
        var explanation = new QueryExplanation();
        var write = request.explain() ? explanation(explanation) : answer(query);
        try (var budget = memory.budget();
                var execution = execution(query, deadline, budget, request.explain() ? explanation::listen : _ -> {})) {
            write.run(execution, budget, out);
        }
    }

    private Writing answer(Query query) {
        return query.isSelectType() || query.isAskType() ? results(query) : graph(query);
    }

    private Writing explanation(QueryExplanation explanation) {
        return (execution, _, out) -> explanation.write(execution, rowLimit, out);
    }

    /** Runs a query and writes what comes of it. */
    @FunctionalInterface
    private interface Writing {
        void run(QueryExec execution, MemoryBudget budget, Pipe out) throws IOException;
    }

    private QueryExec execution(Query query, Deadline deadline, MemoryBudget budget, Consumer<Context> listening) {
        var dataset = dataset(query);
        var context = Context.setupContextForDataset(ARQ.getContext().copy(), dataset);
        Limits.apply(context, deadline, budget);
        listening.accept(context);
        NamedThings.useFor(context, snapshot);
        return QueryExec.newBuilder()
                .dataset(dataset)
                .query(query)
                .context(context)
                .build();
    }

    /** The graphs that the request names stand in the place of those that the query names (Protocol §2.1.4). */
    private ObservatoryDatasetGraph dataset(Query query) {
        var view = RdfView.of(snapshot).dataset();
        boolean named =
                !request.defaultGraphs().isEmpty() || !request.namedGraphs().isEmpty();
        if (!named) {
            return view;
        }
        query.getGraphURIs().clear();
        query.getNamedGraphURIs().clear();
        return view.of(nodes(request.defaultGraphs()), nodes(request.namedGraphs()));
    }

    private static List<Node> nodes(List<String> iris) {
        return iris.stream().map(NodeFactory::createURI).toList();
    }

    private Writing results(Query query) {
        var form = chosen(
                ResultForm::of,
                ResultForm.byMediaType(),
                Arrays.stream(ResultForm.values()).map(ResultForm::code).toList());
        if (query.isAskType()) {
            return (execution, _, out) -> {
                boolean answer = execution.ask();
                out.begin(form.contentType());
                ResultWriter.write(form, answer, out);
            };
        }
        return (execution, _, out) -> {
            var rows =
                    new LimitedRows(execution.select(), rowLimit, request.partial(), () -> out.written() > byteLimit);
            // The first row is pulled before the status goes out: until here a failure has a status of its own.
            rows.awaitFirst();
            out.begin(form.contentType());
            if (!beginOnly) {
                ResultWriter.write(form, rows, out);
            }
        };
    }

    private Writing graph(Query query) {
        var form = chosen(
                RdfForm::of,
                RdfForm.byMediaType(),
                Arrays.stream(RdfForm.values()).map(RdfForm::code).toList());
        return (execution, budget, out) -> {
            var graph = new LimitedGraph(rowLimit, request.partial(), budget);
            if (query.isDescribeType()) {
                execution.describe(graph);
            } else {
                var triples = execution.constructTriples();
                while (!graph.truncated() && triples.hasNext()) {
                    graph.add(triples.next());
                }
            }
            out.begin(form.contentType());
            if (!beginOnly) {
                form.write(graph.triples(), out.upTo(byteLimit));
            }
        };
    }

    private <T> T chosen(Function<String, Optional<T>> named, Map<MediaType, T> offered, List<String> names) {
        if (request.form().isPresent()) {
            var name = request.form().get();
            return named.apply(name)
                    .orElseThrow(() -> new BadParameter(ProblemRule.UNKNOWN_FORMAT, "output", name, names));
        }
        return Negotiation.best(accept, offered)
                .orElseThrow(() -> new Refused(
                        ProblemRule.NOT_ACCEPTABLE,
                        null,
                        offered.keySet().stream().map(MediaType::toString).toList()));
    }
}
