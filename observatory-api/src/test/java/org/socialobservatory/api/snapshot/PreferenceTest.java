package org.socialobservatory.api.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socialobservatory.api.Fixture.cell;
import static org.socialobservatory.api.Fixture.value;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sys.JenaSystem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.socialobservatory.api.FakeWarehouse;
import org.socialobservatory.api.Fixture;
import org.socialobservatory.ontology.Iris;
import org.socialobservatory.ontology.Vocabulary;
import org.socialobservatory.ontology.cube.Breakdown;
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.edition.Definitions;
import org.socialobservatory.ontology.edition.EditionContent;
import org.socialobservatory.ontology.edition.SourceResource;
import org.socialobservatory.ontology.edition.SourceResource.Coverage;

/** A census of 2014 and 2024, surveys of 2023 and 2025, a model of 2026: of one town, of one indicator. */
class PreferenceTest {

    private final FakeWarehouse warehouse = new FakeWarehouse();
    private Snapshots snapshots = snapshots();

    private Snapshots snapshots(PreferredDataset... preferred) {
        JenaSystem.init();
        var vocabulary = new Vocabulary(GraphFactory.createDefaultGraph(), List.of(), List.of());
        var made = new Snapshots(warehouse, new Iris("http://localhost:8080"), vocabulary, List.of(preferred), _ -> {});
        made.start();
        return made;
    }

    @BeforeEach
    void publish() {
        publish("modele", Coverage.MODEL, figure("2026", "q1"), figure("2026", "ville"));
        publish(
                "recensement",
                Coverage.EXHAUSTIVE,
                figure("2014", "q1"),
                figure("2024", "q1"),
                figure("2024", "ville"));
        publish("enquete", Coverage.SAMPLE, figure("2025", "q1"), figure("2025", "ville"), figure("2025", "pays"));
        publish("sondage", Coverage.SAMPLE, figure("2023", "q1"));
    }

    private static Cell figure(String period, String area) {
        return cell("analphabetisme", "_T", period, area, value("20"), 1);
    }

    private void publish(String dataset, Coverage coverage, Cell... cells) {
        var plain = Fixture.definitions(dataset);
        var file = plain.resources().getFirst();
        var resource = new SourceResource(
                file.name(), file.path(), file.sha256(), file.role(), coverage, file.disclosure(), file.rows());
        warehouse.publish(
                new EditionContent(
                        new Definitions(
                                plain.dataset(),
                                plain.dimensions(),
                                List.of(resource),
                                plain.areas(),
                                plain.areaVersions(),
                                plain.changes(),
                                plain.indicators(),
                                plain.codeLists(),
                                plain.places()),
                        List.of(cells)),
                List.of());
    }

    private List<String> figures() {
        return snapshots.current().figures("analphabetisme", "q1", Breakdown.total()).stream()
                .map(PreferenceTest::named)
                .toList();
    }

    private static String named(PublishedCell figure) {
        return figure.dataset().code() + " " + figure.run().period().code();
    }

    private Stream<String> mapWithin(Set<String> areas) {
        return map(areas, null, null);
    }

    private Stream<String> map(@Nullable String level, @Nullable String period, String... datasets) {
        return map(null, level, period, datasets);
    }

    private Stream<String> map(
            @Nullable Set<String> areas, @Nullable String level, @Nullable String period, String... datasets) {
        var snapshot = snapshots.current();
        var asked = snapshot.datasets().values().stream()
                .filter(dataset -> datasets.length == 0 || Set.of(datasets).contains(dataset.code()))
                .toList();
        return LevelRun.find(
                        snapshot, new LevelRun.Wanted(asked, "analphabetisme", Breakdown.total(), areas, level, period))
                .stream()
                .map(found ->
                        found.dataset().code() + " " + found.run().period().code() + " " + found.level());
    }

    @Test
    void showsTheCensusBeforeTheSurveyOfTheYearAfterAndItsOwnPastBeforeOthers() {
        assertThat(figures())
                .containsExactly("recensement 2024", "recensement 2014", "enquete 2025", "sondage 2023", "modele 2026");
    }

    @Test
    void drawsTheFigureThatAreasShow() {
        assertThat(map(null, null)).containsExactly("recensement 2024 arrondissement");
        assertThat(map("town", null)).containsExactly("recensement 2024 town");
    }

    @Test
    void choosesAmongThoseThatHaveWhatIsAskedFor() {
        assertThat(map("country", null)).containsExactly("enquete 2025 country");
        assertThat(map(null, "2025")).containsExactly("enquete 2025 arrondissement");
        assertThat(map("arrondissement", null, "sondage", "modele")).containsExactly("sondage 2023 arrondissement");
        assertThat(map("country", "2024")).isEmpty();
    }

    @Test
    void judgesADatasetByWhatItWouldShow() {
        publish("registre", Coverage.EXHAUSTIVE, figure("2010", "q1"));
        publish("enquete", Coverage.SAMPLE, figure("2021", "q1"));
        assertThat(figures())
                .containsExactly(
                        "recensement 2024",
                        "recensement 2014",
                        "registre 2010",
                        "sondage 2023",
                        "enquete 2021",
                        "modele 2026");
    }

    @Test
    void prefersTheLaterEditionWhereAllElseIsEqual() {
        publish("autre", Coverage.EXHAUSTIVE, figure("2024", "q1"));
        assertThat(figures()).startsWith("autre 2024", "recensement 2024");
        publish("recensement", Coverage.EXHAUSTIVE, figure("2024", "q1"));
        assertThat(figures()).startsWith("recensement 2024", "autre 2024");
    }

    @Test
    void drawsWhatIsWithheldOnlyWhereNobodyHasAValue() {
        publish(
                "recensement",
                Coverage.EXHAUSTIVE,
                cell("analphabetisme", "_T", "2024", "q1", Observed.Withheld.CELL, 1));
        assertThat(map("arrondissement", null)).containsExactly("enquete 2025 arrondissement");
        assertThat(map("arrondissement", null, "recensement")).containsExactly("recensement 2024 arrondissement");
    }

    @Test
    void showsWhatATownPrefersInItAndNowhereElse() {
        snapshots = snapshots(
                new PreferredDataset("ville", "analphabetisme", "enquete"),
                new PreferredDataset("pays", "autre", "modele"),
                new PreferredDataset("ailleurs", "analphabetisme", "modele"));
        assertThat(figures())
                .containsExactly("enquete 2025", "recensement 2024", "recensement 2014", "sondage 2023", "modele 2026");
        assertThat(mapWithin(Set.of("q1", "q2"))).containsExactly("enquete 2025 arrondissement");
        assertThat(mapWithin(Set.of("q1", "pays"))).containsExactly("recensement 2024 arrondissement");
        assertThat(map(null, null)).containsExactly("recensement 2024 arrondissement");
    }

    @Test
    void keepsToTheGeneralOrderWhereThePreferredDatasetHasNothing() {
        snapshots = snapshots(new PreferredDataset("ville", "analphabetisme", "registre"));
        assertThat(figures()).startsWith("recensement 2024");
    }
}
