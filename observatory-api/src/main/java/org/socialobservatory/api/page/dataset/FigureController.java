package org.socialobservatory.api.page.dataset;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.http.NamedInPath;
import org.socialobservatory.api.page.Figure;
import org.socialobservatory.api.page.Named;
import org.socialobservatory.api.page.Visit;
import org.socialobservatory.api.problem.ApiProblem.NotFound;
import org.socialobservatory.api.problem.ProblemRule;
import org.socialobservatory.api.snapshot.PublishedCell;
import org.socialobservatory.ontology.Codes;
import org.socialobservatory.ontology.cube.Breakdown;
import org.socialobservatory.ontology.cube.CellKey;
import org.socialobservatory.ontology.cube.Numbers;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.indicator.Indicator;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** {@code /figures/{dataset}/{indicator}/{area}/{period}/{breakdown}}, the path of an observation's IRI. */
@Controller
class FigureController {

    private final FigureQuery query = new FigureQuery();

    @GetMapping("/figures/{dataset}/{indicator}/{area}/{period}/{breakdown}")
    FigurePage figure(
            Visit visit,
            @PathVariable String dataset,
            @PathVariable String indicator,
            @PathVariable String area,
            @PathVariable String period,
            @PathVariable String breakdown) {
        var cell = find(visit, dataset, indicator, breakdown, period, area);
        if (cell == null) {
            throw new NotFound(
                    ProblemRule.UNKNOWN_THING,
                    String.join("/", dataset, indicator, area, period, breakdown),
                    List.of());
        }
        return page(visit, cell);
    }

    private static @Nullable PublishedCell find(
            Visit visit, String dataset, String indicator, String breakdown, String period, String area) {
        var published = NamedInPath.dataset(visit.snapshot(), dataset);
        if (!Codes.valid(indicator) || !Codes.valid(area)) {
            return null;
        }
        var found = published.block().find(new CellKey(indicator, breakdown, period, area));
        return found.isEmpty() ? null : new PublishedCell(published, found.getAsInt());
    }

    private FigurePage page(Visit visit, PublishedCell cell) {
        var published = cell.dataset();
        var figure = visit.figures().of(cell);
        var indicator = visit.names().indicator(cell.key().indicator());
        var method = Method.of(cell, kind(visit, cell));
        var composition = Composition.of(visit, cell);
        // An index of areas is as reliable as its components are; its own proof says so.
        var trusted = composition.isPresent()
                ? Optional.<Trusted>empty()
                : Trusted.of(visit, cell, kind(visit, cell), method.isPresent());
        return new FigurePage(
                figure,
                exact(cell.observed(), figure),
                indicator,
                new Named(cell.area(), visit.names().area(cell.area())),
                visit.names().period(cell.run().period()),
                visit.names().breakdown(Breakdown.parse(cell.key().breakdown())),
                figure.reliability() == null ? null : visit.names().code("reliability", figure.reliability()),
                trusted.orElse(null),
                visit.names().code("coverage", cell.coverage().code()),
                DatasetLines.line(visit, published),
                DatasetLines.line(visit, published.edition()),
                source(cell).orElse(null),
                visit.snapshot().iris().observation(published.code(), cell.key()),
                query.of(visit.snapshot(), cell),
                method.orElse(null),
                new ComparableFigures(visit, cell).lines(),
                RoomVerdict.of(visit, cell),
                composition.orElse(null),
                visit.provenance(List.of(published)));
    }

    /** Its own form, not that of the catalogue indicator that it is. */
    private static Indicator.Kind kind(Visit visit, PublishedCell cell) {
        return visit.snapshot()
                .catalogue()
                .indicator(cell.key().indicator())
                .map(Indicator::kind)
                .orElse(Indicator.Kind.INDEX);
    }

    /** A withheld cell shows its key and the reason, nothing else. */
    private static Optional<FigurePage.Source> source(PublishedCell cell) {
        if (cell.observed() instanceof Observed.Withheld) {
            return Optional.empty();
        }
        var origin = cell.dataset().block().origin(cell.cell());
        var file = cell.dataset().definitions().resources().get(origin.resource());
        return Optional.of(new FigurePage.Source(file.path(), file.sha256(), origin.row()));
    }

    /** All digits, unless the figure is so unreliable that it must not stand without its interval. */
    private static @Nullable String exact(Observed observed, Figure figure) {
        return observed instanceof Observed.Value value && figure.number() != null
                ? Numbers.text(value.number())
                : null;
    }
}
