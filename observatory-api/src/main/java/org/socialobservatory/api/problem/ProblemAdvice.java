package org.socialobservatory.api.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.socialobservatory.ontology.Language;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.DisconnectedClientHelper;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one funnel from a failure to its answer: {@code application/problem+json}, or a page for who asks for HTML. What
 * is our fault is logged once, and the reader gets the id of that record and nothing else of it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class ProblemAdvice implements HandlerExceptionResolver {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final Pattern ASKS_FOR_JSON = Pattern.compile("(?:^|.*&)f=json(?:&.*|$)");
    private static final String PAGE_TRIED = ProblemAdvice.class.getName() + ".page";

    private final JsonMapper json;

    ProblemAdvice(JsonMapper json) {
        this.json = json;
    }

    /** Answers, unless the answer has begun: then the failure rises and the connection is cut. */
    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            return new ModelAndView();
        }
        if (response.isCommitted()) {
            return null;
        }
        ForeignFailures.headers(failure).forEach(response::setHeader);
        return answer(request, response, ForeignFailures.problem(failure, request), failure);
    }

    /** Answers a problem that no exception brought here. */
    ModelAndView answer(
            HttpServletRequest request, HttpServletResponse response, ApiProblem problem, Throwable failure) {
        var id = problem.rule() == ProblemRule.UNEXPECTED ? logged(request, failure) : null;
        var language = Language.of(RequestContextUtils.getLocale(request).toLanguageTag())
                .orElse(Language.FR);
        var document = ProblemDocument.of(problem, language, id);
        response.resetBuffer();
        response.setStatus(document.status());
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.ETAG, null);
        if (document.status() == 503 || document.status() == 429) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "5");
        }
        return wantsPage(request) ? page(request, document) : written(response, document);
    }

    private static String logged(HttpServletRequest request, Throwable failure) {
        var id = UUID.randomUUID().toString();
        LOG.error("Unexpected problem {} at {} {}", id, request.getMethod(), request.getRequestURI(), failure);
        return id;
    }

    private static ModelAndView page(HttpServletRequest request, ProblemDocument document) {
        request.setAttribute(PAGE_TRIED, true);
        return new ModelAndView("problem", Map.of("problem", document), HttpStatusCode.valueOf(document.status()));
    }

    private ModelAndView written(HttpServletResponse response, ProblemDocument document) {
        try {
            var body = json.writeValueAsBytes(document);
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        } catch (IOException readerGone) {
            LOG.debug("The reader left before the problem was told", readerGone);
        }
        return new ModelAndView();
    }

    /** A browser that opens an address; a page that could not be made is not tried again. */
    private static boolean wantsPage(HttpServletRequest request) {
        var query = request.getQueryString();
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept == null
                || request.getAttribute(PAGE_TRIED) != null
                || (query != null && ASKS_FOR_JSON.matcher(query).matches())) {
            return false;
        }
        try {
            double page = 0;
            double data = 0;
            for (var type : MediaType.parseMediaTypes(accept)) {
                if (type.equalsTypeAndSubtype(MediaType.TEXT_HTML)) {
                    page = Math.max(page, type.getQualityValue());
                } else if (type.getSubtype().endsWith("json")) {
                    data = Math.max(data, type.getQualityValue());
                }
            }
            return page > 0 && page >= data;
        } catch (InvalidMediaTypeException nothingKnown) {
            return false;
        }
    }
}
