package org.socialobservatory.api.ogc.cql2;

import java.util.ArrayDeque;
import java.util.function.Supplier;

/** How deep the parts of a filter lie in one another; a filter that needs more than people write is refused. */
final class Depth {

    /** Each level takes about ten frames of the stack; some thousands of them are safe on any thread. */
    static final int DEEPEST = 100;

    private int depth;

    <T> T within(Supplier<T> part) {
        if (++depth > DEEPEST) {
            throw BadFilter.tooDeep(DEEPEST);
        }
        var read = part.get();
        depth--;
        return read;
    }

    private record Part(Expression expression, int depth) {}

    /** That a filter can be walked through; a sum of a thousand terms is as deep as it is long. */
    static void require(Expression filter) {
        var parts = new ArrayDeque<Part>();
        parts.push(new Part(filter, 0));
        while (!parts.isEmpty()) {
            var part = parts.pop();
            if (part.depth() > DEEPEST) {
                throw BadFilter.tooDeep(DEEPEST);
            }
            part.expression().parts().forEach(inner -> parts.push(new Part(inner, part.depth() + 1)));
        }
    }
}
