package org.socialobservatory.api.snapshot.rdf;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBase;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.snapshot.Block.Run;

/**
 * The cells that match a star, as bindings. A binding knows its cell and makes a term only when somebody reads it: a
 * count or an average over a million cells makes no IRIs.
 */
final class Matches implements Iterator<Binding> {

    static final Matches NONE = new Matches();

    private final @Nullable Shape shape;
    private final @Nullable CellScan scan;
    private boolean ready;

    /**
     * What all bindings of a star have in common.
     *
     * @param columns for each variable the column that it reads, null for the subject
     */
    private record Shape(Cube cube, Binding given, List<Var> variables, List<@Nullable Column> columns) {}

    private Matches() {
        shape = null;
        scan = null;
    }

    Matches(Cube cube, Binding given, List<Var> variables, List<@Nullable Column> columns, CellScan scan) {
        shape = new Shape(cube, given, variables, columns);
        this.scan = scan;
    }

    @Override
    public boolean hasNext() {
        if (!ready && scan != null) {
            ready = scan.advance();
        }
        return ready;
    }

    @Override
    public Binding next() {
        if (!hasNext() || shape == null || scan == null) {
            throw new NoSuchElementException();
        }
        ready = false;
        return shape.variables.isEmpty() ? shape.given : new CellBinding(shape, scan.cell(), scan.run());
    }

    private static final class CellBinding extends BindingBase {
        private final Shape shape;
        private final int cell;
        private final Run run;
        private @Nullable Node @Nullable [] made;

        CellBinding(Shape shape, int cell, Run run) {
            super(shape.given);
            this.shape = shape;
            this.cell = cell;
            this.run = run;
        }

        @Override
        protected Iterator<Var> vars1() {
            return shape.variables.iterator();
        }

        @Override
        protected int size1() {
            return shape.variables.size();
        }

        @Override
        protected boolean isEmpty1() {
            return false;
        }

        @Override
        protected boolean contains1(Var variable) {
            return place(variable) >= 0;
        }

        private int place(Var variable) {
            return shape.variables.indexOf(variable);
        }

        @Override
        protected @Nullable Node get1(Var variable) {
            int place = place(variable);
            if (place < 0) {
                return null;
            }
            if (made == null) {
                made = new Node[shape.variables.size()];
            }
            var node = made[place];
            if (node == null) {
                var column = shape.columns.get(place);
                node = column == null ? shape.cube.subject(cell, run) : column.object(cell, run);
                made[place] = node;
            }
            return node;
        }

        @Override
        protected Binding detachWithNewParent(Binding parent) {
            var copy = BindingFactory.builder(parent);
            for (Var variable : shape.variables) {
                copy.add(variable, get1(variable));
            }
            return copy.build();
        }
    }
}
