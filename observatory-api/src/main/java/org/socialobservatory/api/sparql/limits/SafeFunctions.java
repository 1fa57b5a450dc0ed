package org.socialobservatory.api.sparql.limits;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.sparql.function.Function;
import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.sparql.function.Offered;

/**
 * The functions that a query may call by IRI: casts, our own, and of XPath what is not in SPARQL already. Each is named: nothing
 * is loaded by name, so that no {@code java:} IRI and no script finds its way in, and nothing that a later engine adds.
 */
final class SafeFunctions extends FunctionRegistry {

    private static final String XPATH = "http://www.w3.org/2005/xpath-functions";
    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    private static final List<String> MATHEMATICS =
            List.of("acos", "asin", "atan", "atan2", "cos", "e", "exp", "log", "log10", "pi", "sin", "sqrt", "tan");
    private static final List<String> XPATH_FUNCTIONS = List.of(
            "abs",
            "boolean",
            "ceiling",
            "days-from-duration",
            "ends-with",
            "floor",
            "hours-from-duration",
            "minutes-from-duration",
            "months-from-duration",
            "normalize-space",
            "not",
            "seconds-from-duration",
            "starts-with",
            "string-length",
            "substring",
            "year-from-date",
            "month-from-date",
            "day-from-date",
            "years-from-duration");

    private final Map<String, FunctionFactory> functions = new HashMap<>();

    SafeFunctions() {
        var all = FunctionRegistry.standardRegistry();
        var named = Stream.concat(
                MATHEMATICS.stream().map(name -> XPATH + "/math#" + name),
                XPATH_FUNCTIONS.stream().map(name -> XPATH + "#" + name));
        var offered = Set.copyOf(named.toList());
        all.keys().forEachRemaining(iri -> {
            if (iri.startsWith(XSD) || offered.contains(iri)) {
                functions.put(iri, all.getFunctionFactory(iri));
            }
        });
        Offered.functions().forEach(this::offer);
        offer(XPATH + "/math#pow", Powers.Power::new);
        offer(XPATH + "/math#exp10", Powers.OfTen::new);
        offer(XPATH + "#round", Powers.Rounded::new);
    }

    private void offer(String iri, Supplier<Function> function) {
        functions.put(iri, _ -> function.get());
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
