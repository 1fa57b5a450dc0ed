package org.socialobservatory.ingest.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.socialobservatory.ontology.Codes;

/** Finds the position of a breakdown code by code, so that no row builds its text. */
final class Breakdowns {

    /** Where every walk begins: all dimensions at their total. */
    static final int TOTAL = 0;

    private final List<String> dimensions;
    private final CellColumns.Dictionary dictionary;
    /** For each state and dimension, in this order, the state after each code. */
    private final List<Map<String, Integer>> next = new ArrayList<>();

    private final List<String> texts = new ArrayList<>();
    private final List<Integer> positions = new ArrayList<>();

    /**
     * @param dimensions sorted
     */
    Breakdowns(List<String> dimensions, CellColumns.Dictionary dictionary) {
        this.dimensions = dimensions;
        this.dictionary = dictionary;
        state("");
    }

    private int state(String text) {
        dimensions.forEach(_ -> next.add(new HashMap<>()));
        texts.add(text);
        positions.add(-1);
        return texts.size() - 1;
    }

    /** The state after a code that is not the total; dimensions come in order, those at their total are left out. */
    int next(int state, int dimension, String code) {
        var after = next.get(state * dimensions.size() + dimension);
        var known = after.get(code);
        if (known == null) {
            var text = dimensions.get(dimension) + "=" + code;
            known = state(state == TOTAL ? text : texts.get(state) + "," + text);
            after.put(code, known);
        }
        return known;
    }

    /** Position of the breakdown of a state in the dictionary. */
    int position(int state) {
        int position = positions.get(state);
        if (position < 0) {
            position = dictionary.position(state == TOTAL ? Codes.TOTAL : texts.get(state));
            positions.set(state, position);
        }
        return position;
    }
}
