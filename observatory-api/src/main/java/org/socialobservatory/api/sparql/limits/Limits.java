package org.socialobservatory.api.sparql.limits;

import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.util.Context;
import org.socialobservatory.api.snapshot.rdf.Evaluation;

/** Puts a query under its limits. */
public final class Limits {

    private static final FunctionRegistry FUNCTIONS = new SafeFunctions();

    private Limits() {}

    /**
     * Sets what the engine obeys.
     *
     * @param context of one execution
     */
    public static void apply(Context context, Deadline deadline, MemoryBudget budget) {
        context.set(ARQConstants.symCancelQuery, deadline.signal());
        context.setFalse(ARQ.httpServiceAllowed);
        // Property functions are found by name, with java: IRIs among them.
        context.setFalse(ARQ.enablePropertyFunctions);
        FunctionRegistry.set(context, FUNCTIONS);
        SafeExpressions.useFor(context, deadline, FUNCTIONS);
        BudgetedExecutor.useFor(context, budget);
        Evaluation.countMemory(context, budget::hold);
    }
}
