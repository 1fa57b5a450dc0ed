package org.socialobservatory.api.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.LineString;

/**
 * A stretch along a parallel that lies within an area.
 *
 * @param west its end, in degrees
 * @param east its other end
 */
record Stretch(double west, double east, double latitude) {

    /** Parallels that are tried: enough for the bays and necks of a quarter. */
    private static final int PARALLELS = 24;
    /** Parallels to either side that must be within the area too, since a name has a height. */
    private static final int BAND = 2;

    double length() {
        return east - west;
    }

    /** The middle of the longest band within an area, where its name has most room. */
    static Stretch longest(List<LineString> rings, double south, double north) {
        var lines = new ArrayList<List<Stretch>>();
        for (int i = 0; i < PARALLELS; i++) {
            lines.add(within(rings, latitude(i, south, north)));
        }
        var longest = new Stretch(0, 0, south);
        for (int i = BAND; i < PARALLELS - BAND; i++) {
            for (var stretch : lines.get(i)) {
                for (var beside : lines.subList(i - BAND, i + BAND + 1)) {
                    stretch = stretch.common(beside);
                }
                if (stretch.length() > longest.length()) {
                    longest = stretch;
                }
            }
        }
        return longest;
    }

    /**
     * How far an area reaches to the west and the east, from its middle outwards: beside these its name may stand. Each
     * holds for a band as high as a name.
     */
    static List<Stretch> reaches(List<LineString> rings, double south, double north) {
        var lines = new ArrayList<List<Stretch>>();
        for (int i = 0; i < PARALLELS; i++) {
            lines.add(within(rings, latitude(i, south, north)));
        }
        var reaches = new ArrayList<Stretch>();
        for (int i = BAND; i < PARALLELS - BAND; i++) {
            var band = lines.subList(i - BAND, i + BAND + 1).stream()
                    .flatMap(List::stream)
                    .toList();
            reaches.add(new Stretch(
                    band.stream().mapToDouble(Stretch::west).min().orElse(0),
                    band.stream().mapToDouble(Stretch::east).max().orElse(0),
                    latitude(i, south, north)));
        }
        reaches.sort(Comparator.comparingDouble(reach -> Math.abs(reach.latitude() - (south + north) / 2)));
        return reaches;
    }

    private static double latitude(int line, double south, double north) {
        return south + (line + 0.5) * (north - south) / PARALLELS;
    }

    /** What is left of this stretch on another parallel. */
    private Stretch common(List<Stretch> others) {
        var most = new Stretch(west, west, latitude);
        for (var other : others) {
            var both = new Stretch(Math.max(west, other.west), Math.min(east, other.east), latitude);
            if (both.length() > most.length()) {
                most = both;
            }
        }
        return most;
    }

    /** The stretches of a parallel that lie between the rings of an area, from the west. */
    private static List<Stretch> within(List<LineString> rings, double latitude) {
        double[] crossings = rings.stream()
                .flatMapToDouble(ring -> Arrays.stream(crossings(ring, latitude)))
                .sorted()
                .toArray();
        var inside = new ArrayList<Stretch>();
        for (int i = 0; i + 1 < crossings.length; i += 2) {
            inside.add(new Stretch(crossings[i], crossings[i + 1], latitude));
        }
        return inside;
    }

    private static double[] crossings(LineString ring, double latitude) {
        var points = ring.getCoordinateSequence();
        var found = new double[points.size()];
        int count = 0;
        for (int i = 1; i < points.size(); i++) {
            double from = points.getY(i - 1);
            double to = points.getY(i);
            if (from > latitude != to > latitude) {
                double share = (latitude - from) / (to - from);
                found[count++] = points.getX(i - 1) + share * (points.getX(i) - points.getX(i - 1));
            }
        }
        return Arrays.copyOf(found, count);
    }
}
