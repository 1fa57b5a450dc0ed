package org.socialobservatory.api.sparql.limits;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.BooleanSupplier;
import org.apache.jena.query.QueryExecException;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;

/** The rows of an answer up to the limit. What lies beyond it either ends the answer there or fails it. */
public final class LimitedRows implements RowSet {

    private final RowSet rows;
    private final long limit;
    private final boolean partial;
    private final BooleanSupplier full;
    private boolean truncated;
    private boolean empty;

    /**
     * @param partial whether the reader takes the first rows for the answer
     * @param full whether as much has been written as may be
     */
    public LimitedRows(RowSet rows, long limit, boolean partial, BooleanSupplier full) {
        this.rows = rows;
        this.limit = limit;
        this.partial = partial;
        this.full = full;
    }

    /** An answer is longer than permitted. */
    public static final class Exceeded extends QueryExecException {
        public Exceeded() {
            super("The answer is longer than permitted");
        }
    }

    /** Whether rows were left out. */
    public boolean truncated() {
        return truncated;
    }

    /** Computes up to the first row, or fails on the way to it. */
    public void awaitFirst() {
        empty = !rows.hasNext();
    }

    @Override
    public boolean hasNext() {
        if (empty || truncated || !rows.hasNext()) {
            return false;
        }
        if (rows.getRowNumber() < limit && !full.getAsBoolean()) {
            return true;
        }
        if (!partial) {
            throw new Exceeded();
        }
        truncated = true;
        return false;
    }

    @Override
    public Binding next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return rows.next();
    }

    @Override
    public List<Var> getResultVars() {
        return rows.getResultVars();
    }

    @Override
    public long getRowNumber() {
        return rows.getRowNumber();
    }

    @Override
    public void close() {
        rows.close();
    }
}
