package org.socialobservatory.api.sparql;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.problem.ApiProblem.Refused;
import org.socialobservatory.api.problem.ProblemRule;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.api.sparql.limits.Deadline;
import org.socialobservatory.api.sparql.limits.MemoryPool;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers a question for a page: the first rows, under the same limits as every query at the endpoint. */
@Component
public class FirstRows {

    private static final String ACCEPT = "application/sparql-results+json, text/turtle;q=0.9";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SparqlSettings settings;
    private final QueryRuns runs;
    private final MemoryPool memory;

    FirstRows(SparqlSettings settings, QueryRuns runs, MemoryPool memory) {
        this.settings = settings;
        this.runs = runs;
        this.memory = memory;
    }

    /** What comes of a question. */
    public sealed interface Answer {

        /**
         * A table.
         *
         * @param truncated whether there are further rows
         */
        record Table(List<String> columns, List<List<@Nullable Term>> rows, boolean truncated) implements Answer {}

        /** Yes or no. */
        record Truth(boolean yes) implements Answer {}

        /** A graph, in Turtle. */
        record Graph(String turtle) implements Answer {}
    }

    /**
     * A term of a row.
     *
     * @param iri whether the text is one
     * @param language of the text, where it says so
     */
    public record Term(String text, boolean iri, @Nullable String language) {}

    /**
     * Asks.
     *
     * @param most rows or triples
     * @throws org.socialobservatory.api.problem.ApiProblem where the question is refused or costs too much
     */
    public Answer of(Snapshot snapshot, String query, int most) {
        if (query.getBytes(StandardCharsets.UTF_8).length > settings.queryBytes()) {
            throw new Refused(ProblemRule.ADDRESS_TOO_LONG);
        }
        var answer = new QueryAnswer(
                new ProtocolRequest(
                        Optional.of(query), List.of(), List.of(), Optional.empty(), Optional.empty(), true, false),
                query,
                snapshot.iris().base() + "/sparql",
                snapshot,
                ACCEPT,
                false,
                Math.min(most, settings.rows()),
                settings.resultBytes(),
                memory);
        var deadline = Deadline.in(settings.timeout());
        try (var run = runs.start(answer, deadline, client())) {
            return read(run, deadline);
        } catch (InterruptedException shutdown) {
            Thread.currentThread().interrupt();
            throw new Refused(ProblemRule.UNAVAILABLE);
        }
    }

    private static String client() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? request.getRequest().getRemoteAddr()
                : "";
    }

    private static Answer read(QueryRun run, Deadline deadline) throws InterruptedException {
        var type = "";
        var body = new ByteArrayOutputStream();
        while (true) {
            switch (run.next()) {
                case Pipe.Arrival.Begun(String contentType) -> type = contentType;
                case Pipe.Arrival.Chunk(byte[] bytes) -> body.writeBytes(bytes);
                case Pipe.Arrival.Failed(Throwable reason) -> throw QueryFailure.problem(reason, deadline);
                case Pipe.Arrival.Ended() -> {
                    return type.startsWith("text/turtle")
                            ? new Answer.Graph(body.toString(StandardCharsets.UTF_8))
                            : results(JSON.readTree(body.toByteArray()));
                }
            }
        }
    }

    private static Answer results(JsonNode answer) {
        if (answer.has("boolean")) {
            return new Answer.Truth(answer.get("boolean").booleanValue());
        }
        var columns = new ArrayList<String>();
        answer.at("/head/vars").forEach(variable -> columns.add(variable.asString()));
        var rows = new ArrayList<List<@Nullable Term>>();
        for (var binding : answer.at("/results/bindings")) {
            var row = new ArrayList<@Nullable Term>();
            columns.forEach(column -> row.add(term(binding.path(column))));
            rows.add(row);
        }
        return new Answer.Table(columns, rows, answer.path("truncated").asBoolean(false));
    }

    private static @Nullable Term term(JsonNode said) {
        return said.isMissingNode()
                ? null
                : new Term(
                        said.get("value").asString(),
                        said.get("type").asString().equals("uri"),
                        said.has("xml:lang") ? said.get("xml:lang").asString() : null);
    }
}
