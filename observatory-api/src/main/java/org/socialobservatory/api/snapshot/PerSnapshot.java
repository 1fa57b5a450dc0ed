package org.socialobservatory.api.snapshot;

import java.util.function.Function;

/**
 * Something that a feature derives from a snapshot, made once for each, when it is first asked for, and forgotten with
 * it.
 *
 * @param <T> what is derived; it may refer to its snapshot
 */
public final class PerSnapshot<T> {

    private final Function<Snapshot, T> derivation;

    public PerSnapshot(Function<Snapshot, T> derivation) {
        this.derivation = derivation;
    }

    public T of(Snapshot snapshot) {
        return snapshot.derived(this, derivation);
    }
}
