package org.socialobservatory.api.preview;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.snapshot.SnapshotPinning;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives a request below {@code /preview/{token}} the snapshot of that preview, and the path up to there as its context
 * path, so that whatever a door makes of its request stays inside. Any other such path is an address like all others,
 * at which there is nothing.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5) // after the proxies have said their prefix, before anything reads the path
class PreviewFilter extends OncePerRequestFilter {

    private static final Pattern PATH = Pattern.compile("(/preview/([0-9a-f]{32}))(/.*)?");
    /** What is no door for readers. */
    private static final Set<String> INNER = Set.of("admin", "actuator", "error", "preview");

    private final ShownPreviews previews;

    PreviewFilter(ShownPreviews previews) {
        this.previews = previews;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var asked = PATH.matcher(
                request.getRequestURI().substring(request.getContextPath().length()));
        if (!asked.matches()) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        var snapshot =
                isInner(asked.group(3)) ? null : previews.of(asked.group(2)).orElse(null);
        if (snapshot == null) {
            chain.doFilter(request, new Private(response));
        } else if (asked.group(3) == null) {
            var query = request.getQueryString();
            response.setHeader(
                    HttpHeaders.LOCATION, request.getRequestURI() + "/" + (query == null ? "" : "?" + query));
            response.setStatus(HttpStatus.PERMANENT_REDIRECT.value());
        } else {
            SnapshotPinning.pin(request, snapshot);
            chain.doFilter(new Below(request, asked.group(1)), new Private(response));
        }
    }

    /** Whether the first step of a path, however it is written, leads to no door for readers. */
    private static boolean isInner(@Nullable String path) {
        return path != null
                && PathContainer.parsePath(path).elements().stream()
                        .filter(PathContainer.PathSegment.class::isInstance)
                        .map(step -> ((PathContainer.PathSegment) step).valueToMatch())
                        .filter(step -> !step.isEmpty())
                        .findFirst()
                        .filter(INNER::contains)
                        .isPresent();
    }

    /** A request for which the program begins further down. */
    private static final class Below extends HttpServletRequestWrapper {

        private final String prefix;

        Below(HttpServletRequest request, String prefix) {
            super(request);
            this.prefix = prefix;
        }

        @Override
        public String getContextPath() {
            return super.getContextPath() + prefix;
        }

        @Override
        public String getServletPath() {
            return super.getServletPath().substring(prefix.length());
        }
    }

    /** An answer that no cache keeps, whatever the door says. */
    private static final class Private extends HttpServletResponseWrapper {

        Private(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void setHeader(String name, String value) {
            if (!HttpHeaders.CACHE_CONTROL.equalsIgnoreCase(name)) {
                super.setHeader(name, value);
            }
        }

        @Override
        public void addHeader(String name, String value) {
            if (!HttpHeaders.CACHE_CONTROL.equalsIgnoreCase(name)) {
                super.addHeader(name, value);
            }
        }
    }
}
