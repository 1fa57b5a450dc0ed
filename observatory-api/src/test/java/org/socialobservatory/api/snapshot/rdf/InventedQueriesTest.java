package org.socialobservatory.api.snapshot.rdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.util.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.socialobservatory.api.Fixture;

/** Whatever is asked, the view answers as ARQ alone would, which knows nothing of stars and columns. */
class InventedQueriesTest {

    private static final int QUERIES = Integer.getInteger("observatory.invented-queries", 600);
    /** Of the plain evaluation; what takes longer is not compared. */
    private static final int SECONDS = 2;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 4);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void answersAsPlainlyEvaluated(long seed) {
        compare(seed);
    }

    @Test
    void answersQueriesOfANewSeedAsPlainlyEvaluated() {
        compare(System.nanoTime());
    }

    private final List<String> told = new ArrayList<>();

    private void compare(long seed) {
        var random = new Random(seed);
        var view = Town.with(List.of(
                        Fixture.content(),
                        InventedCube.of("drawn", seed, 90),
                        InventedCube.of("drawn-too", seed + 1, 30)))
                .view();
        int compared = 0;
        for (int drawn = 0; drawn < QUERIES; drawn++) {
            var text = InventedQuery.draw(random);
            var query = QueryFactory.create(InventedQuery.PREFIXES + text, Syntax.syntaxSPARQL_11);
            try {
                compare(view, query, "seed " + seed + ", query " + drawn + ": " + text);
                compared++;
            } catch (QueryCancelledException tooLong) {
                assertThat(tooLong).isNotNull();
            }
        }
        assertThat(compared).as("compared, seed %d", seed).isGreaterThan(QUERIES * 9 / 10);
        for (String done :
                List.of("aggregate on the columns", "filter pushed down", "joined on", "joined with the rest")) {
            assertThat(told).as("done, seed %d", seed).anyMatch(step -> step.contains(done));
        }
    }

    private void compare(ObservatoryDatasetGraph view, Query query, String name) {
        boolean anyRows = query.hasLimit() && !query.hasOrderBy();
        var unlimited = query.cloneQuery();
        if (anyRows) {
            unlimited.setLimit(Query.NOLIMIT);
        }
        var expected = rows(view, unlimited, true);
        var actual = rows(view, query, false);
        if (query.hasOrderBy()) {
            assertThat(actual).as(name).isEqualTo(expected);
        } else if (anyRows) {
            assertThat(actual).as(name).hasSize((int) Math.min(expected.size(), query.getLimit()));
            var left = counts(expected);
            counts(actual)
                    .forEach((row, times) ->
                            assertThat(left.getOrDefault(row, 0)).as(name).isGreaterThanOrEqualTo(times));
        } else {
            assertThat(counts(actual)).as(name).isEqualTo(counts(expected));
        }
    }

    private List<String> rows(ObservatoryDatasetGraph view, Query query, boolean plainly) {
        var context = Context.setupContextForDataset(ARQ.getContext().copy(), view);
        if (plainly) {
            ViewQueryEngine.plainly(context);
        } else {
            Evaluation.explain(context, told::add);
        }
        var rows = new ArrayList<String>();
        try (var execution = QueryExec.newBuilder()
                .dataset(view)
                .query(query)
                .context(context)
                .timeout(SECONDS, TimeUnit.SECONDS)
                .build()) {
            execution.select().forEachRemaining(row -> rows.add(text(row, query)));
        }
        return rows;
    }

    private static String text(Binding row, Query query) {
        var text = new StringBuilder();
        query.getProjectVars()
                .forEach(variable -> text.append(row.get(variable)).append(" | "));
        return text.toString();
    }

    private static Map<String, Integer> counts(List<String> rows) {
        var counts = new HashMap<String, Integer>();
        rows.forEach(row -> counts.merge(row, 1, Integer::sum));
        return counts;
    }
}
