package org.socialobservatory.api.sparql.limits;

import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionEnv;

/** The value of an expression, looked at before anybody computes with it. */
final class Checked extends ExprFunction1 {

    /** Looks at a value: passes it on or throws. */
    @FunctionalInterface
    interface Look {
        NodeValue at(NodeValue value);
    }

    private final Look look;

    Checked(Expr expression, Look look) {
        super(expression, "checked");
        this.look = look;
    }

    /** A function that fails on odd arguments has an error there, as SPARQL has it; ARQ lets some of them through. */
    @Override
    protected NodeValue evalSpecial(Binding row, FunctionEnv environment) {
        NodeValue value;
        try {
            value = expr.eval(row, environment);
        } catch (ArithmeticException | IllegalArgumentException | IndexOutOfBoundsException odd) {
            throw new ExprEvalException("No value for these arguments", odd);
        }
        return look.at(value);
    }

    @Override
    public NodeValue eval(NodeValue value) {
        return look.at(value);
    }

    @Override
    public Expr copy(Expr expression) {
        return new Checked(expression, look);
    }
}
