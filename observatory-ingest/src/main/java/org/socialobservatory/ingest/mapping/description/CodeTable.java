package org.socialobservatory.ingest.mapping.description;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Translates the values of a column.
 *
 * @param targets names of what a value becomes; one empty name for a plain map
 * @param rows value to codes, one for each target
 */
public record CodeTable(List<String> targets, Map<String, List<String>> rows) {
    public CodeTable {
        targets = List.copyOf(targets);
        rows = Collections.unmodifiableMap(new HashMap<>(rows));
    }

    /** Position of a target: the one of that name, else the only one; −1 where there is none. */
    public int target(String name) {
        int named = targets.indexOf(name);
        return named < 0 && targets.size() == 1 ? 0 : named;
    }
}
