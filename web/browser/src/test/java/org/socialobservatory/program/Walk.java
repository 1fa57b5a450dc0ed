package org.socialobservatory.program;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** Goes from door to door of a server: the given addresses first, then every address of the server that they name. */
final class Walk {

    /** More than a small installation has; a walk that does not end is a fault. */
    private static final int LONGEST = 5000;

    private static final Pattern LINK =
            Pattern.compile("(?:href|src|action)=\"([^\"#]*)|\"(?:href|url|next|iri)\"\\s*:\\s*\"([^\"#]*)");

    private final BuiltServer server;
    private final Deque<String> ahead = new ArrayDeque<>();
    private final Set<String> known = new LinkedHashSet<>();
    private final Map<String, Integer> statuses = new LinkedHashMap<>();

    Walk(BuiltServer server) {
        this.server = server;
    }

    Walk from(List<String> addresses) {
        addresses.forEach(this::enqueue);
        return this;
    }

    /** Walks to the end and shows each answer with its address. */
    Map<String, Integer> show(BiConsumer<String, HttpResponse<String>> reader)
            throws IOException, InterruptedException {
        while (!ahead.isEmpty()) {
            var address = ahead.remove();
            var answer = server.answer(address);
            statuses.put(address, answer.statusCode());
            reader.accept(address, answer);
            var links = LINK.matcher(answer.body());
            while (links.find()) {
                var link = links.group(1) == null ? links.group(2) : links.group(1);
                follow(answer, link.replace("&amp;", "&").replace("\\/", "/"));
            }
        }
        return statuses;
    }

    /** A sheet is read as the page that it is; a browser prints just that, and takes its time. */
    private static boolean isPrinted(String link) {
        return link.contains("/sheet.pdf");
    }

    private void follow(HttpResponse<String> answer, String link) {
        if (link.isBlank() || link.contains("{") || link.contains("/webjars/") || isPrinted(link)) {
            return;
        }
        try {
            var target = answer.uri().resolve(link.replace(" ", "%20"));
            if ("http".equals(target.getScheme()) && target.getRawAuthority().equals(server.authority())) {
                enqueue(target.getRawPath() + (target.getRawQuery() == null ? "" : "?" + target.getRawQuery()));
            }
        } catch (IllegalArgumentException notAnAddress) {
            throw new AssertionError(answer.uri() + " names " + link, notAnAddress);
        }
    }

    private void enqueue(String address) {
        if (known.add(address)) {
            if (known.size() > LONGEST) {
                throw new AssertionError("The walk does not end: " + address);
            }
            ahead.add(address);
        }
    }
}
