package org.socialobservatory.api.sparql.limits;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.sparql.function.Function;
import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.jspecify.annotations.Nullable;

/**
 * The functions that a query may call by IRI: casts and the mathematics of XPath. Nothing is loaded by name, so that no
 * {@code java:} IRI and no script finds its way in, and none that runs a regular expression without the deadline.
 */
final class SafeFunctions extends FunctionRegistry {

    private static final String XPATH = "http://www.w3.org/2005/xpath-functions";
    private static final List<String> OFFERED =
            List.of("http://www.w3.org/2001/XMLSchema#", XPATH + "/math#", XPATH + "#", "http://www.w3.org/ns/sparql#");
    private static final Set<String> REFUSED = Set.of(
            XPATH + "#apply",
            XPATH + "#collation-key",
            XPATH + "#concat",
            XPATH + "#error",
            XPATH + "#matches",
            XPATH + "#replace",
            "http://www.w3.org/ns/sparql#concat",
            "http://www.w3.org/ns/sparql#regex",
            "http://www.w3.org/ns/sparql#replace");

    private final Map<String, FunctionFactory> functions = new HashMap<>();

    SafeFunctions() {
        var all = FunctionRegistry.standardRegistry();
        all.keys().forEachRemaining(iri -> {
            if (OFFERED.stream().anyMatch(iri::startsWith) && !REFUSED.contains(iri)) {
                functions.put(iri, all.getFunctionFactory(iri));
            }
        });
    }

    @Override
    public @Nullable FunctionFactory getFunctionFactory(String iri) {
        return functions.get(iri);
    }

    @Override
    public @Nullable Function getFunction(String iri) {
        var factory = functions.get(iri);
        return factory == null ? null : factory.create(iri);
    }

    @Override
    public boolean isRegistered(String iri) {
        return functions.containsKey(iri);
    }

    @Override
    public Iterator<String> keys() {
        return Set.copyOf(functions.keySet()).iterator();
    }
}
