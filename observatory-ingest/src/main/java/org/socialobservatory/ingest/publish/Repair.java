package org.socialobservatory.ingest.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.socialobservatory.ingest.vault.Vault;
import org.socialobservatory.ingest.warehouse.EditionFile;
import org.socialobservatory.ingest.warehouse.EditionMetadata;
import org.socialobservatory.ontology.edition.Edition;

/**
 * Tidies up after a crash. The commit of the warehouse decides: what was written for an edition that it does not have is
 * removed, what an edition that it has still lacks beside its file is written. Previews that have had their time go too.
 */
final class Repair {

    private static final Logger LOG = LoggerFactory.getLogger(Repair.class);

    private final Installation installation;
    private final DataFolder folder;

    private Repair(Installation installation) {
        this.installation = installation;
        this.folder = installation.folder();
    }

    static Repair of(Installation installation) {
        return new Repair(installation);
    }

    /** Returns how many files and previews were removed or written. */
    int run() {
        var editions = installation.warehouse().editions();
        var recorded = recorded();
        refuseToLoseEditions(editions, recorded);
        var oldest = Instant.now().minus(installation.settings().previewLifetime());
        return removeUnfinished()
                + removeOrphans(editions, recorded)
                + removeAnswers(editions)
                + finishErasures(editions)
                + writeMissing(editions, recorded)
                + new Previews(folder).removeOlderThan(oldest);
    }

    /** Answers that were read for an edition that never came to be. */
    private int removeAnswers(List<Edition> editions) {
        var hashes = new HashSet<String>();
        editions.forEach(edition -> hashes.add(edition.contentHash()));
        return Vault.in(folder.root()).removeOrphans(hashes);
    }

    /** An erasure whose edition was committed is carried out, one whose edition was not has never been. */
    private int finishErasures(List<Edition> editions) {
        var erasures = Vault.in(folder.root()).erased();
        int finished = 0;
        for (var tombstone : erasures.all()) {
            if (!tombstone.done()) {
                LOG.warn("Finishing an erasure in {} that was cut off", tombstone.dataset());
                if (editions.stream().anyMatch(edition -> edition.packageHash().equals(tombstone.id()))) {
                    erasures.carryOut(tombstone, Erasure.of(editions, tombstone.dataset()));
                } else {
                    erasures.cancel(tombstone);
                }
                finished++;
            }
        }
        return finished;
    }

    private Map<Edition.Id, EditionMetadata> recorded() {
        var recorded = new HashMap<Edition.Id, EditionMetadata>();
        folder.metadata().forEach(one -> recorded.put(one.edition().id(), one));
        return recorded;
    }

    /** Metadata is written after the commit only: where it is and the edition is not, the warehouse was lost. */
    private static void refuseToLoseEditions(List<Edition> editions, Map<Edition.Id, EditionMetadata> recorded) {
        var unknown = new HashSet<>(recorded.keySet());
        editions.forEach(edition -> unknown.remove(edition.id()));
        if (!unknown.isEmpty()) {
            throw new WarehouseBehindException(unknown.stream()
                    .sorted(Comparator.comparing(Edition.Id::toString))
                    .toList());
        }
    }

    private int removeUnfinished() {
        int removed = 0;
        for (Path place : List.of(folder.raw(), folder.editions())) {
            for (Path file : DataFolder.list(place, EditionFile.UNFINISHED)) {
                removed += remove(file);
            }
        }
        return removed;
    }

    private int removeOrphans(List<Edition> editions, Map<Edition.Id, EditionMetadata> recorded) {
        var wanted = new HashSet<Path>();
        editions.forEach(edition -> wanted.add(folder.file(edition)));
        recorded.values().forEach(one -> wanted.add(folder.file(one.edition())));
        int removed = 0;
        for (Path file : folder.editionFiles()) {
            removed += wanted.contains(file) ? 0 : remove(file);
        }
        return removed;
    }

    private static int remove(Path file) {
        try {
            LOG.warn("Removing {}, left by a publication that was cut off", file);
            Files.delete(file);
            return 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int writeMissing(List<Edition> editions, Map<Edition.Id, EditionMetadata> recorded) {
        int written = 0;
        for (var edition : editions) {
            var known = recorded.get(edition.id());
            if (known == null
                    || (known.withdrawal() != null) != edition.isWithdrawn()
                    || known.edition().sourceErased() != edition.sourceErased()) {
                LOG.warn("Writing the metadata of {}, which was cut off after its commit", edition.id());
                EditionMetadata.of(installation.warehouse(), edition).write(folder.metadata(edition));
                written++;
            }
        }
        return written;
    }
}
