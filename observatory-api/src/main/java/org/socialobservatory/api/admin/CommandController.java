package org.socialobservatory.api.admin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.problem.ApiProblem;
import org.socialobservatory.api.problem.ProblemRule;
import org.socialobservatory.ingest.cli.Commands;
import org.socialobservatory.ingest.cli.Exit;
import org.socialobservatory.ingest.cli.ServerBeside;
import org.socialobservatory.ingest.publish.Installation;
import org.socialobservatory.ingest.publish.RunningServer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The door for commands that are given beside the running server, for processes of this machine that can read its
 * {@code server.json}.
 */
@RestController
class CommandController {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Bytes; more than any command line takes. */
    private static final int LONGEST_ORDER = 4 << 20;

    private static final String BEARER = "Bearer ";
    private static final List<String> FORWARDED = List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "Via");

    private final ObjectProvider<Installation> installation;
    private final Announcement announcement;
    private final SnapshotReaders readers;
    /** Commands are carried out one after the other. */
    private final ReentrantLock turn = new ReentrantLock(true);

    private final Map<UUID, StreamedConsole> waiting = new ConcurrentHashMap<>();

    CommandController(ObjectProvider<Installation> installation, Announcement announcement, SnapshotReaders readers) {
        this.installation = installation;
        this.announcement = announcement;
        this.readers = readers;
    }

    @PostMapping("/admin/command")
    void carryOut(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var order = read(request, ServerBeside.Order.class);
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        var console = new StreamedConsole(response.getOutputStream());
        turn.lock();
        try {
            waiting.put(order.id(), console);
            console.end(run(order, console));
        } finally {
            waiting.remove(order.id());
            turn.unlock();
        }
    }

    private int run(ServerBeside.Order order, StreamedConsole console) {
        if (order.arguments().equals(List.of(ServerBeside.RELOAD))) {
            readers.reload();
            return Exit.DONE;
        }
        var workplace = new ServedWorkplace(installation.getObject(), readers, order, console);
        return new Commands(workplace, "", List.of()).run(order.arguments().toArray(String[]::new));
    }

    @PostMapping("/admin/answer")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var answer = read(request, ServerBeside.Answer.class);
        var console = waiting.get(answer.id());
        if (console == null || !console.answer(Optional.ofNullable(answer.yes()))) {
            throw nothingHere();
        }
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    /** What was sent, of which nothing is read before it is known who sent it. */
    private <T> T read(HttpServletRequest request, Class<T> type) throws IOException {
        refuseStrangers(request);
        try {
            return JSON.readValue(request.getInputStream().readNBytes(LONGEST_ORDER), type);
        } catch (JacksonException malformed) {
            throw new ApiProblem.Refused(ProblemRule.MALFORMED_REQUEST);
        }
    }

    /** To other machines, the door is not there; to who lacks the token, it is closed. */
    private void refuseStrangers(HttpServletRequest request) {
        var server = announcement.server().orElseThrow(CommandController::nothingHere);
        if (!isLoopback(request)) {
            throw nothingHere();
        }
        if (!isAuthorized(server, request.getHeader(HttpHeaders.AUTHORIZATION))) {
            throw new ApiProblem.Refused(ProblemRule.UNAUTHORIZED);
        }
    }

    private static ApiProblem nothingHere() {
        return new ApiProblem.NotFound(ProblemRule.NO_SUCH_PAGE, "/admin", List.of());
    }

    /** A proxy on this machine speaks for others. */
    private static boolean isLoopback(HttpServletRequest request) {
        if (FORWARDED.stream().anyMatch(header -> request.getHeader(header) != null)) {
            return false;
        }
        return InetAddress.ofLiteral(request.getRemoteAddr()).isLoopbackAddress();
    }

    private static boolean isAuthorized(RunningServer server, @Nullable String header) {
        return header != null
                && header.startsWith(BEARER)
                && server.accepts(header.substring(BEARER.length()).strip());
    }
}
