package org.socialobservatory.api.page.outline;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.socialobservatory.ontology.area.Area;

/**
 * A drawn outline between its neighbours, and what was done to bring it there. Surfaces are in square metres.
 *
 * @param outline valid, in degrees, in its canonical form
 * @param neighbours those with which it shares a border
 * @param moved corners that were moved
 * @param farthest metres by which a corner was moved at most
 * @param gaps what was added so that nothing is left between two areas
 * @param overlaps what was taken away because it is a neighbour's
 * @param left what is still left between it and neighbours, too wide to be meant as one border
 * @param outside surface outside the area above
 */
record Snapped(
        Geometry outline,
        List<Area> neighbours,
        int moved,
        double farthest,
        Pieces gaps,
        Pieces overlaps,
        List<Left> left,
        double outside,
        double before,
        double after) {

    /** Pieces of land. */
    record Pieces(int count, double surface) {}

    /** A gap, with a place within it in degrees. */
    record Left(double surface, Coordinate place) {}
}
