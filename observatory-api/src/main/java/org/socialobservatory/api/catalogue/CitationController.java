package org.socialobservatory.api.catalogue;

import java.util.List;
import java.util.Map;
import org.socialobservatory.api.http.NamedInPath;
import org.socialobservatory.api.http.Parameters;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ontology.Language;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How an edition is cited, for programs that keep bibliographies. */
@RestController
@RequestMapping("/datasets/{dataset}/editions/{number}")
class CitationController {

    private static final MediaType BIBTEX = MediaType.parseMediaType("application/x-bibtex;charset=UTF-8");
    private static final MediaType CSL = MediaType.parseMediaType("application/vnd.citationstyles.csl+json");

    @GetMapping("/citation.bib")
    ResponseEntity<String> bibTeX(
            @PathVariable String dataset, @PathVariable String number, Snapshot snapshot, Parameters parameters) {
        parameters.only(List.of());
        return ResponseEntity.ok()
                .contentType(BIBTEX)
                .body(citation(snapshot, dataset, number).bibTeX());
    }

    @GetMapping("/citation.json")
    ResponseEntity<List<Map<String, Object>>> csl(
            @PathVariable String dataset, @PathVariable String number, Snapshot snapshot, Parameters parameters) {
        parameters.only(List.of());
        return ResponseEntity.ok()
                .contentType(CSL)
                .body(citation(snapshot, dataset, number).csl());
    }

    private static Citation citation(Snapshot snapshot, String dataset, String number) {
        var language =
                Language.of(LocaleContextHolder.getLocale().getLanguage()).orElse(Language.FR);
        return Citation.of(snapshot, NamedInPath.edition(snapshot, dataset, number), language);
    }
}
