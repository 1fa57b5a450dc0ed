package org.socialobservatory.ingest.mapping;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.mapping.StatementRows.Row;
import org.socialobservatory.ingest.source.Spelling;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.area.TerritorialChange;
import org.socialobservatory.ontology.cube.CodeList;
import org.socialobservatory.ontology.cube.Concept;
import org.socialobservatory.ontology.finding.FindingRule;
import org.socialobservatory.ontology.indicator.Catalogue;

/** Turns rows into statements of areas, changes, codes and places. */
public final class StatementReader {

    private final Catalogue catalogue;

    /**
     * @param catalogue of what is published, for its shared code lists
     */
    public StatementReader(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    public List<AreaStatement> areas(StatementRows rows) {
        var located = Located.of(rows);
        boolean drawn = rows.meaning().flags().contains("drawn");
        var found = new ArrayList<AreaStatement>();
        rows.forEach(row -> {
            var code = row.code("code", true);
            var level = row.code("level", false);
            var within = row.code("within", false);
            var from = row.day("validFrom");
            var to = row.day("validTo");
            if (code != null) {
                var outline = located.of(row, code);
                var place = rows.findings().place().row(row.number());
                found.add(new AreaStatement(place, code, level, within, row.texts("name"), from, to, outline, drawn));
            }
        });
        rows.columns().reportUnused(rows.findings().findings());
        return found;
    }

    public List<ChangeStatement> changes(StatementRows rows) {
        var found = new ArrayList<ChangeStatement>();
        rows.forEach(row -> {
            var from = row.code("from", true);
            var to = row.code("to", true);
            var date = row.day("date");
            var kind = coded(row, "kind", "change-kind", "boundary");
            var weight = weight(row);
            if (date == null && row.get("date") == null) {
                row.add(FindingRule.CODE_MISSING, "date", null, "date");
            }
            if (from != null && to != null && date != null && weight != null && kind != null) {
                found.add(new ChangeStatement(
                        rows.findings().place().row(row.number()),
                        new TerritorialChange(from, to, date, kind, weight)));
            }
        });
        rows.columns().reportUnused(rows.findings().findings());
        return found;
    }

    private static @Nullable BigDecimal weight(Row row) {
        var text = row.get("weight");
        if (text == null) {
            return BigDecimal.ONE;
        }
        var weight = Numerals.POINT.parse(text);
        if (weight == null || weight.signum() <= 0 || weight.compareTo(BigDecimal.ONE) > 0) {
            row.add(FindingRule.WEIGHT_OUTSIDE, "weight", text, text);
            return null;
        }
        return weight;
    }

    /** The value of a key in a shared list; the given one where the row has none; null where it is not in the list. */
    private @Nullable String coded(Row row, String key, String scheme, String otherwise) {
        var code = row.get(key);
        if (code == null) {
            return otherwise;
        }
        var list = catalogue.codeList(scheme);
        if (list.isPresent() && list.get().concept(code).isEmpty()) {
            var codes = list.get().concepts().stream().map(Concept::code).toList();
            row.add(FindingRule.CODE_UNKNOWN, key, code, code, scheme, Spelling.nearestText(code, codes));
            return null;
        }
        return code;
    }

    /** The code list of a resource, without those codes that came twice. */
    public CodeList codes(StatementRows rows) {
        var found = new LinkedHashMap<String, Concept>();
        var seen = new TreeMap<String, Long>();
        rows.forEach(row -> {
            var code = row.code("code", true);
            var broader = row.code("broader", false);
            if (code == null) {
                return;
            }
            var concept = new Concept(code, row.texts("label"), broader);
            var earlier = found.putIfAbsent(code, concept);
            if (earlier != null && earlier.equals(concept)) {
                rows.findings().repeat(row.number());
            } else if (earlier != null) {
                row.add(FindingRule.CODE_REPEATED, "code", code, code, String.valueOf(seen.get(code)));
            }
            seen.putIfAbsent(code, row.number());
        });
        rows.columns().reportUnused(rows.findings().findings());
        var scheme =
                rows.meaning().names().getOrDefault("dimension", rows.resource().name());
        found.values().forEach(concept -> checkBroader(concept, found, scheme, seen, rows));
        return new CodeList(
                scheme, rows.meaning().plain().getOrDefault("title", Multilingual.none()), List.copyOf(found.values()));
    }

    private static void checkBroader(
            Concept concept, Map<String, Concept> all, String scheme, Map<String, Long> rowOf, StatementRows rows) {
        var broader = concept.broader();
        if (broader != null && !all.containsKey(broader)) {
            rows.findings()
                    .add(
                            FindingRule.CODE_UNKNOWN,
                            Objects.requireNonNull(rowOf.get(concept.code())),
                            null,
                            broader,
                            broader,
                            scheme,
                            Spelling.nearestText(broader, all.keySet()));
        }
    }

    public List<PlaceStatement> places(StatementRows rows) {
        var located = Located.of(rows);
        var found = new LinkedHashMap<String, PlaceStatement>();
        var seen = new TreeMap<String, Long>();
        rows.forEach(row -> {
            var code = row.code("code", true);
            var kind = row.code("kind", true);
            var within = row.code("within", false);
            if (code == null || kind == null) {
                return;
            }
            var place = rows.findings().place().row(row.number());
            var statement = new PlaceStatement(
                    place, code, kind, row.texts("name"), within, located.of(row, code), row.further());
            if (found.putIfAbsent(code, statement) != null) {
                row.add(FindingRule.CODE_REPEATED, "code", code, code, String.valueOf(seen.get(code)));
            }
            seen.putIfAbsent(code, row.number());
        });
        return List.copyOf(found.values());
    }
}
