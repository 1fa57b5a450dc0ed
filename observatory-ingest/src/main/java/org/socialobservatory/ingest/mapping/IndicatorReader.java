package org.socialobservatory.ingest.mapping;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.mapping.StatementRows.Row;
import org.socialobservatory.ingest.source.Spelling;
import org.socialobservatory.ontology.cube.Concept;
import org.socialobservatory.ontology.finding.FindingRule;
import org.socialobservatory.ontology.indicator.Catalogue;
import org.socialobservatory.ontology.indicator.Indicator;
import org.socialobservatory.ontology.indicator.Indicator.Counted;
import org.socialobservatory.ontology.indicator.Indicator.Direction;
import org.socialobservatory.ontology.indicator.Indicator.Kind;

/** Turns rows into definitions of indicators. */
public final class IndicatorReader {

    private final Catalogue catalogue;

    public IndicatorReader(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The definitions of a resource, without those that the shared catalogue has already. */
    public List<Indicator> read(StatementRows rows) {
        var found = new LinkedHashMap<String, Indicator>();
        var seen = new TreeMap<String, Long>();
        rows.forEach(row -> {
            var indicator = indicator(row);
            if (indicator == null) {
                return;
            }
            var code = indicator.code();
            if (catalogue.isShared(code)) {
                row.add(FindingRule.INDICATOR_SHARED, "code", code, code);
                return;
            }
            var earlier = found.putIfAbsent(code, indicator);
            if (earlier == null) {
                differs(row, indicator);
            } else if (earlier.equals(indicator)) {
                rows.findings().repeat(row.number());
            } else {
                row.add(FindingRule.CODE_REPEATED, "code", code, code, String.valueOf(seen.get(code)));
            }
            seen.putIfAbsent(code, row.number());
        });
        rows.columns().reportUnused(rows.findings().findings());
        return List.copyOf(found.values());
    }

    /** Points out that figures that are published already would mean something else from now on. */
    private void differs(Row row, Indicator indicator) {
        catalogue
                .indicator(indicator.code())
                .filter(known -> !meaning(known).equals(meaning(indicator)))
                .ifPresent(known -> row.add(
                        FindingRule.INDICATOR_DIFFERS,
                        "code",
                        indicator.code(),
                        indicator.code(),
                        meaning(known),
                        meaning(indicator)));
    }

    private static String meaning(Indicator indicator) {
        return "%s, %s, %s"
                .formatted(indicator.unit(), indicator.kind(), indicator.counts())
                .toLowerCase(Locale.ROOT);
    }

    private @Nullable Indicator indicator(Row row) {
        var code = row.code("code", true);
        var unit = listed(row, "unit", "unit");
        var kind = word(row, "kind", Kind.values());
        var counts = word(row, "counts", Counted.values());
        var direction = word(row, "direction", Direction.values());
        var theme = listed(row, "theme", "theme");
        var sameAs = shared(row, "sameAs");
        var closeTo = shared(row, "closeTo");
        var target = target(row);
        if (code == null || unit == null || kind.isEmpty()) {
            return null;
        }
        var shared = catalogue.indicator(sameAs == null ? "" : sameAs);
        return new Indicator(
                code,
                row.texts("label"),
                row.texts("definition"),
                row.texts("formula"),
                row.texts("universe"),
                unit,
                kind.get(),
                counts.orElse(shared.map(Indicator::counts).orElse(Counted.NONE)),
                direction.orElse(shared.map(Indicator::direction).orElse(Direction.NONE)),
                theme == null ? shared.map(Indicator::theme).orElse(null) : theme,
                row.get("sdg"),
                target,
                sameAs,
                closeTo);
    }

    /** A code of a shared list; a required one that is missing is a finding. */
    private @Nullable String listed(Row row, String key, String scheme) {
        var code = row.code(key, key.equals("unit"));
        var list = catalogue.codeList(scheme);
        if (code == null || list.isEmpty() || list.get().concept(code).isPresent()) {
            return code;
        }
        var codes = list.get().concepts().stream().map(Concept::code).toList();
        row.add(FindingRule.CODE_UNKNOWN, key, code, code, scheme, Spelling.nearestText(code, codes));
        return null;
    }

    private static <E extends Enum<E>> Optional<E> word(Row row, String key, E[] words) {
        var text = row.code(key, key.equals("kind"));
        if (text == null) {
            return Optional.empty();
        }
        var found = Arrays.stream(words)
                .filter(word -> word.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst();
        if (found.isEmpty()) {
            var allowed = Arrays.stream(words)
                    .map(word -> word.name().toLowerCase(Locale.ROOT))
                    .toList();
            row.add(FindingRule.CODE_UNKNOWN, key, text, text, key, Spelling.nearestText(text, allowed));
        }
        return found;
    }

    /** A code of the shared catalogue. */
    private @Nullable String shared(Row row, String key) {
        var code = row.code(key, false);
        if (code == null || catalogue.isShared(code)) {
            return code;
        }
        Map<String, Indicator> known = new TreeMap<>();
        catalogue.indicators().stream()
                .filter(indicator -> catalogue.isShared(indicator.code()))
                .forEach(indicator -> known.put(indicator.code(), indicator));
        row.add(
                FindingRule.INDICATOR_UNKNOWN,
                key,
                code,
                code,
                Spelling.nearestText(code, new ArrayList<>(known.keySet())));
        return null;
    }

    private static @Nullable BigDecimal target(Row row) {
        var text = row.get("target");
        if (text == null) {
            return null;
        }
        var number = Numerals.POINT.parse(text);
        if (number == null) {
            row.add(FindingRule.NUMBER_MALFORMED, "target", text, text);
        }
        return number;
    }
}
