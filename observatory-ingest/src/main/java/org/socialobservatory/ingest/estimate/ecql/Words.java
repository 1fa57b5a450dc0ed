package org.socialobservatory.ingest.estimate.ecql;

import java.util.List;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Function;
import org.geotools.filter.FilterFactoryImpl;
import org.geotools.filter.FunctionExpressionImpl;

/**
 * Makes the parts of a filter for the parser, functions by their name only: those of GeoTools, which read files and the
 * environment, are never looked up. (What a factory throws is lost in the parser; the translator refuses them.)
 */
@SuppressWarnings("overrides") // GeoTools leaves out some of the dots of its own interface.
final class Words extends FilterFactoryImpl {

    static final String INCLUDES = "includes";

    @Override
    public Function function(String name, Expression... arguments) {
        return new Named(name, List.of(arguments));
    }

    @Override
    public Function function(String name, Expression only) {
        return new Named(name, List.of(only));
    }

    @Override
    public Function function(String name, Expression first, Expression second) {
        return new Named(name, List.of(first, second));
    }

    private static final class Named extends FunctionExpressionImpl {
        Named(String name, List<Expression> arguments) {
            super(name);
            setParameters(arguments);
        }
    }
}
