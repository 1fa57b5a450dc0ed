package org.socialobservatory.api.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.api.snapshot.SnapshotPinning;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * An answer made of a snapshot carries the weak tag {@code W/"<build>-<snapshot>-<lang>-<format>"}; who has it already
 * gets 304. An answer that has a tag of its own takes its snapshot from {@link SnapshotPinning#of} instead of as a
 * parameter, and is passed over here.
 */
@Component
public class EntityTags implements HandlerInterceptor {

    static final String VARY = "Accept, Accept-Language, Accept-Encoding, Cookie";

    private static final Pattern NOT_IN_A_NAME = Pattern.compile("[^a-z0-9-]");

    private static final Duration CHOICE_KEPT = Duration.ofDays(365);

    private final Build build;
    private final SnapshotPinning snapshots;

    EntityTags(Build build, SnapshotPinning snapshots) {
        this.build = build;
        this.snapshots = snapshots;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)) {
            return true;
        }
        response.setHeader(HttpHeaders.VARY, VARY);
        boolean page = isPage(method);
        if (page) {
            saveLanguage(request, response);
        }
        if (!readsSnapshot(method) || !isRead(request)) {
            return true;
        }
        // Revalidated at each use, so that a withdrawal reaches every cache.
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        return !new ServletWebRequest(request, response).checkNotModified(tag(request, page));
    }

    private String tag(HttpServletRequest request, boolean page) {
        return "W/\"" + build.id() + "-" + snapshots.of(request).fingerprint() + "-"
                + RequestLanguage.of(request).tag() + "-" + format(request, page) + "\"";
    }

    private static String format(HttpServletRequest request, boolean page) {
        var asked = RawQuery.last(request.getQueryString(), "f");
        if (asked != null) {
            // The tag's form permits less than an address does.
            return NOT_IN_A_NAME.matcher(asked.toLowerCase(Locale.ROOT)).replaceAll("");
        }
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept == null || accept.equals(MediaType.ALL_VALUE)) {
            return page ? "html" : "json";
        }
        var first = NOT_IN_A_NAME
                .matcher(accept.substring(accept.indexOf('/') + 1)
                        .split("[,;]", 2)[0]
                        .toLowerCase(Locale.ROOT))
                .replaceAll("-");
        // What is preferred after the first decides where that is not offered.
        return accept.contains(",") ? first + "-" + Integer.toHexString(accept.hashCode()) : first;
    }

    private static boolean isRead(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    private static boolean readsSnapshot(HandlerMethod method) {
        return takes(method, Snapshot.class) || takes(method, PageReader.class);
    }

    private static boolean takes(HandlerMethod method, Class<?> type) {
        return Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> type.isAssignableFrom(parameter.getParameterType()));
    }

    private static boolean isPage(HandlerMethod method) {
        return takes(method, PageReader.class);
    }

    /** A language chosen on a page stays chosen. */
    private static void saveLanguage(HttpServletRequest request, HttpServletResponse response) {
        RequestLanguage.chosen(request)
                .ifPresent(language -> response.addHeader(
                        HttpHeaders.SET_COOKIE,
                        ResponseCookie.from(RequestLanguage.NAME, language.tag())
                                .path("/")
                                .maxAge(CHOICE_KEPT)
                                .sameSite("Lax")
                                .httpOnly(true)
                                .build()
                                .toString()));
    }
}
