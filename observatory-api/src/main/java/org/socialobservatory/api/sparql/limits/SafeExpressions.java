package org.socialobservatory.api.sparql.limits;

import java.util.List;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.optimize.Optimize;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.expr.E_Add;
import org.apache.jena.sparql.expr.E_Divide;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_IRI;
import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrAfter;
import org.apache.jena.sparql.expr.E_StrBefore;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrContains;
import org.apache.jena.sparql.expr.E_StrDatatype;
import org.apache.jena.sparql.expr.E_StrEncodeForURI;
import org.apache.jena.sparql.expr.E_StrLowerCase;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.E_StrUpperCase;
import org.apache.jena.sparql.expr.E_Subtract;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprNone;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.graph.NodeTransformLib;
import org.apache.jena.sparql.util.Context;

/**
 * Puts expressions that keep the limits in the place of ARQ's own, before anything of a query is evaluated: ARQ already
 * computes constant expressions while it optimises.
 */
final class SafeExpressions extends ExprTransformCopy {

    private final Deadline deadline;
    private final MemoryBudget budget;
    private final FunctionRegistry functions;

    private SafeExpressions(Deadline deadline, MemoryBudget budget, FunctionRegistry functions) {
        this.deadline = deadline;
        this.budget = budget;
        this.functions = functions;
    }

    static void useFor(Context context, Deadline deadline, MemoryBudget budget, FunctionRegistry functions) {
        var expressions = new SafeExpressions(deadline, budget, functions);
        RewriteFactory factory = settings -> {
            var optimiser = Optimize.stdOptimizationFactory.create(settings);
            return op -> optimiser.rewrite(expressions.within(op));
        };
        context.set(ARQConstants.sysOptimizerFactory, factory);
    }

    private Op within(Op op) {
        return Transformer.transform(new Tables(), this, NodeTransformLib.transform(Bounds::constant, op));
    }

    /** What stands in {@code VALUES} are constants too. */
    private static final class Tables extends TransformCopy {

        @Override
        public Op transform(OpTable values) {
            values.getTable().rows().forEachRemaining(row -> row.forEach((_, node) -> Bounds.constant(node)));
            return super.transform(values);
        }
    }

    @Override
    public Expr transform(ExprFunction1 function, Expr argument) {
        return switch (function) {
            case E_StrEncodeForURI _, E_StrUpperCase _, E_StrLowerCase _ -> made(function.copy(argument));
            case E_IRI _ -> function.copy(new Checked(argument, SafeExpressions::shortIri));
            default -> super.transform(function, argument);
        };
    }

    @Override
    public Expr transform(ExprFunction2 function, Expr first, Expr second) {
        return switch (function) {
            case E_Multiply _, E_Divide _, E_Add _, E_Subtract _ -> made(function.copy(first, second));
            case E_StrContains _, E_StrBefore _, E_StrAfter _ -> new Search(function, first, second);
            case E_StrDatatype _ -> made(function.copy(new Checked(first, SafeExpressions::shortForm), second));
            default -> super.transform(function, first, second);
        };
    }

    @Override
    public Expr transform(ExprFunctionN function, ExprList arguments) {
        return switch (function) {
            case E_Regex _ -> TimedPattern.regex(deadline, present(arguments));
            case E_StrReplace _ -> made(TimedPattern.replace(deadline, present(arguments)));
            case E_StrConcat _ -> made(new Concat(arguments));
            case E_Function call -> call(call, arguments);
            default -> super.transform(function, arguments);
        };
    }

    private Expr call(E_Function call, ExprList arguments) {
        if (!functions.isRegistered(call.getFunctionIRI())) {
            return new Unknown(call.getFunctionIRI(), arguments);
        }
        var checked = new ExprList();
        arguments.forEach(argument -> checked.add(new Checked(argument, SafeExpressions::shortForm)));
        return made(call.copy(checked));
    }

    /** What a function makes: within bounds, and counted where it is long, for nobody knows who keeps it. */
    private Expr made(Expr function) {
        return new Checked(function, value -> {
            budget.make(Bounds.length(Bounds.check(value)));
            return value;
        });
    }

    private static NodeValue shortForm(NodeValue value) {
        if (value.isString()) {
            Bounds.checkText(value.getString(), Bounds.LONGEST_LEXICAL_FORM);
        }
        return value;
    }

    private static NodeValue shortIri(NodeValue value) {
        if (value.isString()) {
            Bounds.checkText(value.getString(), Bounds.LONGEST_IRI);
        }
        return value;
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

    /** A text sought in another one, where that can be done in time. */
    private static final class Search extends ExprFunction2 {

        private final ExprFunction2 search;

        Search(ExprFunction2 search, Expr text, Expr sought) {
            super(text, sought, "search");
            this.search = search;
        }

        @Override
        public NodeValue eval(NodeValue text, NodeValue sought) {
            Bounds.checkSearch(text, sought);
            return search.eval(text, sought);
        }

        @Override
        public Expr copy(Expr text, Expr sought) {
            return new Search(search, text, sought);
        }
    }

    private static final class Concat extends ExprFunctionN {

        Concat(ExprList arguments) {
            super("concat", arguments);
        }

        @Override
        public NodeValue eval(List<NodeValue> values) {
            long length = 0;
            for (NodeValue value : values) {
                length += Bounds.length(value);
            }
            if (length > Bounds.LONGEST_TEXT) {
                throw new ExprEvalException("The text is longer than " + Bounds.LONGEST_TEXT + " characters");
            }
            return new E_StrConcat(new ExprList()).eval(values);
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
