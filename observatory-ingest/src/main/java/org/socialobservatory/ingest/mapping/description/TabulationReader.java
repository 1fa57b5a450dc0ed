package org.socialobservatory.ingest.mapping.description;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.mapping.tabulation.Classifier;
import org.socialobservatory.ingest.mapping.tabulation.Classifier.Band;
import org.socialobservatory.ingest.mapping.tabulation.ComputedIndicator;
import org.socialobservatory.ingest.mapping.tabulation.ComputedIndicator.Definition;
import org.socialobservatory.ingest.mapping.tabulation.ComputedIndicator.Interval;
import org.socialobservatory.ingest.mapping.tabulation.Statistic;
import org.socialobservatory.ingest.mapping.tabulation.Tabulation;
import org.socialobservatory.ingest.source.Node;
import org.socialobservatory.ontology.Codes;
import org.socialobservatory.ontology.finding.FindingRule;
import org.socialobservatory.ontology.indicator.Indicator.Counted;
import org.socialobservatory.ontology.indicator.Indicator.Direction;

/** Reads what is computed from answers: {@code indicateurs.yaml}. */
final class TabulationReader {

    private final Map<String, Classifier> dimensions = new TreeMap<>();

    Tabulation read(Section section) {
        section.section("dimensions").ifPresent(inner -> {
            for (String name : inner.names()) {
                dimension(inner, name);
            }
        });
        var indicators = new ArrayList<ComputedIndicator>();
        var codes = new HashSet<String>();
        for (Section one : section.sections("indicators")) {
            indicator(one).filter(found -> unique(codes, found, one)).ifPresent(indicators::add);
        }
        if (!section.has("indicators")) {
            section.missing("indicators");
        }
        var levels = ResponsesReader.columns(section, "levels");
        section.close(FindingRule.KEY_UNKNOWN);
        return new Tabulation(new TreeMap<>(dimensions), indicators, levels);
    }

    private static boolean unique(Set<String> codes, ComputedIndicator found, Section section) {
        if (codes.add(found.code())) {
            return true;
        }
        section.fault(FindingRule.NAME_TWICE, "code", found.code(), found.code());
        return false;
    }

    private void dimension(Section section, String name) {
        if (!Codes.valid(name)) {
            section.fault(FindingRule.CODE_MALFORMED, name, name, name);
            return;
        }
        if (section.node(name).orElse(null) instanceof Node.Text(String variable, long _)) {
            dimensions.put(name, new Classifier.ByValue(variable.strip(), Map.of()));
            return;
        }
        section.section(name).ifPresent(inner -> {
            var variable = inner.text("variable");
            var codes = codes(inner);
            var limits = limits(inner);
            if (variable.isEmpty()) {
                inner.missing("variable");
            } else if (limits.isEmpty()) {
                dimensions.put(name, new Classifier.ByValue(variable.get(), codes));
            } else {
                dimensions.put(name, new Classifier.ByBand(variable.get(), Band.from(name, limits)));
            }
            inner.close(FindingRule.KEY_UNKNOWN);
        });
    }

    private static Map<String, String> codes(Section dimension) {
        var found = new LinkedHashMap<String, String>();
        dimension.section("codes").ifPresent(inner -> {
            for (String value : inner.names()) {
                inner.text(value).map(String::strip).ifPresent(code -> {
                    if (!Codes.valid(code) || Codes.isTotal(code)) {
                        inner.fault(FindingRule.CODE_MALFORMED, value, code, code);
                    } else {
                        found.put(value.strip(), code);
                    }
                });
            }
        });
        return found;
    }

    /** Whole numbers, each larger than the one before. */
    private static List<Integer> limits(Section dimension) {
        var found = new ArrayList<Integer>();
        for (String text : dimension.texts("bands")) {
            int limit = text.strip().matches("\\d{1,9}") ? Integer.parseInt(text.strip()) : -1;
            if (limit < 0 || (!found.isEmpty() && limit <= found.getLast())) {
                var key = dimension.path() + ".bands";
                dimension.fault(FindingRule.VALUE_NOT_ALLOWED, "bands", text, key, text, "[0, 5, 15, 25, 60]");
                return List.of();
            }
            found.add(limit);
        }
        return found;
    }

    private Optional<ComputedIndicator> indicator(Section section) {
        var code = section.text("code").orElse(null);
        if (code == null) {
            section.missing("code");
        } else if (!Codes.valid(code)) {
            section.fault(FindingRule.CODE_MALFORMED, "code", code, code);
            code = null;
        }
        var statistic = new StatisticReader(section).read();
        var universe = section.text("universe").orElse(null);
        var breakdowns = breakdowns(section);
        var interval = statistic.map(form -> interval(section, form)).orElse(null);
        var definition = definition(section);
        section.close(FindingRule.KEY_UNKNOWN);
        return code == null || statistic.isEmpty()
                ? Optional.empty()
                : Optional.of(new ComputedIndicator(
                        section.place(), code, statistic.get(), universe, breakdowns, interval, definition));
    }

    /** Where the kind leaves no choice the key is left to be pointed out. */
    private static @Nullable Interval interval(Section section, Statistic statistic) {
        var possible = Interval.of(statistic);
        return possible.isEmpty() || !section.has("interval")
                ? null
                : section.choice(
                        "interval",
                        ResponsesReader.words(possible.toArray(Interval[]::new), Interval::code),
                        possible.getFirst());
    }

    /** What a package says that an indicator means which it computes or composes. */
    static Definition definition(Section section) {
        var directions = ResponsesReader.words(Direction.values(), Direction::code);
        var counted = ResponsesReader.words(Counted.values(), Counted::code);
        return new Definition(
                section.multilingual("label"),
                section.multilingual("definition"),
                code(section, "unit"),
                section.has("counts") ? section.choice("counts", counted, Counted.NONE) : null,
                section.has("direction") ? section.choice("direction", directions, Direction.NONE) : null,
                code(section, "theme"),
                section.text("sdg").orElse(null),
                target(section),
                code(section, "sameAs"),
                code(section, "closeTo"));
    }

    private static @Nullable BigDecimal target(Section section) {
        return SampleDesignReader.number(section, "target");
    }

    private static @Nullable String code(Section section, String key) {
        var code = section.text(key).orElse(null);
        if (code != null && !Codes.valid(code)) {
            section.fault(FindingRule.CODE_MALFORMED, key, code, code);
            return null;
        }
        return code;
    }

    /** {@code [[], [sex], [sex, age]]}; a bare name stands for a list of one. */
    private List<List<String>> breakdowns(Section section) {
        var found = new ArrayList<List<String>>();
        for (Node item : section.items("breakdowns")) {
            var names = new ArrayList<String>();
            var parts = item instanceof Node.Items(List<Node> inner, long _) ? inner : List.of(item);
            for (Node part : parts) {
                if (part instanceof Node.Text(String name, long _) && dimensions.containsKey(name.strip())) {
                    names.add(name.strip());
                } else {
                    var shown = part instanceof Node.Text(String name, long _) ? name : "{…}";
                    section.fault(
                            FindingRule.VALUE_NOT_ALLOWED,
                            "breakdowns",
                            shown,
                            section.path() + ".breakdowns",
                            shown,
                            dimensions.isEmpty() ? "[]" : String.join(", ", dimensions.keySet()));
                }
            }
            var distinct = names.stream().distinct().sorted().toList();
            if (!found.contains(distinct)) {
                found.add(distinct);
            }
        }
        return found.isEmpty() ? List.of(List.of()) : found;
    }
}
