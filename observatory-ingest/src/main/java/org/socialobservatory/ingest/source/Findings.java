package org.socialobservatory.ingest.source;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.finding.Finding;
import org.socialobservatory.ontology.finding.FindingRule;
import org.socialobservatory.ontology.finding.Severity;

/** Collects what is wrong or notable, in the order found; never stops at the first. For one thread. */
public final class Findings {

    /** So many findings of each rule are kept in full; those beyond are counted only. */
    public static final int KEPT_OF_EACH_RULE = 10_000;

    private final List<Finding> kept = new ArrayList<>();
    private final Map<FindingRule, Long> counts = new EnumMap<>(FindingRule.class);

    public void add(FindingRule rule, Finding.Place place, @Nullable String value, String... arguments) {
        if (counts.merge(rule, 1L, Long::sum) <= KEPT_OF_EACH_RULE) {
            kept.add(new Finding(rule, place, value, List.of(arguments)));
        }
    }

    /** Takes over the findings of a part of the work. */
    public void addAll(Findings part) {
        addAll(part, Set.of());
    }

    /** Takes over the findings of a part of the work, but for those of some rules. */
    public void addAll(Findings part, Set<FindingRule> without) {
        for (Finding finding : part.kept) {
            if (!without.contains(finding.rule())) {
                if (counts.getOrDefault(finding.rule(), 0L) < KEPT_OF_EACH_RULE) {
                    kept.add(finding);
                }
                counts.merge(finding.rule(), 1L, Long::sum);
            }
        }
        part.counts.forEach((rule, count) -> {
            if (count > KEPT_OF_EACH_RULE && !without.contains(rule)) {
                counts.merge(rule, count - KEPT_OF_EACH_RULE, Long::sum);
            }
        });
    }

    public List<Finding> list() {
        return List.copyOf(kept);
    }

    public Map<FindingRule, Long> counts() {
        return Map.copyOf(counts);
    }

    public long count(FindingRule rule) {
        return counts.getOrDefault(rule, 0L);
    }

    /** Whether there is an error, so that no edition can be made. */
    public boolean stops() {
        return counts.keySet().stream().anyMatch(rule -> rule.severity() == Severity.ERROR);
    }
}
