package org.socialobservatory.api.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/**
 * An invented land of as many quarters as one wants: the cells of a Voronoi diagram, whose edges are bent the same way for
 * both neighbours. The same seed makes the same land.
 */
public final class InventedLand {

    public static final Envelope LAND = new Envelope(-7.2, -6.2, 33.6, 34.6);
    /** Indicators with a figure for each quarter. */
    static final List<String> INDICATORS = List.of("first-share", "second-share", "third-share");

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final int BENDS = 4;
    /** Of the length of an edge. */
    private static final double BEND = 0.03;

    private static final String DESCRIPTION = """
            name: invented-land
            title: {fr: Pays inventé, ar: أرض خيالية, en: Invented land}
            fictitious: true
            town: land
            licenses: [{name: CC0-1.0}]
            sources: [{title: Invented}]
            resources:
              - {name: land, path: land.csv, observatory: {role: areas, level: town, code: code, name: {fr: name, ar: name, en: name}}}
              - {name: quarters, path: quarters.geojson, observatory: {role: areas, level: quartier, within: land, code: code, name: {fr: name, ar: name, en: name}}}
              - {name: shares, path: shares.csv, observatory: {role: indicators, code: code, label: {fr: label, ar: label, en: label}, unit: percent, kind: proportion}}
              - name: figures
                path: figures.csv
                observatory:
                  role: observations
                  source: exhaustive
                  disclosure: already-public
                  area: {column: area, level: quartier}
                  period: {value: 2024}
                  indicator: {column: indicator}
                  value: {column: value}
            """;

    private InventedLand() {}

    /** A data package of the land. */
    static void write(Path folder, int quarters, long seed) throws IOException {
        write(folder, quarters, seed, BENDS);
    }

    /** @param bends into how many parts each edge is bent; more make more detailed outlines */
    static void write(Path folder, int quarters, long seed, int bends) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("datapackage.yaml"), DESCRIPTION);
        Files.writeString(folder.resolve("land.csv"), "code,name\nland,Land\n");
        var shares = new StringBuilder("code,label\n");
        INDICATORS.forEach(indicator ->
                shares.append(indicator).append(',').append(indicator).append('\n'));
        Files.writeString(folder.resolve("shares.csv"), shares);
        var outlines = outlines(quarters, seed, bends);
        var random = new Random(seed);
        try (var shapes = Files.newBufferedWriter(folder.resolve("quarters.geojson"));
                var figures = Files.newBufferedWriter(folder.resolve("figures.csv"))) {
            shapes.write("{\"type\":\"FeatureCollection\",\"features\":[");
            figures.write("area,indicator,value\n");
            for (int i = 0; i < outlines.size(); i++) {
                var code = String.format(Locale.ROOT, "k%05d", i);
                shapes.write(i == 0 ? "\n" : ",\n");
                shapes.write(feature(code, "Quarter " + i, outlines.get(i)));
                for (String indicator : INDICATORS) {
                    figures.write(
                            String.format(Locale.ROOT, "%s,%s,%.1f%n", code, indicator, 100 * random.nextDouble()));
                }
            }
            shapes.write("\n]}\n");
        }
    }

    private static String feature(String code, String name, Geometry outline) {
        var ring = new StringBuilder();
        for (Coordinate corner : outline.getCoordinates()) {
            ring.append(ring.isEmpty() ? "" : ",")
                    .append(String.format(Locale.ROOT, "[%.8f,%.8f]", corner.x, corner.y));
        }
        return "{\"type\":\"Feature\",\"properties\":{\"code\":\"%s\",\"name\":\"%s\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[%s]]}}"
                .formatted(code, name, ring);
    }

    /** The outlines of quarters that leave no gap between them. */
    public static List<Geometry> outlines(int quarters, long seed) {
        return outlines(quarters, seed, BENDS);
    }

    private static List<Geometry> outlines(int quarters, long seed, int bends) {
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
            outlines.add(bent((Polygon) cells.getGeometryN(i), bends));
        }
        return outlines;
    }

    private static Geometry bent(Polygon cell, int bends) {
        var corners = cell.getExteriorRing().getCoordinates();
        var ring = new ArrayList<Coordinate>();
        for (int i = 0; i + 1 < corners.length; i++) {
            ring.addAll(bent(corners[i], corners[i + 1], bends));
        }
        ring.add(ring.getFirst().copy());
        return FACTORY.createPolygon(ring.toArray(Coordinate[]::new)).norm();
    }

    /** An edge without its last corner; the same points whichever neighbour asks. */
    private static List<Coordinate> bent(Coordinate from, Coordinate to, int bends) {
        boolean forward = from.compareTo(to) < 0;
        var first = forward ? from : to;
        var last = forward ? to : from;
        var random = new Random(Arrays.hashCode(new double[] {first.x, first.y, last.x, last.y}));
        var points = new ArrayList<Coordinate>();
        points.add(first);
        for (int i = 1; i < bends; i++) {
            double share = (double) i / bends;
            double aside = (random.nextDouble() - 0.5) * 2 * BEND * BENDS / bends;
            double dx = last.x - first.x;
            double dy = last.y - first.y;
            points.add(new Coordinate(first.x + share * dx - aside * dy, first.y + share * dy + aside * dx));
        }
        points.add(last);
        var way = forward ? points : points.reversed();
        return way.subList(0, bends);
    }
}
