package org.socialobservatory.geotools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.sql.Driver;
import java.util.ServiceLoader;
import org.geotools.api.geometry.Position;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.geometry.Position2D;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceSystemsTest {

    @ParameterizedTest
    @CsvSource({
        "EPSG:4326, -6.8, 34.05",
        "EPSG:3857, -6.8, 34.05",
        "EPSG:26191, -6.8, 34.05",
        "EPSG:26192, -9.6, 30.4",
        "EPSG:2154, -1.55, 47.2",
        "EPSG:32628, -17.27, 14.72"
    })
    void takesAPointThereAndBack(String code, double longitude, double latitude) throws Exception {
        var system = CRS.decode(code, true);
        var there = transformed(DefaultGeographicCRS.WGS84, system, new Position2D(longitude, latitude));
        var back = transformed(system, DefaultGeographicCRS.WGS84, there);
        assertThat(back.getOrdinate(0)).isCloseTo(longitude, within(1e-7));
        assertThat(back.getOrdinate(1)).isCloseTo(latitude, within(1e-7));
    }

    private static Position transformed(CoordinateReferenceSystem from, CoordinateReferenceSystem to, Position position)
            throws Exception {
        return CRS.findMathTransform(from, to, true).transform(position, null);
    }

    @Test
    void readsTheDefinitionBesideAShapefile() throws Exception {
        var lambert = CRS.parseWKT("""
                PROJCS["Merchich / Nord Maroc",GEOGCS["Merchich",DATUM["Merchich",
                SPHEROID["Clarke 1880 (IGN)",6378249.2,293.466021293627]],PRIMEM["Greenwich",0],
                UNIT["Degree",0.0174532925199433]],PROJECTION["Lambert_Conformal_Conic_1SP"],
                PARAMETER["latitude_of_origin",33.3],PARAMETER["central_meridian",-5.4],
                PARAMETER["scale_factor",0.999625769],PARAMETER["false_easting",500000],
                PARAMETER["false_northing",300000],UNIT["Meter",1]]""");
        var there =
                transformed(DefaultGeographicCRS.WGS84, CRS.decode("EPSG:26191", true), new Position2D(-6.8, 34.05));
        var back = transformed(lambert, DefaultGeographicCRS.WGS84, there);
        // The text names no shift to WGS 84, which is some 100 m here.
        assertThat(back.getOrdinate(0)).isCloseTo(-6.8, within(2e-3));
        assertThat(back.getOrdinate(1)).isCloseTo(34.05, within(2e-3));
    }

    @Test
    void offersNoDatabaseDriver() {
        assertThat(ServiceLoader.load(Driver.class)).isEmpty();
    }
}
