package org.socialobservatory.api.choropleth;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.socialobservatory.api.http.Parameters;
import org.socialobservatory.api.http.RequestLanguage;
import org.socialobservatory.api.snapshot.Snapshot;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/choropleth}: the map of one indicator. */
@RestController
class ChoroplethController {

    private static final Map<String, MediaType> FORMS = Map.of("json", MediaType.APPLICATION_JSON);

    @GetMapping("/api/choropleth")
    ResponseEntity<byte[]> choropleth(Parameters parameters, Snapshot snapshot, HttpServletRequest request) {
        parameters.format(FORMS);
        var language = RequestLanguage.of(request);
        var body = DrawnMaps.get(snapshot, request.getQueryString(), language, () -> {
            var map = Choropleth.of(MapQuestion.read(parameters, snapshot), snapshot);
            return ChoroplethJson.bytes(map, language, MapQuery.text(map, snapshot));
        });
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body);
    }
}
