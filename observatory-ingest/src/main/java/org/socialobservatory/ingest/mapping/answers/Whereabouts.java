package org.socialobservatory.ingest.mapping.answers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.mapping.Known;
import org.socialobservatory.ingest.mapping.Numerals;
import org.socialobservatory.ingest.mapping.RowFindings;
import org.socialobservatory.ingest.mapping.description.Binding;
import org.socialobservatory.ingest.mapping.description.CodeTable;
import org.socialobservatory.ingest.mapping.description.Responses.AreaCode;
import org.socialobservatory.ingest.mapping.description.Responses.AreaPoint;
import org.socialobservatory.ingest.mapping.description.Responses.Location;
import org.socialobservatory.ontology.area.Territory;
import org.socialobservatory.ontology.finding.FindingRule;

/** Finds the area of a respondent. Where a point lies is never said in a finding. */
final class Whereabouts {

    private final Location location;
    private final Headers headers;
    private final Known known;
    private final Set<String> missing;
    private final RowFindings findings;
    private final @Nullable Positions positions;
    private final Map<String, String> resolved = new HashMap<>();
    private final Set<String> levelsReported = new HashSet<>();
    private final List<Integer> columns = new ArrayList<>();
    private final int latitude;
    private final int longitude;
    private long nowhere;
    private long firstNowhere;

    Whereabouts(
            Location location,
            Headers headers,
            Known known,
            Territory territory,
            Set<String> missing,
            RowFindings findings) {
        this.location = location;
        this.headers = headers;
        this.known = known;
        this.missing = missing;
        this.findings = findings;
        switch (location) {
            case AreaPoint(String name, String level) -> {
                var parts = headers.partsOfPoint(name);
                int whole = headers.find(name);
                latitude = whole >= 0 ? whole : headers.ending(parts, "latitude");
                longitude = whole >= 0 ? Headers.NONE : headers.ending(parts, "longitude");
                if (latitude < 0 || (whole < 0 && longitude < 0)) {
                    headers.require(name, findings.findings());
                }
                columns.addAll(parts);
                if (whole >= 0) {
                    columns.add(whole);
                }
                positions = new Positions(territory, level);
            }
            case AreaCode(Binding code, String _) -> {
                latitude = code instanceof Binding.Column(String name, var _, var _)
                        ? headers.require(name, findings.findings())
                        : Headers.NONE;
                longitude = Headers.NONE;
                positions = null;
                if (latitude >= 0) {
                    columns.add(latitude);
                }
            }
        }
    }

    /** The columns that it reads. */
    List<Integer> columns() {
        return columns;
    }

    /** Whether the columns that it reads hold positions. */
    boolean positioned() {
        return positions != null;
    }

    /** The area of a row, null where the point is in none; {@link #REFUSED}, with a finding, where the row is at fault. */
    @Nullable
    String area(String[] values, long row) {
        return positions == null ? byCode(values, row) : byPoint(positions, values, row);
    }

    /** No code has a blank. */
    static final String REFUSED = " ";

    private String byCode(String[] values, long row) {
        var binding = ((AreaCode) location).code();
        var text = binding instanceof Binding.Literal(String literal) ? literal : values[latitude].strip();
        var area = resolved.get(text);
        if (area == null) {
            area = resolve(text, binding, row);
            if (!area.equals(REFUSED)) {
                resolved.put(text, area);
            }
        }
        return area;
    }

    private String resolve(String text, Binding binding, long row) {
        var title = latitude < 0 ? null : headers.title(latitude);
        if (text.isEmpty() || missing.contains(text)) {
            findings.add(FindingRule.CODE_MISSING, row, title, null, "area");
            return REFUSED;
        }
        var code = text;
        if (binding instanceof Binding.Column(String _, CodeTable codes, var _) && codes != null) {
            var translated = codes.rows().get(text);
            int target = codes.target("area");
            if (translated == null || target < 0) {
                var nearest = known.nearest(text, codes.rows().keySet());
                findings.add(FindingRule.CODE_UNMAPPED, row, title, text, text, "area", nearest);
                return REFUSED;
            }
            code = translated.get(target);
        }
        var found = known.area(code);
        if (found.isEmpty()) {
            findings.add(FindingRule.AREA_UNKNOWN, row, title, code, code, known.nearestAreas(code));
            return REFUSED;
        }
        var level = location.level();
        if (level != null && !level.equals(found.get().level()) && levelsReported.add(code)) {
            findings.findings()
                    .add(
                            FindingRule.AREA_OF_OTHER_LEVEL,
                            findings.place(),
                            code,
                            code,
                            found.get().level(),
                            level);
        }
        return code;
    }

    private @Nullable String byPoint(Positions outlines, String[] values, long row) {
        var first = values[latitude].strip();
        var second = longitude < 0 ? "" : values[longitude].strip();
        if (missing.contains(first) || first.isEmpty()) {
            return outside(row);
        }
        var parts = longitude < 0 ? first.split("[\\s,;]+") : new String[] {first, second};
        var north = parts.length < 2 ? null : Numerals.POINT.parse(parts[0]);
        var east = parts.length < 2 ? null : Numerals.POINT.parse(parts[1]);
        if (north == null || east == null || Math.abs(north.doubleValue()) > 90 || Math.abs(east.doubleValue()) > 180) {
            findings.add(
                    FindingRule.GEOMETRY_MALFORMED, row, headers.title(latitude), null, "latitude longitude, WGS 84");
            return REFUSED;
        }
        var area = outlines.at(east.doubleValue(), north.doubleValue());
        return area == null ? outside(row) : area;
    }

    private @Nullable String outside(long row) {
        firstNowhere = nowhere++ == 0 ? row : firstNowhere;
        return null;
    }

    /** Says how many have no area. */
    void summarise() {
        if (nowhere > 0) {
            findings.findings()
                    .add(
                            FindingRule.ANSWERS_WITHOUT_AREA,
                            findings.place(),
                            null,
                            String.valueOf(nowhere),
                            String.valueOf(firstNowhere));
        }
    }
}
