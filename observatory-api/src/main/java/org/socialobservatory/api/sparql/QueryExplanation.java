package org.socialobservatory.api.sparql;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.util.Context;
import org.socialobservatory.api.snapshot.rdf.Evaluation;

/** How a query is answered, in words: it is run within its limits, and its rows are counted instead of written. */
final class QueryExplanation {

    private static final String CONTENT_TYPE = "text/plain;charset=utf-8";
    /** A query that does the same thing in a thousand ways is not explained better by telling all of them. */
    private static final int MOST_STEPS = 200;

    private final Set<String> steps = new LinkedHashSet<>();
    private final long begin = System.nanoTime();

    void listen(Context context) {
        Evaluation.explain(context, step -> {
            if (steps.size() < MOST_STEPS) {
                steps.add(step);
            }
        });
    }

    /** @param rowLimit counting ends there */
    void write(QueryExec execution, long rowLimit, Pipe out) throws IOException {
        var answer = answer(execution, rowLimit);
        var text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "%s, %.1f ms%n", answer, (System.nanoTime() - begin) / 1e6));
        int number = 0;
        for (String step : steps) {
            text.append(++number).append(". ").append(step).append('\n');
        }
        if (steps.isEmpty()) {
            text.append("Nothing was pushed down: the plain evaluator answers.\n");
        }
        out.begin(CONTENT_TYPE);
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String answer(QueryExec execution, long rowLimit) {
        var query = execution.getQuery();
        if (query.isAskType()) {
            return Boolean.toString(execution.ask());
        }
        if (query.isDescribeType()) {
            return execution.describe().size() + " triples";
        }
        long rows = 0;
        var all = query.isSelectType() ? execution.select() : execution.constructTriples();
        while (all.hasNext() && rows < rowLimit) {
            all.next();
            rows++;
        }
        return rows + (all.hasNext() ? " rows and more" : query.isSelectType() ? " rows" : " triples");
    }
}
