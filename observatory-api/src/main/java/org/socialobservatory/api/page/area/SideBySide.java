package org.socialobservatory.api.page.area;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.diagnostic.Diagnostic;
import org.socialobservatory.api.diagnostic.Line;
import org.socialobservatory.api.page.Comparison;
import org.socialobservatory.api.page.Figure;
import org.socialobservatory.api.page.Visit;
import org.socialobservatory.api.page.area.ComparePage.Cell;
import org.socialobservatory.api.page.area.ComparePage.Multiple;
import org.socialobservatory.api.page.area.ComparePage.Theme;
import org.socialobservatory.api.page.sentence.Remarks;
import org.socialobservatory.ontology.area.Area;

/** The figures of several areas on one scale for each indicator; all but the first are compared with the first. */
final class SideBySide {

    /** A page with no more indicators than these is short enough to stand open. */
    private static final int FEW = 8;

    private final Visit visit;
    private final Remarks remarks;
    private final Map<Area, Diagnostic> diagnostics = new LinkedHashMap<>();

    SideBySide(Visit visit, List<Area> areas) {
        this.visit = visit;
        this.remarks = new Remarks(visit);
        for (Area area : areas) {
            var first = areas.getFirst();
            diagnostics.put(
                    area, Diagnostic.of(visit.snapshot(), area, area.code().equals(first.code()) ? null : first));
        }
    }

    List<Theme> themes() {
        var byTheme = new TreeMap<Integer, List<Multiple>>();
        for (String indicator : shared()) {
            var multiple = multiple(indicator);
            byTheme.computeIfAbsent(
                            visit.names().themePosition(multiple.indicator().theme()), _ -> new ArrayList<>())
                    .add(multiple);
        }
        int all = byTheme.values().stream().mapToInt(List::size).sum();
        var alphabetical = Comparator.comparing(
                (Multiple multiple) -> multiple.indicator().label(),
                visit.wording().alphabetical());
        return byTheme.entrySet().stream()
                .map(theme -> new Theme(
                        visit.names()
                                .theme(
                                        visit.names().isNoTheme(theme.getKey())
                                                ? null
                                                : theme.getValue()
                                                        .getFirst()
                                                        .indicator()
                                                        .theme()),
                        theme.getValue().stream().sorted(alphabetical).toList(),
                        all <= FEW))
                .toList();
    }

    /** The indicators of which at least two areas have a figure; sums of people only tell how large an area is. */
    private SortedSet<String> shared() {
        var once = new TreeSet<String>();
        var twice = new TreeSet<String>();
        for (var diagnostic : diagnostics.values()) {
            diagnostic.lines().stream()
                    .filter(line -> line.figure() != null
                            && line.index() == null
                            && line.meaning().regardlessOfSize())
                    .forEach(line -> {
                        if (!once.add(line.indicator())) {
                            twice.add(line.indicator());
                        }
                    });
        }
        return twice;
    }

    private Multiple multiple(String indicator) {
        var text = visit.names().indicator(indicator);
        var lines = new ArrayList<@Nullable Line>();
        var figures = new ArrayList<@Nullable Figure>();
        for (var diagnostic : diagnostics.values()) {
            var line = diagnostic.line(indicator).orElse(null);
            lines.add(line);
            figures.add(
                    line == null || line.figure() == null
                            ? null
                            : visit.figures().of(line.figure()));
        }
        var strips = Strip.alike(
                figures,
                text.unit().equals("percent"),
                visit.wording().language().rightToLeft());
        var cells = new ArrayList<Cell>();
        int at = 0;
        for (Area area : diagnostics.keySet()) {
            var line = at == 0 ? null : lines.get(at);
            cells.add(new Cell(
                    visit.names().named(area),
                    figures.get(at),
                    strips.get(at),
                    line == null ? null : Comparison.of(line.reference()),
                    line == null ? null : reason(line)));
            at++;
        }
        return new Multiple(text, cells);
    }

    private @Nullable String reason(Line line) {
        var first =
                Objects.requireNonNull(diagnostics.entrySet().iterator().next().getKey());
        return remarks.reason(line.reference(), visit.names().area(first.code()));
    }
}
