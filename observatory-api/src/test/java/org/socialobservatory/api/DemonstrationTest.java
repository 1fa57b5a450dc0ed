package org.socialobservatory.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import org.socialobservatory.ontology.Vocabulary;
import org.socialobservatory.ontology.area.AreaVersion;
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.cube.Dataset;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.edition.EditionContent;
import org.socialobservatory.ontology.finding.Finding;
import org.socialobservatory.ontology.finding.FindingRule;
import org.socialobservatory.ontology.finding.Severity;
import org.socialobservatory.ontology.indicator.Indicator;
import org.socialobservatory.ontology.meeting.ShownFigure;
import org.socialobservatory.ontology.meeting.Verdict;

class DemonstrationTest {

    @TempDir
    private static Path folder;

    private static List<Path> packages = List.of();
    private final List<Finding> findings = PublishedDemonstration.get().findings();
    private final List<EditionContent> contents = PublishedDemonstration.get().contents();

    @BeforeAll
    static void layOut() throws IOException {
        packages = Demonstration.layOut(folder);
    }

    @Test
    void putsWhatIsRealBeforeWhatIsInvented() throws IOException {
        assertThat(packages)
                .extracting(Path::getFileName)
                .extracting(Path::toString)
                .containsExactly("1-recensement", "2-enquete-menages", "3-enquete-fictive", "4-reunion-fictive");
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

    @Test
    void isPublishedWithNothingFoundButWhatIsLeftOutOnPurpose() {
        var census = contents.getFirst();
        assertThat(findings)
                .extracting(Finding::rule)
                .contains(FindingRule.AREA_WITHOUT_OUTLINE)
                .allMatch(rule -> rule.severity() != Severity.ERROR);
        assertThat(census.cells()).hasSize(189);
        assertThat(census.definitions().areaVersions())
                .allMatch(version -> version.drawn() == (version.outline() != null))
                .filteredOn(AreaVersion::drawn)
                .hasSize(6);
    }

    @Test
    void showsEveryWayInWhichAFigureCanBe() {
        var survey = contents.get(2);
        assertThat(survey.definitions().dataset().fictitious()).isTrue();
        assertThat(survey.definitions().places()).hasSize(5).allMatch(place -> place.within() != null);
        assertThat(survey.cells())
                .extracting(cell -> cell.observed() instanceof Observed.Value value
                        ? value.reliability().code()
                        : cell.observed().statusName())
                .contains("reliable", "unreliable", "withheld", "missing");
        assertThat(survey.cells()).extracting(cell -> cell.key().period()).contains("2023", "2025");
    }

    @Test
    void computesDozensOfIndicatorsOfTheCatalogueFromAnswers() {
        var survey = contents.get(1);
        var shared =
                Vocabulary.load().indicators().stream().map(Indicator::code).toList();
        assertThat(survey.definitions().studies()).hasSize(2);
        assertThat(survey.cells().stream()
                        .map(cell -> cell.key().indicator())
                        .filter(shared::contains)
                        .distinct())
                .hasSizeGreaterThanOrEqualTo(25);
        assertThat(survey.cells())
                .extracting(cell -> cell.observed() instanceof Observed.Value value
                        ? value.reliability().code()
                        : cell.observed().statusName())
                .contains("reliable", "caution", "unreliable", "withheld");
        assertThat(survey.cells())
                .extracting(Cell::observed)
                .filteredOn(Observed.Value.class::isInstance)
                .extracting(Observed.Value.class::cast)
                .allMatch(value -> value.uncertainty().sampleSize() != null);
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
    void tellsOfAMeetingThatSpeaksOnlyOfWhatIsInvented() {
        var told = contents.getLast();
        assertThat(told.cells()).isEmpty();
        assertThat(told.definitions().dataset().fictitious()).isTrue();
        assertThat(findings)
                .extracting(Finding::rule)
                .doesNotContain(FindingRule.FIGURE_UNPUBLISHED, FindingRule.EDITION_UNKNOWN);
        var invented = contents.stream()
                .map(content -> content.definitions().dataset())
                .filter(Dataset::fictitious)
                .map(Dataset::code)
                .toList();
        assertThat(told.definitions().meetings()).singleElement().satisfies(meeting -> {
            assertThat(meeting.name().texts()).hasSize(3);
            assertThat(meeting.name().texts().values()).anyMatch(name -> name.contains("(fictive)"));
            assertThat(meeting.persons()).isEqualTo(57);
            assertThat(meeting.figures())
                    .allMatch(figure -> invented.contains(figure.figure().dataset()))
                    .extracting(ShownFigure::verdict)
                    .containsExactlyInAnyOrder(Verdict.values());
            assertThat(meeting.priorities()).hasSize(3);
            assertThat(meeting.decisions()).hasSize(2);
        });
    }

    @Test
    void saysThatWhatIsInventedIs() throws IOException {
        var invented = packages.get(2);
        assertThat(Files.readString(invented.resolve("datapackage.yaml")))
                .contains("fictitious: true", "(fictive)", "(وهمي)", "(fictitious)");
        for (String file : List.of("indicateurs.csv", "lieux.geojson")) {
            assertThat(Files.readAllLines(invented.resolve(file)))
                    .as(file)
                    .filteredOn(line -> line.contains("-fictive,") || line.contains("\"code\""))
                    .isNotEmpty()
                    .allMatch(line -> line.matches(".*\\(fictif(s|)\\).*|.*\\(fictive\\).*"))
                    .allMatch(line -> line.contains("(وهمي)") || line.contains("(وهمية)"))
                    .allMatch(line -> line.contains("(fictitious)"));
        }
    }
}
