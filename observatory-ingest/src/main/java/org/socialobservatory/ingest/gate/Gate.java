package org.socialobservatory.ingest.gate;

import java.util.List;
import org.socialobservatory.ingest.gate.audit.Audit;
import org.socialobservatory.ingest.gate.candidate.Candidate;
import org.socialobservatory.ingest.gate.candidate.Primary;
import org.socialobservatory.ingest.gate.candidate.Reason;
import org.socialobservatory.ingest.gate.candidate.Surroundings;
import org.socialobservatory.ingest.gate.candidate.Verdicts;
import org.socialobservatory.ingest.gate.facts.PublicFacts;
import org.socialobservatory.ingest.gate.facts.Tableau;
import org.socialobservatory.ingest.gate.movement.Components;
import org.socialobservatory.ingest.gate.movement.Evidence;
import org.socialobservatory.ingest.gate.movement.Withholding;
import org.socialobservatory.ingest.gate.secondary.Fewest;
import org.socialobservatory.ingest.gate.secondary.Release;
import org.socialobservatory.ingest.gate.secondary.Secondary;
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.edition.SourceResource.Disclosure;
import org.socialobservatory.ontology.indicator.Indicator;

/**
 * The publication gate ({@code statistics.md} §5): withholds what discloses a person by itself, then what discloses it
 * together with other published figures; asks a linear programme what readers could still find out; and reports. What it
 * withholds keeps its key and nothing else.
 */
public final class Gate {

    /** How often more is withheld after an audit that did not hold, before there is no edition. */
    private static final int ROUNDS = 3;

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
        var facts = new PublicFacts(surroundings, verdicts);
        var withholding = new Withholding(surroundings, verdicts, facts);
        var report = new Reporting(surroundings, verdicts, facts);
        report.bound(new Fewest(facts.tableau(), withholding));
        var evidence = withholdSecondary(facts.tableau(), withholding);
        report.audited(audited(facts.tableau(), withholding, evidence));
        return new Passed(verdicts.cells(), report.report());
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

    /** What would tell readers what is withheld. */
    private static Evidence withholdSecondary(Tableau tableau, Withholding withholding) {
        var evidence = new Evidence(tableau.size());
        Components.each(Components.of(tableau, withholding.movable()), component -> {
            new Secondary(tableau, withholding, evidence).protect(component);
            new Release(tableau, withholding, evidence).release(component);
            return component;
        });
        return evidence;
    }

    /** The amounts that readers could still know too well, after withholding more as long as that helps. */
    private static List<Integer> audited(Tableau tableau, Withholding withholding, Evidence found) {
        var evidence = found;
        List<Integer> unprotected = List.of();
        for (int round = 0; round < ROUNDS; round++) {
            var audit = new Audit(tableau, withholding, evidence.all());
            unprotected = Components.each(Components.of(tableau, withholding.withheld()), audit::unprotected).stream()
                    .flatMap(List::stream)
                    .toList();
            if (unprotected.isEmpty()) {
                return unprotected;
            }
            evidence = new Evidence(tableau.size());
            new Secondary(tableau, withholding, evidence).protect(unprotected);
        }
        return unprotected;
    }
}
