package org.socialobservatory.api.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

class StretchTest {

    private static LineString ring(double... pairs) {
        var points = new Coordinate[pairs.length / 2];
        for (int i = 0; i < points.length; i++) {
            points[i] = new Coordinate(pairs[2 * i], pairs[2 * i + 1]);
        }
        return new GeometryFactory().createLinearRing(points);
    }

    @Test
    void liesInTheBroadPartOfAnArea() {
        var foot = ring(0, 0, 10, 0, 10, 4, 2, 4, 2, 10, 0, 10, 0, 0);
        var stretch = Stretch.longest(List.of(foot), 0, 10);
        assertThat(stretch.latitude()).isBetween(0.0, 4.0);
        assertThat(stretch.length()).isCloseTo(10, within(1e-9));
    }

    @Test
    void doesNotCrossAHole() {
        var outer = ring(0, 0, 10, 0, 10, 10, 0, 10, 0, 0);
        var hole = ring(3, 0.1, 9, 0.1, 9, 9.9, 3, 9.9, 3, 0.1);
        var stretch = Stretch.longest(List.of(outer, hole), 0, 10);
        assertThat(stretch.west()).isZero();
        assertThat(stretch.east()).isCloseTo(3, within(1e-9));
    }
}
