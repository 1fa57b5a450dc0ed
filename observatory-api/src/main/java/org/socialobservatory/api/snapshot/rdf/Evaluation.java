package org.socialobservatory.api.snapshot.rdf;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.snapshot.rdf.description.Terms;

/**
 * The evaluation of one query as the operators of the view meet it: when it is over, what it may hold, and who wants to
 * know how it is done.
 */
public final class Evaluation {

    private static final Symbol MEMORY = Symbol.create("https://w3id.org/social-observatory/memory");
    private static final Symbol LISTENER = Symbol.create("https://w3id.org/social-observatory/listener");

    private final @Nullable AtomicBoolean cancelled;
    private final @Nullable LongConsumer memory;
    private final @Nullable Consumer<String> listener;

    /** Ends when its thread is interrupted; a look-up of triples knows of no query. */
    static final Evaluation UNBOUNDED = new Evaluation(null, null, null);

    private Evaluation(
            @Nullable AtomicBoolean cancelled, @Nullable LongConsumer memory, @Nullable Consumer<String> listener) {
        this.cancelled = cancelled;
        this.memory = memory;
        this.listener = listener;
    }

    static Evaluation of(ExecutionContext execution) {
        var context = execution.getContext();
        return new Evaluation(execution.getCancelSignal(), context.get(MEMORY), context.get(LISTENER));
    }

    /**
     * Has somebody count what the operators hold until the query ends.
     *
     * @param memory is told of the bytes before; may throw
     */
    public static void countMemory(Context context, LongConsumer memory) {
        context.set(MEMORY, memory);
    }

    /**
     * Has somebody listen how each part of the query is answered.
     *
     * @param listener is told in English
     */
    public static void explain(Context context, Consumer<String> listener) {
        context.set(LISTENER, listener);
    }

    void hold(long bytes) {
        if (memory != null) {
            memory.accept(bytes);
        }
    }

    /** Ends the query here when it is cancelled. */
    void check() {
        if ((cancelled != null && cancelled.get()) || Thread.currentThread().isInterrupted()) {
            throw new QueryCancelledException();
        }
    }

    boolean isExplained() {
        return listener != null;
    }

    void explain(String step) {
        if (listener != null) {
            listener.accept(shortened(step));
        }
    }

    private static String shortened(String step) {
        var text = step;
        for (var prefix : Terms.PREFIXES.entrySet()) {
            text = text.replace(prefix.getValue(), prefix.getKey() + ":");
        }
        return text;
    }
}
