package org.socialobservatory.api.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.problem.ApiProblem.BadParameter;
import org.socialobservatory.api.problem.ApiProblem.NotFound;
import org.socialobservatory.api.problem.ApiProblem.Refused;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** What the failures of Spring and Tomcat mean to a reader. */
final class ForeignFailures {

    private ForeignFailures() {}

    static ApiProblem problem(Throwable failure, HttpServletRequest request) {
        return switch (failure) {
            case ApiProblem problem -> problem;
            case NoResourceFoundException _ -> noSuchPage(request);
            case HttpRequestMethodNotSupportedException method ->
                new Refused(ProblemRule.METHOD_NOT_ALLOWED, method.getMethod(), listed(method.getSupportedMethods()));
            case HttpMediaTypeNotSupportedException type ->
                new Refused(
                        ProblemRule.UNSUPPORTED_MEDIA_TYPE,
                        Objects.toString(type.getContentType(), ""),
                        listed(type.getSupportedMediaTypes()));
            case HttpMediaTypeNotAcceptableException type ->
                new Refused(ProblemRule.NOT_ACCEPTABLE, null, listed(type.getSupportedMediaTypes()));
            case MissingServletRequestParameterException missing ->
                new BadParameter(ProblemRule.MISSING_PARAMETER, missing.getParameterName(), null, List.of());
            case TypeMismatchException mismatch ->
                new BadParameter(
                        ProblemRule.MALFORMED_VALUE,
                        Objects.requireNonNullElse(mismatch.getPropertyName(), ""),
                        Objects.toString(mismatch.getValue(), ""),
                        List.of());
            case MissingRequestValueException _, HttpMessageNotReadableException _, InvalidParameterException _ ->
                new Refused(ProblemRule.MALFORMED_REQUEST);
            case ErrorResponse known -> ofStatus(known.getStatusCode().value(), request);
            default -> failure.getCause() instanceof ApiProblem problem ? problem : new Refused(ProblemRule.UNEXPECTED);
        };
    }

    /** What a bare status says, for answers that come without an exception. */
    static ApiProblem ofStatus(int status, HttpServletRequest request) {
        return switch (status) {
            case 403 -> new Refused(ProblemRule.FORBIDDEN);
            case 404 -> noSuchPage(request);
            case 405 -> new Refused(ProblemRule.METHOD_NOT_ALLOWED, request.getMethod(), List.of());
            case 406 -> new Refused(ProblemRule.NOT_ACCEPTABLE);
            case 413 -> new Refused(ProblemRule.TOO_LARGE);
            case 414 -> new Refused(ProblemRule.ADDRESS_TOO_LONG);
            case 415 -> new Refused(ProblemRule.UNSUPPORTED_MEDIA_TYPE);
            case 416 -> new Refused(ProblemRule.RANGE_NOT_SATISFIABLE);
            // A coding or version of HTTP that the server does not know (RFC 9110 §15.6.2, §15.6.6): the reader's
            // doing.
            case 501, 505 -> new Refused(ProblemRule.MALFORMED_REQUEST);
            case 503 -> new Refused(ProblemRule.UNAVAILABLE);
            default -> new Refused(status < 500 ? ProblemRule.MALFORMED_REQUEST : ProblemRule.UNEXPECTED);
        };
    }

    /** Headers that belong to a failure, such as {@code Allow}. */
    static Map<String, String> headers(Throwable failure) {
        return failure instanceof HttpRequestMethodNotSupportedException method && method.getSupportedMethods() != null
                ? Map.of(HttpHeaders.ALLOW, String.join(", ", method.getSupportedMethods()))
                : Map.of();
    }

    static NotFound noSuchPage(HttpServletRequest request) {
        var asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return new NotFound(
                ProblemRule.NO_SUCH_PAGE, asked instanceof String uri ? uri : request.getRequestURI(), List.of());
    }

    private static List<String> listed(String @Nullable [] names) {
        return names == null ? List.of() : List.of(names);
    }

    private static List<String> listed(List<MediaType> types) {
        return types.stream().map(MediaType::toString).toList();
    }
}
