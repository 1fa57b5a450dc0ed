package org.socialobservatory.api.problem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.socialobservatory.ontology.Language;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers requests that are too broken to reach any door, such as those with an address that cannot be decoded: the
 * server's own page would name its version.
 */
public class ProblemValve extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemValve.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var language = Language.of(request.getLocale().toLanguageTag()).orElse(Language.FR);
        var document = ProblemDocument.of(ForeignFailures.ofStatus(status, request), language, null);
        try {
            response.setStatus(document.status());
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            var writer = response.getReporter();
            if (writer != null) {
                writer.write(JSON.writeValueAsString(document));
                response.finishResponse();
            }
        } catch (IOException readerGone) {
            LOG.debug("The reader left before the problem was told", readerGone);
        }
    }
}
