package org.socialobservatory.api.page.area;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.page.Named;
import org.socialobservatory.api.page.OutlineMap;
import org.socialobservatory.api.page.Visit;
import org.socialobservatory.api.page.area.AreaPage.Places;
import org.socialobservatory.api.page.area.AreaPage.Row;
import org.socialobservatory.api.page.area.AreaPage.Theme;
import org.socialobservatory.api.problem.ApiProblem.BadParameter;
import org.socialobservatory.api.problem.ApiProblem.NotFound;
import org.socialobservatory.api.problem.ProblemRule;
import org.socialobservatory.ontology.area.Area;
import org.socialobservatory.ontology.resource.Place;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /areas/{code}}. */
@Controller
class AreaController {

    /** Names of places shown for one kind; the rest is counted. */
    private static final int MOST_NAMES = 12;
    /** Between the family of a label and its own part, as censuses write them: “Type of dwelling - Flat”. */
    private static final String FAMILY = " - ";

    /** GeoJSON is the feature's, at the map endpoints. */
    @GetMapping(value = "/areas/{code}", params = "f!=geojson")
    AreaPage area(Visit visit, @PathVariable String code, @RequestParam(required = false) @Nullable String against) {
        var territory = visit.snapshot().territory();
        var area =
                territory.area(code).orElseThrow(() -> NotFound.unknown(ProblemRule.UNKNOWN_AREA, code, codes(visit)));
        var beside = against == null || against.isEmpty() ? reference(visit, area) : asked(visit, against);
        var figures = new AreaFigures(visit, code, beside == null ? null : beside.code());
        var siblings = siblings(visit, area);
        var children = territory.children(code);
        return new AreaPage(
                code,
                visit.names().named(area).name(),
                visit.names().level(area.level()),
                since(visit, code),
                territory.ancestors(code).reversed().stream()
                        .map(visit.names()::named)
                        .toList(),
                beside == null ? null : visit.names().named(beside),
                others(visit, area),
                map(visit, area, children),
                visit.names().named(children),
                visit.names().named(siblings),
                themes(visit, figures.rows()),
                places(visit, area),
                visit.provenance(figures.datasets()));
    }

    private static List<String> codes(Visit visit) {
        return visit.snapshot().territory().areas().stream().map(Area::code).toList();
    }

    private static Area asked(Visit visit, String against) {
        return visit.snapshot()
                .territory()
                .area(against)
                .orElseThrow(() -> BadParameter.unknown(ProblemRule.UNKNOWN_AREA, "against", against, codes(visit)));
    }

    /** The nearest area above about which anything is published. */
    private static @Nullable Area reference(Visit visit, Area area) {
        return visit.snapshot().territory().ancestors(area.code()).stream()
                .filter(above -> AreaFigures.any(visit.snapshot(), above.code()))
                .findFirst()
                .orElse(null);
    }

    private static List<Area> siblings(Visit visit, Area area) {
        return visit
                .snapshot()
                .territory()
                .parent(area.code())
                .map(parent -> visit.snapshot().territory().children(parent.code()))
                .orElse(List.of())
                .stream()
                .filter(other -> !other.code().equals(area.code()))
                .toList();
    }

    private static List<Named> others(Visit visit, Area area) {
        var above = visit.snapshot().territory().ancestors(area.code()).stream();
        return Stream.concat(above, siblings(visit, area).stream())
                .filter(other -> AreaFigures.any(visit.snapshot(), other.code()))
                .map(visit.names()::named)
                .toList();
    }

    private static @Nullable String since(Visit visit, String code) {
        var versions = visit.snapshot().territory().versions(code);
        var since = versions.isEmpty() ? null : versions.getLast().validFrom();
        return since == null ? null : visit.wording().date(since);
    }

    /** What lies inside where that is known, else where the area lies among its neighbours. */
    private static @Nullable OutlineMap map(Visit visit, Area area, List<Area> children) {
        var inside = OutlineMap.of(visit, children, null);
        if (inside != null) {
            return inside;
        }
        var around = new ArrayList<>(siblings(visit, area));
        around.add(area);
        var map = OutlineMap.of(visit, around, area.code());
        boolean there = map != null
                && map.shapes().stream().anyMatch(shape -> shape.code().equals(area.code()));
        return there ? map : null;
    }

    private static List<Theme> themes(Visit visit, List<Row> rows) {
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
            themes.add(new Theme(theme, visit.names().theme(theme), inFamilies(visit, list)));
        });
        return themes;
    }

    /** In the order of the alphabet, which brings families together; a family of one is none. */
    private static List<Row> inFamilies(Visit visit, List<Row> rows) {
        var sorted = rows.stream()
                .sorted((one, other) -> visit.wording().alphabetical().compare(one.label(), other.label()))
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

    private static List<Places> places(Visit visit, Area area) {
        var inside = new java.util.HashSet<String>();
        inside.add(area.code());
        visit.snapshot().territory().descendants(area.code()).forEach(below -> inside.add(below.code()));
        var byKind = new TreeMap<String, List<Place>>();
        for (var dataset : visit.snapshot().datasets().values()) {
            for (var place : dataset.definitions().places()) {
                if (place.within() != null && inside.contains(place.within())) {
                    byKind.computeIfAbsent(place.kind(), _ -> new ArrayList<>()).add(place);
                }
            }
        }
        return byKind.entrySet().stream()
                .map(kind -> new Places(
                        kind.getKey(),
                        visit.names().code("place-kind", kind.getKey()),
                        kind.getValue().size(),
                        kind.getValue().stream()
                                .map(place -> visit.names().of(place.names(), place.code()))
                                .sorted(visit.wording().alphabetical())
                                .limit(MOST_NAMES)
                                .toList()))
                .toList();
    }
}
