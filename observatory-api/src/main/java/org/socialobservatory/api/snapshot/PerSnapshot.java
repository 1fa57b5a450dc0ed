package org.socialobservatory.api.snapshot;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Function;

/**
 * Something that a feature derives from a snapshot, made once for each and forgotten with it.
 *
 * @param <T> what is derived; must not refer to the snapshot, or it is never forgotten
 */
public final class PerSnapshot<T> {

    private final Function<Snapshot, T> derivation;
    private final Map<Snapshot, T> derived = Collections.synchronizedMap(new WeakHashMap<>());

    public PerSnapshot(Function<Snapshot, T> derivation) {
        this.derivation = derivation;
    }

    public T of(Snapshot snapshot) {
        return derived.computeIfAbsent(snapshot, derivation);
    }
}
