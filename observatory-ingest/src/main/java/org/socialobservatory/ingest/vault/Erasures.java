package org.socialobservatory.ingest.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.socialobservatory.ingest.mapping.answers.Erased;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The answers of a vault that were erased because a person asked for it (GDPR, article 17; Moroccan law 09-08, article
 * 8). An erasure is ordered first, so that a crash neither forgets it nor does half of it.
 */
public final class Erasures {

    private static final String ENDING = ".json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Vault vault;

    Erasures(Vault vault) {
        this.vault = vault;
    }

    /**
     * Finds answers by their key.
     *
     * @param key as the person or the file says it, or as the vault has it
     * @return keys of the answers as the vault has them; empty where there is none
     */
    public Set<String> find(KeptAnswers answers, String resource, String key) {
        var table = answers.tables().get(resource);
        return table == null
                ? Set.of()
                : Without.units(table, key, vault.pseudonyms().of(key));
    }

    /** Notes an erasure that is about to be carried out. */
    public void order(Tombstone tombstone) {
        try {
            Locked.folder(vault.erasures());
            write(tombstone);
        } catch (IOException unwritable) {
            throw new VaultException("An erasure cannot be noted", unwritable);
        }
    }

    /** Takes back an erasure of which nothing was done. */
    public void cancel(Tombstone tombstone) {
        try {
            Files.deleteIfExists(file(tombstone));
        } catch (IOException undeletable) {
            throw new VaultException("An erasure cannot be taken back", undeletable);
        }
    }

    /** All tombstones in order of time, those of erasures that are not carried out yet too. */
    public List<Tombstone> all() {
        var found = new ArrayList<Tombstone>();
        try {
            if (Files.isDirectory(vault.erasures())) {
                try (var files = Files.newDirectoryStream(vault.erasures(), "*" + ENDING)) {
                    for (Path file : files) {
                        found.add(JSON.readValue(Files.readAllBytes(file), Tombstone.class));
                    }
                }
            }
        } catch (IOException | JacksonException unreadable) {
            throw new VaultException("The erasures cannot be read", unreadable);
        }
        found.sort(Comparator.comparing(Tombstone::at).thenComparing(Tombstone::id));
        return found;
    }

    /** The answers without those that are to be erased, in a staging of their own. */
    public Staging without(KeptAnswers answers, Tombstone tombstone) {
        var staging = vault.stage();
        try (var without = new Without(answers, tombstone, staging.folder())) {
            for (KeptAnswers.KeptTable table : answers.tables().values()) {
                staging.add(without.table(table));
            }
            return staging;
        } catch (RuntimeException | Error failure) {
            staging.close();
            throw failure;
        }
    }

    /**
     * Rewrites the answers of editions without those of a tombstone. What was done before is not done again.
     *
     * @param editions content hashes of the editions of its dataset
     */
    public void carryOut(Tombstone tombstone, Collection<String> editions) {
        for (String edition : editions) {
            var kept = vault.kept(edition);
            if (kept.isPresent() && concerns(tombstone, kept.get())) {
                try (var staging = without(kept.get(), tombstone)) {
                    vault.replace(edition, kept.get(), staging.kept());
                }
            }
        }
        try {
            write(tombstone.carriedOut());
        } catch (IOException unwritable) {
            throw new VaultException("An erasure cannot be noted", unwritable);
        }
    }

    /** Whether an edition has answers that are to be erased. */
    public boolean concerns(Tombstone tombstone, KeptAnswers answers) {
        var table = answers.tables().get(tombstone.resource());
        return table != null && Without.holds(table, tombstone.units());
    }

    /** What a package of a dataset must leave out. */
    Erased of(String dataset) {
        var tombstones = all().stream()
                .filter(tombstone -> tombstone.done() && tombstone.dataset().equals(dataset))
                .toList();
        return (resource, unit, keyed, source) -> tombstones.stream()
                .anyMatch(tombstone -> tombstone.resource().equals(resource)
                        && tombstone.units().contains(unit)
                        && (keyed || tombstone.sources().contains(source)));
    }

    private void write(Tombstone tombstone) throws IOException {
        var fresh = vault.erasures().resolve(tombstone.id() + ".new");
        Files.deleteIfExists(fresh);
        try (var out = Locked.create(fresh)) {
            out.write(JSON.writeValueAsBytes(tombstone));
        }
        Locked.force(fresh);
        Files.move(fresh, file(tombstone), StandardCopyOption.ATOMIC_MOVE);
        Locked.force(vault.erasures());
    }

    private Path file(Tombstone tombstone) {
        return vault.erasures().resolve(tombstone.id() + ENDING);
    }
}
