package org.socialobservatory.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socialobservatory.ingest.warehouse.Editions;
import org.socialobservatory.ingest.warehouse.NoSuchEditionException;
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.cube.CellKey;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.edition.Edition;
import org.socialobservatory.ontology.edition.EditionContent;

class PublisherTest {

    private static final CellKey KEY = new CellKey("analphabetisme", "_T", "2024", "q1");
    private static final Instant NOW = Instant.parse("2026-11-22T08:30:15.789Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path home;

    @SuppressWarnings("NullAway.Init")
    private Installation installation;

    @BeforeEach
    void open() {
        installation = Installation.open(settings());
    }

    @AfterEach
    void close() {
        installation.close();
    }

    private Settings settings() {
        return new Settings(home.resolve("data"), Settings.DEFAULT_BASE_IRI, Optional.empty());
    }

    private Publisher publisher() {
        return new Publisher(installation, Clock.fixed(NOW, ZoneOffset.UTC), Readers.NONE);
    }

    private Edition publish(EditionContent content, String packageHash) {
        try (var proposal = publisher().propose(Intakes.of(content, packageHash, home))) {
            return publisher().publish(proposal, "agent", Progress.SILENT);
        }
    }

    private List<Verification.Disagreement> disagreements() {
        return new Verification(installation, Readers.NONE).run(_ -> {});
    }

    private static List<Cell> cells(Preview preview) {
        var cells = new ArrayList<Cell>();
        preview.file().cells(cells::add);
        return cells;
    }

    @Test
    void anEditionHasItsFileItsMetadataAndItsRawFiles() throws IOException {
        var edition = publish(Editions.small("essai"), "p1");

        assertThat(edition.publishedAt()).isEqualTo(Instant.parse("2026-11-22T08:30:15Z"));
        assertThat(installation.folder().file(edition)).exists();
        assertThat(installation.folder().metadata())
                .extracting(one -> one.edition())
                .containsExactly(edition);
        try (var raw = Files.list(installation.folder().raw())) {
            assertThat(raw).hasSize(1);
        }
        assertThat(disagreements()).isEmpty();
    }

    @Test
    void theSamePackageIsKnownBeforeAnythingIsStored() {
        publish(Editions.small("essai"), "p1");
        try (var again = publisher().propose(Intakes.of(Editions.small("essai"), "p1", home))) {
            assertThat(again.isPublishedAlready()).isTrue();
            assertThat(again.difference().isNone()).isTrue();
        }
    }

    @Test
    void oneChangedValueIsOneDifference() {
        var content = Editions.small("essai");
        publish(content, "p1");
        try (var proposal = publisher().propose(Intakes.of(Editions.changed(content, KEY, "13"), "p2", home))) {
            var difference = proposal.difference();
            assertThat(difference.added()).isZero();
            assertThat(difference.gone()).isZero();
            assertThat(difference.changed()).isEqualTo(1);
            assertThat(difference.largest())
                    .containsExactly(new Difference.Change(
                            KEY,
                            Observed.Value.exhaustive(new java.math.BigDecimal("12.5")),
                            Observed.Value.exhaustive(new java.math.BigDecimal("13"))));
        }
    }

    @Test
    void addedAndGoneCellsAreCounted() {
        var content = Editions.small("essai");
        publish(content, "p1");
        var fewer = new EditionContent(
                content.definitions(),
                content.cells().subList(1, content.cells().size()));
        try (var proposal = publisher().propose(Intakes.of(fewer, "p2", home))) {
            assertThat(proposal.difference().gone()).isEqualTo(1);
            publisher().publish(proposal, "agent", Progress.SILENT);
        }
        try (var proposal = publisher().propose(Intakes.of(content, "p3", home))) {
            assertThat(proposal.difference().added()).isEqualTo(1);
        }
    }

    @Test
    void aWithdrawalIsInTheFilesToo() {
        var edition = publish(Editions.small("essai"), "p1");
        publisher().withdraw(edition.id(), "erreur");

        assertThat(installation.folder().metadata())
                .extracting(one -> one.edition().withdrawn())
                .containsExactly("erreur");
        assertThat(disagreements()).isEmpty();
        assertThatThrownBy(() -> publisher().withdraw(new Edition.Id("essai", 9), "non"))
                .isInstanceOf(NoSuchEditionException.class);
    }

    @Test
    void areasOfAWithdrawnEditionStayWhileAnotherUsesThem() {
        var first = publish(Editions.small("essai"), "p1");
        var other = Editions.small("autre");
        var without = new EditionContent(
                new org.socialobservatory.ontology.edition.Definitions(
                        other.definitions().dataset(),
                        List.of(),
                        other.definitions().resources(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()),
                other.cells().stream()
                        .filter(cell -> cell.key().area().equals("q1"))
                        .toList());
        publish(without, "p2");
        publisher().withdraw(first.id(), "erreur");

        assertThat(publisher().published().territory().areas())
                .extracting(area -> area.code())
                .containsExactly("q1", "ville");
    }

    @Test
    void rebuildingGivesTheSameNumbersTimesHashesAndWithdrawals() throws IOException {
        var content = Editions.small("essai");
        publish(content, "p1");
        var second = publish(Editions.changed(content, KEY, "13"), "p2");
        publish(Editions.small("autre"), "p3");
        publisher().withdraw(second.id(), "erreur");
        publish(Editions.changed(content, KEY, "13"), "p2");
        var before = installation.warehouse().editions();
        var withdrawals = installation.warehouse().withdrawals();

        assertThat(new Rebuild(installation).run(Readers.NONE)).isEqualTo(before);
        assertThat(disagreements()).isEmpty();

        installation.close();
        Files.delete(installation.folder().duckdb());
        assertThatThrownBy(() -> Installation.open(settings())).isInstanceOf(WarehouseBehindException.class);
        installation = Rebuild.open(settings());
        assertThat(new Rebuild(installation).run(Readers.NONE)).isEqualTo(before);
        assertThat(installation.warehouse().withdrawals()).isEqualTo(withdrawals);
        assertThat(disagreements()).isEmpty();
    }

    @Test
    void aDamagedWarehouseIsPutAsideAndRebuilt() throws IOException {
        publish(Editions.small("essai"), "p1");
        var before = installation.warehouse().editions();
        installation.close();
        Files.writeString(installation.folder().duckdb(), "not a database");

        installation = Rebuild.open(settings());
        assertThat(new Rebuild(installation).run(Readers.NONE)).isEqualTo(before);
    }

    @Test
    void anAlteredFileStopsTheRebuildAndIsFound() throws IOException {
        var edition = publish(Editions.small("essai"), "p1");
        var other = publish(Editions.small("autre"), "p2");
        Files.copy(
                installation.folder().file(other),
                installation.folder().file(edition),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        assertThat(disagreements())
                .extracting(Verification.Disagreement::fault)
                .containsExactly(Verification.Fault.FILE_ALTERED);
        assertThatThrownBy(() -> new Rebuild(installation).run(Readers.NONE));
        assertThat(installation.warehouse().editions()).containsExactly(edition, other);
    }

    @Test
    void lossesAreFound() throws IOException {
        var edition = publish(Editions.small("essai"), "p1");
        Files.delete(installation.folder().file(edition));
        Files.delete(installation.folder().metadata(edition));
        try (var raw = Files.list(installation.folder().raw())) {
            Files.delete(raw.findFirst().orElseThrow());
        }
        assertThat(disagreements())
                .extracting(Verification.Disagreement::fault)
                .contains(
                        Verification.Fault.FILE_MISSING,
                        Verification.Fault.METADATA_MISSING,
                        Verification.Fault.RAW_MISSING);
    }

    @Test
    void whatACrashLeftIsTidiedUp() throws IOException {
        var edition = publish(Editions.small("essai"), "p1");
        Files.delete(installation.folder().metadata(edition));
        var orphan = installation.folder().editions().resolve("f".repeat(64) + ".parquet");
        Files.copy(installation.folder().file(edition), orphan);
        var half = installation.folder().raw().resolve("e".repeat(64) + ".unfinished");
        Files.writeString(half, "half");
        installation.close();
        installation = Installation.open(settings());

        assertThat(orphan).doesNotExist();
        assertThat(half).doesNotExist();
        assertThat(disagreements()).isEmpty();
    }

    @Test
    void aPreviewThatHasHadItsTimeIsRemoved() {
        var previews = new Previews(installation.folder());
        try (var proposal = publisher().propose(Intakes.of(Editions.small("essai"), "p1", home))) {
            var first = publisher().preview(proposal, "agent", Progress.SILENT);
            var monthLater = Clock.offset(Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofDays(31));
            var second =
                    new Publisher(installation, monthLater, Readers.NONE).preview(proposal, "agent", Progress.SILENT);

            assertThat(installation.folder().previews().resolve(first.token())).doesNotExist();
            assertThat(previews.open(second.token())).isPresent();
        }
        installation.close();
        var shortLived =
                new Settings(settings().data(), Settings.DEFAULT_BASE_IRI, Optional.empty(), Duration.ofDays(-36_500));
        installation = Installation.open(shortLived);
        assertThat(installation.folder().previews()).isEmptyDirectory();
    }

    @Test
    void aPreviewIsNeitherPublishedNorGuessed() {
        var content = Editions.small("essai");
        try (var proposal = publisher().propose(Intakes.of(content, "p1", home))) {
            var preview = publisher().preview(proposal, "agent", Progress.SILENT);
            var previews = new Previews(installation.folder());

            assertThat(preview.path()).matches("/preview/[0-9a-f]{32}/");
            assertThat(cells(previews.open(preview.token()).orElseThrow())).isEqualTo(content.cells());
            assertThat(previews.open("0".repeat(32))).isEmpty();
            assertThat(previews.open("../raw")).isEmpty();
            assertThat(installation.warehouse().editions()).isEmpty();
            assertThat(disagreements()).isEmpty();
        }
    }

    @Test
    void aSecondProcessFindsTheFolderBusy() {
        assertThatThrownBy(() -> FolderLock.take(settings().data(), Duration.ofHours(1), () -> true))
                .isInstanceOfSatisfying(
                        BusyFolderException.class,
                        busy -> assertThat(busy.pid())
                                .isEqualTo(ProcessHandle.current().pid()));
    }

    @Test
    void aServerIsFoundWhileItLives() throws IOException {
        var data = settings().data();
        var server = RunningServer.here(8080);
        server.announce(data);

        assertThat(RunningServer.on(data)).contains(server);
        assertThat(Files.getPosixFilePermissions(data.resolve("server.json"))).hasSize(2);
        assertThat(server.accepts(server.token())).isTrue();
        assertThat(server.accepts("x")).isFalse();
        assertThat(server.toString()).doesNotContain(server.token());

        new RunningServer(8080, Integer.MAX_VALUE, "t").announce(data);
        assertThat(RunningServer.on(data)).isEmpty();
        server.announce(data);
        server.withdraw(data);
        assertThat(data.resolve("server.json")).doesNotExist();
    }
}
