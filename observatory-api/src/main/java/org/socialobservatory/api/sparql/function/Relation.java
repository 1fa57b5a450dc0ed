package org.socialobservatory.api.sparql.function;

import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionBase2;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.geom.prep.PreparedGeometry;

/** How two shapes may lie to each other: the simple features family of GeoSPARQL. */
public enum Relation {
    EQUALS("sfEquals") {
        @Override
        boolean asked(PreparedGeometry one, PreparedGeometry other) {
            return one.getGeometry().equalsTopo(other.getGeometry());
        }
    },
    DISJOINT("sfDisjoint") {
        @Override
        boolean asked(PreparedGeometry one, PreparedGeometry other) {
            return one.disjoint(other.getGeometry());
        }
    },
    INTERSECTS("sfIntersects") {
        @Override
        boolean asked(PreparedGeometry one, PreparedGeometry other) {
            return one.intersects(other.getGeometry());
        }
    },
    TOUCHES("sfTouches") {
        @Override
        boolean asked(PreparedGeometry one, PreparedGeometry other) {
            return one.touches(other.getGeometry());
        }
    },
    CROSSES("sfCrosses") {
        @Override
        boolean asked(PreparedGeometry one, PreparedGeometry other) {
            return one.crosses(other.getGeometry());
        }
    },
    WITHIN("sfWithin") {
        @Override
        boolean asked(PreparedGeometry one, PreparedGeometry other) {
            return other.contains(one.getGeometry());
        }
    },
    CONTAINS("sfContains") {
        @Override
        boolean asked(PreparedGeometry one, PreparedGeometry other) {
            return one.contains(other.getGeometry());
        }
    },
    OVERLAPS("sfOverlaps") {
        @Override
        boolean asked(PreparedGeometry one, PreparedGeometry other) {
            return one.overlaps(other.getGeometry());
        }
    };

    private final String code;

    Relation(String code) {
        this.code = code;
    }

    /** As GeoSPARQL names it. */
    public String code() {
        return code;
    }

    abstract boolean asked(PreparedGeometry one, PreparedGeometry other);

    /** Shapes that cross themselves have no answer. */
    boolean holds(PreparedGeometry one, PreparedGeometry other) {
        try {
            return asked(one, other);
        } catch (TopologyException | IllegalArgumentException impossible) {
            throw new ExprEvalException("The shapes cannot be compared", impossible);
        }
    }

    /** The function {@code geof:…} of two literals. */
    public FunctionBase2 function() {
        return new FunctionBase2() {
            @Override
            public NodeValue exec(NodeValue one, NodeValue other) {
                return NodeValue.makeBoolean(holds(Shapes.of(one), Shapes.of(other)));
            }
        };
    }
}
