package org.socialobservatory.api.preview;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.snapshot.PublishedDataset;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.api.snapshot.Snapshots;
import org.socialobservatory.ingest.publish.Previews;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The snapshots of the previews that were looked at last. */
@Component
class ShownPreviews {

    /** A preview of a census takes as much memory as the census. */
    private static final int KEPT = 2;

    /**
     * A preview that was read.
     *
     * @param base the current snapshot, to which the proposed edition was added
     */
    private record Shown(PublishedDataset proposed, Snapshot base, Snapshot snapshot) {}

    private final ObjectProvider<Previews> previews;
    private final Snapshots snapshots;
    private final Duration lifetime;
    private final Map<String, Shown> shown = new LinkedHashMap<>(4, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Shown> eldest) {
            return size() > KEPT;
        }
    };

    ShownPreviews(
            ObjectProvider<Previews> previews,
            Snapshots snapshots,
            @Value("${observatory.preview-lifetime:30d}") Duration lifetime) {
        this.previews = previews;
        this.snapshots = snapshots;
        this.lifetime = lifetime;
    }

    /** The snapshot of a token, in step with what is published; empty where there is none, or no longer. */
    Optional<Snapshot> of(String token) {
        var all = previews.getIfAvailable();
        return all != null && all.contains(token) ? Optional.ofNullable(refreshed(token, all)) : Optional.empty();
    }

    private synchronized @Nullable Snapshot refreshed(String token, Previews all) {
        var base = snapshots.current();
        var held = shown.get(token);
        var proposed = held == null
                ? all.open(token)
                        .map(preview -> PublishedDataset.of(preview.metadata(), preview.file()))
                        .orElse(null)
                : held.proposed;
        if (proposed == null || proposed.edition().publishedAt().plus(lifetime).isBefore(Instant.now())) {
            shown.remove(token);
            return null;
        }
        if (held == null || held.base != base) {
            held = new Shown(proposed, base, snapshots.preview(base, token, proposed));
            shown.put(token, held);
        }
        return held.snapshot;
    }
}
