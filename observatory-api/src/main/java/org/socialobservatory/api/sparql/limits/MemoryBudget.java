package org.socialobservatory.api.sparql.limits;

import java.util.Iterator;
import org.apache.jena.datatypes.xsd.impl.XSDBaseNumericType;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryExecException;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.jspecify.annotations.Nullable;

/**
 * What a query holds in sorting, grouping, joining and paths, roughly counted. Used by the one thread that runs the
 * query.
 */
public final class MemoryBudget implements AutoCloseable {

    /** A row without its values, in bytes. */
    private static final int ROW = 48;
    /** A value with its place in the row, in bytes; most are IRIs of some hundred letters or shared with the data. */
    private static final int VALUE = 112;
    /** Letters that are in {@link #VALUE} already. */
    private static final int LETTERS = 64;
    /** In letters; a longer text is counted when it is made and for as long as the query lasts. */
    private static final int LONG = 1 << 16;
    /** What is taken from the pool at once, in bytes. */
    private static final long PORTION = 1 << 20;

    private static final int COUNTS_BETWEEN_LOOKS = 1 << 12;

    private final MemoryPool pool;
    private long held;
    private long taken;
    private int counted;

    MemoryBudget(MemoryPool pool) {
        this.pool = pool;
    }

    /** A query would hold more than there is. */
    public static final class Exceeded extends QueryExecException {
        Exceeded() {
            super("The query holds more than its budget of memory");
        }
    }

    void hold(Binding row) {
        long bytes = ROW;
        for (Iterator<Var> variables = row.vars(); variables.hasNext(); ) {
            bytes += VALUE + text(row.get(variables.next()));
        }
        hold(bytes);
    }

    /** The letters of a node beyond those of most. */
    static long text(@Nullable Node node) {
        int letters = 0;
        if (node != null && node.isURI()) {
            letters = node.getURI().length();
        } else if (node != null && node.isLiteral() && !(node.getLiteralDatatype() instanceof XSDBaseNumericType)) {
            letters = node.getLiteralLexicalForm().length();
        }
        return Math.max(0, letters - LETTERS);
    }

    /** A text was made, and stays nobody knows where. */
    void make(int letters) {
        if (letters > LONG) {
            hold(letters);
        }
    }

    void hold(long bytes) {
        held += bytes;
        while (held > taken) {
            if (!pool.take(PORTION)) {
                throw new Exceeded();
            }
            taken += PORTION;
        }
        look();
    }

    /** Looks after the heap itself now and then, for what cannot be counted. */
    void look() {
        if (++counted % COUNTS_BETWEEN_LOOKS == 0 && pool.heapIsFull()) {
            throw new Exceeded();
        }
    }

    void release(long bytes) {
        held -= bytes;
    }

    @Override
    public void close() {
        pool.give(taken);
        taken = 0;
        held = 0;
    }
}
