package org.socialobservatory.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socialobservatory.api.snapshot.PublishedCell;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.api.snapshot.Snapshots;
import org.socialobservatory.ingest.publish.Installation;
import org.socialobservatory.ingest.publish.Progress;
import org.socialobservatory.ingest.publish.Publisher;
import org.socialobservatory.ingest.publish.Readers;
import org.socialobservatory.ingest.publish.Settings;
import org.socialobservatory.ingest.warehouse.PostgisServer;
import org.socialobservatory.ontology.Iris;
import org.socialobservatory.ontology.Vocabulary;
import org.socialobservatory.ontology.cube.Breakdown;
import org.socialobservatory.ontology.cube.CellKey;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.edition.Edition;
import org.socialobservatory.ontology.finding.Finding;
import org.socialobservatory.ontology.finding.FindingRule;
import org.socialobservatory.ontology.reference.ReferenceData;
import org.socialobservatory.ontology.reference.ReferenceFolder;

/** The real census of 2024, published as it is. */
@ReferenceData
class CensusTest {

    private static final String SALE = "rgph-2024-sale-agadir";

    @TempDir
    private Path folder;

    private Installation open(String name) {
        return Installation.open(new Settings(folder.resolve(name), Settings.DEFAULT_BASE_IRI, Optional.empty()));
    }

    private static Optional<Edition> publish(Installation installation, Path source) {
        var publisher = new Publisher(installation, Clock.systemUTC(), Readers.NONE);
        try (var proposal = publisher.propose(source, Progress.SILENT)) {
            assertThat(proposal.isAcceptable())
                    .as(() -> proposal.intake().findings().toString())
                    .isTrue();
            return proposal.isPublishedAlready()
                    ? Optional.empty()
                    : Optional.of(publisher.publish(proposal, "test", Progress.SILENT));
        }
    }

    private static Snapshot snapshot(Installation installation) {
        try (var snapshots =
                new Snapshots(installation.warehouse(), new Iris(Settings.DEFAULT_BASE_IRI), Vocabulary.load())) {
            snapshots.start();
            return snapshots.current();
        }
    }

    @Test
    void cellsThatComeThreeTimesAreOneWarningAndEveryOtherIsAtTheDoors() {
        try (var installation = open("alone")) {
            publish(installation, ReferenceFolder.path("sale-rgph2024"));
            var dataset = snapshot(installation).dataset(SALE).orElseThrow();
            assertThat(dataset.block().size()).isEqualTo(15_376);
            assertThat(dataset.findings())
                    .filteredOn(finding -> finding.rule() == FindingRule.DUPLICATE_ROWS)
                    .singleElement()
                    .extracting(Finding::arguments)
                    .isEqualTo(List.of("213", "426"));
        }
    }

    @Test
    void publishingAgainMakesNoEditionAndOneChangedValueIsTheOneDifference() throws IOException {
        var changed = copyOf(ReferenceFolder.path("sale-rgph2024"), folder.resolve("changed"));
        var facts = changed.resolve("rgph2024.csv");
        Files.writeString(
                facts,
                Files.readString(facts)
                        .replace(
                                "\n4,ensemble,menages_age_du_logement_10_19_ans_ensemble,27.2",
                                "\n4,ensemble,menages_age_du_logement_10_19_ans_ensemble,27.3"));
        try (var installation = open("again")) {
            publish(installation, ReferenceFolder.path("sale-rgph2024"));
            assertThat(publish(installation, ReferenceFolder.path("sale-rgph2024")))
                    .isEmpty();
            var publisher = new Publisher(installation, Clock.systemUTC(), Readers.NONE);
            try (var proposal = publisher.propose(changed, Progress.SILENT)) {
                assertThat(proposal.difference().added() + proposal.difference().gone())
                        .isZero();
                assertThat(proposal.difference().largest())
                        .singleElement()
                        .extracting(change -> change.key())
                        .isEqualTo(new CellKey("menages-age-du-logement-10-19-ans", "_T", "2024", "4"));
                assertThat(publisher.publish(proposal, "test", Progress.SILENT).number())
                        .isEqualTo(2);
            }
        }
    }

    @Test
    void bothWarehousesGiveTheSameHash() {
        var source = ReferenceFolder.path("sale-rgph2024");
        var server = PostgisServer.start();
        var database = new Settings.Database(server.newDatabase(), server.username(), server.password());
        var town = new Settings(folder.resolve("town"), Settings.DEFAULT_BASE_IRI, Optional.of(database));
        try (var embedded = open("embedded");
                var postgis = Installation.open(town)) {
            var here = publish(embedded, source).orElseThrow();
            var there = publish(postgis, source).orElseThrow();
            assertThat(there.contentHash()).isEqualTo(here.contentHash());
            assertThat(figures(snapshot(postgis))).isEqualTo(figures(snapshot(embedded)));
        }
    }

    @Test
    void bothCensusPackagesGiveTheSameAnswersForSaleInBothOrders() {
        var small = ReferenceFolder.path("sale-rgph2024");
        var large = ReferenceFolder.path("maroc-rgph2024");
        Map<String, List<Observed>> alone;
        try (var installation = open("alone")) {
            publish(installation, small);
            alone = figures(snapshot(installation));
        }
        assertThat(alone).hasSize(15_376);
        for (var order : List.of(List.of(small, large), List.of(large, small))) {
            try (var installation = open(order.getFirst().getFileName() + "-first")) {
                order.forEach(source -> publish(installation, source));
                var snapshot = snapshot(installation);
                assertThat(figures(snapshot)).isEqualTo(alone);
                assertThat(snapshot.territory().area("44410109").orElseThrow().within())
                        .isEqualTo("4441010");
                assertThat(snapshot.territory().outlined("44410109")).isPresent();
            }
        }
    }

    /** The figure that a door shows first for every cell of the small census. */
    private static Map<String, List<Observed>> figures(Snapshot snapshot) {
        var keys = new ArrayList<CellKey>();
        snapshot.dataset(SALE).orElseThrow().block().runs().forEach(run -> {
            var block = snapshot.dataset(SALE).orElseThrow().block();
            for (int cell = run.from(); cell < run.to(); cell++) {
                keys.add(block.key(cell));
            }
        });
        var figures = new TreeMap<String, List<Observed>>();
        for (var key : keys) {
            var shown = snapshot.figures(key.indicator(), key.area(), Breakdown.parse(key.breakdown()));
            assertThat(shown).isNotEmpty();
            assertThat(Set.copyOf(shown.stream().map(PublishedCell::observed).toList()))
                    .hasSize(1);
            figures.put(key.toString(), List.of(shown.getFirst().observed()));
        }
        return figures;
    }

    private static Path copyOf(Path from, Path to) throws IOException {
        Files.createDirectory(to);
        try (var files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.write(to.resolve(file.getFileName().toString()), Files.readAllBytes(file));
            }
        }
        return to;
    }
}
