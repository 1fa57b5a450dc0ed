package org.socialobservatory.api.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.problem.ApiProblem.BadParameter;
import org.socialobservatory.api.problem.ApiProblem.Refused;
import org.socialobservatory.api.problem.ProblemRule;
import org.socialobservatory.api.snapshot.PublishedDataset;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ontology.edition.Edition;
import org.springframework.stereotype.Component;

/**
 * Lets a reader who goes from page to page stay with the snapshot of his first page, as long as it is among the last
 * few that were read so; afterwards the run cannot go on, and says so.
 */
@Component
public final class PagingRuns {

    /** Snapshots share what did not change between them; still each may hold a whole census alone. */
    private static final int KEPT = 3;

    private final Map<String, Snapshot> kept = new LinkedHashMap<>(8, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Snapshot> eldest) {
            return size() > KEPT;
        }
    };

    /**
     * Where a run goes on.
     *
     * @param snapshot the one of its first page
     * @param position what {@link #cursor} was given
     */
    public record Resumed(Snapshot snapshot, String position) {}

    /** A text that leads on from a position; opaque to the reader. */
    public String cursor(Snapshot snapshot, String position) {
        synchronized (kept) {
            kept.put(snapshot.id(), snapshot);
        }
        var text = snapshot.id() + "|" + position;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads the parameter {@code cursor}; null on the first page. */
    public @Nullable Resumed resume(Parameters parameters, Snapshot current) {
        var cursor = parameters.one("cursor");
        if (cursor.isEmpty()) {
            return null;
        }
        String text;
        try {
            text = new String(Base64.getUrlDecoder().decode(cursor.get()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException garbled) {
            throw malformed(cursor.get());
        }
        int bar = text.indexOf('|');
        if (bar < 0) {
            throw malformed(cursor.get());
        }
        return new Resumed(snapshot(text.substring(0, bar), current), text.substring(bar + 1));
    }

    private Snapshot snapshot(String id, Snapshot current) {
        if (id.equals(current.id())) {
            return current;
        }
        synchronized (kept) {
            var snapshot = kept.get(id);
            if (snapshot == null
                    || !Objects.equals(snapshot.preview(), current.preview())
                    || showsWithdrawn(snapshot, current)) {
                throw new Refused(ProblemRule.CURSOR_OUTDATED);
            }
            return snapshot;
        }
    }

    /** What has been withdrawn since must not be read on. */
    private static boolean showsWithdrawn(Snapshot kept, Snapshot current) {
        return kept.datasets().values().stream()
                .map(PublishedDataset::edition)
                .anyMatch(edition -> current.edition(edition.dataset(), edition.number())
                        .map(Edition::isWithdrawn)
                        .orElse(true));
    }

    /** A cursor that we never gave. */
    public static BadParameter malformed(String cursor) {
        return new BadParameter(ProblemRule.MALFORMED_VALUE, "cursor", cursor, List.of());
    }
}
