package org.socialobservatory.api.page.area;

import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.page.Visit;
import org.socialobservatory.api.problem.ApiProblem.NotFound;
import org.socialobservatory.api.problem.ProblemRule;
import org.socialobservatory.api.snapshot.Snapshots;
import org.socialobservatory.ontology.area.Area;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * {@code /areas/{code}/meeting}: an area before those who live there. With {@code editions} it shows these for as long as
 * the meeting lasts, whatever is published meanwhile.
 */
@Controller
class ProjectionController {

    private final Snapshots snapshots;

    ProjectionController(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    @GetMapping("/areas/{code}/meeting")
    ProjectionPage meeting(
            Visit visit, @PathVariable String code, @RequestParam(required = false) @Nullable String editions) {
        var territory = visit.snapshot().territory();
        var area = territory
                .area(code)
                .orElseThrow(() -> NotFound.unknown(
                        ProblemRule.UNKNOWN_AREA,
                        code,
                        territory.areas().stream().map(Area::code).toList()));
        boolean records = visit.snapshot().preview() == null;
        var newest = new Projection(visit, area).page(records);
        return editions == null || editions.isEmpty() || editions.equals(newest.editions())
                ? newest
                : new Projection(holding(visit, editions), area).page(records);
    }

    private Visit holding(Visit visit, String editions) {
        var held = HeldEditions.read(visit.snapshot(), editions);
        return visit.before(snapshots.holding(visit.snapshot(), held));
    }
}
