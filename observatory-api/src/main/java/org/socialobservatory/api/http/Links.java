package org.socialobservatory.api.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Addresses as the reader can follow them: made from his own request, never from the base that names things. */
public final class Links {

    private Links() {}

    /** Scheme, host, port and context path, without a slash at the end. */
    public static String base(HttpServletRequest request) {
        return ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
    }

    /** The address asked for, its query left out. */
    public static String self(HttpServletRequest request) {
        return base(request)
                + request.getRequestURI().substring(request.getContextPath().length());
    }

    /** The same address with some parameters set anew; an empty value takes one away. */
    public static String with(HttpServletRequest request, Map<String, String> changes) {
        var values = RawQuery.decoded(request.getQueryString());
        changes.forEach((name, value) -> {
            if (value.isEmpty()) {
                values.remove(name);
            } else {
                values.put(name, List.of(value));
            }
        });
        var query = new StringBuilder();
        values.forEach((name, all) -> all.forEach(value -> query.append(query.isEmpty() ? '?' : '&')
                .append(encoded(name))
                .append('=')
                .append(encoded(value))));
        return self(request) + query;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
