package org.socialobservatory.api.ogc;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;
import org.socialobservatory.api.Fixture;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.area.Area;
import org.socialobservatory.ontology.area.AreaVersion;
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.edition.Definitions;
import org.socialobservatory.ontology.edition.EditionContent;

/**
 * Quarters of an invented land, as many as one wants: the cells of a Voronoi diagram, whose edges are bent the same way
 * for both neighbours. The same seed makes the same land.
 */
final class InventedQuarters {

    static final Envelope LAND = new Envelope(-7.2, -6.2, 33.6, 34.6);
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final int BENDS = 4;
    /** Of the length of an edge. */
    private static final double BEND = 0.03;

    private InventedQuarters() {}

    static EditionContent content(int quarters, long seed) {
        var outlines = outlines(quarters, seed);
        var areas = new ArrayList<Area>();
        var versions = new ArrayList<AreaVersion>();
        var cells = new ArrayList<Cell>();
        areas.add(new Area("terre", "town", null, Multilingual.of(Language.FR, "Terre")));
        versions.add(new AreaVersion("terre", Fixture.FOUNDED, null, null, false));
        var random = new Random(seed);
        for (int i = 0; i < outlines.size(); i++) {
            var code = String.format("k%05d", i);
            areas.add(new Area(code, "quartier", "terre", Multilingual.of(Language.FR, "Quartier " + i)));
            versions.add(new AreaVersion(code, Fixture.FOUNDED, null, outlines.get(i), false));
            cells.add(Fixture.cell("analphabetisme", "_T", "2024", code, observed(i, random), i + 2));
        }
        var plain = Fixture.definitions("terre");
        return new EditionContent(
                new Definitions(
                        plain.dataset(),
                        plain.dimensions(),
                        plain.resources(),
                        areas,
                        versions,
                        List.of(),
                        plain.indicators(),
                        List.of(),
                        List.of()),
                cells);
    }

    /** Each hundredth is withheld, each two hundredth has none. */
    private static Observed observed(int quarter, Random random) {
        var value = Fixture.value(BigDecimal.valueOf(random.nextInt(1_000), 1).toPlainString());
        return quarter % 100 == 7 ? Observed.Withheld.CELL : quarter % 200 == 9 ? Observed.Missing.CELL : value;
    }

    static List<Geometry> outlines(int quarters, long seed) {
        var random = new Random(seed);
        var sites = new ArrayList<Coordinate>();
        for (int i = 0; i < quarters; i++) {
            sites.add(new Coordinate(
                    LAND.getMinX() + random.nextDouble() * LAND.getWidth(),
                    LAND.getMinY() + random.nextDouble() * LAND.getHeight()));
        }
        var diagram = new VoronoiDiagramBuilder();
        diagram.setSites(sites);
        diagram.setClipEnvelope(LAND);
        var cells = diagram.getDiagram(FACTORY);
        var outlines = new ArrayList<Geometry>();
        for (int i = 0; i < cells.getNumGeometries(); i++) {
            outlines.add(bent((Polygon) cells.getGeometryN(i)));
        }
        return outlines;
    }

    private static Geometry bent(Polygon cell) {
        var corners = cell.getExteriorRing().getCoordinates();
        var ring = new ArrayList<Coordinate>();
        for (int i = 0; i + 1 < corners.length; i++) {
            ring.addAll(bent(corners[i], corners[i + 1]));
        }
        ring.add(ring.getFirst().copy());
        return FACTORY.createPolygon(ring.toArray(Coordinate[]::new)).norm();
    }

    /** An edge without its last corner; the same points whichever neighbour asks. */
    private static List<Coordinate> bent(Coordinate from, Coordinate to) {
        boolean forward = from.compareTo(to) < 0;
        var first = forward ? from : to;
        var last = forward ? to : from;
        var random = new Random(Arrays.hashCode(new double[] {first.x, first.y, last.x, last.y}));
        var points = new ArrayList<Coordinate>();
        points.add(first);
        for (int i = 1; i < BENDS; i++) {
            double share = (double) i / BENDS;
            double aside = (random.nextDouble() - 0.5) * 2 * BEND;
            double dx = last.x - first.x;
            double dy = last.y - first.y;
            points.add(new Coordinate(first.x + share * dx - aside * dy, first.y + share * dy + aside * dx));
        }
        points.add(last);
        var way = forward ? points : points.reversed();
        return way.subList(0, BENDS);
    }
}
