package org.socialobservatory.api.page.outline;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.http.Parameters;
import org.socialobservatory.api.page.Visit;
import org.socialobservatory.api.problem.ApiProblem.Refused;
import org.socialobservatory.api.problem.ProblemRule;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * {@code /map/outline}: the page on which an outline is drawn, and by POST what it becomes between its neighbours, as
 * JSON or as the data package that an agent publishes. Nothing is kept here.
 */
@Controller
class OutlineController {

    /** Bytes of a form: as many corners as there may be, each with all its digits, percent-encoded. */
    private static final int LONGEST = 600_000;

    private static final MediaType ZIP = MediaType.parseMediaType("application/zip");
    private static final Map<String, MediaType> FORMS = forms();

    @GetMapping("/map/outline")
    OutlinePage outline(
            Visit visit,
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable String within,
            @RequestParam(required = false) @Nullable String level) {
        return OutlineSheet.of(visit, area, within, level);
    }

    @PostMapping("/map/outline")
    ResponseEntity<?> drawn(Visit visit, HttpServletRequest request) throws IOException {
        var format = Parameters.of(request).only(List.of()).format(FORMS);
        var form = new OutlineForm(form(request), visit.snapshot());
        if (format.equals("json")) {
            var snapped = form.drawn()
                    .snapped(visit.snapshot(), area -> visit.names().named(area).name());
            return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(SnappedAnswer.of(snapped, visit));
        }
        var made = form.inPackage(area -> visit.names().named(area).name());
        return ResponseEntity.ok()
                .contentType(ZIP)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(made.name() + ".zip")
                                .build()
                                .toString())
                .body(made.zip());
    }

    private static Parameters form(HttpServletRequest request) throws IOException {
        var type = request.getContentType();
        if (type == null
                || !type.split(";", 2)[0].strip().equalsIgnoreCase(MediaType.APPLICATION_FORM_URLENCODED_VALUE)) {
            throw new Refused(
                    ProblemRule.UNSUPPORTED_MEDIA_TYPE, type, List.of(MediaType.APPLICATION_FORM_URLENCODED_VALUE));
        }
        var body = request.getInputStream().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            throw new Refused(ProblemRule.TOO_LARGE);
        }
        return Parameters.ofForm(body).only(OutlineForm.FIELDS).onceEach(OutlineForm.FIELDS);
    }

    /** A form that is sent without script brings the package. */
    private static Map<String, MediaType> forms() {
        var forms = new LinkedHashMap<String, MediaType>();
        forms.put("zip", ZIP);
        forms.put("json", MediaType.APPLICATION_JSON);
        return forms;
    }
}
