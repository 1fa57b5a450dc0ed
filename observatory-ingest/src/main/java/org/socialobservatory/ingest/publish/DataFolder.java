package org.socialobservatory.ingest.publish;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.socialobservatory.ingest.gate.GateReport;
import org.socialobservatory.ingest.mapping.RefusedRows;
import org.socialobservatory.ingest.source.RawFile;
import org.socialobservatory.ingest.warehouse.CanonicalJson;
import org.socialobservatory.ingest.warehouse.EditionFile;
import org.socialobservatory.ingest.warehouse.EditionMetadata;
import org.socialobservatory.ontology.edition.Edition;

/**
 * The folder of an installation: {@code raw/} every file as received, by sha-256; {@code editions/} the canonical files
 * with their metadata; {@code preview/} editions that are only looked at; {@code vault/} answers of persons and rows
 * that packages let be left out, for its owner only; {@code log/}; and the embedded warehouse.
 */
public final class DataFolder {

    private static final String PARQUET = ".parquet";

    private final Path root;

    /** Takes a folder, which is made with its parts where it does not exist. */
    public DataFolder(Path root) {
        this.root = root;
        try {
            for (Path part : List.of(raw(), editions(), previews(), log())) {
                Files.createDirectories(part);
            }
            if (!Files.isDirectory(vault())) {
                Files.createDirectory(vault(), ownerOnly("rwx------"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + root + " cannot be used", e);
        }
    }

    static java.nio.file.attribute.FileAttribute<?> ownerOnly(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }

    public Path root() {
        return root;
    }

    public Path raw() {
        return root.resolve("raw");
    }

    public Path editions() {
        return root.resolve("editions");
    }

    public Path previews() {
        return root.resolve("preview");
    }

    public Path vault() {
        return root.resolve("vault");
    }

    /** What the gate did for each edition, by the hash of its content; for its owner only. */
    Path reports() {
        return vault().resolve("reports");
    }

    /** Rows that were left out of editions, by the hash of their package; answers of persons are among them. */
    public Path refused() {
        return vault().resolve("refused");
    }

    public Path log() {
        return root.resolve("log");
    }

    Path duckdb() {
        return root.resolve("observatory.duckdb");
    }

    /** The canonical file of an edition. */
    public Path file(Edition edition) {
        return editions().resolve(edition.contentHash() + PARQUET);
    }

    Path metadata(Edition edition) {
        return editions().resolve(EditionMetadata.fileName(edition));
    }

    /** The canonical files that are there, sorted. */
    List<Path> editionFiles() {
        return list(editions(), PARQUET);
    }

    /** What the files say of all editions, in order of publication. */
    public List<EditionMetadata> metadata() {
        return list(editions(), EditionMetadata.ENDING).stream()
                .map(EditionMetadata::read)
                .sorted(java.util.Comparator.comparingLong(one -> one.edition().sequence()))
                .toList();
    }

    static List<Path> list(Path folder, String ending) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps a file as it was received. One that is there already is not written again. */
    void keep(RawFile file) throws IOException {
        var kept = raw().resolve(file.sha256());
        if (Files.exists(kept) && Files.size(kept) == file.size()) {
            return;
        }
        var unfinished = kept.resolveSibling(kept.getFileName() + EditionFile.UNFINISHED);
        Files.deleteIfExists(unfinished);
        Files.copy(file.location(), unfinished);
        if (!sha256(unfinished).equals(file.sha256())) {
            Files.delete(unfinished);
            throw new IOException("The file " + file.path() + " changed while it was read");
        }
        EditionFile.finish(unfinished, kept);
    }

    /** Keeps what the gate did for an edition, for its steward; no door reaches it. */
    void keep(String contentHash, GateReport report) throws IOException {
        if (!Files.isDirectory(reports())) {
            Files.createDirectories(reports(), ownerOnly("rwx------"));
        }
        var file = reports().resolve(contentHash + EditionMetadata.ENDING);
        var unfinished = file.resolveSibling(file.getFileName() + EditionFile.UNFINISHED);
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished, ownerOnly("rw-------"));
        Files.write(unfinished, CanonicalJson.indented(report));
        EditionFile.finish(unfinished, file);
    }

    /** Writes rows that a package lets be left out aside as they were, for its steward; no door reaches them. */
    void keep(String packageHash, RefusedRows refused) throws IOException {
        var folder = refused().resolve(packageHash);
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, ownerOnly("rwx------"));
        }
        var file = folder.resolve(refused.resource() + ".csv");
        var unfinished = file.resolveSibling(file.getFileName() + EditionFile.UNFINISHED);
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished, ownerOnly("rw-------"));
        try (var csv = CsvWriter.builder().build(unfinished)) {
            csv.writeRecord(Stream.concat(Stream.of("row", "rule"), refused.columns().stream())
                    .toList());
            for (var row : refused.rows()) {
                csv.writeRecord(Stream.concat(
                                Stream.of(
                                        String.valueOf(row.number()), row.rule().code()),
                                row.values().stream())
                        .toList());
            }
        }
        EditionFile.finish(unfinished, file);
    }

    /** The hash of a kept file as it is now; empty where there is none. */
    Optional<String> hashOfKept(String sha256) {
        return hashOf(raw().resolve(sha256));
    }

    /** The hash of a file as it is now; empty where there is none. */
    static Optional<String> hashOf(Path file) {
        try {
            return Optional.of(sha256(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(Path file) throws IOException {
        try (var stream = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            stream.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(stream.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
