package org.socialobservatory.api.page.map;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.socialobservatory.api.http.Links;
import org.socialobservatory.api.http.Parameters;
import org.socialobservatory.api.page.OutlineMap;
import org.socialobservatory.api.page.Visit;
import org.socialobservatory.api.page.map.MapDrawing.Paper;
import org.socialobservatory.api.problem.ApiProblem.NotFound;
import org.socialobservatory.api.problem.ProblemRule;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /map.svg}: the map on a sheet of paper. */
@RestController
class SheetController {

    private static final MediaType SVG = MediaType.valueOf("image/svg+xml");
    private static final List<String> PAPERS = List.of("a4", "a3");

    @GetMapping("/map.svg")
    ResponseEntity<byte[]> sheet(Visit visit, HttpServletRequest request) {
        var query = request.getQueryString();
        var paper = Parameters.ofQuery(query == null ? "" : query)
                .choice("paper", PAPERS)
                .map(code -> code.equals("a3") ? Paper.A3 : Paper.A4)
                .orElse(Paper.A4);
        var found = MapRequest.find(visit, query)
                .orElseThrow(() -> NotFound.unknown(ProblemRule.NO_SUCH_PAGE, "/map.svg", List.of()));
        var page = new MapSheet(visit, found.map()).page(found);
        var outlines = OutlineMap.of(visit, found.map().all(visit.snapshot()), null);
        var address = Links.base(request) + "/map?" + page.state();
        return ResponseEntity.ok()
                .contentType(SVG)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"map.svg\"")
                .body(MapDrawing.of(visit, page, outlines, paper, address));
    }
}
