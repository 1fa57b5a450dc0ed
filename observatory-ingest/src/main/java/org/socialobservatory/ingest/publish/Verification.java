package org.socialobservatory.ingest.publish;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.mapping.description.Role;
import org.socialobservatory.ingest.vault.Vault;
import org.socialobservatory.ingest.warehouse.ContentHash;
import org.socialobservatory.ingest.warehouse.EditionFile;
import org.socialobservatory.ingest.warehouse.EditionMetadata;
import org.socialobservatory.ingest.warehouse.WarehouseException;
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.edition.Edition;

/** Do the files of the editions, the warehouse and what is shown agree? Everything is read and hashed again. */
public final class Verification {

    private final Installation installation;
    private final Readers readers;

    public Verification(Installation installation, Readers readers) {
        this.installation = installation;
        this.readers = readers;
    }

    /** What does not agree. */
    public enum Fault {
        FILE_MISSING,
        FILE_UNREADABLE,
        FILE_ALTERED,
        FILE_UNKNOWN,
        METADATA_MISSING,
        METADATA_DIFFERS,
        WAREHOUSE_ALTERED,
        CELLS_MISCOUNTED,
        RAW_MISSING,
        RAW_ALTERED,
        ANSWERS_MISSING,
        ANSWERS_ALTERED,
        EDITION_UNKNOWN,
        DOORS_BEHIND
    }

    /**
     * One thing that does not agree.
     *
     * @param edition null where it is about no single edition
     * @param what the file or number concerned
     */
    public record Disagreement(Fault fault, Edition.@Nullable Id edition, String what) {}

    /** Checks every edition, hands each to a listener when it is done, and returns all that is wrong. */
    public List<Disagreement> run(Consumer<Edition> checked) {
        var wrong = new ArrayList<Disagreement>();
        var editions = installation.warehouse().editions();
        for (var edition : editions) {
            checkFile(edition, wrong);
            checkWarehouse(edition, wrong);
            checkMetadata(edition, wrong);
            checkRawFiles(edition, wrong);
            checkAnswers(edition, wrong);
            checked.accept(edition);
        }
        checkWhatIsUnknown(editions, wrong);
        readers.sequence().ifPresent(shown -> {
            long committed = installation.warehouse().sequence();
            if (shown != committed) {
                wrong.add(new Disagreement(Fault.DOORS_BEHIND, null, shown + " < " + committed));
            }
        });
        return wrong;
    }

    private void checkFile(Edition edition, List<Disagreement> wrong) {
        var path = installation.folder().file(edition);
        if (!Files.exists(path)) {
            wrong.add(new Disagreement(Fault.FILE_MISSING, edition.id(), name(path)));
            return;
        }
        try {
            var file = EditionFile.read(path);
            var count = new Counted(new ContentHash(file.definitions()));
            file.cells(count);
            if (!count.hash.hex().equals(edition.contentHash())) {
                wrong.add(new Disagreement(Fault.FILE_ALTERED, edition.id(), name(path)));
            } else if (count.cells != edition.cells()) {
                wrong.add(
                        new Disagreement(Fault.CELLS_MISCOUNTED, edition.id(), count.cells + " ≠ " + edition.cells()));
            }
        } catch (WarehouseException | IllegalArgumentException e) {
            wrong.add(new Disagreement(Fault.FILE_UNREADABLE, edition.id(), name(path)));
        }
    }

    private void checkWarehouse(Edition edition, List<Disagreement> wrong) {
        var warehouse = installation.warehouse();
        try {
            var count = new Counted(new ContentHash(warehouse.definitions(edition.id())));
            warehouse.cells(edition.id(), count);
            if (!count.hash.hex().equals(edition.contentHash())) {
                wrong.add(new Disagreement(Fault.WAREHOUSE_ALTERED, edition.id(), edition.contentHash()));
            } else if (count.cells != edition.cells()) {
                wrong.add(
                        new Disagreement(Fault.CELLS_MISCOUNTED, edition.id(), count.cells + " ≠ " + edition.cells()));
            }
        } catch (IllegalArgumentException e) {
            wrong.add(new Disagreement(Fault.WAREHOUSE_ALTERED, edition.id(), edition.contentHash()));
        }
    }

    private void checkMetadata(Edition edition, List<Disagreement> wrong) {
        var path = installation.folder().metadata(edition);
        if (!Files.exists(path)) {
            wrong.add(new Disagreement(Fault.METADATA_MISSING, edition.id(), name(path)));
        } else if (!differsNot(path, edition)) {
            wrong.add(new Disagreement(Fault.METADATA_DIFFERS, edition.id(), name(path)));
        }
    }

    private boolean differsNot(Path path, Edition edition) {
        try {
            return EditionMetadata.read(path).equals(EditionMetadata.of(installation.warehouse(), edition));
        } catch (WarehouseException e) {
            return false;
        }
    }

    private void checkRawFiles(Edition edition, List<Disagreement> wrong) {
        var kept = new TreeMap<String, String>();
        var warehouse = installation.warehouse();
        warehouse.definitions(edition.id()).resources().stream()
                .filter(one -> !one.role().equals(Role.RESPONSES.code()))
                .forEach(one -> kept.put(one.path(), one.sha256()));
        warehouse.files(edition.id()).forEach(one -> kept.put(one.path(), one.sha256()));
        kept.forEach((path, sha256) -> {
            var now = installation.folder().hashOfKept(sha256);
            if (now.isEmpty()) {
                wrong.add(new Disagreement(Fault.RAW_MISSING, edition.id(), path));
            } else if (!now.get().equals(sha256)) {
                wrong.add(new Disagreement(Fault.RAW_ALTERED, edition.id(), path));
            }
        });
    }

    /** Answers of persons are kept in the vault alone, as they were stored. */
    private void checkAnswers(Edition edition, List<Disagreement> wrong) {
        var folder = installation.folder();
        var kept = Vault.in(folder.root()).kept(edition.contentHash());
        for (var study : installation.warehouse().definitions(edition.id()).studies()) {
            var table = kept.map(answers -> answers.tables().get(study.resource()));
            if (table.isEmpty() || !Files.exists(table.get().location())) {
                wrong.add(new Disagreement(Fault.ANSWERS_MISSING, edition.id(), study.resource()));
                continue;
            }
            var received = table.get().received();
            boolean whole = edition.sourceErased() || received.sha256().equals(study.storedSha256());
            if (!whole || !DataFolder.hashOf(received.location()).equals(Optional.of(received.sha256()))) {
                wrong.add(new Disagreement(Fault.ANSWERS_ALTERED, edition.id(), study.resource()));
            }
        }
    }

    private void checkWhatIsUnknown(List<Edition> editions, List<Disagreement> wrong) {
        var known = new HashSet<Edition.Id>();
        var files = new HashSet<Path>();
        for (var edition : editions) {
            known.add(edition.id());
            files.add(installation.folder().file(edition));
        }
        for (var recorded : installation.folder().metadata()) {
            if (!known.contains(recorded.edition().id())) {
                wrong.add(new Disagreement(
                        Fault.EDITION_UNKNOWN, recorded.edition().id(), "editions/"));
                files.add(installation.folder().file(recorded.edition()));
            }
        }
        for (var file : installation.folder().editionFiles()) {
            if (!files.contains(file)) {
                wrong.add(new Disagreement(Fault.FILE_UNKNOWN, null, name(file)));
            }
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    /** Hashes cells and counts them. */
    private static final class Counted implements Consumer<Cell> {
        private final ContentHash hash;
        private long cells;

        Counted(ContentHash hash) {
            this.hash = hash;
        }

        @Override
        public void accept(Cell cell) {
            hash.accept(cell);
            cells++;
        }
    }
}
