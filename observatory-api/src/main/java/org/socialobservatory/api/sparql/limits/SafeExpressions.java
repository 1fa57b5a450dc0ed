package org.socialobservatory.api.sparql.limits;

import java.util.List;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.Transform;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.optimize.Optimize;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprNone;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.util.Context;

/**
 * Puts expressions that keep the limits in the place of ARQ's own, before anything of a query is evaluated: ARQ already
 * computes constant expressions while it optimises.
 */
final class SafeExpressions extends ExprTransformCopy {

    private final Deadline deadline;
    private final FunctionRegistry functions;

    private SafeExpressions(Deadline deadline, FunctionRegistry functions) {
        this.deadline = deadline;
        this.functions = functions;
    }

    static void useFor(Context context, Deadline deadline, FunctionRegistry functions) {
        var expressions = new SafeExpressions(deadline, functions);
        Transform operators = new TransformCopy();
        RewriteFactory factory = settings -> {
            var optimiser = Optimize.stdOptimizationFactory.create(settings);
            return op -> optimiser.rewrite(Transformer.transform(operators, expressions, op));
        };
        context.set(ARQConstants.sysOptimizerFactory, factory);
    }

    @Override
    public Expr transform(ExprFunctionN function, ExprList arguments) {
        return switch (function) {
            case E_Regex _ -> TimedPattern.regex(deadline, present(arguments));
            case E_StrReplace _ -> TimedPattern.replace(deadline, present(arguments));
            case E_StrConcat _ -> new Concat(arguments);
            case E_Function call
            when !functions.isRegistered(call.getFunctionIRI()) -> new Unknown(call.getFunctionIRI(), arguments);
            default -> super.transform(function, arguments);
        };
    }

    /** ARQ keeps an empty place for flags that are not given. */
    private static ExprList present(ExprList arguments) {
        var present = new ExprList();
        arguments.forEach(argument -> {
            if (argument != null && !(argument instanceof ExprNone)) {
                present.add(argument);
            }
        });
        return present;
    }

    private static final class Concat extends ExprFunctionN {

        Concat(ExprList arguments) {
            super("concat", arguments);
        }

        @Override
        public NodeValue eval(List<NodeValue> values) {
            var joined = new E_StrConcat(new ExprList()).eval(values);
            Texts.checkLength(joined.asUnquotedString());
            return joined;
        }

        @Override
        public Expr copy(ExprList arguments) {
            return new Concat(arguments);
        }
    }

    /** A function that is not offered: an error of the expression (SPARQL 1.1 Query §17.6), without a look anywhere. */
    private static final class Unknown extends ExprFunctionN {

        private final String iri;

        Unknown(String iri, ExprList arguments) {
            super("unknown", arguments);
            this.iri = iri;
        }

        @Override
        public NodeValue eval(List<NodeValue> values) {
            throw new ExprEvalException("No function " + iri);
        }

        @Override
        public Expr copy(ExprList arguments) {
            return new Unknown(iri, arguments);
        }
    }
}
