package org.socialobservatory.ingest.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.socialobservatory.ingest.warehouse.ContentHash;
import org.socialobservatory.ingest.warehouse.EditionFile;
import org.socialobservatory.ingest.warehouse.EditionMetadata;
import org.socialobservatory.ingest.warehouse.Event;
import org.socialobservatory.ingest.warehouse.Publication;
import org.socialobservatory.ingest.warehouse.WarehouseException;
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.edition.Edition;
import org.socialobservatory.ontology.edition.EditionContent;

/** Makes the warehouse anew from the files of the editions: the same numbers, times, hashes and withdrawals. */
public final class Rebuild {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);

    private final Installation installation;

    public Rebuild(Installation installation) {
        this.installation = installation;
    }

    /** Opens an installation to rebuild it, whatever its warehouse is like; a damaged embedded one is put aside. */
    public static Installation open(Settings settings) {
        try {
            return Installation.openAsItIs(settings);
        } catch (WarehouseException e) {
            var file = new DataFolder(settings.data()).duckdb();
            if (settings.database().isPresent() || !Files.exists(file)) {
                throw e;
            }
            LOG.warn("The warehouse cannot be opened; it is put aside and made anew", e);
            putAside(file);
            return Installation.openAsItIs(settings);
        }
    }

    private static void putAside(java.nio.file.Path file) {
        var name = file.getFileName() + ".damaged-" + Instant.now().toString().replace(':', '-');
        try {
            Files.move(file, file.resolveSibling(name));
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + ".wal"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rebuilds, and returns the editions that there are then. Where a file is missing or altered nothing is changed. */
    public List<Edition> run(Readers readers) {
        var warehouse = installation.warehouse();
        installation.alone(() -> {
            var events = events(installation.folder().metadata());
            warehouse.rebuild(() -> lazily(events));
            return events;
        });
        readers.reload();
        return warehouse.editions();
    }

    private List<Supplier<Event>> events(List<EditionMetadata> recorded) {
        var dated = new ArrayList<Dated>();
        for (var metadata : recorded) {
            dated.add(new Dated(metadata.edition().sequence(), () -> new Event.Published(publication(metadata))));
            var withdrawal = metadata.withdrawal();
            if (withdrawal != null) {
                dated.add(new Dated(withdrawal.sequence(), () -> new Event.Withdrawn(withdrawal)));
            }
        }
        return dated.stream()
                .sorted(Comparator.comparingLong(Dated::sequence))
                .map(Dated::event)
                .toList();
    }

    private Publication publication(EditionMetadata metadata) {
        var edition = metadata.edition();
        var file = EditionFile.read(installation.folder().file(edition));
        var cells = new ArrayList<Cell>((int) edition.cells());
        file.cells(cells::add);
        var content = new EditionContent(file.definitions(), cells);
        if (!ContentHash.of(content).equals(edition.contentHash())) {
            throw new WarehouseException(
                    "The file " + installation.folder().file(edition) + " does not hold what its name says");
        }
        return new Publication(
                edition.standing(),
                content,
                metadata.files(),
                metadata.findings(),
                metadata.gateCounts(),
                metadata.erases());
    }

    private static Iterator<Event> lazily(List<Supplier<Event>> events) {
        return events.stream().map(Supplier::get).iterator();
    }

    /** An event that is made when its turn comes. */
    private record Dated(long sequence, Supplier<Event> event) {}
}
