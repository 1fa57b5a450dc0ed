package org.socialobservatory.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialobservatory.ingest.warehouse.ContentHash;
import org.socialobservatory.ontology.area.AreaVersion;
import org.socialobservatory.ontology.edition.Definitions;
import org.socialobservatory.ontology.edition.EditionContent;
import org.socialobservatory.ontology.finding.FindingRule;

/** Where coordinates are, and in which system. */
class CoordinateTest {

    private static final String AREAS = "quartiers.geojson";
    private static final String PACKAGE = "datapackage.yaml";
    private static final String COLLECTION = "{\"type\": \"FeatureCollection\", ";

    @TempDir
    private Path folder;

    private Path fresh(String name) {
        var fresh = folder.resolve(name);
        assertThat(fresh.toFile().mkdir()).isTrue();
        return fresh;
    }

    private static List<AreaVersion> versions(Town town) {
        try (var read = town.read()) {
            read.published();
            return definitions(read).areaVersions();
        }
    }

    private static Definitions definitions(Town.Read read) {
        return read.intake().content().orElseThrow().definitions();
    }

    private static Town withCrs(Town town, String crs) {
        return town.replace(AREAS, COLLECTION, COLLECTION + "\"crs\": " + crs + ", ");
    }

    @Test
    void readsTheSystemThatAnOldGeoJsonDeclares() {
        var plain = versions(Town.in(folder));
        for (String crs : List.of(
                "null",
                "{\"type\": \"name\", \"properties\": {\"name\": \"urn:ogc:def:crs:OGC:1.3:CRS84\"}}",
                "{\"type\": \"name\", \"properties\": {\"name\": \"urn:ogc:def:crs:EPSG::4326\"}}",
                "{\"type\": \"EPSG\", \"properties\": {\"code\": 4326}}")) {
            assertThat(versions(withCrs(Town.in(fresh("c" + crs.hashCode())), crs)))
                    .isEqualTo(plain);
        }
    }

    @Test
    void takesAnOldGeoJsonInMetresToItsPlaceOnEarth() {
        // West of the square runs the central meridian of UTM zone 29 north, south of it the parallel of 34 degrees.
        var town = Town.in(folder);
        var metres = town.text(AREAS)
                .replaceAll("\\[-6\\.8, ", "[500000, ")
                .replaceAll("\\[-6\\.79, ", "[501000, ")
                .replaceAll("\\[-6\\.78, ", "[502000, ")
                .replace("34.01]", "3763155.7]")
                .replace("34.0]", "3762156.0]");
        withCrs(
                town.write(AREAS, metres),
                "{\"type\": \"name\", \"properties\": {\"name\": \"urn:ogc:def:crs:EPSG::32629\"}}");
        try (var read = town.read()) {
            read.publishedWith(FindingRule.POINT_OUTSIDE);
            var box = Objects.requireNonNull(
                            definitions(read).areaVersions().getFirst().outline())
                    .getEnvelopeInternal();
            assertThat(box.getMinX()).isEqualTo(-9, within(1e-8));
            assertThat(box.getMinY()).isEqualTo(34, within(1e-5));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\": \"link\", \"properties\": {\"href\": \"http://example.org/crs/42\", \"type\": \"proj4\"}}",
                "{\"type\": \"name\", \"properties\": {\"name\": \"urn:ogc:def:crs:EPSG::999999\"}}",
                "{\"type\": \"name\", \"properties\": {\"name\": \"Lambert\"}}"
            })
    void refusesASystemThatNobodyKnows(String crs) {
        try (var read = withCrs(Town.in(folder), crs).read()) {
            assertThat(read.refusedFor(FindingRule.CRS_UNKNOWN).value()).isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LOCAL_CS[\"Plan de la ville\",LOCAL_DATUM[\"Borne 1\",0],UNIT[\"metre\",1],AXIS[\"X\",EAST],AXIS[\"Y\",NORTH]]",
                "LOCAL_CS[\"Generic cartesian 2D\",LOCAL_DATUM[\"Unknow\",0],UNIT[\"m\",1.0],AXIS[\"x\",EAST],AXIS[\"y\",NORTH]]",
                "PROJCS[\"x\",GEOGCS[\"x\",DATUM[\"x\",SPHEROID[\"x\",0,0]],PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]],PROJECTION[\"Transverse_Mercator\"],UNIT[\"metre\",1]]",
                "PROJCS[\"Merchich_Maroc\",GEOGCS[\"GCS_Datum_of_Somebody\",DATUM[\"D_Somebody\",SPHEROID[\"Clarke_1880\",6378249.2,293.466]],PRIMEM[\"Greenwich\",0],UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Lambert_Conformal_Conic\"],PARAMETER[\"False_Easting\",500000],PARAMETER[\"False_Northing\",300000],PARAMETER[\"Central_Meridian\",-5.4],PARAMETER[\"Standard_Parallel_1\",33.3],PARAMETER[\"Scale_Factor\",0.999625769],PARAMETER[\"Latitude_Of_Origin\",33.3],UNIT[\"Meter\",1]]",
                "PROJCS[\"cut short",
                "[",
                "Merchich / Nord Maroc"
            })
    void refusesADeclaredTextThatLeadsNowhere(String text) {
        var quoted = "'" + text + "'";
        try (var read = Town.in(folder)
                .replace(PACKAGE, "path: quartiers.geojson", "path: quartiers.geojson\n    crs: " + quoted)
                .read()) {
            read.refusedFor(FindingRule.CRS_UNKNOWN);
        }
    }

    @Test
    void dropsHeightsWithoutATrace() {
        var plain = versions(Town.in(folder));
        var high = Town.in(fresh("high"));
        high.write(AREAS, high.text(AREAS).replaceAll("(34\\.\\d+)]", "$1, 12.5]"));
        assertThat(high.text(AREAS)).contains("12.5");
        assertThat(versions(high)).isEqualTo(plain);
        try (var here = Town.read(folder, Town.NOTHING);
                var there = Town.read(high.folder(), Town.NOTHING)) {
            assertThat(areasOnly(there)).isEqualTo(areasOnly(here));
        }
    }

    /** The hash of what a package says of its areas. */
    private static String areasOnly(Town.Read read) {
        var said = definitions(read);
        return ContentHash.of(new EditionContent(
                new Definitions(
                        said.dataset(),
                        List.of(),
                        List.of(),
                        said.areas(),
                        said.areaVersions(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()),
                List.of()));
    }

    @Test
    void namesTheFirstPositionThatIsNotOnEarth() {
        try (var read = Town.in(folder)
                .replace(AREAS, "[-6.79, 34.01], [-6.8, 34.01]", "[-6.79, 34.01], [-6.8, 3401]")
                .read()) {
            assertThat(read.refusedFor(FindingRule.OUTSIDE_WORLD).arguments()).containsExactly("-6.8, 3401");
        }
    }

    @Test
    void pointsOutCoordinatesInTheWrongOrder() {
        var town = Town.in(folder);
        var port = "[[[-6.8, 34.0], [-6.79, 34.0], [-6.79, 34.01], [-6.8, 34.01], [-6.8, 34.0]]]";
        try (var read = town.replace(AREAS, port, port.replaceAll("\\[(-6\\.\\d+), (34\\.\\d+)]", "[$2, $1]"))
                .replace("postes.csv", "-6.795, 34.005", "-6.785, 34.005")
                .read()) {
            var finding = read.of(FindingRule.OUTLINE_APART).getFirst();
            assertThat(finding.arguments()).containsExactly("port", "bourg");
            assertThat(finding.place().row()).isEqualTo(2);
        }
        try (var read = Town.in(fresh("place"))
                .replace("postes.csv", "-6.795, 34.005", "34.005, -6.795")
                .read()) {
            assertThat(read.publishedWith(FindingRule.POINT_OUTSIDE).value()).isEqualTo("p1");
        }
    }

    @Test
    void refusesACollectionOfMixedShapesAsAnOutline() {
        var port =
                "{\"type\": \"Polygon\", \"coordinates\": [[[-6.8, 34.0], [-6.79, 34.0], [-6.79, 34.01], [-6.8, 34.01], [-6.8, 34.0]]]}";
        try (var read = Town.in(folder)
                .replace(
                        AREAS,
                        port,
                        "{\"type\": \"GeometryCollection\", \"geometries\": [" + port
                                + ", {\"type\": \"Point\", \"coordinates\": [-6.8, 34.0]}]}")
                .read()) {
            read.refusedFor(FindingRule.OUTLINE_UNUSABLE);
        }
        try (var read = Town.in(fresh("flat"))
                .replace(AREAS, port, port.replace("34.01", "34.0"))
                .read()) {
            assertThat(read.of(FindingRule.OUTLINE_UNUSABLE)).hasSize(1);
            assertThat(read.intake().content()).isEmpty();
        }
    }
}
