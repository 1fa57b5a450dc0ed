package org.socialobservatory.ingest.gate;

import java.util.List;
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.edition.SourceResource.Disclosure;
import org.socialobservatory.ontology.indicator.Indicator;

/**
 * The publication gate ({@code statistics.md} §5): withholds what discloses a person by itself, then what discloses it
 * together with other published figures. What it withholds keeps its key and nothing else.
 */
public final class Gate {

    private final Surroundings surroundings;

    public Gate(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * What may be published.
     *
     * @param cells in the order of the candidates
     * @param report for the steward; where it does not hold there must be no edition
     */
    public record Passed(List<Cell> cells, GateReport report) {}

    /** Lets through what may be published, in the same order. */
    public Passed pass(List<Candidate> candidates) {
        var verdicts = new Verdicts(candidates);
        withholdPrimary(verdicts);
        return new Passed(verdicts.cells(), new Reporting(verdicts, surroundings).report());
    }

    /** What discloses a person by itself. */
    private void withholdPrimary(Verdicts verdicts) {
        Indicator indicator = null;
        for (int i = 0; i < verdicts.size(); i++) {
            var candidate = verdicts.candidate(i);
            var cell = candidate.cell();
            if (cell.observed() instanceof Observed.Withheld) {
                verdicts.withhold(i, Reason.SOURCE);
            }
            var rules = surroundings.rules(cell);
            if (cell.observed() instanceof Observed.Value value && rules.disclosure() == Disclosure.APPLY) {
                if (indicator == null || !indicator.code().equals(cell.key().indicator())) {
                    indicator = surroundings.indicators().apply(cell.key().indicator());
                }
                var reason = Primary.reason(value, candidate.contributors(), rules, indicator);
                if (reason != null) {
                    verdicts.withhold(i, reason);
                }
            }
        }
    }
}
