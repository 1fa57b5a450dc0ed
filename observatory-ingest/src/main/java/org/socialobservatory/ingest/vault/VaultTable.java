package org.socialobservatory.ingest.vault;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.mapping.answers.StoredVariable;
import org.socialobservatory.ingest.mapping.description.Responses;

/**
 * The answers of one table as Parquet. Beside its variables it has the columns {@code _row}, {@code _unit},
 * {@code _parent}, {@code _household}, {@code _weight}, {@code _stratum}, {@code _cluster}, {@code _fpc}, {@code _area} and
 * {@code _period}.
 *
 * @param resource name in its package
 * @param location where it can be read now; it moves when the edition is published
 * @param variables in order, of their final types: none is open any more
 * @param rows answers in it
 * @param source sha-256 of the file that was received
 * @param received what may be kept of that file
 */
public record VaultTable(
        String resource,
        Responses responses,
        Path location,
        List<StoredVariable> variables,
        long rows,
        String source,
        Received received) {
    public VaultTable {
        variables = List.copyOf(variables);
    }

    /** What may be kept of a file as it was received: its rows without personal columns, as CSV. */
    public record Received(Path location, String sha256, long size) {}

    /** The resource to whose answers these belong; null where they stand for themselves. */
    public @Nullable String parent() {
        var parent = responses.parent();
        return parent == null ? null : parent.resource();
    }

    /** What is kept of it. */
    KeptAnswers.KeptTable kept() {
        return new KeptAnswers.KeptTable(resource, parent(), location, received);
    }

    public Optional<StoredVariable> variable(String name) {
        return variables.stream()
                .filter(variable -> variable.name().equals(name))
                .findFirst();
    }
}
