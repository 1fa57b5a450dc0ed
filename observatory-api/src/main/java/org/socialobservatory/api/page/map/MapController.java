package org.socialobservatory.api.page.map;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.socialobservatory.api.page.Provenance;
import org.socialobservatory.api.page.Visit;
import org.socialobservatory.api.page.map.MapPage.Choices;
import org.socialobservatory.api.page.map.MapPage.Legend;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /map}; its whole state is in the address. */
@Controller
class MapController {

    private static final MapPage EMPTY = new MapPage(
            null,
            null,
            false,
            new Choices(List.of(), List.of(), List.of()),
            new Legend(List.of(), 0, 0, 0, 0, 0, null),
            List.of(),
            null,
            null,
            null,
            List.of(),
            null,
            "",
            null,
            false,
            "",
            "",
            null,
            null,
            Provenance.none());

    @GetMapping("/map")
    MapPage map(Visit visit, HttpServletRequest request) {
        return page(visit, request);
    }

    /** The same as a part of another page. */
    @GetMapping("/embed/map")
    EmbedPage embedded(Visit visit, HttpServletRequest request) {
        var page = page(visit, request);
        return new EmbedPage(page, page.provenance());
    }

    private static MapPage page(Visit visit, HttpServletRequest request) {
        return MapRequest.find(visit, request.getQueryString())
                .map(found -> new MapSheet(visit, found.map()).page(found))
                .orElse(EMPTY);
    }
}
