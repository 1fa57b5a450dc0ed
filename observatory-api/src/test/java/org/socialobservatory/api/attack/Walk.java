package org.socialobservatory.api.attack;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.socialobservatory.api.Visitor;

/** All that a reader sees who follows every link. */
final class Walk {

    private static final Pattern LINK =
            Pattern.compile("(?:href|src|action|data-[a-z]+)=\"([^\"#]+)|\"(?:href|url|next)\"\\s*:\\s*\"([^\"#]+)");

    private Walk() {}

    /** Bodies by path; text files are among them. */
    static Map<String, String> from(Visitor visitor, int longest, String... seeds) {
        var seen = new LinkedHashMap<String, String>();
        var open = new ArrayDeque<>(List.of(seeds));
        var host = visitor.address("").toString();
        while (!open.isEmpty() && seen.size() < longest) {
            var path = open.remove();
            if (seen.containsKey(path)) {
                continue;
            }
            var answer = visitor.get(path, "Accept", "text/html,application/json;q=0.9,*/*;q=0.8");
            seen.put(path, answer.body());
            var links = LINK.matcher(answer.body());
            while (links.find()) {
                var link = (links.group(1) == null ? links.group(2) : links.group(1)).replace("&amp;", "&");
                resolve(visitor.address(path), link, host).ifPresent(open::add);
            }
        }
        return seen;
    }

    private static Optional<String> resolve(URI from, String link, String host) {
        try {
            var to = from.resolve(link).toString();
            return to.startsWith(host) && !to.contains("/webjars/") && !to.contains("lang=")
                    ? Optional.of(to.substring(host.length()))
                    : Optional.empty();
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
