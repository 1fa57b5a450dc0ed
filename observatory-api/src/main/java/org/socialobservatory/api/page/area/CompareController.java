package org.socialobservatory.api.page.area;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.socialobservatory.api.diagnostic.Surroundings;
import org.socialobservatory.api.http.Parameters;
import org.socialobservatory.api.page.Towns;
import org.socialobservatory.api.page.Visit;
import org.socialobservatory.api.page.area.ComparePage.Choice;
import org.socialobservatory.api.problem.ApiProblem.BadParameter;
import org.socialobservatory.api.problem.ProblemRule;
import org.socialobservatory.ontology.area.Area;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /compare?areas=a,b,c}. */
@Controller
class CompareController {

    /** More than these nobody can hold side by side. */
    private static final int MOST = 8;
    /** Areas offered beside those that are chosen. */
    private static final int MOST_CHOICES = 60;

    @GetMapping("/compare")
    ComparePage compare(Visit visit, Parameters parameters, HttpServletRequest request) {
        var areas = parameters.ofPage().only(List.of("areas")).many("areas").stream()
                .map(code -> area(visit, code))
                .toList();
        if (areas.size() > MOST) {
            throw new BadParameter(
                    ProblemRule.MALFORMED_VALUE,
                    "areas",
                    String.join(",", areas.stream().map(Area::code).toList()),
                    List.of());
        }
        var datasets = visit.snapshot().datasets().values().stream()
                .filter(dataset ->
                        areas.stream().anyMatch(area -> dataset.block().areaIndexOf(area.code()) >= 0))
                .toList();
        return new ComparePage(
                areas.stream().map(visit.names()::named).toList(),
                choices(visit, areas),
                areas.size() < 2 ? List.of() : new SideBySide(visit, areas).themes(),
                visit.provenance(datasets));
    }

    private static Area area(Visit visit, String code) {
        return visit.snapshot()
                .territory()
                .area(code)
                .orElseThrow(() -> BadParameter.unknown(
                        ProblemRule.UNKNOWN_AREA,
                        "areas",
                        code,
                        visit.snapshot().territory().areas().stream()
                                .map(Area::code)
                                .toList()));
    }

    /** Those that are chosen, then their neighbours and the town; without any, all towns and what lies in them. */
    private static List<Choice> choices(Visit visit, List<Area> areas) {
        var territory = visit.snapshot().territory();
        Set<Area> offered = new LinkedHashSet<>(areas);
        var around = new ArrayList<Area>();
        areas.forEach(area -> territory.parent(area.code()).ifPresent(around::add));
        if (areas.isEmpty()) {
            around.addAll(Towns.of(visit.snapshot()));
        }
        around.forEach(parent -> offered.addAll(territory.children(parent.code())));
        offered.addAll(around);
        return offered.stream()
                .filter(area -> Surroundings.hasFigures(visit.snapshot(), area.code()))
                .limit(MOST_CHOICES)
                .map(area -> new Choice(area.code(), visit.names().area(area.code()), areas.contains(area)))
                .toList();
    }
}
