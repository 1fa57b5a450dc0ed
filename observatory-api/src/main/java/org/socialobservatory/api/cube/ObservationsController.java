package org.socialobservatory.api.cube;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.cube.CellSearch.Page;
import org.socialobservatory.api.cube.CellSearch.Position;
import org.socialobservatory.api.cube.CellSearch.Slice;
import org.socialobservatory.api.http.Choice;
import org.socialobservatory.api.http.Links;
import org.socialobservatory.api.http.PagingRuns;
import org.socialobservatory.api.http.Parameters;
import org.socialobservatory.api.snapshot.PublishedDataset;
import org.socialobservatory.api.snapshot.Selection;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ontology.area.Area;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/observations}: published cells, page by page. */
@RestController
class ObservationsController {

    private static final int USUAL_LIMIT = 1_000;
    private static final int LARGEST_LIMIT = 100_000;

    private static final List<String> NAMES =
            List.of("indicator", "area", "within", "level", "period", "limit", "cursor");

    private static final Map<String, MediaType> FORMS = forms();
    private final PagingRuns runs;

    ObservationsController(PagingRuns runs) {
        this.runs = runs;
    }

    private static Map<String, MediaType> forms() {
        var forms = new LinkedHashMap<String, MediaType>();
        forms.put("json", MediaType.APPLICATION_JSON);
        for (CellForm form : CellForm.values()) {
            forms.put(form.code(), MediaType.parseMediaType(form.mediaType()));
        }
        return Collections.unmodifiableMap(forms);
    }

    @GetMapping("/api/observations")
    void observations(Parameters parameters, Snapshot current, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var resumed = runs.resume(parameters, current);
        var snapshot = resumed == null ? current : resumed.snapshot();
        var choice = new Choice(parameters, snapshot, NAMES);
        var selection = new Selection(
                choice.indicators(), areas(parameters, choice, snapshot), choice.periods(), choice.codes());
        int limit = parameters.limit(USUAL_LIMIT, LARGEST_LIMIT);
        var form = parameters.format(FORMS);
        var from = resumed == null ? Position.START : Position.parse(resumed.position());
        if (from == null) {
            throw PagingRuns.malformed(parameters.required("cursor"));
        }
        var page = CellSearch.find(choice.datasets(), selection, from, limit);
        var next = page.next() == null
                ? null
                : Links.with(
                        request,
                        Map.of("cursor", runs.cursor(snapshot, page.next().toString())));
        if (next != null) {
            response.setHeader(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        }
        var other = Arrays.stream(CellForm.values())
                .filter(known -> known.code().equals(form))
                .findFirst();
        if (other.isPresent()) {
            table(page, other.get(), snapshot, choice.datasets(), response);
        } else {
            json(page, new ObservationRow(snapshot, choice.datasets()), next, response);
        }
    }

    /** The areas that satisfy all that is said of them; null where nothing is. */
    private static @Nullable Set<String> areas(Parameters parameters, Choice choice, Snapshot snapshot) {
        var levels = choice.levels();
        var scopes = choice.areas("within");
        Set<String> areas = null;
        if (parameters.has("area")) {
            areas = new HashSet<>();
            for (Area area : choice.areas("area")) {
                areas.add(area.code());
            }
        }
        if (!scopes.isEmpty()) {
            var within = new HashSet<String>();
            scopes.forEach(
                    scope -> snapshot.territory().descendants(scope.code()).forEach(area -> within.add(area.code())));
            areas = meet(areas, within);
        }
        if (!levels.isEmpty()) {
            var ofLevel = new HashSet<String>();
            snapshot.territory().areas().stream()
                    .filter(area -> levels.contains(area.level()))
                    .forEach(area -> ofLevel.add(area.code()));
            areas = meet(areas, ofLevel);
        }
        return areas;
    }

    private static Set<String> meet(@Nullable Set<String> some, Set<String> others) {
        if (some != null) {
            others.retainAll(some);
        }
        return others;
    }

    private static void table(
            Page page, CellForm form, Snapshot snapshot, List<PublishedDataset> datasets, HttpServletResponse response)
            throws IOException {
        response.setContentType(form.mediaType());
        try (var table = form.writer(snapshot, datasets, response.getOutputStream())) {
            for (Slice slice : page.slices()) {
                for (int cell : slice.cells()) {
                    table.cell(slice.dataset(), cell);
                }
            }
        }
    }

    private static void json(Page page, ObservationRow row, @Nullable String next, HttpServletResponse response)
            throws IOException {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        try (var json = JsonFields.generator(response.getOutputStream())) {
            var fields = new JsonFields(json);
            json.writeStartObject();
            json.writeArrayPropertyStart("observations");
            for (Slice slice : page.slices()) {
                for (int cell : slice.cells()) {
                    json.writeStartObject();
                    row.write(slice.dataset(), cell, fields);
                    json.writeEndObject();
                }
            }
            json.writeEndArray();
            fields.text("next", next);
            json.writeEndObject();
        }
    }
}
