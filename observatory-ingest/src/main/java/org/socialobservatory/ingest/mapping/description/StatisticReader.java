package org.socialobservatory.ingest.mapping.description;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.mapping.tabulation.Fraction;
import org.socialobservatory.ingest.mapping.tabulation.Statistic;
import org.socialobservatory.ingest.mapping.tabulation.Statistic.Deprivation;
import org.socialobservatory.ingest.mapping.tabulation.Statistic.Pillar;
import org.socialobservatory.ontology.Codes;
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
            case "mpi" -> poverty();
            default -> null;
        };
        return complete ? Optional.ofNullable(statistic) : Optional.empty();
    }

    private String needed(String key) {
        return needed(section, key);
    }

    private String needed(Section keys, String key) {
        var text = keys.text(key);
        if (text.isEmpty()) {
            keys.missing(key);
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
            refuse(section, "p", p.toString(), "0 < p < 1");
        }
        complete = false;
        return BigDecimal.ZERO;
    }

    private void refuse(Section keys, String key, String value, String allowed) {
        keys.fault(FindingRule.VALUE_NOT_ALLOWED, key, value, keys.path() + "." + key, value, allowed);
        complete = false;
    }

    private Statistic poverty() {
        var cutoff = fraction(section, "cutoff");
        if (cutoff == null) {
            needed("cutoff");
        }
        var sections = section.sections("dimensions");
        if (sections.isEmpty()) {
            section.missing("dimensions");
            complete = false;
        }
        var pillars = new ArrayList<Pillar>();
        var all = Fraction.ZERO;
        for (Section one : sections) {
            var pillar = pillar(one, sections.size());
            all = all.plus(pillar.weight());
            pillars.add(pillar);
        }
        if (complete && !all.equals(Fraction.ONE)) {
            refuse(section, "dimensions", "Σ weight = " + all, "Σ weight = 1");
        }
        return new Statistic.Poverty(cutoff == null ? Fraction.ONE : cutoff, pillars);
    }

    /** @param pillars how many there are, which weigh the same where nothing is said */
    private Pillar pillar(Section keys, int pillars) {
        var code = code(keys);
        var given = fraction(keys, "weight");
        var weight = given == null ? Fraction.ONE.dividedBy(pillars) : given;
        var sections = keys.sections("indicators");
        if (sections.isEmpty()) {
            keys.missing("indicators");
            complete = false;
        }
        var deprivations = new ArrayList<Deprivation>();
        var all = Fraction.ZERO;
        for (Section one : sections) {
            var share = fraction(one, "weight");
            var own = share == null ? weight.dividedBy(sections.size()) : share;
            deprivations.add(new Deprivation(code(one), own, needed(one, "deprived")));
            all = all.plus(own);
            one.close(FindingRule.KEY_UNKNOWN);
        }
        if (complete && !all.equals(weight)) {
            refuse(keys, "indicators", "Σ weight = " + all, "Σ weight = " + weight);
        }
        keys.close(FindingRule.KEY_UNKNOWN);
        return new Pillar(code, weight, deprivations);
    }

    private String code(Section keys) {
        var code = needed(keys, "code");
        if (!code.isEmpty() && !Codes.valid(code)) {
            keys.fault(FindingRule.CODE_MALFORMED, "code", code, code);
            complete = false;
        }
        return code;
    }

    /** A share above 0, at most 1. */
    private @Nullable Fraction fraction(Section keys, String key) {
        var text = keys.text(key).orElse(null);
        if (text == null) {
            return null;
        }
        var fraction = Fraction.parse(text);
        if (fraction.isEmpty()
                || fraction.get().compareTo(Fraction.ZERO) <= 0
                || fraction.get().compareTo(Fraction.ONE) > 0) {
            refuse(keys, key, text, "1/3, 0.25, … ≤ 1");
            return Fraction.ONE;
        }
        return fraction.get();
    }
}
