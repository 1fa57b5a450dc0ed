package org.socialobservatory.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.algorithm.distance.DiscreteHausdorffDistance;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.socialobservatory.ontology.area.AreaVersion;
import org.socialobservatory.ontology.finding.FindingRule;
import org.socialobservatory.ontology.reference.ReferenceData;
import org.socialobservatory.ontology.reference.ReferenceFolder;

/** The arrondissements of Salé are the same ground in whatever file and reference system they come. */
@ReferenceData
class CrsTest {

    /** Metres of outline. */
    private static final double TOLERANCE = 0.05;
    /** Part of a side after which a further point is measured: corners alone would miss what lies between them. */
    private static final double DENSITY = 0.5;

    private static final String PACKAGE = """
            name: sale-outlines
            title: {fr: x, ar: x, en: x}
            licenses: [{name: ODbL-1.0}]
            resources:
              - name: town
                path: town.csv
                observatory: {role: areas, level: town, code: code, name: {fr: n, ar: n, en: n}}
              - name: outlines
                path: FILE
                observatory:
                  role: areas
                  level: arrondissement
                  within: "4441010"
                  code: CODE
                  name: {fr: NAME, ar: NAME, en: NAME}
            """;

    private static final String CODES =
            "{column: code, codes: {044410103: 44410103, 044410105: 44410105, 044410106: 44410106,"
                    + " 044410107: 44410107, 044410109: 44410109}}";

    @TempDir
    private Path folder;

    @Test
    void putsAShapefileInMerchichWhereTheGeoJsonIs() throws IOException {
        for (String ending : new String[] {"shp", "shx", "dbf", "prj", "cpg"}) {
            copy("crs/sale_merchich_26191." + ending, "sale." + ending);
        }
        assertSameGround(outlines("sale.shp", CODES, "name"));
    }

    @Test
    void putsAZippedShapefileThere() throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("sale.zip")))) {
            for (String ending : new String[] {"shp", "dbf", "prj", "cpg"}) {
                zip.putNextEntry(new ZipEntry("layers/sale." + ending));
                zip.write(Files.readAllBytes(ReferenceFolder.path("crs/sale_merchich_26191." + ending)));
            }
        }
        assertSameGround(outlines("sale.zip", CODES, "name"));
    }

    @Test
    void putsAGeoPackageThere() throws IOException {
        copy("crs/sale.gpkg", "sale.gpkg");
        assertSameGround(outlines("sale.gpkg", CODES, "name"));
    }

    @Test
    void takesTheSystemThatThePackageDeclares() throws IOException {
        copy("crs/sale_merchich_26191.shp", "sale.shp");
        copy("crs/sale_merchich_26191.dbf", "sale.dbf");
        try (var read = read("sale.shp", CODES, "name", "")) {
            read.refusedFor(FindingRule.GEOMETRY_WITHOUT_CRS);
        }
        try (var read = read("sale.shp", CODES, "name", "\n    crs: EPSG:26191")) {
            assertSameGround(outlines(read));
        }
        try (var read = read("sale.shp", CODES, "name", "\n    crs: EPSG:2619100")) {
            read.refusedFor(FindingRule.CRS_UNKNOWN);
        }
        try (var read = read("sale.shp", CODES, "name", "\n    crs: EPSG:4326")) {
            read.refusedFor(FindingRule.OUTSIDE_WORLD);
        }
    }

    private void copy(String from, String to) throws IOException {
        Files.copy(ReferenceFolder.path(from), folder.resolve(to));
    }

    private Town.Read read(String file, String code, String name, String crs) throws IOException {
        Files.writeString(folder.resolve("town.csv"), "code,n\n4441010,Salé\n");
        Files.writeString(
                folder.resolve("datapackage.yaml"),
                PACKAGE.replace("FILE", file + crs).replace("CODE", code).replace("NAME", name));
        return Town.read(folder, Town.NOTHING);
    }

    private Map<String, Geometry> outlines(String file, String code, String name) throws IOException {
        try (var read = read(file, code, name, "")) {
            return outlines(read);
        }
    }

    private static Map<String, Geometry> outlines(Town.Read read) {
        assertThat(read.intake().content())
                .as(() -> read.intake().findings().toString())
                .isPresent();
        var outlines = new TreeMap<String, Geometry>();
        for (AreaVersion version :
                read.intake().content().orElseThrow().definitions().areaVersions()) {
            if (version.outline() != null) {
                outlines.put(version.area(), version.outline());
            }
        }
        return outlines;
    }

    private void assertSameGround(Map<String, Geometry> found) throws IOException {
        Files.copy(
                ReferenceFolder.path("sale-rgph2024/arrondissements.geojson"),
                folder.resolve("arrondissements.geojson"));
        var expected = outlines("arrondissements.geojson", "code_arr", "nom_fr");
        assertThat(found).containsOnlyKeys(expected.keySet());
        expected.forEach((code, outline) -> {
            var metres = AffineTransformation.scaleInstance(111_320 * Math.cos(Math.toRadians(34)), 111_320);
            var drawn = metres.transform(outline);
            var moved = metres.transform(found.get(code));
            assertThat(DiscreteHausdorffDistance.distance(drawn, moved, DENSITY))
                    .as("metres between the outlines of %s", code)
                    .isLessThan(TOLERANCE);
            assertThat(moved.symDifference(drawn).getArea())
                    .as("square metres that only one outline of %s has", code)
                    .isLessThan(drawn.getLength() * TOLERANCE);
        });
    }
}
