package org.socialobservatory.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;

class DemonstrationTest {

    @TempDir
    private Path folder;

    private List<Path> packages = List.of();

    @BeforeEach
    void layOut() throws IOException {
        packages = Demonstration.layOut(folder);
    }

    @Test
    void putsWhatIsRealBeforeWhatIsInvented() throws IOException {
        assertThat(packages)
                .extracting(Path::getFileName)
                .extracting(Path::toString)
                .containsExactly("1-recensement", "2-enquete-fictive");
        assertThat(Files.readString(packages.getFirst().resolve("datapackage.yaml")))
                .contains("sources:", "drawn: true")
                .doesNotContain("fictitious");
    }

    @Test
    void drawsArrondissementsThatTileTheTown() throws IOException, ParseException {
        var quarters = outlines("arrondissements.geojson");
        assertThat(quarters).hasSize(5).allMatch(Geometry::isValid);
        var town = outlines("ville.geojson").getFirst();
        var parts = quarters.toArray(Geometry[]::new);
        assertThat(CoverageValidator.isValid(parts)).isTrue();
        assertThat(CoverageUnion.union(parts).norm().equalsExact(town.norm())).isTrue();
    }

    private List<Geometry> outlines(String file) throws IOException, ParseException {
        var all = (GeometryCollection)
                new GeoJsonReader().read(Files.readString(packages.getFirst().resolve(file)));
        var found = new ArrayList<Geometry>();
        for (int i = 0; i < all.getNumGeometries(); i++) {
            found.add(all.getGeometryN(i));
        }
        return found;
    }

    @Test
    void saysThatWhatIsInventedIs() throws IOException {
        var invented = packages.getLast();
        assertThat(Files.readString(invented.resolve("datapackage.yaml")))
                .contains("fictitious: true", "(fictif)", "(خيالي)", "(fictitious)");
        for (String file : List.of("indicateurs.csv", "lieux.geojson")) {
            assertThat(Files.readAllLines(invented.resolve(file)))
                    .as(file)
                    .filteredOn(line -> line.contains("-fictive,") || line.contains("\"code\""))
                    .isNotEmpty()
                    .allMatch(line -> line.contains("(fictif)") || line.contains("(fictive)"))
                    .allMatch(line -> line.contains("(خيالي)") || line.contains("(خيالية)"))
                    .allMatch(line -> line.contains("(fictitious)"));
        }
    }
}
