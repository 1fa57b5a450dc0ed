package org.socialobservatory.ingest.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.socialobservatory.ingest.gate.GateCounts;
import org.socialobservatory.ingest.warehouse.sql.SqlWarehouse;
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.cube.CellKey;
import org.socialobservatory.ontology.edition.Edition;
import org.socialobservatory.ontology.edition.EditionContent;

/** What every store owes; each has a test that extends this one. */
abstract class WarehouseContract {

    private static final CellKey KEY = new CellKey("analphabetisme", "_T", "2024", "q1");

    @SuppressWarnings("NullAway.Init")
    private SqlWarehouse warehouse;

    /** Opens the store of this test; opened again, it is the same store. */
    abstract SqlWarehouse open();

    @BeforeEach
    void openStore() {
        warehouse = open();
    }

    @AfterEach
    void closeStore() {
        warehouse.close();
    }

    private List<Cell> cells(Edition edition) {
        var cells = new ArrayList<Cell>();
        warehouse.cells(edition.id(), cells::add);
        return cells;
    }

    private EditionContent content(Edition edition) {
        return new EditionContent(warehouse.definitions(edition.id()), cells(edition));
    }

    @Test
    void aNewStoreIsEmpty() {
        assertThat(warehouse.sequence()).isZero();
        assertThat(warehouse.editions()).isEmpty();
        assertThat(warehouse.withdrawals()).isEmpty();
    }

    @Test
    void whatWasPublishedComesBackToTheBit() {
        var content = Editions.small("essai");
        var edition = warehouse.commit(Editions.publication(content, "p1"));

        assertThat(edition.number()).isEqualTo(1);
        assertThat(edition.sequence()).isEqualTo(1);
        assertThat(edition.cells()).isEqualTo(6);
        assertThat(warehouse.editions()).containsExactly(edition);
        assertThat(warehouse.definitions(edition.id())).isEqualTo(content.definitions());
        assertThat(cells(edition)).isEqualTo(content.cells());
        assertThat(ContentHash.of(content(edition))).isEqualTo(edition.contentHash());
    }

    @Test
    void howAnIndexIsComposedIsPartOfTheContent() {
        var content = Editions.withIndex(Editions.small("essai"));
        var edition = warehouse.commit(Editions.publication(content, "p1"));

        assertThat(warehouse.definitions(edition.id())).isEqualTo(content.definitions());
        assertThat(edition.contentHash())
                .isEqualTo(ContentHash.of(content(edition)))
                .isNotEqualTo(ContentHash.of(Editions.small("essai")));
    }

    @Test
    void keepsMeetingsWithTheWordsOfTheRoom() {
        var content = Editions.withMeeting(Editions.small("essai"));
        var edition = warehouse.commit(Editions.publication(content, "p1"));

        assertThat(warehouse.definitions(edition.id())).isEqualTo(content.definitions());
        assertThat(edition.contentHash())
                .isEqualTo(ContentHash.of(content(edition)))
                .isNotEqualTo(ContentHash.of(Editions.small("essai")));
    }

    @Test
    void findingsAndGateCountsArePublishedWithTheEdition() {
        var publication = Editions.publication(Editions.small("essai"), "p1");
        var edition = warehouse.commit(publication);

        assertThat(warehouse.findings(edition.id())).isEqualTo(publication.findings());
        assertThat(warehouse.files(edition.id())).isEqualTo(publication.files());
        assertThat(warehouse.gateCounts(edition.id())).isEqualTo(publication.gateCounts());
    }

    @Test
    void everyCellKnowsItsFileAndRow() {
        var edition = warehouse.commit(Editions.publication(Editions.small("essai"), "p1"));
        var resources = warehouse.definitions(edition.id()).resources();

        assertThat(cells(edition))
                .allSatisfy(cell -> {
                    assertThat(resources.get(cell.origin().resource()).sha256()).isEqualTo("a".repeat(64));
                    assertThat(cell.origin().row()).isEqualTo(7);
                })
                .extracting(cell -> resources.get(cell.origin().resource()).name())
                .contains("chiffres", "deja");
    }

    @Test
    void aSecondEditionLeavesTheFirstAsItWas() {
        var content = Editions.small("essai");
        var first = warehouse.commit(Editions.publication(content, "p1"));
        var second = warehouse.commit(Editions.publication(Editions.changed(content, KEY, "12.6"), "p2"));

        assertThat(second.number()).isEqualTo(2);
        assertThat(second.sequence()).isEqualTo(2);
        assertThat(content(first)).isEqualTo(content);
        assertThat(cells(second))
                .filteredOn(cell -> !content.cells().contains(cell))
                .extracting(Cell::key)
                .containsExactly(KEY);
    }

    @Test
    void editionsOfSeveralDatasetsAreCountedApartAndInOneSequence() {
        warehouse.commit(Editions.publication(Editions.small("essai"), "p1"));
        var other = warehouse.commit(Editions.publication(Editions.small("autre"), "p1"));

        assertThat(other.number()).isEqualTo(1);
        assertThat(other.sequence()).isEqualTo(2);
        assertThat(warehouse.sequence()).isEqualTo(2);
    }

    @Test
    void theSamePackageMakesNoEdition() {
        var first = warehouse.commit(Editions.publication(Editions.small("essai"), "p1"));

        assertThat(warehouse.commit(Editions.publication(Editions.small("essai"), "p1")))
                .isEqualTo(first);
        assertThat(warehouse.sequence()).isEqualTo(1);
    }

    @Test
    void aWithdrawnEditionKeepsItsNumberAndContent() {
        var content = Editions.small("essai");
        var first = warehouse.commit(Editions.publication(content, "p1"));
        var withdrawn = warehouse.withdraw(first.id(), "erreur de saisie", Instant.parse("2026-11-23T09:00:00Z"));
        var second = warehouse.commit(Editions.publication(content, "p1"));

        assertThat(withdrawn).isEqualTo(first.withdrawn("erreur de saisie"));
        assertThat(warehouse.editions()).containsExactly(withdrawn, second);
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.sequence()).isEqualTo(3);
        assertThat(content(withdrawn)).isEqualTo(content);
        assertThat(warehouse.withdrawals())
                .containsExactly(
                        new Withdrawal(first.id(), 2, Instant.parse("2026-11-23T09:00:00Z"), "erreur de saisie"));
    }

    @Test
    void refusesToWithdrawWhatWasNeverPublished() {
        assertThatThrownBy(() -> warehouse.withdraw(new Edition.Id("essai", 3), "non"))
                .isInstanceOf(NoSuchEditionException.class);
        assertThatThrownBy(() -> warehouse.definitions(new Edition.Id("essai", 3)))
                .isInstanceOf(NoSuchEditionException.class);
    }

    /** All cells are handed over before the store is given a count that is none. */
    @Test
    void aCommitThatIsCutInTheMiddleLeavesNothing() {
        var large = Editions.large("essai", 200_000);
        var whole = Editions.publication(large, "p1");
        var counts = new TreeMap<String, Long>();
        counts.put("disclosure", null);
        var broken = new Publication(whole.edition(), large, whole.files(), whole.findings(), new GateCounts(counts));

        assertThatThrownBy(() -> warehouse.commit(broken)).isInstanceOf(RuntimeException.class);
        assertThat(warehouse.sequence()).isZero();
        assertThat(warehouse.editions()).isEmpty();

        var edition = warehouse.commit(whole);
        assertThat(edition.number()).isEqualTo(1);
        assertThat(cells(edition)).isEqualTo(large.cells());
    }

    @Test
    void publishersAtOnceGetConsecutiveNumbers() throws Exception {
        try (var publishers = Executors.newFixedThreadPool(4)) {
            var all = new ArrayList<Future<Edition>>();
            for (int turn = 0; turn < 12; turn++) {
                var publication = Editions.publication(Editions.small("essai"), "p" + turn);
                all.add(publishers.submit(() -> warehouse.commit(publication)));
            }
            var numbers = new ArrayList<Integer>();
            for (var edition : all) {
                numbers.add(edition.get().number());
            }
            assertThat(numbers).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        }
        assertThat(warehouse.sequence()).isEqualTo(12);
    }

    @Test
    void everyCommitIsAnnounced() throws Exception {
        var announced = new CountDownLatch(1);
        try (var _ = warehouse.onChange(() -> {
            if (warehouse.sequence() == 1) {
                announced.countDown();
            }
        })) {
            warehouse.commit(Editions.publication(Editions.small("essai"), "p1"));
            assertThat(announced.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void whatWasCommittedIsThereWhenTheStoreIsOpenedAgain() {
        var content = Editions.small("essai");
        var edition = warehouse.commit(Editions.publication(content, "p1"));
        warehouse.close();
        warehouse = open();

        assertThat(warehouse.editions()).containsExactly(edition);
        assertThat(content(edition)).isEqualTo(content);
    }

    @Test
    void aRebuiltStoreIsTheSame() {
        var content = Editions.small("essai");
        var first = Editions.publication(content, "p1");
        var second = Editions.publication(Editions.changed(content, KEY, "12.6"), "p2");
        var editions = List.of(warehouse.commit(first), warehouse.commit(second));
        warehouse.withdraw(editions.getLast().id(), "erreur", Instant.parse("2026-11-23T09:00:00Z"));
        var before = warehouse.editions();
        var events = List.<Event>of(
                new Event.Published(as(editions.getFirst(), first)),
                new Event.Published(as(editions.getLast(), second)),
                new Event.Withdrawn(warehouse.withdrawals().getFirst()));
        warehouse.rebuild(events);

        assertThat(warehouse.editions()).isEqualTo(before);
        assertThat(content(before.getFirst())).isEqualTo(content);

        var incomplete = List.<Event>of(events.get(1));
        assertThatThrownBy(() -> warehouse.rebuild(incomplete)).isInstanceOf(WarehouseException.class);
        assertThat(warehouse.editions()).isEqualTo(before);
    }

    private static Publication as(Edition edition, Publication said) {
        return new Publication(edition, said.content(), said.files(), said.findings(), said.gateCounts());
    }

    @Test
    void aMillionCellsAreCommittedAndReadInSeconds() {
        var content = Editions.large("essai", 950_000);
        var publication = Editions.publication(content, "p1");
        long begun = System.nanoTime();
        var edition = warehouse.commit(publication);
        long committed = System.nanoTime();
        var hash = new ContentHash(warehouse.definitions(edition.id()));
        warehouse.cells(edition.id(), hash);
        long read = System.nanoTime();

        assertThat(hash.hex()).isEqualTo(edition.contentHash());
        System.getLogger("warehouse")
                .log(
                        System.Logger.Level.INFO,
                        "950,000 cells: commit {0} ms, read and hash {1} ms",
                        (committed - begun) / 1_000_000,
                        (read - committed) / 1_000_000);
    }
}
