package org.socialobservatory.ingest.vault;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.socialobservatory.ingest.vault.KeptAnswers.KeptTable;

/** Answers on their way into the vault: written already without anything personal, not yet part of an edition. */
public final class Staging implements AutoCloseable {

    private final Vault vault;
    private final Path folder;
    private final Map<String, KeptTable> tables = new LinkedHashMap<>();

    Staging(Vault vault, Path folder) {
        this.vault = vault;
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    Vault vault() {
        return vault;
    }

    void add(KeptTable table) {
        tables.put(table.resource(), table);
    }

    /** What lies here so far, in the order of the package. */
    public KeptAnswers kept() {
        return new KeptAnswers(0, tables);
    }

    /**
     * Keeps what was read for an edition; to be called before its commit, once its content is known.
     *
     * @param method the version of the method by which it was estimated
     */
    public void keep(String contentHash, int method) {
        vault.keep(contentHash, new KeptAnswers(method, tables));
    }

    @Override
    public void close() {
        try {
            Locked.delete(folder);
        } catch (IOException left) {
            throw new VaultException("What was staged cannot be removed", left);
        }
    }
}
