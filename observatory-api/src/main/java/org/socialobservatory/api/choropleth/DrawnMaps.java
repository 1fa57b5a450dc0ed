package org.socialobservatory.api.choropleth;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.snapshot.PerSnapshot;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ontology.Language;

/** Maps as they were last written: many readers look at the same one, and it changes only with its snapshot. */
final class DrawnMaps {

    /** That of 1,500 communes takes 250 kB. */
    private static final int KEPT = 64;

    private static final PerSnapshot<DrawnMaps> MAPS = new PerSnapshot<>(_ -> new DrawnMaps());

    private record Asked(String query, Language language) {}

    private final Map<Asked, byte[]> drawn = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, byte[]> eldest) {
            return size() > KEPT;
        }
    };

    private DrawnMaps() {}

    static byte[] get(Snapshot snapshot, @Nullable String query, Language language, Supplier<byte[]> drawing) {
        return MAPS.of(snapshot).get(new Asked(query == null ? "" : query, language), drawing);
    }

    private byte[] get(Asked asked, Supplier<byte[]> drawing) {
        synchronized (drawn) {
            var held = drawn.get(asked);
            if (held != null) {
                return held;
            }
        }
        var made = drawing.get();
        synchronized (drawn) {
            drawn.put(asked, made);
        }
        return made;
    }
}
