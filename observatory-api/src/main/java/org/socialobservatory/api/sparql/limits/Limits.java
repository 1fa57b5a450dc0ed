package org.socialobservatory.api.sparql.limits;

import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.util.Context;
import org.socialobservatory.api.snapshot.rdf.Evaluation;

/** Puts a query under its limits. */
public final class Limits {

    private static final FunctionRegistry FUNCTIONS = new SafeFunctions();
    private static final PropertyFunctionRegistry PROPERTIES = new SafeProperties();

    static {
        ValueCache.install();
        Datatypes.install();
    }

    private Limits() {}

    /** The IRIs of the functions that a query may call, in order. */
    public static SortedSet<String> functions() {
        var iris = new TreeSet<String>();
        FUNCTIONS.keys().forEachRemaining(iris::add);
        return iris;
    }

    /** The IRIs of the properties that are computed. */
    public static SortedSet<String> properties() {
        var iris = new TreeSet<String>();
        PROPERTIES.keys().forEachRemaining(iris::add);
        return iris;
    }

    /**
     * Sets what the engine obeys.
     *
     * @param context of one execution
     */
    public static void apply(Context context, Deadline deadline, MemoryBudget budget) {
        context.set(ARQConstants.symCancelQuery, deadline.signal());
        context.setFalse(ARQ.httpServiceAllowed);
        PropertyFunctionRegistry.set(context, PROPERTIES);
        FunctionRegistry.set(context, FUNCTIONS);
        SafeExpressions.useFor(context, deadline, budget, FUNCTIONS);
        BudgetedExecutor.useFor(context, budget);
        Evaluation.countMemory(context, budget::hold);
    }
}
