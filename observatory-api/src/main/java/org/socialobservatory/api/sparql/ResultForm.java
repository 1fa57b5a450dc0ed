package org.socialobservatory.api.sparql;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;

/** The forms of a table of results, the default first. */
enum ResultForm {
    JSON("json", List.of("application/sparql-results+json", "application/json")),
    XML("xml", List.of("application/sparql-results+xml", "application/xml")),
    CSV("csv", List.of("text/csv")),
    TSV("tsv", List.of("text/tab-separated-values"));

    private final String code;
    private final List<String> mediaTypes;

    ResultForm(String code, List<String> mediaTypes) {
        this.code = code;
        this.mediaTypes = mediaTypes;
    }

    static Optional<ResultForm> of(String name) {
        return Arrays.stream(values())
                .filter(form -> form.code.equals(name) || form.mediaTypes.contains(name))
                .findFirst();
    }

    static Map<MediaType, ResultForm> byMediaType() {
        var all = new LinkedHashMap<MediaType, ResultForm>();
        for (ResultForm form : values()) {
            form.mediaTypes.forEach(type -> all.put(MediaType.parseMediaType(type), form));
        }
        return all;
    }

    String code() {
        return code;
    }

    /** With the charset where the type has one to say. */
    String contentType() {
        return mediaTypes.getFirst() + (this == CSV || this == TSV ? ";charset=utf-8" : "");
    }
}
