package org.socialobservatory.ingest.vault;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answers from which an edition was estimated, as they lie in the vault.
 *
 * @param method the version of the method by which they were estimated
 * @param tables by the name of their resource, in the order of the package
 */
public record KeptAnswers(int method, Map<String, KeptTable> tables) {
    public KeptAnswers {
        tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
    }

    /**
     * One table.
     *
     * @param parent the resource to whose answers these belong; null where they stand for themselves
     * @param location of its answers as Parquet
     * @param received what was kept of its file
     */
    public record KeptTable(String resource, @Nullable String parent, Path location, VaultTable.Received received) {}
}
