package org.socialobservatory.ingest.warehouse;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import org.socialobservatory.ingest.gate.GateCounts;
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.edition.Definitions;
import org.socialobservatory.ontology.edition.Edition;
import org.socialobservatory.ontology.finding.Finding;

/**
 * The store of all editions. Its commit is the only commit point: an edition is here whole or not at all. Numbers and
 * geometries come back exactly as they went in.
 */
public interface Warehouse extends AutoCloseable {

    /** How many publications and withdrawals have been committed; 0 in a new store. */
    long sequence();

    /** All editions in order of publication, withdrawn ones too. */
    List<Edition> editions();

    /** What an edition says beside its cells. */
    Definitions definitions(Edition.Id edition);

    /** Hands the cells of an edition to a reader, in canonical order. The reader must not ask the store anything. */
    void cells(Edition.Id edition, Consumer<? super Cell> reader);

    /** The files of the package of which an edition was made, in order of path. */
    List<KeptFile> files(Edition.Id edition);

    /** The findings that were published with an edition, in the order found. */
    List<Finding> findings(Edition.Id edition);

    /** How many cells an edition withholds, and by which public rule, as the gate reported it. */
    GateCounts gateCounts(Edition.Id edition);

    /**
     * Numbers of the editions of its dataset from whose sources answers were erased, where an edition was published for
     * that reason; ascending.
     */
    List<Integer> erases(Edition.Id edition);

    /** All withdrawals in their order. */
    List<Withdrawal> withdrawals();

    /**
     * Makes an edition visible, all at once. The store sets its number and sequence, also when several publish at the
     * same time. Where the newest edition that stands was made of the same package, that one is returned and nothing is
     * stored.
     */
    Edition commit(Publication publication);

    /** Marks an edition as withdrawn; it keeps its number and content. One that is withdrawn stays as it is. */
    Edition withdraw(Edition.Id edition, String reason, Instant at);

    /** Marks an edition as withdrawn now. */
    default Edition withdraw(Edition.Id edition, String reason) {
        return withdraw(edition, reason, Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    /** Calls back, on a thread of the store's own, after each commit by anybody; until closed. */
    Subscription onChange(Runnable listener);

    @Override
    void close();

    /** Lasts until it is closed. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
