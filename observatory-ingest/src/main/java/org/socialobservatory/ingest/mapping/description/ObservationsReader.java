package org.socialobservatory.ingest.mapping.description;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.mapping.description.Meaning.Measure;
import org.socialobservatory.ingest.mapping.description.Meaning.Observations;
import org.socialobservatory.ingest.mapping.description.Meaning.PeriodCut;
import org.socialobservatory.ingest.mapping.description.Meaning.Thresholds;
import org.socialobservatory.ingest.source.Node;
import org.socialobservatory.ontology.Codes;
import org.socialobservatory.ontology.edition.SourceResource.Coverage;
import org.socialobservatory.ontology.edition.SourceResource.Disclosure;
import org.socialobservatory.ontology.finding.FindingRule;

/** Reads the keys of the role {@code observations}. */
final class ObservationsReader {

    private final BindingReader bindings;
    private final boolean sourced;

    /**
     * @param sourced whether the package cites sources
     */
    ObservationsReader(BindingReader bindings, boolean sourced) {
        this.bindings = bindings;
        this.sourced = sourced;
    }

    Optional<Meaning> read(Section section) {
        var coverage = coverage(section);
        var disclosure = disclosure(section);
        var thresholds = new Thresholds(
                section.number("minCount", Thresholds.DEFAULT.minCount()),
                section.flag("suppressZero", false),
                section.number("minRespondents", Thresholds.DEFAULT.minRespondents()));
        var area = bindings.read(section, "area", true, "level");
        var period = bindings.read(section, "period", true, "as");
        var level = inner(section, "area").flatMap(inner -> inner.text("level"));
        var cut = inner(section, "period").flatMap(ObservationsReader::cut);
        var measures = section.has("measures") ? wide(section) : List.of(long_(section));
        if (area.isEmpty()) {
            section.missing("area");
        }
        if (period.isEmpty()) {
            section.missing("period");
        }
        var complete = measures.stream().flatMap(Optional::stream).toList();
        if (area.isEmpty() || period.isEmpty() || complete.size() < measures.size() || complete.isEmpty()) {
            return Optional.empty();
        }
        complete.forEach(measure -> checkSplits(section, measure, area.get(), period.get()));
        return Optional.of(new Observations(
                coverage,
                disclosure,
                thresholds,
                area.get(),
                level.orElse(null),
                period.get(),
                cut.orElse(null),
                complete));
    }

    private static Optional<Section> inner(Section section, String key) {
        return section.node(key).orElse(null) instanceof Node.Keys ? section.section(key) : Optional.empty();
    }

    private static Optional<PeriodCut> cut(Section period) {
        var words = words(PeriodCut.values(), cut -> cut.name().toLowerCase(Locale.ROOT));
        return period.has("as") ? Optional.of(period.choice("as", words, PeriodCut.DAY)) : Optional.empty();
    }

    private static <E> Map<String, E> words(E[] values, Function<E, String> word) {
        var words = new LinkedHashMap<String, E>();
        for (E value : values) {
            words.put(word.apply(value), value);
        }
        return words;
    }

    private Coverage coverage(Section section) {
        if (!section.has("source")) {
            section.fault(FindingRule.SOURCE_ASSUMED, "source", null);
            return Coverage.EXHAUSTIVE;
        }
        return section.choice("source", words(Coverage.values(), Coverage::code), Coverage.EXHAUSTIVE);
    }

    private Disclosure disclosure(Section section) {
        var disclosure = section.choice("disclosure", words(Disclosure.values(), Disclosure::code), Disclosure.APPLY);
        if (disclosure == Disclosure.ALREADY_PUBLIC && !sourced) {
            section.fault(FindingRule.SOURCES_MISSING, "disclosure", disclosure.code());
        }
        return disclosure;
    }

    private Optional<Measure> long_(Section section) {
        var indicator = bindings.read(section, "indicator", true);
        var value = bindings.read(section, "value", true);
        var breakdown = breakdown(section);
        var measure = rest(section, indicator.orElse(null), value.orElse(null), breakdown);
        if (indicator.isEmpty()) {
            section.missing("indicator");
        }
        if (value.isEmpty()) {
            section.missing("value");
        }
        return measure;
    }

    /** A table with a column for each figure: {@code measures: {column: indicator}} or with more said of each. */
    private List<Optional<Measure>> wide(Section section) {
        var found = new ArrayList<Optional<Measure>>();
        var shared = breakdown(section);
        section.section("measures").ifPresent(measures -> {
            for (String column : measures.names()) {
                var value = Binding.Column.of(column);
                if (measures.node(column).orElse(null) instanceof Node.Text(String code, long _)) {
                    found.add(rest(null, new Binding.Literal(code.strip()), value, shared));
                    continue;
                }
                measures.section(column).ifPresent(one -> {
                    var indicator = bindings.read(one, "indicator", false);
                    if (indicator.isEmpty()) {
                        one.missing("indicator");
                    }
                    var breakdown = new TreeMap<>(shared);
                    breakdown.putAll(breakdown(one, false));
                    found.add(rest(one, indicator.orElse(null), value, breakdown));
                    one.close(FindingRule.KEY_UNKNOWN);
                });
            }
        });
        return found;
    }

    private SortedMap<String, Binding> breakdown(Section section) {
        return breakdown(section, true);
    }

    private SortedMap<String, Binding> breakdown(Section section, boolean bareColumn) {
        var found = new TreeMap<String, Binding>();
        section.section("breakdown").ifPresent(inner -> {
            for (String dimension : inner.names()) {
                if (Codes.valid(dimension)) {
                    bindings.read(inner, dimension, bareColumn).ifPresent(binding -> found.put(dimension, binding));
                } else {
                    inner.fault(FindingRule.CODE_MALFORMED, dimension, dimension, dimension);
                }
            }
        });
        return found;
    }

    private Optional<Measure> rest(
            @Nullable Section section,
            @Nullable Binding indicator,
            @Nullable Binding value,
            SortedMap<String, Binding> breakdown) {
        Binding size = null;
        Binding error = null;
        Binding lower = null;
        Binding upper = null;
        Binding status = null;
        if (section != null) {
            size = bindings.read(section, "sampleSize", true).orElse(null);
            error = bindings.read(section, "standardError", true).orElse(null);
            status = bindings.read(section, "status", true).orElse(null);
            var confidence = section.section("confidence").orElse(null);
            if (confidence != null) {
                lower = bindings.read(confidence, "lower", true).orElse(null);
                upper = bindings.read(confidence, "upper", true).orElse(null);
                confidence.close(FindingRule.KEY_UNKNOWN);
            }
        }
        return indicator == null || value == null
                ? Optional.empty()
                : Optional.of(new Measure(indicator, breakdown, value, size, error, lower, upper, status));
    }

    /** What is taken {@code from} a key needs that key to be translated by a table that has the column. */
    private static void checkSplits(Section section, Measure measure, Binding area, Binding period) {
        measure.breakdown().forEach((dimension, binding) -> {
            if (binding instanceof Binding.From from) {
                var split = switch (from.key()) {
                    case "indicator" -> measure.indicator();
                    case "area" -> area;
                    case "period" -> period;
                    default -> measure.breakdown().getOrDefault(from.key(), binding);
                };
                boolean known = split instanceof Binding.Column(String _, CodeTable codes, var _)
                        && codes != null
                        && codes.targets().contains(from.target());
                if (!known) {
                    section.fault(
                            FindingRule.VALUE_NOT_ALLOWED,
                            "breakdown",
                            from.key(),
                            "breakdown." + dimension + ".from",
                            from.key(),
                            "indicator, area, period + codes (" + from.target() + ")");
                }
            }
        });
    }
}
