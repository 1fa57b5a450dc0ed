package org.socialobservatory.api.page.outline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.socialobservatory.api.ogc.InventedQuarters;
import org.socialobservatory.api.problem.ApiProblem.Refused;
import org.socialobservatory.api.problem.ProblemRule;
import org.socialobservatory.ingest.check.Outlines;
import org.socialobservatory.ingest.check.Surface;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.area.Area;

/** Drawn outlines between neighbours that keep theirs; a thousandth of a degree is about a hundred metres here. */
class SnappingTest {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    /** The neighbour in the west, with a corner in the middle of its eastern border. */
    private static final Geometry WEST = shape("0 0, 0.01 0, 0.0101 0.005, 0.01 0.01, 0 0.01");

    private static final Geometry EAST = shape("0.02 0, 0.03 0, 0.03 0.01, 0.02 0.01");

    private static Geometry shape(String corners) {
        try {
            var first = corners.split(",", 2)[0];
            return Outlines.canonical(new WKTReader().read("POLYGON ((" + corners + ", " + first + "))"));
        } catch (ParseException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    private static Snapped snap(Geometry drawn, double tolerance, @Nullable Geometry above, Geometry... standing) {
        var neighbours = new ArrayList<Neighbour>();
        for (Geometry one : standing) {
            neighbours.add(
                    new Neighbour(new Area("n" + neighbours.size(), "quartier", null, Multilingual.none()), one));
        }
        return Snapping.snap(drawn, neighbours, above, tolerance, Area::code);
    }

    private static double shared(Geometry one, Geometry other) {
        return Surface.squareMetres(OverlayNGRobust.overlay(one, other, OverlayNG.INTERSECTION));
    }

    private static boolean holds(Geometry outline, double longitude, double latitude) {
        return Arrays.asList(outline.getCoordinates()).contains(new Coordinate(longitude, latitude));
    }

    @Test
    void closesAGapOfAFewMetres() {
        var snapped =
                snap(shape("0.01015 0.00008, 0.02 0.00003, 0.01992 0.0099, 0.01008 0.01005"), 25, null, WEST, EAST);
        assertThat(shared(snapped.outline(), WEST)).isLessThan(1);
        assertThat(snapped.moved()).isEqualTo(4);
        assertThat(snapped.farthest()).isBetween(5.0, 25.0);
        assertThat(snapped.gaps().count()).isPositive();
        assertThat(snapped.left()).isEmpty();
        assertThat(snapped.neighbours()).extracting(Area::code).containsExactly("n0", "n1");
        assertThat(CoverageValidator.isValid(new Geometry[] {snapped.outline(), WEST, EAST}))
                .isTrue();
    }

    @Test
    void goesThroughTheCornersOfANeighboursBorder() {
        var snapped = snap(shape("0.01 0, 0.02 0, 0.02 0.01, 0.01 0.01"), 15, null, WEST);
        assertThat(holds(snapped.outline(), 0.0101, 0.005)).isTrue();
        assertThat(snapped.overlaps().count()).isOne();
        assertThat(CoverageValidator.isValid(new Geometry[] {snapped.outline(), WEST}))
                .isTrue();
    }

    @Test
    void givesBackWhatBelongsToANeighbour() {
        var drawn = shape("0.008 0, 0.015 0, 0.015 0.01, 0.008 0.01");
        var snapped = snap(drawn, 10, null, WEST);
        assertThat(shared(snapped.outline(), WEST)).isLessThan(1);
        assertThat(snapped.before() - snapped.after()).isBetween(200_000.0, 300_000.0);
        assertThat(snapped.overlaps().surface()).isBetween(200_000.0, 300_000.0);
    }

    @Test
    void leavesAWideGapAndSaysWhere() {
        var around = shape("0.01 -0.01, 0.03 -0.01, 0.03 0.02, 0.01 0.02, 0.01 0.01, 0.025 0.01, 0.025 0, 0.01 0");
        var snapped = snap(shape("0.01 0, 0.02 0, 0.02 0.01, 0.01 0.01"), 15, null, WEST, around);
        assertThat(snapped.left()).singleElement().satisfies(gap -> {
            assertThat(gap.surface()).isGreaterThan(500_000);
            assertThat(gap.place().x).isBetween(0.02, 0.025);
        });
    }

    @Test
    void endsAtTheBorderOfTheAreaAbove() {
        var town = shape("0.01 0, 0.02 0, 0.02 0.01, 0.01 0.01");
        var snapped = snap(shape("0.01005 0.00005, 0.02004 0.00003, 0.0199 0.01004, 0.0101 0.0099"), 20, town);
        assertThat(Surface.squareMetres(snapped.outline()))
                .isCloseTo(Surface.squareMetres(town), org.assertj.core.data.Offset.offset(1.0));
        assertThat(snapped.outside()).isLessThan(1);
    }

    @Test
    void saysWhatLiesOutsideTheAreaAbove() {
        var town = shape("0.01 0, 0.02 0, 0.02 0.01, 0.01 0.01");
        var snapped = snap(shape("0.01 0, 0.025 0, 0.025 0.01, 0.01 0.01"), 20, town);
        assertThat(snapped.outside()).isBetween(500_000.0, 700_000.0);
    }

    @Test
    void refusesWhatMostlyBelongsToOthers() {
        assertThatThrownBy(() -> snap(shape("-1 -1, 1 -1, 1 1, -1 1"), 10, null, shape("-1 -1, 0.9 -1, 0.9 1, -1 1")))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.rule()).isEqualTo(ProblemRule.OUTLINE_TAKEN);
                    assertThat(refused.value()).isEqualTo("n0");
                });
        assertThatThrownBy(() -> snap(WEST, 10, null, WEST)).isInstanceOf(Refused.class);
    }

    @Test
    void leavesARightOutlineAsItIs() {
        var snapped = snap(EAST, 20, null, WEST);
        assertThat(snapped.outline().equalsExact(EAST)).isTrue();
        assertThat(snapped.moved()).isZero();
        assertThat(snapped.gaps().count() + snapped.overlaps().count()).isZero();
    }

    /** Whoever follows a quarter with a hand that misses its border by some metres gets the quarter. */
    @Test
    void findsTheQuarterThatAHandMeant() {
        var quarters = InventedQuarters.outlines(300, 11).stream()
                .map(Outlines::canonical)
                .toList();
        var inside = new Envelope(InventedQuarters.LAND);
        inside.expandBy(-0.08);
        var random = new Random(5);
        int tried = 0;
        for (int i = 0; i < quarters.size(); i++) {
            var quarter = quarters.get(i);
            if (inside.contains(quarter.getEnvelopeInternal())) {
                var others = new ArrayList<>(quarters);
                others.remove(i);
                var snapped = snap(shaken(quarter, random), 40, null, others.toArray(Geometry[]::new));
                assertThat(differing(snapped.outline(), quarter))
                        .as(quarter.toText())
                        .isLessThan(500);
                for (Geometry other : others) {
                    assertThat(shared(snapped.outline(), other)).isLessThan(1);
                }
                assertThat(snapped.outline().isValid()).isTrue();
                assertThat(snapped.left()).isEmpty();
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(100);
    }

    private static double differing(Geometry one, Geometry other) {
        return Surface.squareMetres(OverlayNGRobust.overlay(one, other, OverlayNG.SYMDIFFERENCE));
    }

    /** Up to twenty metres aside, each third corner left out where the line stays near. */
    private static Geometry shaken(Geometry quarter, Random random) {
        var drawn = new ArrayList<Coordinate>();
        for (Coordinate corner : List.of(quarter.getCoordinates()).subList(1, quarter.getNumPoints())) {
            drawn.add(new Coordinate(
                    corner.x + (random.nextDouble() - 0.5) * 0.0003, corner.y + (random.nextDouble() - 0.5) * 0.0003));
        }
        drawn.add(drawn.getFirst().copy());
        var shaken = FACTORY.createPolygon(drawn.toArray(Coordinate[]::new));
        return shaken.isValid() ? shaken : quarter;
    }
}
