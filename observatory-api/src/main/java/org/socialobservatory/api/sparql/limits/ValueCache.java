package org.socialobservatory.api.sparql.limits;

import java.lang.invoke.MethodHandles;
import java.util.Collections;
import java.util.Iterator;
import java.util.function.Function;
import org.apache.jena.atlas.lib.Cache;
import org.apache.jena.atlas.lib.CacheFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * In the place of ARQ's cache of values. That one keeps the last ten thousand whatever their length, of all queries, and
 * makes each under a lock: a text of megabytes would stay for good, and a number that takes minutes to read would keep
 * every other query from reading its own.
 */
final class ValueCache implements Cache<Node, NodeValue> {

    private static final int VALUES = 10_000;
    /** In characters; names and numbers are shorter. */
    private static final int LONGEST = 200;

    private final Cache<Node, NodeValue> values = CacheFactory.createCache(VALUES);

    /** Takes the place; ARQ has no other door for it. */
    static void install() {
        try {
            MethodHandles.privateLookupIn(NodeValue.class, MethodHandles.lookup())
                    .findStaticVarHandle(NodeValue.class, "nodeValueCache", Cache.class)
                    .set((Cache<Node, NodeValue>) new ValueCache());
        } catch (ReflectiveOperationException otherEngine) {
            throw new IllegalStateException("This version of ARQ keeps its values elsewhere", otherEngine);
        }
    }

    private static boolean isShort(Node node) {
        return !node.isLiteral() || node.getLiteralLexicalForm().length() <= LONGEST;
    }

    @Override
    public NodeValue get(Node node, Function<Node, NodeValue> reading) {
        if (!isShort(node)) {
            return reading.apply(node);
        }
        var known = values.getIfPresent(node);
        if (known == null) {
            known = reading.apply(node);
            values.put(node, known);
        }
        return known;
    }

    @Override
    public void put(Node node, NodeValue value) {
        if (isShort(node)) {
            values.put(node, value);
        }
    }

    @Override
    public boolean containsKey(Node node) {
        return values.containsKey(node);
    }

    @Override
    @SuppressWarnings("NullAway") // as the interface has it: null where there is none
    public NodeValue getIfPresent(Node node) {
        return values.getIfPresent(node);
    }

    @Override
    public void remove(Node node) {
        values.remove(node);
    }

    @Override
    public Iterator<Node> keys() {
        return values.isEmpty() ? Collections.emptyIterator() : values.keys();
    }

    @Override
    public boolean isEmpty() {
        return values.isEmpty();
    }

    @Override
    public void clear() {
        values.clear();
    }

    @Override
    public long size() {
        return values.size();
    }
}
