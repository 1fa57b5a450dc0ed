package org.socialobservatory.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialobservatory.ontology.finding.FindingRule;

/** Files that somebody made to do harm: a finding, and neither a wait, nor memory gone, nor a file elsewhere. */
class HostileFileTest {

    private static final String PACKAGE = "datapackage.yaml";
    private static final String AREAS = "quartiers.geojson";

    @TempDir
    private Path folder;

    @TempDir
    private Path elsewhere;

    /** Fills an archive. */
    private interface Filling {
        void into(ZipOutputStream zip) throws IOException;
    }

    private Path zip(Filling filling) throws IOException {
        var zip = elsewhere.resolve("paquet.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            filling.into(out);
        }
        return zip;
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil.csv", "a/../../evil.csv", "/tmp/evil.csv", "..\\evil.csv", "a/./evil.csv"})
    void refusesAnEntryThatIsNoPlainPath(String name) throws IOException {
        var zip = zip(out -> {
            entry(out, PACKAGE, "name: x\n");
            entry(out, name, "evil");
        });
        try (var read = Town.read(zip, Town.NOTHING)) {
            assertThat(read.refusedFor(FindingRule.PATH_OUTSIDE).value()).isEqualTo(name);
        }
        assertThat(elsewhere.resolve("evil.csv")).doesNotExist();
    }

    @Test
    void refusesAnEntryThatIsAFileAndAFolder() throws IOException {
        var zip = zip(out -> {
            entry(out, "a", "file");
            entry(out, "a/b", "in a folder");
        });
        try (var read = Town.read(zip, Town.NOTHING)) {
            read.refusedFor(FindingRule.FILE_DAMAGED);
        }
    }

    @Test
    void refusesTooManyEntries() throws IOException {
        var zip = zip(out -> {
            for (int i = 0; i <= 10_000; i++) {
                entry(out, "f" + i, "");
            }
        });
        try (var read = Town.read(zip, Town.NOTHING)) {
            read.refusedFor(FindingRule.ARCHIVE_TOO_MANY_FILES);
        }
    }

    @Test
    void refusesABombInManySmallParts() throws IOException {
        var zeros = new byte[4 << 20];
        var zip = zip(out -> {
            for (int i = 0; i < 12; i++) {
                out.putNextEntry(new ZipEntry("f" + i));
                out.write(zeros);
            }
        });
        try (var read = Town.read(zip, Town.NOTHING)) {
            read.refusedFor(FindingRule.ARCHIVE_TOO_LARGE);
        }
    }

    @Test
    void refusesATextThatUnpacksBeyondMeasure() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            var line = "port,2024,habitants,E,_T,1,\n".repeat(1 << 15).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 64; i++) {
                gzip.write(line);
            }
        }
        var town = Town.in(folder)
                .delete("chiffres.csv")
                .write("chiffres.csv.gz", packed.toByteArray())
                .replace(PACKAGE, "path: chiffres.csv", "path: chiffres.csv.gz");
        try (var read = town.read()) {
            read.refusedFor(FindingRule.ARCHIVE_TOO_LARGE);
        }
    }

    @Test
    void refusesLinksWhereverTheyStand() throws IOException {
        var town = Town.in(folder);
        Files.createDirectory(elsewhere.resolve("secrets"));
        Files.move(folder.resolve("chiffres.csv"), elsewhere.resolve("secrets/chiffres.csv"));
        Files.createSymbolicLink(folder.resolve("lien"), elsewhere.resolve("secrets"));
        try (var read = town.replace(PACKAGE, "path: chiffres.csv", "path: lien/chiffres.csv")
                .read()) {
            assertThat(read.refusedFor(FindingRule.PATH_OUTSIDE).value()).isEqualTo("lien/chiffres.csv");
        }
        Files.move(folder.resolve(PACKAGE), elsewhere.resolve(PACKAGE));
        Files.createSymbolicLink(folder.resolve(PACKAGE), elsewhere.resolve(PACKAGE));
        try (var read = town.read()) {
            read.refusedFor(FindingRule.PATH_OUTSIDE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- "})
    void refusesADescriptionNestedWithoutEnd(String opening) {
        try (var read = Town.in(folder)
                .write(PACKAGE, "name: " + opening.repeat(50_000))
                .read()) {
            assertThat(read.intake().content()).isEmpty();
            assertThat(read.intake().counts().keySet())
                    .containsAnyOf(FindingRule.DESCRIPTOR_UNREADABLE, FindingRule.DESCRIPTOR_MALFORMED);
        }
    }

    @Test
    void refusesGeoJsonNestedWithoutEnd() {
        var town = Town.in(folder);
        var nested = town.text(AREAS).replaceFirst("\\[\\[\\[-6.8, 34.0]", "[".repeat(50_000));
        try (var read = town.write(AREAS, nested).read()) {
            assertThat(read.intake().content()).isEmpty();
            assertThat(read.of(FindingRule.FILE_DAMAGED)).hasSize(1);
        }
    }

    @Test
    void keepsANumberWithABillionZerosAsItIsWritten() {
        var town = Town.in(folder).replace(AREAS, "\"code\": \"port\",", "\"code\": \"port\", \"rang\": 1E999999999,");
        try (var read = town.read()) {
            assertThat(read.publishedWith(FindingRule.COLUMNS_UNUSED).arguments())
                    .containsExactly("rang");
        }
    }

    @Test
    void refusesAKeyThatComesTwiceInAFeature() {
        try (var read = Town.in(folder)
                .replace(AREAS, "\"code\": \"port\",", "\"code\": \"port\", \"code\": \"gare\",")
                .read()) {
            assertThat(read.of(FindingRule.FILE_DAMAGED))
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.place().row()).isEqualTo(3));
            assertThat(read.intake().content()).isEmpty();
        }
    }

    @Test
    void refusesAShapefileThatAnnouncesMoreThanItHolds() {
        var town = Town.in(folder)
                .delete("postes.csv")
                .replace(
                        PACKAGE,
                        "path: postes.csv\n    schema:\n      fields: [{name: position, type: geopoint}]",
                        "path: postes.shp\n    crs: EPSG:4326")
                .write("postes.dbf", dbf(1, 11));
        try (var read = town.write("postes.shp", shp(8, 2_000_000_000, 0)).read()) {
            assertThat(read.of(FindingRule.FILE_TRUNCATED)).hasSize(1);
        }
        try (var read = town.write("postes.shp", shp(5, 1, 1)).read()) {
            assertThat(read.of(FindingRule.FILE_DAMAGED)).hasSize(1);
        }
        try (var read = town.write("postes.dbf", dbf(2_000_000_000, 0)).read()) {
            assertThat(read.of(FindingRule.FILE_TRUNCATED)).hasSize(1);
        }
    }

    /** One record of a type, with two counts behind its box and a first part that begins far away. */
    private static byte[] shp(int type, int first, int second) {
        var bytes = ByteBuffer.allocate(172);
        bytes.putInt(0, 9994).putInt(24, 86).putInt(100, 1).putInt(104, 32);
        bytes.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, type).putInt(108, type);
        bytes.putInt(144, first).putInt(148, second).putInt(152, 1_999_999_999);
        return bytes.array();
    }

    /** One column of ten letters. */
    private static byte[] dbf(int rows, int width) {
        var bytes = ByteBuffer.allocate(65 + 11).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(0, (byte) 3).putInt(4, rows).putShort(8, (short) 65).putShort(10, (short) width);
        bytes.put(32, (byte) 'i').put(33, (byte) 'd').put(43, (byte) 'C').put(48, (byte) 10);
        bytes.put(64, (byte) 13).put(65, "           ".getBytes(StandardCharsets.US_ASCII));
        return bytes.array();
    }

    @Test
    void saysThatAColumnIsWrongWithoutComparingEveryValueWithEveryArea() {
        var rows = new StringBuilder("quartier,annee,indicateur,sexe,origine,valeur,statut\n");
        for (int i = 0; i < 60_000; i++) {
            rows.append("area-").append(i).append(",2024,habitants,E,_T,1,\n");
        }
        var areas = new StringBuilder("code\n");
        for (int i = 0; i < 2_000; i++) {
            areas.append("zone-").append(i).append('\n');
        }
        var town = Town.in(folder)
                .write("chiffres.csv", rows.toString())
                .write("zones.csv", areas.toString())
                .replace(
                        PACKAGE,
                        "  - name: indicateurs",
                        "  - {name: zones, path: zones.csv, observatory: {role: areas, code: code, level: iris}}\n  - name: indicateurs");
        assertTimeout(Duration.ofSeconds(20), () -> {
            try (var read = town.read()) {
                assertThat(read.intake().counts()).containsEntry(FindingRule.AREA_UNKNOWN, 60_000L);
            }
        });
    }
}
