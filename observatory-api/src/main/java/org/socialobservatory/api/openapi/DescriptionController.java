package org.socialobservatory.api.openapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.socialobservatory.api.http.Links;
import org.socialobservatory.api.http.Parameters;
import org.socialobservatory.api.http.RequestLanguage;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The description for programs at {@code /openapi.json} and {@code /ogc/api}, for people at {@code /docs}. */
@Controller
class DescriptionController {

    private static final MediaType OPEN_API = MediaType.parseMediaType("application/vnd.oai.openapi+json;version=3.0");
    private static final Map<String, MediaType> FORMS = Map.of("json", MediaType.APPLICATION_JSON);
    private static final Map<String, MediaType> MAP_FORMS = forms();
    private static final Map<String, MediaType> PAGE_FORMS = pageForms();

    private final Description description;

    DescriptionController(Description description) {
        this.description = description;
    }

    private static Map<String, MediaType> forms() {
        var forms = new LinkedHashMap<String, MediaType>();
        forms.put("json", OPEN_API);
        // JSON is what it is, for who does not know the special name.
        forms.put("plain", MediaType.APPLICATION_JSON);
        forms.put("html", MediaType.TEXT_HTML);
        return forms;
    }

    private static Map<String, MediaType> pageForms() {
        var forms = new LinkedHashMap<String, MediaType>();
        forms.put("html", MediaType.TEXT_HTML);
        forms.put("json", MediaType.APPLICATION_JSON);
        return forms;
    }

    @GetMapping("/openapi.json")
    ResponseEntity<byte[]> whole(Parameters parameters, HttpServletRequest request) {
        parameters.only(List.of()).format(FORMS);
        return described(request);
    }

    private ResponseEntity<byte[]> described(HttpServletRequest request) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(description.whole(RequestLanguage.of(request), Links.base(request)));
    }

    @GetMapping("/ogc/api")
    ResponseEntity<byte[]> maps(Parameters parameters, HttpServletRequest request) {
        var form = parameters.only(List.of()).format(MAP_FORMS);
        if (form.equals("html")) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .header(HttpHeaders.LOCATION, Links.base(request) + "/docs")
                    .build();
        }
        return ResponseEntity.ok()
                .contentType(OPEN_API)
                .body(description.maps(RequestLanguage.of(request), Links.base(request)));
    }

    @GetMapping("/docs")
    Object docs(Parameters parameters, HttpServletRequest request) {
        var form = parameters.ofPage().only(List.of()).format(PAGE_FORMS);
        if (form.equals("json")) {
            return described(request);
        }
        var documentation = description.documentation(RequestLanguage.of(request));
        return new ModelAndView("docs", Map.of("lead", documentation.lead(), "chapters", documentation.chapters()));
    }
}
