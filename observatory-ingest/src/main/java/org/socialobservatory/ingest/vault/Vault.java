package org.socialobservatory.ingest.vault;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.mapping.answers.Pseudonyms;
import org.socialobservatory.ingest.vault.KeptAnswers.KeptTable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The answers of persons of an installation: {@code DATA/vault}, mode 0700, its files 0600. It holds {@code salt};
 * {@code erasures}, what persons asked to erase;
 * {@code raw/<sha-256>}, what was received without personal columns; {@code editions/<content hash>/<table>.parquet} with what each table received;
 * and {@code staging}, what is being read.
 */
public final class Vault {

    /** Bytes of the key that hides names: as long as the hash (RFC 2104 §3). */
    private static final int SALT = 32;
    /** Names what an edition received. */
    private static final String MANIFEST = "received.json";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What an edition received, and the version of the method by which it was estimated. */
    private record Manifest(int method, List<Entry> tables) {
        /** @param sha256 of what was kept of its file */
        private record Entry(String resource, @Nullable String parent, String sha256) {}
    }

    private final Path folder;

    private Vault(Path folder) {
        this.folder = folder;
    }

    /** The vault of a data folder; nothing is made before it is needed. */
    public static Vault in(Path data) {
        return new Vault(data.toAbsolutePath().resolve("vault"));
    }

    Pseudonyms pseudonyms() {
        try {
            return new Pseudonyms(salt());
        } catch (IOException unreadable) {
            throw new VaultException("The salt of the vault cannot be read", unreadable);
        }
    }

    private byte[] salt() throws IOException {
        Locked.folder(folder);
        var file = folder.resolve("salt");
        if (!Files.exists(file)) {
            var salt = new byte[SALT];
            new SecureRandom().nextBytes(salt);
            var fresh = folder.resolve("salt." + ProcessHandle.current().pid() + "." + System.nanoTime());
            try (var out = Locked.create(fresh)) {
                out.write(salt);
            }
            Locked.force(fresh);
            try {
                Files.createLink(file, fresh);
            } catch (FileAlreadyExistsException another) {
                return Files.readAllBytes(file);
            } finally {
                Files.delete(fresh);
            }
            Locked.force(folder);
        }
        return Files.readAllBytes(file);
    }

    /** A place for what is being read; gone when it is closed, unless it was kept. */
    public Staging stage() {
        try {
            Locked.folder(folder);
            var staging = Locked.folder(folder.resolve("staging"));
            return new Staging(this, Locked.folder(staging.resolve(Long.toHexString(new SecureRandom().nextLong()))));
        } catch (IOException unwritable) {
            throw new VaultException("The vault cannot be written", unwritable);
        }
    }

    /** Where the answers of an edition lie. */
    public Path answers(String contentHash, String resource) {
        return editions().resolve(contentHash).resolve(resource + ".parquet");
    }

    /** Where lies what was received. */
    public Path received(String sha256) {
        return raw().resolve(sha256);
    }

    /** What was erased from it. */
    public Erasures erased() {
        return new Erasures(this);
    }

    Path erasures() {
        return folder.resolve("erasures");
    }

    private Path editions() {
        return folder.resolve("editions");
    }

    private Path raw() {
        return folder.resolve("raw");
    }

    /**
     * Keeps tables for an edition that is about to be committed. A table that is kept already stays; kept without a
     * commit they are {@linkplain #removeOrphans orphans}.
     */
    void keep(String contentHash, KeptAnswers answers) {
        try {
            var edition = Locked.folder(editions().resolve(contentHash));
            var manifest = edition.resolve(MANIFEST);
            if (!Files.exists(manifest)) {
                write(manifest, answers);
            }
            move(answers, edition);
        } catch (IOException unwritable) {
            throw new VaultException("The answers of an edition cannot be kept", unwritable);
        }
    }

    /**
     * Puts answers in the place of those from which an edition was estimated: first what was received, which has no
     * index to find anything by, then the tables.
     */
    void replace(String contentHash, KeptAnswers former, KeptAnswers answers) {
        try {
            var edition = editions().resolve(contentHash);
            for (KeptTable table : answers.tables().values()) {
                move(table.received().location(), received(table.received().sha256()));
            }
            write(edition.resolve(MANIFEST), new KeptAnswers(former.method(), answers.tables()));
            for (KeptTable table : answers.tables().values()) {
                Locked.force(table.location());
                Files.move(
                        table.location(),
                        answers(contentHash, table.resource()),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            }
            Locked.force(edition);
            var needed = receivedByAny();
            for (KeptTable table : former.tables().values()) {
                if (!needed.contains(table.received().sha256())) {
                    Files.deleteIfExists(table.received().location());
                }
            }
            Locked.force(raw());
        } catch (IOException unwritable) {
            throw new VaultException("The answers of an edition cannot be replaced", unwritable);
        }
    }

    private void move(KeptAnswers answers, Path edition) throws IOException {
        Locked.folder(raw());
        for (KeptTable table : answers.tables().values()) {
            move(table.location(), edition.resolve(table.resource() + ".parquet"));
            move(table.received().location(), received(table.received().sha256()));
        }
        for (Path written : List.of(edition, editions(), raw(), folder)) {
            Locked.force(written);
        }
    }

    private static void write(Path manifest, KeptAnswers answers) throws IOException {
        var entries = answers.tables().values().stream()
                .map(table -> new Manifest.Entry(
                        table.resource(), table.parent(), table.received().sha256()))
                .toList();
        var fresh = manifest.resolveSibling(MANIFEST + ".new");
        Files.deleteIfExists(fresh);
        try (var out = Locked.create(fresh)) {
            out.write(JSON.writeValueAsBytes(new Manifest(answers.method(), entries)));
        }
        Locked.force(fresh);
        Files.move(fresh, manifest, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Set<String> receivedByAny() throws IOException {
        var received = new HashSet<String>();
        for (Path edition : others(editions(), Set.of())) {
            if (Files.exists(edition.resolve(MANIFEST))) {
                manifest(edition).tables().forEach(table -> received.add(table.sha256()));
            }
        }
        return received;
    }

    /** The answers of an edition; empty where it was not made from any. */
    public Optional<KeptAnswers> kept(String contentHash) {
        var edition = editions().resolve(contentHash);
        if (!Files.exists(edition.resolve(MANIFEST))) {
            return Optional.empty();
        }
        try {
            var manifest = manifest(edition);
            var tables = new LinkedHashMap<String, KeptTable>();
            for (Manifest.Entry entry : manifest.tables()) {
                var received = received(entry.sha256());
                tables.put(
                        entry.resource(),
                        new KeptTable(
                                entry.resource(),
                                entry.parent(),
                                answers(contentHash, entry.resource()),
                                new VaultTable.Received(received, entry.sha256(), Files.size(received))));
            }
            return Optional.of(new KeptAnswers(manifest.method(), tables));
        } catch (IOException | JacksonException unreadable) {
            throw new VaultException("The answers of an edition cannot be read", unreadable);
        }
    }

    private static Manifest manifest(Path edition) throws IOException {
        return JSON.readValue(Files.readAllBytes(edition.resolve(MANIFEST)), Manifest.class);
    }

    private static void move(Path staged, Path kept) throws IOException {
        if (Files.exists(staged) && !Files.exists(kept)) {
            Locked.force(staged);
            Files.move(staged, kept, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /**
     * Removes what no edition speaks of: answers that were kept without a commit, and whatever a process that is gone
     * left in staging. For one who holds the lock of the data folder.
     *
     * @param editions content hashes of the editions that stand
     * @return how many were removed
     */
    public int removeOrphans(Set<String> editions) {
        try {
            var received = new HashSet<String>();
            for (String edition : editions) {
                var folder = editions().resolve(edition);
                if (Files.exists(folder.resolve(MANIFEST))) {
                    manifest(folder).tables().forEach(table -> received.add(table.sha256()));
                }
            }
            int removed = 0;
            for (Path orphan : others(editions(), editions)) {
                Locked.delete(orphan);
                removed++;
            }
            for (Path orphan : others(raw(), received)) {
                Locked.delete(orphan);
                removed++;
            }
            for (Path left : others(folder.resolve("staging"), Set.of())) {
                if (Staging.isLeft(left)) {
                    Locked.delete(left);
                    removed++;
                }
            }
            return removed;
        } catch (IOException unwritable) {
            throw new VaultException("What nobody needs cannot be removed from the vault", unwritable);
        }
    }

    private static List<Path> others(Path folder, Set<String> known) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var found = new ArrayList<Path>();
        try (Stream<Path> children = Files.list(folder)) {
            children.filter(child -> !known.contains(child.getFileName().toString()))
                    .forEach(found::add);
        }
        return found;
    }
}
