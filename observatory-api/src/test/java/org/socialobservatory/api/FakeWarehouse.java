package org.socialobservatory.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.socialobservatory.ingest.gate.GateCounts;
import org.socialobservatory.ingest.warehouse.KeptFile;
import org.socialobservatory.ingest.warehouse.Publication;
import org.socialobservatory.ingest.warehouse.Warehouse;
import org.socialobservatory.ingest.warehouse.Withdrawal;
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.edition.Definitions;
import org.socialobservatory.ontology.edition.Edition;
import org.socialobservatory.ontology.edition.EditionContent;
import org.socialobservatory.ontology.finding.Finding;

/** A warehouse by hand for tests of the doors; those of the stores use the stores. */
public final class FakeWarehouse implements Warehouse {

    private final Map<Edition.Id, Publication> publications = new LinkedHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private long sequence;

    /** Publishes content as the next edition of its dataset. */
    public synchronized Edition publish(EditionContent content, List<Finding> findings) {
        var dataset = content.definitions().dataset().code();
        int number = 1
                + (int) publications.keySet().stream()
                        .filter(id -> id.dataset().equals(dataset))
                        .count();
        var cells =
                content.cells().stream().sorted(Comparator.comparing(Cell::key)).toList();
        var edition = new Edition(
                dataset,
                number,
                sequence + 1,
                Instant.parse("2026-01-01T00:00:00Z").plusSeconds(sequence),
                "test",
                "first publication",
                "b".repeat(64),
                "c".repeat(64),
                cells.size(),
                null);
        return commit(new Publication(
                edition,
                new EditionContent(content.definitions(), cells),
                List.of(),
                findings,
                new GateCounts(new TreeMap<>(Map.of("published", (long) cells.size())))));
    }

    @Override
    public synchronized long sequence() {
        return sequence;
    }

    @Override
    public synchronized List<Edition> editions() {
        return publications.values().stream().map(Publication::edition).toList();
    }

    private synchronized Publication publication(Edition.Id edition) {
        var found = publications.get(edition);
        if (found == null) {
            throw new IllegalArgumentException("No edition " + edition);
        }
        return found;
    }

    @Override
    public Definitions definitions(Edition.Id edition) {
        return publication(edition).content().definitions();
    }

    @Override
    public void cells(Edition.Id edition, Consumer<? super Cell> reader) {
        publication(edition).content().cells().forEach(reader);
    }

    @Override
    public List<KeptFile> files(Edition.Id edition) {
        return publication(edition).files();
    }

    @Override
    public List<Finding> findings(Edition.Id edition) {
        return publication(edition).findings();
    }

    @Override
    public GateCounts gateCounts(Edition.Id edition) {
        return publication(edition).gateCounts();
    }

    @Override
    public Edition commit(Publication publication) {
        return store(publication, publication.edition().withdrawn());
    }

    @Override
    public List<Integer> erases(Edition.Id edition) {
        return List.of();
    }

    @Override
    public List<Withdrawal> withdrawals() {
        return List.of();
    }

    @Override
    public Edition withdraw(Edition.Id edition, String reason, Instant at) {
        return store(publication(edition), reason);
    }

    private Edition store(Publication publication, @org.jspecify.annotations.Nullable String withdrawn) {
        var said = publication.edition();
        Edition edition;
        synchronized (this) {
            sequence++;
            edition = new Edition(
                    said.dataset(),
                    said.number(),
                    said.sequence(),
                    said.publishedAt(),
                    said.author(),
                    said.reason(),
                    said.packageHash(),
                    said.contentHash(),
                    said.cells(),
                    withdrawn);
            publications.put(
                    edition.id(),
                    new Publication(
                            edition,
                            publication.content(),
                            publication.files(),
                            publication.findings(),
                            publication.gateCounts()));
        }
        new ArrayList<>(listeners).forEach(Runnable::run);
        return edition;
    }

    @Override
    public Subscription onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void close() {
        listeners.clear();
    }
}
