package org.socialobservatory.api.sparql.limits;

import java.util.Iterator;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.jena.sparql.pfunction.PropertyFunction;
import org.apache.jena.sparql.pfunction.PropertyFunctionFactory;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.sparql.function.Offered;

/** The properties that are computed for a query. Nothing is loaded by name, {@code java:} IRIs least of all. */
final class SafeProperties extends PropertyFunctionRegistry {

    private final Map<String, Supplier<PropertyFunction>> offered = Offered.properties();

    @Override
    public boolean manages(String iri) {
        return offered.containsKey(iri);
    }

    @Override
    public boolean isRegistered(String iri) {
        return offered.containsKey(iri);
    }

    @Override
    public @Nullable PropertyFunctionFactory get(String iri) {
        var property = offered.get(iri);
        return property == null ? null : _ -> property.get();
    }

    @Override
    public Iterator<String> keys() {
        return offered.keySet().iterator();
    }
}
