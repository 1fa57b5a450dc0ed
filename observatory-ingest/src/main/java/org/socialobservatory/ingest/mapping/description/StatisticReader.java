package org.socialobservatory.ingest.mapping.description;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.socialobservatory.ingest.mapping.tabulation.Statistic;
import org.socialobservatory.ontology.finding.FindingRule;

/** Reads the form of a statistic with the keys that its kind needs; keys of other kinds are left to be pointed out. */
final class StatisticReader {

    private static final Map<String, String> KINDS = kinds();

    private final Section section;
    private boolean complete = true;

    StatisticReader(Section section) {
        this.section = section;
    }

    private static Map<String, String> kinds() {
        var kinds = new LinkedHashMap<String, String>();
        for (String kind : List.of("proportion", "mean", "ratio", "total", "count", "quantile", "mpi")) {
            kinds.put(kind, kind);
        }
        return kinds;
    }

    Optional<Statistic> read() {
        if (!section.has("kind")) {
            section.missing("kind");
            return Optional.empty();
        }
        var statistic = switch (section.choice("kind", KINDS, "")) {
            case "proportion" -> new Statistic.Proportion(needed("condition"));
            case "mean" -> new Statistic.Mean(needed("value"));
            case "ratio" -> new Statistic.Ratio(needed("value"), needed("denominator"));
            case "total" -> new Statistic.Total(needed("value"));
            case "count" -> new Statistic.Count(section.text("condition").orElse(null));
            case "quantile" -> new Statistic.Quantile(needed("value"), share());
            case "mpi" -> new PovertyReader(section).read().orElse(null);
            default -> null;
        };
        return complete ? Optional.ofNullable(statistic) : Optional.empty();
    }

    private String needed(String key) {
        var text = section.text(key);
        if (text.isEmpty()) {
            section.missing(key);
            complete = false;
        }
        return text.orElse("");
    }

    private BigDecimal share() {
        var p = SampleDesignReader.number(section, "p");
        if (p != null && p.signum() > 0 && p.compareTo(BigDecimal.ONE) < 0) {
            return p;
        }
        if (p == null) {
            section.missing("p");
        } else {
            section.fault(
                    FindingRule.VALUE_NOT_ALLOWED, "p", p.toString(), section.path() + ".p", p.toString(), "0 < p < 1");
        }
        complete = false;
        return BigDecimal.ZERO;
    }
}
