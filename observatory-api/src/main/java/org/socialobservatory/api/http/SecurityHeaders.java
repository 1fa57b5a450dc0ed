package org.socialobservatory.api.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.socialobservatory.api.snapshot.SnapshotPinning;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What a browser may do with an answer: run our scripts only, be framed by us only except under {@code /embed/}, be read
 * by every site except what is signed in or not published.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class SecurityHeaders extends OncePerRequestFilter {

    private static String policy(HttpServletRequest request, String framedBy) {
        return "default-src 'none'; script-src 'self' '"
                + ImportMap.below(request.getContextPath()).hash()
                + "'; style-src 'self' 'unsafe-inline'; img-src 'self' data:"
                + " https://tile.openstreetmap.org; connect-src 'self'; font-src 'self'; worker-src 'self';"
                + " media-src 'self' blob:; frame-ancestors "
                + framedBy;
    }

    /** What another filter refused is an answer too. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        response.setHeader("Content-Security-Policy", policy(request, path.startsWith("/embed/") ? "*" : "'self'"));
        response.setHeader("X-Content-Type-Options", "nosniff");
        // The background map asks its users to say where they come from.
        response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
        if (path.startsWith("/admin")
                || path.startsWith("/actuator")
                || path.startsWith("/api/meetings/")
                || SnapshotPinning.isPreview(request)) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        response.setHeader(
                HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS,
                "ETag, Link, Content-Crs, Content-Disposition, Observatory-Row-Limit");
        if (isPreflight(request)) {
            response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD, POST");
            response.setHeader(
                    HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS,
                    "Accept, Accept-Language, Content-Type, If-None-Match, Range");
            response.setHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "86400");
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean isPreflight(HttpServletRequest request) {
        return request.getMethod().equals("OPTIONS")
                && request.getHeader(HttpHeaders.ORIGIN) != null
                && request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD) != null;
    }
}
