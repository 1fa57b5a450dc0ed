package org.socialobservatory.ingest.check;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
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

    private final Findings findings;

    CoverageCheck(Findings findings) {
        this.findings = findings;
    }

    /** An area with the outline that it has now. */
    record Outlined(Area area, Geometry outline) {}

    void check(List<Outlined> areas) {
        var siblings = new TreeMap<String, List<Outlined>>();
        for (Outlined one : areas) {
            var parent = one.area.within() == null ? "" : one.area.within();
            siblings.computeIfAbsent(one.area.level() + " " + parent, _ -> new ArrayList<>())
                    .add(one);
        }
        siblings.values().stream().filter(group -> group.size() > 1).forEach(this::group);
    }

    private void group(List<Outlined> group) {
        var outlines = group.stream().map(Outlined::outline).toArray(Geometry[]::new);
        var faults = CoverageValidator.validate(outlines);
        boolean clean = !CoverageValidator.hasInvalidResult(faults);
        if (!clean) {
            overlaps(group, faults);
        }
        gaps(group, clean ? CoverageUnion.union(outlines) : union(outlines));
    }

    private static Geometry union(Geometry[] outlines) {
        return OverlayNGRobust.union(outlines[0].getFactory().createGeometryCollection(outlines));
    }

    /** Only outlines that do not match a neighbour can overlap one. */
    private void overlaps(List<Outlined> group, Geometry[] faults) {
        var tree = new STRtree();
        for (int i = 0; i < faults.length; i++) {
            if (faults[i] != null) {
                tree.insert(group.get(i).outline.getEnvelopeInternal(), i);
            }
        }
        for (int i = 0; i < faults.length; i++) {
            if (faults[i] != null) {
                for (Object other : tree.query(group.get(i).outline.getEnvelopeInternal())) {
                    if ((int) other > i) {
                        overlap(group.get(i), group.get((int) other));
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
                    double surface = Surface.squareMetres(gap);
                    if (surface >= NEGLIGIBLE) {
                        var at = gap.getInteriorPoint().getCoordinate();
                        findings.add(
                                FindingRule.OUTLINES_GAP,
                                Place.PACKAGE,
                                null,
                                group.getFirst().area.level(),
                                Surface.shown(surface),
                                "%.5f, %.5f".formatted(at.x, at.y));
                    }
                }
            }
        }
    }
}
