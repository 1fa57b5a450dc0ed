package org.socialobservatory.ingest.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.gate.GateCounts;
import org.socialobservatory.ontology.edition.Edition;
import org.socialobservatory.ontology.finding.Finding;
import tools.jackson.core.JacksonException;

/**
 * What a store knows of an edition beside its content, as a JSON file beside the edition's file, so that every store can
 * be made of files alone.
 *
 * @param files of the package of which it was made, in order of path
 * @param withdrawal null while the edition stands
 * @param erases numbers of the editions of the dataset from whose sources answers were erased, which is why this one
 *     was published
 */
public record EditionMetadata(
        Edition edition,
        List<KeptFile> files,
        List<Finding> findings,
        GateCounts gateCounts,
        @Nullable Withdrawal withdrawal,
        List<Integer> erases) {

    /** The ending of such files. */
    public static final String ENDING = ".json";

    public EditionMetadata {
        // The first builds named none.
        files = files == null ? List.of() : List.copyOf(files);
        findings = List.copyOf(findings);
        erases = erases == null ? List.of() : List.copyOf(erases);
    }

    /** The metadata of an edition as a store has it. */
    public static EditionMetadata of(Warehouse warehouse, Edition edition) {
        var withdrawal = warehouse.withdrawals().stream()
                .filter(one -> one.edition().equals(edition.id()))
                .findFirst()
                .orElse(null);
        return new EditionMetadata(
                edition,
                warehouse.files(edition.id()),
                warehouse.findings(edition.id()),
                warehouse.gateCounts(edition.id()),
                withdrawal,
                warehouse.erases(edition.id()));
    }

    /** Two editions can have one content, so the number is part of the name. */
    public static String fileName(Edition edition) {
        return edition.contentHash() + "." + edition.number() + ENDING;
    }

    public static EditionMetadata read(Path path) {
        try {
            return CanonicalJson.read(Files.readAllBytes(path), EditionMetadata.class);
        } catch (JacksonException e) {
            throw new WarehouseException("The file " + path + " cannot be read: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the file so that it is there whole or not at all. */
    public void write(Path path) {
        var unfinished = path.resolveSibling(path.getFileName() + EditionFile.UNFINISHED);
        try {
            Files.write(unfinished, CanonicalJson.indented(this));
            EditionFile.finish(unfinished, path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
