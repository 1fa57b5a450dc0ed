package org.socialobservatory.ingest.gate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.socialobservatory.ingest.gate.candidate.Reason;
import org.socialobservatory.ingest.gate.candidate.Surroundings;
import org.socialobservatory.ingest.gate.candidate.Verdicts;
import org.socialobservatory.ingest.gate.facts.PublicFacts;
import org.socialobservatory.ingest.gate.secondary.Fewest;
import org.socialobservatory.ontology.cube.CellKey;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.edition.SourceResource.Disclosure;

/** Counts what the gate did. */
final class Reporting {

    private final Surroundings surroundings;
    private final Verdicts verdicts;
    private final PublicFacts facts;
    private final Map<String, String> levels = new HashMap<>();
    private final TreeMap<String, Long> byRule = new TreeMap<>();
    private final TreeMap<String, Long> byLevel = new TreeMap<>();
    private final TreeMap<String, Long> reasons = new TreeMap<>();
    private final List<GateReport.Withheld> withheld = new ArrayList<>();
    private List<Integer> unprotected = List.of();
    private double fewest;

    Reporting(Surroundings surroundings, Verdicts verdicts, PublicFacts facts) {
        this.surroundings = surroundings;
        this.verdicts = verdicts;
        this.facts = facts;
        surroundings.territory().areas().forEach(area -> levels.put(area.code(), area.level()));
    }

    /** Takes down how few respondents must be hidden, while only what discloses by itself is withheld. */
    void bound(Fewest further) {
        var all = IntStream.range(0, facts.tableau().size()).boxed().toList();
        fewest = respondents() + further.further(all);
    }

    /** Takes down which amounts readers could still know too well. */
    void audited(List<Integer> variables) {
        unprotected = variables;
    }

    GateReport report() {
        for (int i = 0; i < verdicts.size(); i++) {
            var level = level(verdicts.cell(i).key());
            var rule = rule(i);
            byRule.merge(rule, 1L, Long::sum);
            byLevel.merge(rule + GateCounts.OF_LEVEL + level, 1L, Long::sum);
            var reason = verdicts.reason(i);
            if (reason != null) {
                reasons.merge(reason.code() + GateCounts.OF_LEVEL + level, 1L, Long::sum);
                withheld.add(new GateReport.Withheld(verdicts.cell(i).key(), reason));
            }
        }
        return new GateReport(
                new GateCounts(byRule, byLevel),
                reasons,
                rounded(respondents(), RoundingMode.CEILING),
                rounded(fewest, RoundingMode.FLOOR),
                withheld,
                keys(unprotected.stream()
                        .map(variable -> facts.tableau().amount(variable).owner())),
                keys(facts.shownEarlier().stream().sorted()));
    }

    /** To two digits: where one cell is withheld, its respondents are what it counts, and terminals are read by many. */
    private static long rounded(double respondents, RoundingMode mode) {
        return BigDecimal.valueOf(respondents)
                .round(new MathContext(2, mode))
                .setScale(0, mode)
                .longValue();
    }

    private List<CellKey> keys(Stream<Integer> candidates) {
        return candidates.map(candidate -> verdicts.cell(candidate).key()).toList();
    }

    /** Those of all cells that the gate itself withholds. */
    private double respondents() {
        double sum = 0;
        for (int i = 0; i < verdicts.size(); i++) {
            var reason = verdicts.reason(i);
            if (reason != null && reason != Reason.SOURCE) {
                var key = verdicts.cell(i).key();
                sum += Verdicts.respondents(
                        verdicts.candidate(i), surroundings.indicators().apply(key.indicator()));
            }
        }
        return sum;
    }

    private String level(CellKey key) {
        return levels.getOrDefault(key.area(), "");
    }

    private String rule(int index) {
        if (verdicts.isWithheld(index)) {
            return "withheld";
        }
        var cell = verdicts.cell(index);
        return switch (cell.observed()) {
            case Observed.Missing _ -> "missing";
            case Observed.Withheld _ -> "withheld";
            case Observed.Value _ ->
                surroundings.rules(cell).disclosure() == Disclosure.ALREADY_PUBLIC ? "already-public" : "published";
        };
    }
}
