package org.socialobservatory.api.browser;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The two ends of a browser's pipe: orders in, answers and events out, each a JSON text that a NUL ends (Chrome DevTools
 * Protocol). Any thread may ask.
 */
final class Pipe {

    private static final Logger LOG = LoggerFactory.getLogger(Pipe.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** An event that somebody waits for. */
    private record Awaited(String event, String session, Predicate<JsonNode> wanted, CompletableFuture<JsonNode> come) {
        boolean is(JsonNode said) {
            return event.equals(said.path("method").asString(""))
                    && session.equals(said.path("sessionId").asString(""))
                    && wanted.test(said.path("params"));
        }
    }

    private final OutputStream orders;
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final List<Awaited> awaited = new CopyOnWriteArrayList<>();
    private volatile boolean broken;

    Pipe(Process browser) {
        this.orders = browser.getOutputStream();
        Thread.ofPlatform().daemon().name("browser-answers").start(() -> listen(browser.getInputStream()));
    }

    JsonNode ask(String method, Map<String, Object> parameters) throws IOException, InterruptedException {
        return ask(method, parameters, null);
    }

    /** @throws IOException where the browser refuses, is gone, or does not answer in time */
    JsonNode ask(String method, Map<String, Object> parameters, @Nullable String session)
            throws IOException, InterruptedException {
        int number = numbers.incrementAndGet();
        var order = JSON.createObjectNode().put("id", number).put("method", method);
        order.set("params", JSON.valueToTree(parameters));
        if (session != null) {
            order.put("sessionId", session);
        }
        var reply = new CompletableFuture<JsonNode>();
        asked.put(number, reply);
        send(order.toString());
        if (broken) {
            breakOff();
        }
        var said = get(reply);
        if (said.has("error")) {
            throw new IOException(method + ": " + said.get("error"));
        }
        return said.get("result");
    }

    /** The next event of its kind; to be asked for before what causes it. */
    CompletableFuture<JsonNode> await(String event, String session, Predicate<JsonNode> wanted) {
        var come = new CompletableFuture<JsonNode>();
        awaited.add(new Awaited(event, session, wanted, come));
        return come;
    }

    static JsonNode get(CompletableFuture<JsonNode> reply) throws IOException, InterruptedException {
        try {
            return reply.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IOException("The browser did not answer", failed);
        }
    }

    private synchronized void send(String order) throws IOException {
        orders.write(order.getBytes(StandardCharsets.UTF_8));
        orders.write(0);
        orders.flush();
    }

    private void listen(InputStream answers) {
        var text = new ByteArrayOutputStream();
        var block = new byte[1 << 16];
        try (answers) {
            int length;
            while ((length = answers.read(block)) >= 0) {
                int begin = 0;
                for (int at = 0; at < length; at++) {
                    if (block[at] == 0) {
                        text.write(block, begin, at - begin);
                        hear(JSON.readTree(text.toByteArray()));
                        text.reset();
                        begin = at + 1;
                    }
                }
                text.write(block, begin, length - begin);
            }
        } catch (IOException | JacksonException lost) {
            LOG.debug("The browser is gone", lost);
        } finally {
            broken = true;
            breakOff();
        }
    }

    private void hear(JsonNode said) {
        var reply = asked.remove(said.path("id").asInt(0));
        if (reply != null) {
            reply.complete(said);
        }
        var come = awaited.stream().filter(one -> one.is(said)).toList();
        awaited.removeAll(come);
        come.forEach(one -> one.come().complete(said.path("params")));
    }

    private void breakOff() {
        var gone = new IOException("The browser is gone");
        asked.values().forEach(reply -> reply.completeExceptionally(gone));
        awaited.forEach(one -> one.come().completeExceptionally(gone));
    }
}
