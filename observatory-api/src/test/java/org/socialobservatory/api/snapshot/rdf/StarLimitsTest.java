package org.socialobservatory.api.snapshot.rdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryExecException;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.util.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The view's own operators keep the limits of a query as ARQ's do. */
class StarLimitsTest {

    private static final String BY_OBSERVATION =
            "SELECT ?i ?a (SUM(?v) AS ?s) { ?o obs:indicator ?i ; dim:refArea ?a ; measure:obsValue ?v } GROUP BY ?i ?a";
    private static final String BY_COMPANIONS = "SELECT ?b (SUM(?v) AS ?s) { ?o dim:refArea ?a ; measure:obsValue ?v . "
            + "?a obs:within* ?b } GROUP BY ?b";
    private static final String PATHS = "SELECT ?a ?b { ?a obs:level ?l . ?a obs:within* ?b }";

    private final ObservatoryDatasetGraph view = Town.with(Town.contents(5)).view();

    private long rows(String query, Consumer<Context> limits) {
        var context = Context.setupContextForDataset(ARQ.getContext().copy(), view);
        limits.accept(context);
        try (var execution = QueryExec.newBuilder()
                .dataset(view)
                .query(InventedQuery.PREFIXES + query)
                .context(context)
                .build()) {
            long rows = 0;
            for (var answer = execution.select(); answer.hasNext(); answer.next()) {
                rows++;
            }
            return rows;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {BY_OBSERVATION, BY_COMPANIONS, PATHS})
    void countsWhatItHolds(String query) {
        var held = new AtomicLong();
        assertThat(rows(query, context -> Evaluation.countMemory(context, held::addAndGet)))
                .isPositive();
        assertThat(held.get()).isGreaterThan(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {BY_OBSERVATION, BY_COMPANIONS, PATHS})
    void endsWhereThereIsNoMoreToHold(String query) {
        assertThatThrownBy(() -> rows(
                        query,
                        context -> Evaluation.countMemory(context, _ -> {
                            throw new QueryExecException("no more");
                        })))
                .isInstanceOf(QueryExecException.class)
                .hasMessage("no more");
    }

    @Test
    void endsWhenItIsCancelled() {
        var signal = new AtomicBoolean(true);
        assertThatThrownBy(() -> rows(BY_OBSERVATION, context -> context.set(ARQConstants.symCancelQuery, signal)))
                .isInstanceOf(QueryCancelledException.class);
    }
}
