package org.socialobservatory.ingest.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.socialobservatory.ingest.source.Findings;
import org.socialobservatory.ontology.area.Area;
import org.socialobservatory.ontology.finding.Finding.Place;
import org.socialobservatory.ontology.finding.FindingRule;

/** Looks for gaps and overlaps between the areas of one level under one parent. */
final class CoverageCheck {

    /** Square metres below which it is the rounding of two programs and nobody's mistake. */
    private static final double NEGLIGIBLE = 1;

    /** Share of a parent below which what its areas leave uncovered is another drawing of the same border. */
    private static final double OF_THE_PARENT = 0.01;

    /** Degrees, about ten metres: two borders nearer than this and not the same were meant to be the same. */
    private static final double SLIVER = 1e-4;

    /** Square metres below which two borders that part at a sharp corner leave no sliver. */
    private static final double SMALLEST_SLIVER = 100;

    private final Findings findings;

    CoverageCheck(Findings findings) {
        this.findings = findings;
    }

    /** An area with the outline that it has now. */
    record Outlined(Area area, Geometry outline) {}

    /**
     * Checks the areas of each level under each parent.
     *
     * @param wholes the outlines of parents all of whose areas are outlined, by their codes
     */
    void check(List<Outlined> areas, Map<String, Geometry> wholes) {
        var siblings = new TreeMap<String, List<Outlined>>();
        for (Outlined one : areas) {
            var parent = one.area.within() == null ? "" : one.area.within();
            siblings.computeIfAbsent(one.area.level() + " " + parent, _ -> new ArrayList<>())
                    .add(one);
        }
        siblings.values().stream().filter(group -> group.size() > 1).forEach(group -> {
            var parent = group.getFirst().area.within();
            group(group, parent == null ? null : wholes.get(parent));
        });
    }

    private void group(List<Outlined> group, @Nullable Geometry whole) {
        var outlines = group.stream().map(Outlined::outline).toArray(Geometry[]::new);
        var faults = CoverageValidator.validate(outlines);
        boolean clean = !CoverageValidator.hasInvalidResult(faults);
        if (!clean) {
            overlaps(group, faults);
        }
        var union = clean ? CoverageUnion.union(outlines) : union(outlines);
        gaps(group, union);
        slivers(group, union, CoverageValidator.validate(outlines, SLIVER));
        if (whole != null) {
            uncovered(group, union, whole);
        }
    }

    /** A narrow gap between two neighbours that is open at one end, so that it is no hole. */
    private void slivers(List<Outlined> group, Geometry union, Geometry[] narrow) {
        pairs(group, narrow, (first, second) -> {
            if (narrow[first].isWithinDistance(narrow[second], SLIVER)) {
                sliver(group, group.get(first).outline, group.get(second).outline, union);
            }
        });
    }

    private void sliver(List<Outlined> group, Geometry first, Geometry second, Geometry union) {
        var both = OverlayNGRobust.overlay(first, second, OverlayNG.UNION);
        var closed = both.buffer(SLIVER / 2, 1).buffer(-SLIVER / 2, 1);
        var open = OverlayNGRobust.overlay(closed, withoutHoles(union), OverlayNG.DIFFERENCE);
        for (int i = 0; i < open.getNumGeometries(); i++) {
            if (open.getGeometryN(i) instanceof Polygon part
                    && Surface.squareMetres(part) >= SMALLEST_SLIVER
                    && part.isWithinDistance(first, SLIVER / 100)
                    && part.isWithinDistance(second, SLIVER / 100)) {
                gap(group, part);
            }
        }
    }

    /** What no area of the level covers at the border of the parent, where no ring of areas goes round it. */
    private void uncovered(List<Outlined> group, Geometry union, Geometry whole) {
        double least = OF_THE_PARENT * Surface.squareMetres(whole);
        var left = OverlayNGRobust.overlay(whole, withoutHoles(union), OverlayNG.DIFFERENCE);
        for (int i = 0; i < left.getNumGeometries(); i++) {
            if (left.getGeometryN(i) instanceof Polygon part && Surface.squareMetres(part) >= least) {
                gap(group, part);
            }
        }
    }

    private static Geometry withoutHoles(Geometry union) {
        var parts = new ArrayList<Polygon>();
        for (int i = 0; i < union.getNumGeometries(); i++) {
            if (union.getGeometryN(i) instanceof Polygon polygon) {
                parts.add(polygon.getFactory().createPolygon(polygon.getExteriorRing()));
            }
        }
        return union(parts.toArray(Geometry[]::new));
    }

    private static Geometry union(Geometry[] outlines) {
        return OverlayNGRobust.union(outlines[0].getFactory().createGeometryCollection(outlines));
    }

    /** Only outlines that do not match a neighbour can overlap one. */
    private void overlaps(List<Outlined> group, Geometry[] faults) {
        pairs(group, faults, (first, second) -> overlap(group.get(first), group.get(second)));
    }

    /** Neighbours among those in which a fault was found, each pair once, by their places in the group. */
    private static void pairs(List<Outlined> group, Geometry[] faults, BiConsumer<Integer, Integer> pair) {
        var tree = new STRtree();
        for (int i = 0; i < faults.length; i++) {
            if (faults[i] != null) {
                tree.insert(group.get(i).outline.getEnvelopeInternal(), i);
            }
        }
        for (int i = 0; i < faults.length; i++) {
            if (faults[i] != null) {
                var around = new Envelope(group.get(i).outline.getEnvelopeInternal());
                around.expandBy(SLIVER);
                for (Object other : tree.query(around)) {
                    if ((int) other > i) {
                        pair.accept(i, (int) other);
                    }
                }
            }
        }
    }

    private void overlap(Outlined first, Outlined second) {
        var shared = OverlayNGRobust.overlay(first.outline, second.outline, OverlayNG.INTERSECTION);
        double surface = Surface.squareMetres(shared);
        if (surface >= NEGLIGIBLE) {
            findings.add(
                    FindingRule.OUTLINES_OVERLAP,
                    Place.PACKAGE,
                    first.area.code(),
                    first.area.code(),
                    second.area.code(),
                    Surface.shown(surface));
        }
    }

    private void gaps(List<Outlined> group, Geometry union) {
        for (int i = 0; i < union.getNumGeometries(); i++) {
            if (union.getGeometryN(i) instanceof Polygon polygon) {
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    var gap = polygon.getFactory().createPolygon(polygon.getInteriorRingN(hole));
                    if (Surface.squareMetres(gap) >= NEGLIGIBLE) {
                        gap(group, gap);
                    }
                }
            }
        }
    }

    private void gap(List<Outlined> group, Polygon gap) {
        var at = gap.getInteriorPoint().getCoordinate();
        findings.add(
                FindingRule.OUTLINES_GAP,
                Place.PACKAGE,
                null,
                group.getFirst().area.level(),
                Surface.shown(Surface.squareMetres(gap)),
                "%.5f, %.5f".formatted(at.x, at.y));
    }
}
