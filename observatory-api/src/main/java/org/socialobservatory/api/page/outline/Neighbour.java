package org.socialobservatory.api.page.outline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ontology.area.Area;
import org.socialobservatory.ontology.area.AreaVersion;

/**
 * An area of the same level whose outline stands.
 *
 * @param outline in degrees
 */
record Neighbour(Area area, Geometry outline) {

    /** The areas of a level that reach into a box, without one of them. */
    static List<Neighbour> around(Snapshot snapshot, String level, @Nullable Area without, Envelope box) {
        var found = new ArrayList<Neighbour>();
        for (Area area : snapshot.territory().areas()) {
            if (area.level().equals(level) && !area.equals(without)) {
                var outline = outline(snapshot, area.code());
                if (outline != null && outline.getEnvelopeInternal().intersects(box)) {
                    found.add(new Neighbour(area, outline));
                }
            }
        }
        return found;
    }

    /** The outline of an area that stands; null where it has none. */
    static @Nullable Geometry outline(Snapshot snapshot, String area) {
        return snapshot.territory().outlined(area).map(AreaVersion::outline).orElse(null);
    }
}
