package org.socialobservatory.api.page.area;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.http.Parameters;
import org.socialobservatory.api.http.RequestLanguage;
import org.socialobservatory.api.page.Visit;
import org.socialobservatory.api.page.area.SheetPage.Paper;
import org.socialobservatory.api.print.Printing;
import org.socialobservatory.api.problem.ApiProblem.BadParameter;
import org.socialobservatory.api.problem.ApiProblem.NotFound;
import org.socialobservatory.api.problem.ProblemRule;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.api.snapshot.SnapshotPinning;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.area.Area;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** {@code /areas/{code}/sheet}, a page for paper, and the same printed: {@code sheet.pdf}. */
@Controller
class AreaSheetController {

    private static final String PAPER = "paper";
    private static final List<String> PAPERS =
            Arrays.stream(Paper.values()).map(Paper::code).toList();
    private static final String LANGUAGE = "lang";
    /** Two languages on one sheet; a plus sign in a query is a space. */
    private static final List<String> LANGUAGES = List.of("fr", "ar", "en", "fr-ar", "fr ar", "fr+ar");

    private final Printing printing;

    AreaSheetController(Printing printing) {
        this.printing = printing;
    }

    /** @param with the language of a second side */
    @GetMapping("/areas/{code}/sheet")
    SheetPage sheet(
            Visit visit,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String paper,
            @RequestParam(required = false) @Nullable String with) {
        var area = area(visit.snapshot(), code);
        var size = paper == null || paper.isEmpty() ? Paper.A4 : paper(paper);
        var visits = new ArrayList<>(List.of(visit));
        if (with != null && !with.isEmpty()) {
            visits.add(visit.in(language(with)));
        }
        return new Sheet(visit, area, size).in(visits);
    }

    private static Area area(Snapshot snapshot, String code) {
        return snapshot.territory()
                .area(code)
                .orElseThrow(() -> NotFound.unknown(
                        ProblemRule.UNKNOWN_AREA,
                        code,
                        snapshot.territory().areas().stream().map(Area::code).toList()));
    }

    private static Paper paper(String code) {
        return Arrays.stream(Paper.values())
                .filter(paper -> paper.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new BadParameter(ProblemRule.MALFORMED_VALUE, PAPER, code, PAPERS));
    }

    private static Language language(String tag) {
        return Language.of(tag)
                .orElseThrow(
                        () -> new BadParameter(ProblemRule.MALFORMED_VALUE, "with", tag, List.of("fr", "ar", "en")));
    }

    @GetMapping("/areas/{code}/sheet.pdf")
    ResponseEntity<byte[]> print(HttpServletRequest request, Snapshot snapshot, @PathVariable String code) {
        area(snapshot, code);
        var asked = Parameters.of(request).ofPage().only(List.of(PAPER), LANGUAGES);
        var paper = asked.choice(PAPER, PAPERS).orElse(PAPERS.getFirst());
        var languages = asked.one(LANGUAGE)
                .orElseGet(() -> RequestLanguage.of(request).tag())
                .split("[-+ ]");
        var bytes = printing.print(page(request, code, paper, languages));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("%s-%s-%s.pdf".formatted(code, String.join("-", languages), paper))
                                .build()
                                .toString())
                .body(bytes);
    }

    /** The page as this machine finds it, in the same preview. */
    private static URI page(HttpServletRequest request, String code, String paper, String... languages) {
        var base = request.getContextPath();
        var page = UriComponentsBuilder.newInstance()
                .scheme("http")
                .host(
                        request.getLocalAddr().contains(":")
                                ? "[" + request.getLocalAddr() + "]"
                                : request.getLocalAddr())
                .port(request.getLocalPort())
                .path(SnapshotPinning.isPreview(request) ? base.substring(base.lastIndexOf("/preview/")) : "")
                .pathSegment("areas", code, "sheet")
                .queryParam(PAPER, paper)
                .queryParam(LANGUAGE, languages[0]);
        if (languages.length > 1) {
            page.queryParam("with", languages[1]);
        }
        return page.build().toUri();
    }
}
