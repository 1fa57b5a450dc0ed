package org.socialobservatory.api.snapshot.rdf;

import java.util.Arrays;

/** Numbers the groups of a scan in the order in which they are met, by keys that are whole numbers. */
final class GroupIndex {

    private static final int EMPTY = -1;

    private long[] keys = new long[64];
    private int[] groups = emptied(64);
    private int size;

    private static int[] emptied(int places) {
        var groups = new int[places];
        Arrays.fill(groups, EMPTY);
        return groups;
    }

    /** The group of a key, a new one where the key is new: then it is {@link #size} before the call. */
    int of(long key) {
        int place = place(key, keys.length);
        while (groups[place] != EMPTY) {
            if (keys[place] == key) {
                return groups[place];
            }
            place = (place + 1) & (keys.length - 1);
        }
        keys[place] = key;
        groups[place] = size++;
        int group = groups[place];
        if (size * 2 > keys.length) {
            grow();
        }
        return group;
    }

    int size() {
        return size;
    }

    private static int place(long key, int places) {
        return (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & (places - 1);
    }

    private void grow() {
        var formerKeys = keys;
        var formerGroups = groups;
        keys = new long[formerKeys.length * 2];
        groups = emptied(keys.length);
        for (int former = 0; former < formerKeys.length; former++) {
            if (formerGroups[former] != EMPTY) {
                int place = place(formerKeys[former], keys.length);
                while (groups[place] != EMPTY) {
                    place = (place + 1) & (keys.length - 1);
                }
                keys[place] = formerKeys[former];
                groups[place] = formerGroups[former];
            }
        }
    }

    static long bytesOfGroup() {
        return 4L * (Long.BYTES + Integer.BYTES);
    }
}
