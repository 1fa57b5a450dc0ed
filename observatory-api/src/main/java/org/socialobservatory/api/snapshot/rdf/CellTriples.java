package org.socialobservatory.api.snapshot.rdf;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.snapshot.Block.Run;

/** The triples of a cube that match a pattern. */
final class CellTriples {

    private CellTriples() {}

    /** Terms that are not concrete match everything. */
    static Iterator<Triple> find(Cube cube, Node subject, Node predicate, Node object) {
        var columns = cube.columns(predicate);
        if (cube.isEmpty() || columns.isEmpty()) {
            return Collections.emptyIterator();
        }
        if (subject.isConcrete()) {
            int cell = cube.cell(subject);
            return cell < 0
                    ? Collections.emptyIterator()
                    : ofCell(cube, subject, cell, columns, object).iterator();
        }
        if (object.isConcrete()) {
            return new OfObject(cube, columns, object);
        }
        return new OfAll(cube, columns);
    }

    private static List<Triple> ofCell(Cube cube, Node subject, int cell, List<Column> columns, Node object) {
        var run = cube.block().runOf(cell);
        var found = new java.util.ArrayList<Triple>(columns.size());
        for (Column column : columns) {
            var said = column.object(cell, run);
            if (said != null && (!object.isConcrete() || said.equals(object))) {
                found.add(Triple.create(subject, column.predicate(), said));
            }
        }
        return found;
    }

    static long count(Cube cube) {
        long count = 0;
        var columns = cube.columns(Node.ANY);
        for (Run run : cube.block().runs()) {
            for (int cell = run.from(); cell < run.to(); cell++) {
                for (Column column : columns) {
                    count += column.says(cell, run) ? 1 : 0;
                }
            }
        }
        return count;
    }

    /** Cell by cell, all that the columns say. */
    private static final class OfAll implements Iterator<Triple> {
        private final Cube cube;
        private final List<Column> columns;
        private final CellScan scan;
        private int column;
        private @Nullable Node subject;
        private @Nullable Triple next;

        OfAll(Cube cube, List<Column> columns) {
            this.cube = cube;
            this.columns = columns;
            scan = new CellScan(cube.block(), new CellConstraints(), Evaluation.UNBOUNDED);
            column = columns.size();
        }

        @Override
        public boolean hasNext() {
            while (next == null) {
                if (column == columns.size()) {
                    if (!scan.advance()) {
                        return false;
                    }
                    column = 0;
                    subject = null;
                }
                var object = columns.get(column).object(scan.cell(), scan.run());
                if (object != null) {
                    if (subject == null) {
                        subject = cube.subject(scan.cell(), scan.run());
                    }
                    next = Triple.create(subject, columns.get(column).predicate(), object);
                }
                column++;
            }
            return true;
        }

        @Override
        public Triple next() {
            if (!hasNext() || next == null) {
                throw new NoSuchElementException();
            }
            var triple = next;
            next = null;
            return triple;
        }
    }

    /** Column by column, the cells that say an object. */
    private static final class OfObject implements Iterator<Triple> {
        private final Cube cube;
        private final Iterator<Column> columns;
        private final Node object;
        private @Nullable Column column;
        private @Nullable CellScan scan;
        private @Nullable Triple next;

        OfObject(Cube cube, List<Column> columns, Node object) {
            this.cube = cube;
            this.columns = columns.iterator();
            this.object = object;
        }

        @Override
        public boolean hasNext() {
            while (next == null) {
                if (scan != null && column != null && scan.advance()) {
                    next = Triple.create(cube.subject(scan.cell(), scan.run()), column.predicate(), object);
                } else if (columns.hasNext()) {
                    column = columns.next();
                    var wanted = new CellConstraints();
                    scan = column.restrict(wanted, object)
                            ? new CellScan(cube.block(), wanted, Evaluation.UNBOUNDED)
                            : null;
                } else {
                    return false;
                }
            }
            return true;
        }

        @Override
        public Triple next() {
            if (!hasNext() || next == null) {
                throw new NoSuchElementException();
            }
            var triple = next;
            next = null;
            return triple;
        }
    }
}
