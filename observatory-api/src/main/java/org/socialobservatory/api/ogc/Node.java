package org.socialobservatory.api.ogc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A part of a document as people read it: a name, and beside it a text, a link, something long that is folded away, or
 * further parts.
 */
public record Node(
        String name,
        @Nullable String text,
        @Nullable String href,
        @Nullable String folded,
        List<Node> children) {

    /** The members of a document. */
    static List<Node> of(Map<?, ?> document) {
        var nodes = new ArrayList<Node>();
        document.forEach((name, value) -> nodes.add(of(String.valueOf(name), value)));
        return nodes;
    }

    private static Node of(String name, @Nullable Object value) {
        return switch (value) {
            case null -> new Node(name, "—", null, null, List.of());
            case Map<?, ?> link
            when link.get("href") instanceof String href ->
                new Node(String.valueOf(link.get("rel")), String.valueOf(link.get("title")), href, null, List.of());
            case Map<?, ?> members -> new Node(name, null, null, null, of(members));
            case Iterable<?> elements -> new Node(name, null, null, null, elements(elements));
            case Geometry geometry ->
                new Node(name, geometry.getGeometryType(), null, JsonTree.text(geometry), List.of());
            default -> {
                var text = value.toString();
                boolean address = text.startsWith("http://") || text.startsWith("https://");
                yield new Node(name, text, address ? text : null, null, List.of());
            }
        };
    }

    private static List<Node> elements(Iterable<?> elements) {
        var nodes = new ArrayList<Node>();
        for (Object element : elements) {
            var name = element instanceof Map<?, ?> members && members.get("id") instanceof String id
                    ? id
                    : Integer.toString(nodes.size() + 1);
            nodes.add(of(name, element));
        }
        return nodes;
    }
}
