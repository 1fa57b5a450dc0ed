package org.socialobservatory.api.sparql;

import java.io.InterruptedIOException;
import java.util.List;
import org.apache.jena.query.QueryCancelledException;
import org.socialobservatory.api.problem.ApiProblem;
import org.socialobservatory.api.problem.ApiProblem.BadParameter;
import org.socialobservatory.api.problem.ApiProblem.Refused;
import org.socialobservatory.api.problem.ProblemRule;
import org.socialobservatory.api.sparql.function.NamedThings;
import org.socialobservatory.api.sparql.limits.Bounds;
import org.socialobservatory.api.sparql.limits.Deadline;
import org.socialobservatory.api.sparql.limits.LimitedRows;
import org.socialobservatory.api.sparql.limits.MemoryBudget;

/** What the failure of a query means to who asked it. */
final class QueryFailure {

    private QueryFailure() {}

    static RuntimeException problem(Throwable reason, Deadline deadline) {
        return switch (reason) {
            case ApiProblem problem -> problem;
            case QueryCancelledException _, InterruptedIOException _ -> outOfTime(deadline);
            case MemoryBudget.Exceeded _, OutOfMemoryError _ -> new Refused(ProblemRule.MEMORY_LIMIT);
            case LimitedRows.Exceeded _ -> new Refused(ProblemRule.MEMORY_LIMIT);
            case NamedThings.Misused misused ->
                new BadParameter(ProblemRule.QUERY_SYNTAX, "query", String.valueOf(misused.getMessage()), List.of());
            case Bounds.Unreasonable beyond ->
                new BadParameter(ProblemRule.QUERY_SYNTAX, "query", String.valueOf(beyond.getMessage()), List.of());
            case StackOverflowError _ ->
                new BadParameter(ProblemRule.QUERY_SYNTAX, "query", "nested too deeply", List.of());
            case RuntimeException _ when deadline.isOver() -> outOfTime(deadline);
            case RuntimeException failure -> failure;
            default -> new IllegalStateException(reason);
        };
    }

    private static Refused outOfTime(Deadline deadline) {
        var seconds = java.math.BigDecimal.valueOf(deadline.allowance().toNanos(), 9)
                .stripTrailingZeros()
                .toPlainString();
        return new Refused(ProblemRule.TIME_LIMIT, seconds, List.of());
    }
}
