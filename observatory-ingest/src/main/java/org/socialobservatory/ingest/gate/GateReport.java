package org.socialobservatory.ingest.gate;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.socialobservatory.ingest.gate.candidate.Reason;
import org.socialobservatory.ontology.cube.CellKey;

/**
 * What the gate did, for the steward alone: a reader of it could tell which cells are small.
 *
 * @param counts its public form
 * @param reasons withheld cells by reason and level, with keys such as {@code small-count/quartier}
 * @param respondentsHidden respondents of the cells that the gate withholds, each counted in each of them; rounded up to
 *     two digits
 * @param fewestRespondents no way of withholding that protects the same cells hides fewer; rounded down to two digits
 * @param withheld every withheld cell with its reason, in canonical order
 * @param unprotected withheld cells that readers could still work out; then there is no edition
 * @param shownEarlier withheld cells that an earlier edition that stands shows; then there is no edition
 */
public record GateReport(
        GateCounts counts,
        SortedMap<String, Long> reasons,
        long respondentsHidden,
        long fewestRespondents,
        List<Withheld> withheld,
        List<CellKey> unprotected,
        List<CellKey> shownEarlier) {

    /** Of no cells. */
    public static final GateReport EMPTY = of(new GateCounts(new TreeMap<>()));

    public GateReport {
        reasons = Collections.unmodifiableSortedMap(new TreeMap<>(reasons));
        withheld = List.copyOf(withheld);
        unprotected = List.copyOf(unprotected);
        shownEarlier = List.copyOf(shownEarlier);
    }

    /** Where nothing was withheld. */
    public static GateReport of(GateCounts counts) {
        return new GateReport(counts, new TreeMap<>(), 0, 0, List.of(), List.of(), List.of());
    }

    /** A withheld cell. */
    public record Withheld(CellKey key, Reason reason) {}

    /** Whether every withheld cell stays unknown to readers. */
    public boolean holds() {
        return unprotected.isEmpty() && shownEarlier.isEmpty();
    }
}
