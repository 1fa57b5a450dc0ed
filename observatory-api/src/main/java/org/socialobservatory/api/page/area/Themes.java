package org.socialobservatory.api.page.area;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.diagnostic.Diagnostic;
import org.socialobservatory.api.diagnostic.Line;
import org.socialobservatory.api.diagnostic.Reason;
import org.socialobservatory.api.diagnostic.Surroundings;
import org.socialobservatory.api.page.Comparison;
import org.socialobservatory.api.page.IndicatorText;
import org.socialobservatory.api.page.Visit;
import org.socialobservatory.api.page.area.AreaPage.Matrix;
import org.socialobservatory.api.page.area.AreaPage.MatrixRow;
import org.socialobservatory.api.page.area.AreaPage.Row;
import org.socialobservatory.api.page.area.AreaPage.Tally;
import org.socialobservatory.api.page.area.AreaPage.Theme;
import org.socialobservatory.ontology.area.Area;
import org.socialobservatory.ontology.indicator.Indicator.Direction;

/** Sets the rows of a page in themes, and the areas inside in a matrix by theme. */
final class Themes {

    /** Between the family of a label and its own part, as censuses write them: “Type of dwelling - Flat”. */
    private static final String FAMILY = " - ";
    /** A page with no more rows than these is short enough to stand open. */
    private static final int FEW_ROWS = 8;
    /** More columns than these nobody reads; the map has them all. */
    private static final int MOST_AREAS = 40;

    private static final List<Comparison> TOLD =
            List.of(Comparison.BETTER, Comparison.WORSE, Comparison.UNCLEAR, Comparison.UNKNOWN);

    private final Visit visit;
    private final Comparator<String> alphabetical;
    private final List<Area> inside;
    private final Map<String, Diagnostic> diagnostics = new LinkedHashMap<>();

    Themes(Visit visit, Area area, List<Area> children) {
        this.visit = visit;
        this.alphabetical = visit.wording().alphabetical();
        this.inside = children.stream()
                .filter(child -> Surroundings.hasFigures(visit.snapshot(), child.code()))
                .sorted(Comparator.comparing((Area child) -> visit.names().area(child.code()), alphabetical))
                .limit(MOST_AREAS)
                .toList();
        inside.forEach(child -> diagnostics.put(child.code(), Diagnostic.of(visit.snapshot(), child, area)));
    }

    List<Theme> of(List<Row> rows) {
        var byTheme = new TreeMap<Integer, List<Row>>();
        for (var row : rows) {
            byTheme.computeIfAbsent(visit.names().themePosition(row.indicator().theme()), _ -> new ArrayList<>())
                    .add(row);
        }
        var themes = new ArrayList<Theme>();
        byTheme.forEach((position, list) -> {
            var theme = visit.names().isNoTheme(position)
                    ? null
                    : list.getFirst().indicator().theme();
            themes.add(new Theme(
                    theme,
                    visit.names().theme(theme),
                    inFamilies(list),
                    tally(list),
                    matrix(list),
                    rows.size() <= FEW_ROWS));
        });
        return themes;
    }

    private static List<Tally> tally(List<Row> rows) {
        return TOLD.stream()
                .map(told -> new Tally(told, (int)
                        rows.stream().filter(row -> told == counted(row)).count()))
                .filter(tally -> tally.count() > 0)
                .toList();
    }

    /** What is withheld or missing is not known well enough either; alike figures do not differ. */
    private static @Nullable Comparison counted(Row row) {
        if (row.figure() == null || row.indicator().direction() == Direction.NONE) {
            return null;
        }
        return row.figure().number() == null
                ? Comparison.UNKNOWN
                : row.comparison() == Comparison.SAME ? Comparison.UNCLEAR : row.comparison();
    }

    /** The indicators of which it is known which way is better, and that at least two areas can be compared by. */
    private @Nullable Matrix matrix(List<Row> rows) {
        if (inside.isEmpty()) {
            return null;
        }
        var told = inFamilies(rows).stream()
                .map(Row::indicator)
                .filter(indicator -> indicator.direction() != Direction.NONE && indicator.comparable())
                .map(this::matrixRow)
                .filter(row -> row.cells().stream().anyMatch(Objects::nonNull))
                .toList();
        return told.isEmpty()
                ? null
                : new Matrix(inside.stream().map(visit.names()::named).toList(), told);
    }

    private MatrixRow matrixRow(IndicatorText indicator) {
        var cells = new ArrayList<@Nullable Comparison>();
        for (var diagnostic : diagnostics.values()) {
            cells.add(diagnostic.line(indicator.shownAs()).map(Themes::cell).orElse(null));
        }
        return new MatrixRow(indicator, cells);
    }

    private static @Nullable Comparison cell(Line line) {
        var comparison = Comparison.of(line.reference());
        var reason = line.reference() == null ? null : line.reference().reason();
        return reason == Reason.WITHHELD || reason == Reason.MISSING ? Comparison.UNKNOWN : comparison;
    }

    /** In the order of the alphabet, which brings families together; a family of one is none. */
    private List<Row> inFamilies(List<Row> rows) {
        var sorted = rows.stream()
                .sorted(Comparator.comparing(Row::label, alphabetical))
                .toList();
        var families = new LinkedHashMap<String, Integer>();
        sorted.forEach(row -> families.merge(family(row.label()), 1, Integer::sum));
        return sorted.stream()
                .map(row -> {
                    var family = family(row.label());
                    return family.isEmpty() || Objects.requireNonNull(families.get(family)) < 2
                            ? row
                            : row.within(family, row.label().substring(family.length() + FAMILY.length()));
                })
                .toList();
    }

    private static String family(String label) {
        int end = label.indexOf(FAMILY);
        return end < 0 ? "" : label.substring(0, end);
    }
}
