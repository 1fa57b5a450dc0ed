package org.socialobservatory.api.sparql;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.http.FormBody;
import org.socialobservatory.api.http.PercentEncoding;
import org.socialobservatory.api.problem.ApiProblem.BadParameter;
import org.socialobservatory.api.problem.ApiProblem.Refused;
import org.socialobservatory.api.problem.ProblemRule;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * A request of the SPARQL 1.1 Protocol, §2.1, in any of its three ways.
 *
 * @param query its text; absent in a request for the service description
 * @param defaultGraphs IRIs of {@code default-graph-uri}
 * @param namedGraphs IRIs of {@code named-graph-uri}
 * @param timeout asked for, if any
 * @param form name of the form asked for, if any
 * @param partial whether the first rows of a longer answer will do
 * @param explain whether the reader wants to know how the query is answered, instead of the answer
 */
record ProtocolRequest(
        Optional<String> query,
        List<String> defaultGraphs,
        List<String> namedGraphs,
        Optional<Duration> timeout,
        Optional<String> form,
        boolean partial,
        boolean explain) {

    private static final MediaType FORM = MediaType.APPLICATION_FORM_URLENCODED;
    private static final MediaType QUERY = MediaType.parseMediaType("application/sparql-query");
    private static final MediaType UPDATE = MediaType.parseMediaType("application/sparql-update");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}(?:\\.[0-9]{0,9})?");
    private static final List<String> UPDATING = List.of("update", "using-graph-uri", "using-named-graph-uri");
    private static final List<String> NAMES_OF_FORM = List.of("output", "format", "f");
    /** A letter of a query may take nine in an address: three bytes, each as a percent sign and two digits. */
    private static final int LONGEST_LETTER = 9;

    /** @param longest of a query, in bytes */
    static ProtocolRequest of(HttpServletRequest request, int longest) throws IOException {
        var address = request.getQueryString();
        var parameters = new LinkedHashMap<String, List<String>>(
                FormBody.parameters(address == null ? new byte[0] : address.getBytes(StandardCharsets.ISO_8859_1)));
        boolean post = request.getMethod().equals("POST");
        if (post) {
            readBody(request, longest, parameters);
        }
        for (String updating : UPDATING) {
            if (parameters.containsKey(updating)) {
                throw new Refused(ProblemRule.UPDATE_REFUSED);
            }
        }
        var read = of(parameters);
        read.query.ifPresent(text -> {
            if (text.getBytes(StandardCharsets.UTF_8).length > longest) {
                throw new Refused(post ? ProblemRule.TOO_LARGE : ProblemRule.ADDRESS_TOO_LONG);
            }
        });
        return read;
    }

    private static void readBody(HttpServletRequest request, int longest, Map<String, List<String>> parameters)
            throws IOException {
        var type = contentType(request.getContentType());
        if (type.equalsTypeAndSubtype(QUERY)) {
            var text = PercentEncoding.utf8(body(request, longest));
            parameters.computeIfAbsent("query", _ -> new ArrayList<>()).add(text);
        } else if (type.equalsTypeAndSubtype(FORM)) {
            FormBody.parameters(body(request, longest * LONGEST_LETTER))
                    .forEach((name, values) -> parameters
                            .computeIfAbsent(name, _ -> new ArrayList<>())
                            .addAll(values));
        } else if (type.equalsTypeAndSubtype(UPDATE)) {
            throw new Refused(ProblemRule.UPDATE_REFUSED);
        } else {
            throw unsupported(type.toString());
        }
        if (type.getCharset() != null && !StandardCharsets.UTF_8.equals(type.getCharset())) {
            throw unsupported(type.toString());
        }
    }

    private static MediaType contentType(@Nullable String header) {
        if (header == null) {
            throw unsupported("");
        }
        try {
            return MediaType.parseMediaType(header);
        } catch (InvalidMediaTypeException malformed) {
            throw unsupported(header);
        }
    }

    private static Refused unsupported(String type) {
        return new Refused(ProblemRule.UNSUPPORTED_MEDIA_TYPE, type, List.of(FORM.toString(), QUERY.toString()));
    }

    private static byte[] body(HttpServletRequest request, int longest) throws IOException {
        var body = request.getInputStream().readNBytes(longest + 1);
        if (body.length > longest) {
            throw new Refused(ProblemRule.TOO_LARGE);
        }
        return body;
    }

    private static ProtocolRequest of(Map<String, List<String>> parameters) {
        return new ProtocolRequest(
                one(parameters, "query"),
                parameters.getOrDefault("default-graph-uri", List.of()),
                parameters.getOrDefault("named-graph-uri", List.of()),
                one(parameters, "timeout").map(ProtocolRequest::seconds),
                NAMES_OF_FORM.stream()
                        .flatMap(name -> one(parameters, name).stream())
                        .findFirst(),
                one(parameters, "partial").map(ProtocolRequest::isOk).orElse(false),
                one(parameters, "explain").map(ProtocolRequest::isTrue).orElse(false));
    }

    private static Optional<String> one(Map<String, List<String>> parameters, String name) {
        var values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw new BadParameter(ProblemRule.REPEATED_PARAMETER, name, null, List.of());
        }
        return values.stream().findFirst();
    }

    private static Duration seconds(String text) {
        if (!SECONDS.matcher(text).matches() || new BigDecimal(text).signum() == 0) {
            throw new BadParameter(ProblemRule.MALFORMED_VALUE, "timeout", text, List.of());
        }
        return Duration.ofNanos(new BigDecimal(text).movePointRight(9).longValue());
    }

    private static boolean isTrue(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new BadParameter(ProblemRule.MALFORMED_VALUE, "explain", text, List.of("true", "false"));
        }
        return text.equals("true");
    }

    private static boolean isOk(String text) {
        if (!text.equals("ok")) {
            throw new BadParameter(ProblemRule.MALFORMED_VALUE, "partial", text, List.of("ok"));
        }
        return true;
    }
}
