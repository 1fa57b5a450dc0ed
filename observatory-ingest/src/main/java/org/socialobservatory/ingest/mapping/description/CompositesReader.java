package org.socialobservatory.ingest.mapping.description;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.mapping.tabulation.ComposedIndicator;
import org.socialobservatory.ingest.mapping.tabulation.ComposedIndicator.Part;
import org.socialobservatory.ingest.mapping.tabulation.Fraction;
import org.socialobservatory.ingest.source.Descriptor;
import org.socialobservatory.ingest.source.RawFile;
import org.socialobservatory.ontology.Codes;
import org.socialobservatory.ontology.cube.Breakdown;
import org.socialobservatory.ontology.cube.Numbers;
import org.socialobservatory.ontology.finding.FindingRule;
import org.socialobservatory.ontology.indicator.Composite;
import org.socialobservatory.ontology.indicator.Composite.Aggregation;
import org.socialobservatory.ontology.indicator.Composite.Normalisation;
import org.socialobservatory.ontology.indicator.Indicator.Direction;
import org.socialobservatory.ontology.period.Period;

/**
 * Reads the keys of the role {@code composites}: those of one index, or a list of them under {@code composites}, in place
 * or in a file of its own.
 */
final class CompositesReader {

    private static final String LIST = "composites";

    /** @param file that the resource names; null where it names none */
    Optional<Meaning> read(Section section, @Nullable RawFile file) {
        if (file == null || section.has("components") || section.has(LIST)) {
            return indices(section);
        }
        if (!file.path().matches("(?i).*\\.(ya?ml|json)")) {
            section.findings().add(FindingRule.FORMAT_UNKNOWN, section.place(), file.path(), file.path());
            return Optional.empty();
        }
        return Descriptor.read(file, section.findings()).flatMap(keys -> {
            var own = new Section(keys, "", file.path(), section.findings());
            var found = indices(own);
            own.close(FindingRule.KEY_UNKNOWN);
            return found;
        });
    }

    private Optional<Meaning> indices(Section section) {
        var found = new ArrayList<ComposedIndicator>();
        if (section.has(LIST)) {
            for (Section one : section.sections(LIST)) {
                index(one).ifPresent(found::add);
                one.close(FindingRule.KEY_UNKNOWN);
            }
        } else {
            index(section).ifPresent(found::add);
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(new Composites(found));
    }

    private Optional<ComposedIndicator> index(Section section) {
        var code = code(section, "code", true);
        if (code != null && !Codes.valid(Composite.rank(code))) {
            section.fault(FindingRule.CODE_MALFORMED, "code", code, Composite.rank(code));
            code = null;
        }
        var normalisation = section.choice(
                "normalise", ResponsesReader.words(Normalisation.values(), Normalisation::code), Normalisation.MIN_MAX);
        var aggregation = section.choice(
                "aggregate", ResponsesReader.words(Aggregation.values(), Aggregation::code), Aggregation.ARITHMETIC);
        if (aggregation == Aggregation.GEOMETRIC && normalisation != Normalisation.MIN_MAX) {
            section.fault(
                    FindingRule.GEOMETRIC_WITHOUT_MIN_MAX, "aggregate", normalisation.code(), normalisation.code());
            aggregation = Aggregation.ARITHMETIC;
        }
        var period = period(section);
        var parts = parts(section);
        if (period == null && !parts.isEmpty() && parts.stream().allMatch(part -> part.period() != null)) {
            section.missing("period");
        }
        var definition = TabulationReader.definition(section);
        return code == null || parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new ComposedIndicator(
                        section.place(), code, normalisation, aggregation, period, parts, definition));
    }

    private static @Nullable String code(Section section, String key, boolean needed) {
        var code = section.text(key).orElse(null);
        if (code == null) {
            if (needed && !section.has(key)) {
                section.missing(key);
            }
            return null;
        }
        if (!Codes.valid(code)) {
            section.fault(FindingRule.CODE_MALFORMED, key, code, code);
            return null;
        }
        return code;
    }

    private static @Nullable String period(Section section) {
        var text = section.text("period").orElse(null);
        if (text != null && Period.parse(text).isEmpty()) {
            section.fault(FindingRule.PERIOD_MALFORMED, "period", text, text);
            return null;
        }
        return text;
    }

    private static List<Part> parts(Section section) {
        var found = new ArrayList<Part>();
        var seen = new HashSet<List<Object>>();
        for (Section one : section.sections("components")) {
            part(one).ifPresent(part -> {
                var what = new ArrayList<Object>(List.of(part.indicator(), part.breakdown()));
                what.add(part.period());
                if (seen.add(what)) {
                    found.add(part);
                } else {
                    one.fault(
                            FindingRule.COMPONENT_TWICE,
                            "indicator",
                            part.indicator(),
                            part.indicator(),
                            part.breakdown().toString());
                }
            });
            one.close(FindingRule.KEY_UNKNOWN);
        }
        if (!section.has("components")) {
            section.missing("components");
        } else if (section.items("components").isEmpty()) {
            section.fault(FindingRule.VALUE_NOT_ALLOWED, "components", null, "components", "[]", "[{indicator: …}, …]");
        }
        return found;
    }

    private static Optional<Part> part(Section section) {
        var indicator = code(section, "indicator", true);
        var breakdown = breakdown(section);
        Map<String, Direction> directions = new LinkedHashMap<>();
        directions.put(Direction.HIGHER.code(), Direction.HIGHER);
        directions.put(Direction.LOWER.code(), Direction.LOWER);
        var direction = section.has("direction") ? section.choice("direction", directions, Direction.HIGHER) : null;
        var weight = weight(section);
        var period = period(section);
        var dataset = code(section, "dataset", false);
        int edition = section.number("edition", 0);
        if (section.has("edition") && dataset == null) {
            section.missing("dataset");
        }
        return indicator == null || weight == null
                ? Optional.empty()
                : Optional.of(new Part(
                        section.place(),
                        indicator,
                        breakdown,
                        direction,
                        weight,
                        period,
                        dataset,
                        section.has("edition") ? edition : null));
    }

    /** A positive number or fraction, 1 where nothing is said. */
    private static @Nullable BigDecimal weight(Section section) {
        var text = section.text("weight").orElse(null);
        if (text == null) {
            return section.has("weight") ? null : BigDecimal.ONE;
        }
        var weight = Fraction.parse(text).filter(fraction -> fraction.compareTo(Fraction.ZERO) > 0);
        if (weight.isEmpty()) {
            section.fault(
                    FindingRule.VALUE_NOT_ALLOWED,
                    "weight",
                    text,
                    section.path() + ".weight",
                    text,
                    "0.25, 1/3, 2 … > 0");
            return null;
        }
        return new BigDecimal(weight.get().numerator())
                .divide(new BigDecimal(weight.get().denominator()), Numbers.PRECISION);
    }

    private static Breakdown breakdown(Section section) {
        var codes = new TreeMap<String, String>();
        section.section("breakdown").ifPresent(inner -> {
            for (String dimension : inner.names()) {
                var code = inner.text(dimension).orElse(null);
                if (code != null && Codes.valid(dimension) && (Codes.valid(code) || Codes.isTotal(code))) {
                    codes.put(dimension, code);
                } else if (code != null) {
                    inner.fault(FindingRule.CODE_MALFORMED, dimension, code, dimension + "=" + code);
                }
            }
        });
        return Breakdown.of(codes);
    }
}
