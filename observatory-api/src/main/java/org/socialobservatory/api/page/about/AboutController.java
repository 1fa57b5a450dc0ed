package org.socialobservatory.api.page.about;

import java.util.List;
import org.socialobservatory.api.page.Provenance;
import org.socialobservatory.api.page.Visit;
import org.socialobservatory.api.page.about.MethodsPage.Part;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /about/methods}. */
@Controller
class AboutController {

    private static final List<String> PARTS = List.of("origin", "interval", "comparison", "index", "withheld", "map");

    @GetMapping("/about/methods")
    MethodsPage methods(Visit visit) {
        var wording = visit.wording();
        return new MethodsPage(
                PARTS.stream()
                        .map(part -> new Part(
                                part, wording.say("methods." + part + ".title"), wording.say("methods." + part)))
                        .toList(),
                Provenance.none());
    }
}
