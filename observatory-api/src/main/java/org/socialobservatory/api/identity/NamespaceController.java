package org.socialobservatory.api.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.http.Parameters;
import org.socialobservatory.api.snapshot.Snapshot;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** {@code /ns}: the ontology, the shared code lists and the base catalogue, as RDF or to be read. */
@Controller
class NamespaceController {

    @GetMapping("/ns")
    @Nullable
    ModelAndView namespace(
            Snapshot snapshot, Parameters parameters, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        parameters.only(List.of());
        var named = Forms.named(parameters);
        var form = named.isPresent() ? named.get() : Forms.accepted(request);
        if (form.isPresent()) {
            Forms.write(form.get(), VocabularyCopy.of(snapshot.vocabulary()), response);
            return null;
        }
        return new ModelAndView(
                "ns", Map.of("parts", VocabularyPage.of(snapshot.vocabulary(), LocaleContextHolder.getLocale())));
    }
}
