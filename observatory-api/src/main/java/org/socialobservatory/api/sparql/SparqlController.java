package org.socialobservatory.api.sparql;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.socialobservatory.api.http.Links;
import org.socialobservatory.api.http.Negotiation;
import org.socialobservatory.api.problem.ApiProblem.BadParameter;
import org.socialobservatory.api.problem.ProblemRule;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.api.snapshot.SnapshotPinning;
import org.socialobservatory.api.snapshot.rdf.RdfForm;
import org.socialobservatory.api.sparql.limits.Deadline;
import org.socialobservatory.api.sparql.limits.MemoryPool;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** {@code /sparql}: the SPARQL 1.1 Protocol, for queries only. */
@Controller
class SparqlController {

    private static final String PAGE = "/query";

    private final SparqlSettings settings;
    private final QueryRuns runs;
    private final SnapshotPinning snapshots;
    private final MemoryPool memory;

    SparqlController(SparqlSettings settings, QueryRuns runs, SnapshotPinning snapshots, MemoryPool memory) {
        this.settings = settings;
        this.runs = runs;
        this.snapshots = snapshots;
        this.memory = memory;
    }

    @RequestMapping(
            path = "/sparql",
            method = {RequestMethod.GET, RequestMethod.HEAD, RequestMethod.POST})
    void sparql(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var asked = ProtocolRequest.of(request, settings.queryBytes());
        var snapshot = snapshots.of(request);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        if (asked.query().isEmpty()) {
            describe(asked, snapshot, request, response);
            return;
        }
        response.setHeader("Observatory-Row-Limit", Long.toString(settings.rows()));
        var answer = new QueryAnswer(
                asked,
                asked.query().get(),
                snapshot.iris().base() + "/sparql",
                snapshot,
                request.getHeader(HttpHeaders.ACCEPT),
                request.getMethod().equals("HEAD"),
                settings.rows(),
                settings.resultBytes(),
                memory);
        var deadline = Deadline.in(allowance(asked));
        try (var run = runs.start(answer, deadline, request.getRemoteAddr())) {
            transfer(run, deadline, request, response);
        } catch (InterruptedException shutdown) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private Duration allowance(ProtocolRequest asked) {
        return asked.timeout()
                .filter(wish -> wish.compareTo(settings.timeout()) < 0)
                .orElse(settings.timeout());
    }

    private static void transfer(
            QueryRun run, Deadline deadline, HttpServletRequest request, HttpServletResponse response)
            throws IOException, InterruptedException {
        while (true) {
            switch (run.next()) {
                case Pipe.Arrival.Begun(String contentType) -> {
                    response.setContentType(contentType);
                    response.flushBuffer();
                }
                case Pipe.Arrival.Chunk(byte[] bytes) ->
                    response.getOutputStream().write(bytes);
                case Pipe.Arrival.Failed(Throwable reason) -> {
                    if (response.isCommitted()) {
                        BrokenTransfer.of(request);
                        return;
                    }
                    throw QueryFailure.problem(reason, deadline);
                }
                case Pipe.Arrival.Ended() -> {
                    return;
                }
            }
        }
    }

    /** Without a query: what the service is, or for a browser the page on which queries are written. */
    private void describe(
            ProtocolRequest asked, Snapshot snapshot, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (request.getMethod().equals("POST") || !asked.defaultGraphs().isEmpty()) {
            throw new BadParameter(ProblemRule.MISSING_PARAMETER, "query", null, List.of());
        }
        var offered = new LinkedHashMap<MediaType, Optional<RdfForm>>();
        RdfForm.byMediaType().forEach((type, form) -> offered.put(type, Optional.of(form)));
        offered.put(MediaType.TEXT_HTML, Optional.empty());
        var wanted = asked.form()
                .map(RdfForm::of)
                .or(() -> Negotiation.best(request.getHeader(HttpHeaders.ACCEPT), offered))
                .orElseThrow(() -> new BadParameter(ProblemRule.MISSING_PARAMETER, "query", null, List.of()));
        if (wanted.isEmpty()) {
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(HttpHeaders.LOCATION, request.getContextPath() + PAGE);
            return;
        }
        response.setContentType(wanted.get().contentType());
        wanted.get().write(ServiceDescription.of(Links.self(request), snapshot), response.getOutputStream());
    }
}
