package org.socialobservatory.api.ogc;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The tiles that were last asked for, as far as a limited memory holds them: many readers look at the same town. */
final class LatestTiles {

    /** Bytes; a tile of a town takes some tens of thousands. */
    private static final long MOST = 32L << 20;

    private final Map<String, byte[]> byAddress = new LinkedHashMap<>(16, 0.75f, true);
    private long held;

    byte[] get(String address, Supplier<byte[]> tile) {
        synchronized (this) {
            var known = byAddress.get(address);
            if (known != null) {
                return known;
            }
        }
        var made = tile.get();
        keep(address, made);
        return made;
    }

    private synchronized void keep(String address, byte[] tile) {
        if (byAddress.putIfAbsent(address, tile) != null) {
            return;
        }
        held += weight(address, tile);
        var eldest = byAddress.entrySet().iterator();
        while (held > MOST && eldest.hasNext()) {
            var one = eldest.next();
            held -= weight(one.getKey(), one.getValue());
            eldest.remove();
        }
    }

    private static long weight(String address, byte[] tile) {
        return 2L * address.length() + tile.length + 100;
    }
}
