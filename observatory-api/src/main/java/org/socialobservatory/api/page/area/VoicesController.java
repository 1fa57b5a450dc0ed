package org.socialobservatory.api.page.area;

import java.util.Arrays;
import java.util.Comparator;
import org.socialobservatory.api.diagnostic.Diagnostic;
import org.socialobservatory.api.page.Visit;
import org.socialobservatory.api.page.area.VoicesPage.Reading;
import org.socialobservatory.api.page.sentence.Sentences;
import org.socialobservatory.api.problem.ApiProblem.NotFound;
import org.socialobservatory.api.problem.ProblemRule;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.area.Area;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** {@code /areas/{code}/voices}: the sentences of an area in all languages, the reader's first, with their recordings and the names of these. */
@Controller
class VoicesController {

    @GetMapping("/areas/{code}/voices")
    VoicesPage voices(Visit visit, @PathVariable String code) {
        var territory = visit.snapshot().territory();
        var area = territory
                .area(code)
                .orElseThrow(() -> NotFound.unknown(
                        ProblemRule.UNKNOWN_AREA,
                        code,
                        territory.areas().stream().map(Area::code).toList()));
        var diagnostic = Diagnostic.of(visit.snapshot(), area, null);
        var own = visit.wording().language();
        var readings = Arrays.stream(Language.values())
                .sorted(Comparator.comparing(language -> language != own))
                .map(language -> new Reading(
                        language.tag(),
                        language.rightToLeft() ? "rtl" : "ltr",
                        Sentences.of(visit.in(language), diagnostic)))
                .toList();
        return new VoicesPage(
                code,
                visit.names().area(code),
                readings,
                visit.provenance(new AreaFigures(visit, diagnostic).datasets()));
    }
}
