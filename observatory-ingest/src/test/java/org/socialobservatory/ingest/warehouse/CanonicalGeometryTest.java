package org.socialobservatory.ingest.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

class CanonicalGeometryTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POINT (-6.8 34.05)",
                "LINESTRING (-6.8 34.05, -6.7 34.123456784)",
                "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 1 2, 2 2, 2 1, 1 1))",
                "MULTIPOINT ((2 2), (1 1))",
                "MULTILINESTRING ((0 0, 1 1), (5 5, 6 6))",
                "MULTIPOLYGON (((5 5, 6 5, 6 6, 5 5)), ((0 0, 1 0, 1 1, 0 0)))",
                "GEOMETRYCOLLECTION (POINT (1 2), POLYGON ((0 0, 1 0, 1 1, 0 0)))"
            })
    void aShapeComesBackFromItsTextAndHasOneTextOnly(String wkt) {
        var canonical = CanonicalGeometry.of(Editions.shape(wkt));
        var text = CanonicalGeometry.json(canonical);

        assertThat(CanonicalGeometry.read(text).equalsExact(canonical)).isTrue();
        assertThat(CanonicalGeometry.json(Editions.shape(wkt).reverse())).isEqualTo(text);
    }

    @Test
    void everyRoundedCoordinateComesBackToTheBit() {
        var random = new Random(8);
        var points = new Coordinate[5_000];
        for (int i = 0; i < points.length; i++) {
            points[i] = new Coordinate(random.nextDouble(-180, 180), random.nextDouble(-90, 90));
        }
        var canonical = CanonicalGeometry.of(new GeometryFactory().createMultiPointFromCoords(points));

        assertThat(CanonicalGeometry.read(CanonicalGeometry.json(canonical)).equalsExact(canonical))
                .isTrue();
    }
}
