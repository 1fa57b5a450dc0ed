package org.socialobservatory.ingest.vault;

import java.util.Set;
import java.util.TreeSet;

/**
 * What stays of answers that were erased: enough to leave them out when the same package arrives again, and nothing of
 * what they said. It lies in the vault.
 *
 * @param id hash by which the edition without these answers is known
 * @param dataset code of the dataset
 * @param resource the table of which answers were erased; those of other tables that belong to them went with them
 * @param units keys of the answers as the vault has them: hashed where they are personal
 * @param sources sha-256 of the files in which they were received; a row without a key is known by its file and number
 * @param at when it was asked, to the second, UTC
 * @param reason why, as readers of the edition see it
 * @param done whether the vault has been rewritten
 */
public record Tombstone(
        String id,
        String dataset,
        String resource,
        Set<String> units,
        Set<String> sources,
        String at,
        String reason,
        boolean done) {
    public Tombstone {
        units = java.util.Collections.unmodifiableSet(new TreeSet<>(units));
        sources = java.util.Collections.unmodifiableSet(new TreeSet<>(sources));
    }

    Tombstone carriedOut() {
        return new Tombstone(id, dataset, resource, units, sources, at, reason, true);
    }
}
