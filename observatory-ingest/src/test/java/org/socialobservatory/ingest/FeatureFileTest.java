package org.socialobservatory.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.finding.FindingRule;
import org.socialobservatory.ontology.resource.Place;
import org.sqlite.SQLiteDataSource;

/** Shapefiles and GeoPackages, written here byte by byte. */
class FeatureFileTest {

    private static final String WGS84 =
            "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";

    @TempDir
    private Path folder;

    private Town town;

    @BeforeEach
    void packageWithAShapefileOfOnePlace() {
        town = Town.in(folder)
                .delete("postes.csv")
                .replace(
                        "datapackage.yaml",
                        "path: postes.csv\n    schema:\n      fields: [{name: position, type: geopoint}]",
                        "path: postes.shp")
                .replace("datapackage.yaml", "name: {fr: fr, ar: ar, en: en}}", "name: {fr: nom, ar: nom, en: nom}}")
                .write("postes.shp", shp(-6.795, 34.005))
                .write("postes.dbf", dbf("مركز الميناء", StandardCharsets.UTF_8))
                .write("postes.prj", WGS84)
                .write("postes.cpg", "UTF-8");
    }

    private Place place() {
        try (var read = town.read()) {
            read.published();
            return read.intake().content().orElseThrow().definitions().places().getFirst();
        }
    }

    /** A header and one point. */
    private static byte[] shp(double x, double y) {
        var bytes = ByteBuffer.allocate(128);
        bytes.putInt(0, 9994).putInt(24, 64).putInt(100, 1).putInt(104, 10);
        bytes.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, 1).putInt(108, 1);
        return bytes.putDouble(112, x).putDouble(120, y).array();
    }

    /** Two columns, one row. */
    private static byte[] dbf(String name, Charset charset) {
        var bytes = ByteBuffer.allocate(97 + 41).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(0, (byte) 3).putInt(4, 1).putShort(8, (short) 97).putShort(10, (short) 41);
        bytes.put(32, "id".getBytes(StandardCharsets.US_ASCII))
                .put(43, (byte) 'C')
                .put(48, (byte) 10);
        bytes.put(64, "nom".getBytes(StandardCharsets.US_ASCII))
                .put(75, (byte) 'C')
                .put(80, (byte) 30);
        bytes.put(96, (byte) 13).put(97, " ".repeat(41).getBytes(StandardCharsets.US_ASCII));
        bytes.put(98, "p1".getBytes(StandardCharsets.US_ASCII)).put(108, name.getBytes(charset));
        return bytes.array();
    }

    @Test
    void readsALooseShapefileWithArabicNames() {
        assertThat(place().names().exactly(Language.AR)).contains("مركز الميناء");
        assertThat(place().within()).isEqualTo("port");
    }

    @Test
    void takesTheEncodingOfTheCodePageFile() {
        town.write("postes.dbf", dbf("مركز الميناء", Charset.forName("windows-1256")))
                .write("postes.cpg", "1256");
        assertThat(place().names().exactly(Language.AR)).contains("مركز الميناء");
        try (var read = town.write("postes.cpg", "UTF-8").read()) {
            assertThat(read.refusedFor(FindingRule.ENCODING_WRONG).place().row())
                    .isEqualTo(1);
        }
        try (var read = town.write("postes.cpg", "4711-B").read()) {
            read.refusedFor(FindingRule.ENCODING_UNKNOWN);
        }
    }

    @Test
    void refusesAShapefileWithoutReferenceSystemOrTable() {
        try (var read = town.delete("postes.prj").read()) {
            read.refusedFor(FindingRule.GEOMETRY_WITHOUT_CRS);
        }
        try (var read = town.delete("postes.dbf").read()) {
            assertThat(read.refusedFor(FindingRule.FILE_MISSING).value()).isEqualTo("postes.dbf");
        }
    }

    @Test
    void refusesAShapefileThatIsCutShortOrNone() {
        try (var read = town.write("postes.shp", Arrays.copyOf(shp(-6.795, 34.005), 110))
                .read()) {
            read.refusedFor(FindingRule.FILE_TRUNCATED);
        }
        try (var read = town.write("postes.shp", shp(-6.795, 34.005))
                .write("postes.dbf", Arrays.copyOf(dbf("x", StandardCharsets.UTF_8), 120))
                .read()) {
            read.refusedFor(FindingRule.FILE_TRUNCATED);
        }
        try (var read = town.write("postes.shp", "nothing of the kind").read()) {
            assertThat(read.intake().content()).isEmpty();
        }
    }

    private void geoPackage(Geometry location, String system) throws SQLException {
        var source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + folder.resolve("postes.gpkg"));
        var wkb = new WKBWriter(Double.isNaN(location.getCoordinate().getZ()) ? 2 : 3).write(location);
        var blob = ByteBuffer.allocate(8 + wkb.length)
                .put(new byte[] {'G', 'P', 0, 1})
                .order(ByteOrder.LITTLE_ENDIAN);
        blob.putInt(4326).put(wkb);
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE gpkg_spatial_ref_sys (srs_id INTEGER, organization TEXT, organization_coordsys_id INTEGER, definition TEXT)");
            statement.execute("CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT)");
            statement.execute("CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INTEGER)");
            statement.execute("INSERT INTO gpkg_spatial_ref_sys VALUES (4326, 'EPSG', 4326, '')");
            statement.execute("INSERT INTO gpkg_contents VALUES ('postes \"2024\"', 'features')");
            statement.execute("INSERT INTO gpkg_geometry_columns VALUES ('postes \"2024\"', 'geom', " + system + ")");
            statement.execute("CREATE TABLE \"postes \"\"2024\"\"\" (id TEXT, nom TEXT, lits REAL, geom BLOB)");
            try (var insert =
                    connection.prepareStatement("INSERT INTO \"postes \"\"2024\"\"\" VALUES ('p1', 'مركز', 12.5, ?)")) {
                insert.setBytes(1, blob.array());
                insert.execute();
            }
        }
        town.delete("postes.shp")
                .delete("postes.dbf")
                .delete("postes.prj")
                .delete("postes.cpg")
                .replace("datapackage.yaml", "postes.shp", "postes.gpkg");
    }

    @Test
    void readsAGeoPackage() throws SQLException, ParseException {
        geoPackage(new WKTReader().read("POINT (-6.795 34.005)"), "4326");
        assertThat(place().within()).isEqualTo("port");
        assertThat(place().properties()).containsEntry("lits", "12.5");
        assertThat(folder.toFile().list()).noneMatch(name -> name.startsWith("postes.gpkg-"));
        try (var read = town.replace("datapackage.yaml", "path: postes.gpkg", "path: postes.gpkg\n    sheet: post")
                .read()) {
            assertThat(read.refusedFor(FindingRule.SHEET_MISSING).arguments()).contains("postes \"2024\"");
        }
    }

    @Test
    void saysWhichLayersOfAGeoPackageNobodyReads() throws SQLException, ParseException {
        geoPackage(new WKTReader().read("POINT (-6.795 34.005)"), "4326");
        try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("postes.gpkg"));
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE rues (id TEXT, geom BLOB)");
            statement.execute("INSERT INTO gpkg_contents VALUES ('rues', 'features')");
            statement.execute("INSERT INTO gpkg_geometry_columns VALUES ('rues', 'geom', 4326)");
        }
        try (var read = town.read()) {
            assertThat(read.publishedWith(FindingRule.SHEETS_UNREAD).arguments())
                    .containsExactly("postes \"2024\"", "rues");
        }
        try (var read = town.replace(
                        "datapackage.yaml", "path: postes.gpkg", "path: postes.gpkg\n    sheet: 'postes \"2024\"'")
                .read()) {
            read.published();
        }
    }

    @Test
    void dropsTheHeightsOfAGeoPackage() throws SQLException {
        var high = new org.locationtech.jts.geom.GeometryFactory()
                .createPoint(new org.locationtech.jts.geom.Coordinate(-6.795, 34.005, 12.5));
        geoPackage(high, "4326");
        assertThat(String.valueOf(place().location())).isEqualTo("POINT (-6.795 34.005)");
    }

    @Test
    void saysWhichShapefilesOfAnArchiveNobodyReads() throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("postes.zip")))) {
            for (String name : new String[] {"a", "b"}) {
                for (String ending : new String[] {"shp", "dbf", "prj"}) {
                    zip.putNextEntry(new ZipEntry(name + "." + ending));
                    zip.write(Files.readAllBytes(folder.resolve("postes." + ending)));
                }
            }
        }
        town.delete("postes.shp").delete("postes.dbf").delete("postes.prj").delete("postes.cpg");
        try (var read =
                town.replace("datapackage.yaml", "postes.shp", "postes.zip").read()) {
            assertThat(read.publishedWith(FindingRule.SHEETS_UNREAD).arguments())
                    .containsExactly("a", "b");
        }
        try (var read = town.replace("datapackage.yaml", "path: postes.zip", "path: postes.zip\n    sheet: c")
                .read()) {
            assertThat(read.refusedFor(FindingRule.SHEET_MISSING).arguments()).startsWith("c");
        }
    }

    @Test
    void readsAByteOrderMarkBeforeTheReferenceSystem() {
        town.write("postes.prj", "\uFEFF" + WGS84);
        assertThat(place().within()).isEqualTo("port");
    }

    @Test
    void refusesAGeoPackageWithoutReferenceSystemOrDamaged() throws SQLException, ParseException {
        geoPackage(new WKTReader().read("POINT (-6.795 34.005)"), "0");
        try (var read = town.read()) {
            read.refusedFor(FindingRule.GEOMETRY_WITHOUT_CRS);
        }
        try (var read =
                town.write("postes.gpkg", "SQLite format 3\0 and nothing else").read()) {
            read.refusedFor(FindingRule.FILE_DAMAGED);
        }
    }
}
