package org.socialobservatory.api.ogc;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.socialobservatory.api.http.Parameters;
import org.socialobservatory.api.problem.ApiProblem.BadParameter;
import org.socialobservatory.api.problem.ProblemRule;

/**
 * The part of the world that a reader asks for (OGC 17-069r4 §7.15.3, OGC 18-058r1 §6.3).
 *
 * @param parts in longitude and latitude; two where the box spans the antimeridian
 */
record BoundingBox(List<PreparedGeometry> parts) {

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();
    /** A straight edge of one system is bent in another: it is followed in this many steps. */
    private static final int STEPS = 32;

    /** Reads {@code bbox} and {@code bbox-crs}; null where no box is asked for. */
    static @Nullable BoundingBox read(Parameters parameters) {
        var crs = parameters.one("bbox-crs").map(name -> crs("bbox-crs", name)).orElse(Crs.CRS84);
        var numbers = parameters.decimals("bbox");
        if (numbers.isEmpty()) {
            return null;
        }
        boolean tall = numbers.size() == 6;
        if ((numbers.size() != 4 && !tall) || (tall && numbers.get(2).compareTo(numbers.get(5)) > 0)) {
            throw refused(parameters);
        }
        var box = corners(numbers);
        int longitude = crs.hasLatitudeFirst() ? 1 : 0;
        boolean backwards = box[longitude] > box[longitude + 2];
        boolean around = backwards && crs.isGeographic();
        if ((backwards && !around) || box[1 - longitude] > box[3 - longitude]) {
            throw refused(parameters);
        }
        try {
            var parts = around ? halves(crs, box) : List.of(stored(crs, box));
            return new BoundingBox(
                    parts.stream().map(PreparedGeometryFactory::prepare).toList());
        } catch (IllegalArgumentException outside) {
            throw refused(parameters);
        }
    }

    static Crs crs(String parameter, String name) {
        return Crs.of(name).orElseThrow(() -> new BadParameter(ProblemRule.UNKNOWN_CRS, parameter, name, Crs.uris()));
    }

    private static BadParameter refused(Parameters parameters) {
        return new BadParameter(
                ProblemRule.MALFORMED_VALUE, "bbox", parameters.one("bbox").orElse(""), List.of());
    }

    /** Both corners without their heights. */
    private static double[] corners(List<BigDecimal> numbers) {
        int dimensions = numbers.size() / 2;
        return new double[] {
            numbers.get(0).doubleValue(),
            numbers.get(1).doubleValue(),
            numbers.get(dimensions).doubleValue(),
            numbers.get(dimensions + 1).doubleValue()
        };
    }

    private static List<Geometry> halves(Crs crs, double[] box) {
        return crs.hasLatitudeFirst()
                ? List.of(
                        stored(crs, new double[] {box[0], box[1], box[2], 180}),
                        stored(crs, new double[] {box[0], -180, box[2], box[3]}))
                : List.of(
                        stored(crs, new double[] {box[0], box[1], 180, box[3]}),
                        stored(crs, new double[] {-180, box[1], box[2], box[3]}));
    }

    private static Geometry stored(Crs crs, double[] box) {
        var rectangle = GEOMETRIES.toGeometry(new Envelope(box[0], box[2], box[1], box[3]));
        double longest = Math.max(box[2] - box[0], box[3] - box[1]);
        return crs.isGeographic() || longest == 0
                ? crs.stored(rectangle)
                : crs.stored(Densifier.densify(rectangle, longest / STEPS));
    }

    /** Boxes in longitude and latitude outside of which nothing meets this one. */
    List<Envelope> around() {
        return parts.stream()
                .map(part -> part.getGeometry().getEnvelopeInternal())
                .toList();
    }

    boolean meets(Geometry geometry) {
        var box = geometry.getEnvelopeInternal();
        return parts.stream().anyMatch(part -> {
            var limits = part.getGeometry().getEnvelopeInternal();
            boolean inside = part.getGeometry().isRectangle() && limits.contains(box);
            return inside || (limits.intersects(box) && part.intersects(geometry));
        });
    }
}
