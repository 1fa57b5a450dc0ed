package org.socialobservatory.api.page.area;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.diagnostic.Diagnostic;
import org.socialobservatory.api.diagnostic.Surroundings;
import org.socialobservatory.api.page.Named;
import org.socialobservatory.api.page.OutlineMap;
import org.socialobservatory.api.page.Visit;
import org.socialobservatory.api.page.area.AreaPage.Places;
import org.socialobservatory.api.page.meeting.MeetingLine;
import org.socialobservatory.api.page.sentence.Sentences;
import org.socialobservatory.api.problem.ApiProblem.BadParameter;
import org.socialobservatory.api.problem.ApiProblem.NotFound;
import org.socialobservatory.api.problem.ProblemRule;
import org.socialobservatory.api.snapshot.meeting.Meetings;
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

    /** GeoJSON is the feature's, at the map endpoints. */
    @GetMapping(value = "/areas/{code}", params = "f!=geojson")
    AreaPage area(Visit visit, @PathVariable String code, @RequestParam(required = false) @Nullable String against) {
        var territory = visit.snapshot().territory();
        var area =
                territory.area(code).orElseThrow(() -> NotFound.unknown(ProblemRule.UNKNOWN_AREA, code, codes(visit)));
        var chosen = against == null || against.isEmpty() ? null : asked(visit, against);
        var diagnostic = Diagnostic.of(visit.snapshot(), area, chosen);
        var beside = diagnostic.surroundings().reference();
        var figures = new AreaFigures(visit, diagnostic);
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
                Sentences.of(visit, diagnostic),
                beside == null ? null : visit.names().named(beside),
                others(visit, area),
                map(visit, area, children),
                visit.names().named(children),
                visit.names().named(siblings),
                new Themes(visit, area, children).of(figures.rows()),
                places(visit, area),
                MeetingLine.decided(visit, code),
                Meetings.of(visit.snapshot()).within(code).size(),
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
                .filter(other -> Surroundings.hasFigures(visit.snapshot(), other.code()))
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
