package org.socialobservatory.api.ogc.cql2;

import java.util.function.Predicate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.relateng.RelateNG;
import org.locationtech.jts.operation.relateng.RelatePredicate;
import org.locationtech.jts.operation.relateng.TopologyPredicate;

/** How two geometries lie to one another (OGC 06-103r4 §6.1.15). */
final class SpatialRelation {

    private SpatialRelation() {}

    static boolean holds(Operator relation, Geometry a, Geometry b) {
        return RelateNG.relate(a, b, predicate(relation));
    }

    /** For one geometry against many: it is prepared once. */
    static Predicate<Geometry> of(Operator relation, Geometry fixed) {
        var prepared = RelateNG.prepare(fixed);
        var box = fixed.getEnvelopeInternal();
        boolean apart = relation == Operator.S_DISJOINT;
        return other ->
                box.intersects(other.getEnvelopeInternal()) ? prepared.evaluate(other, predicate(relation)) : apart;
    }

    /** The same relation seen from the other geometry. */
    static Operator converse(Operator relation) {
        return switch (relation) {
            case S_WITHIN -> Operator.S_CONTAINS;
            case S_CONTAINS -> Operator.S_WITHIN;
            default -> relation;
        };
    }

    /** One may be used once. */
    private static TopologyPredicate predicate(Operator relation) {
        return switch (relation) {
            case S_INTERSECTS -> RelatePredicate.intersects();
            case S_EQUALS -> RelatePredicate.equalsTopo();
            case S_DISJOINT -> RelatePredicate.disjoint();
            case S_TOUCHES -> RelatePredicate.touches();
            case S_WITHIN -> RelatePredicate.within();
            case S_OVERLAPS -> RelatePredicate.overlaps();
            case S_CROSSES -> RelatePredicate.crosses();
            case S_CONTAINS -> RelatePredicate.contains();
            default -> throw new IllegalArgumentException(relation.code());
        };
    }
}
