package org.socialobservatory.api.sparql.limits;

import java.util.List;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.XSDFuncOp;
import org.apache.jena.sparql.function.FunctionBase;
import org.apache.jena.sparql.function.FunctionBase1;
import org.apache.jena.sparql.function.FunctionBase2;
import org.apache.jena.sparql.function.library.FN_Round;
import org.apache.jena.sparql.function.library.Math_exp10;
import org.apache.jena.sparql.function.library.Math_pow;

/** Functions of XPath that raise a number to the power of another one: ten to the twenty millionth takes minutes. */
final class Powers {

    /** Of an exponent and of the digits to round to; doubles end at 10³⁰⁸. */
    private static final int LARGEST = 400;

    private Powers() {}

    private static void checkExponent(NodeValue exponent) {
        if (exponent.isNumber() && Math.abs(exponent.getDouble()) > LARGEST) {
            throw new ExprEvalException("The exponent is beyond reason");
        }
    }

    /** {@code math:pow}. */
    static final class Power extends FunctionBase2 {
        @Override
        public NodeValue exec(NodeValue base, NodeValue exponent) {
            checkExponent(exponent);
            return new Math_pow().exec(base, exponent);
        }
    }

    /** {@code math:exp10}. */
    static final class OfTen extends FunctionBase1 {
        @Override
        public NodeValue exec(NodeValue exponent) {
            checkExponent(exponent);
            return new Math_exp10().exec(exponent);
        }
    }

    /** {@code fn:round}, to whole numbers or to a number of digits. */
    static final class Rounded extends FunctionBase {

        @Override
        public NodeValue exec(List<NodeValue> arguments) {
            if (arguments.size() == 1) {
                return XSDFuncOp.round(arguments.getFirst());
            }
            checkExponent(arguments.get(1));
            return new FN_Round().exec(arguments);
        }

        @Override
        public void checkBuild(String iri, org.apache.jena.sparql.expr.ExprList arguments) {
            new FN_Round().checkBuild(iri, arguments);
        }
    }
}
