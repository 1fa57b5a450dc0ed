package org.socialobservatory.api.sparql.function;

import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.jena.query.QueryBuildException;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionBase;
import org.apache.jena.sparql.function.FunctionBase4;

/** The functions by which figures are compared with their errors, described at {@code /ns}. */
public final class Statistics {

    /** Of an error of the first kind, as on every page. */
    private static final double LEVEL = 0.05;

    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    private Statistics() {}

    private static double number(NodeValue value) {
        if (!value.isNumber() || !Double.isFinite(value.getDouble())) {
            throw new ExprEvalException("Not a number: " + value);
        }
        return value.getDouble();
    }

    /** {@code obs:overlaps(lower1, upper1, lower2, upper2)}: whether two intervals have a number in common. */
    public static final class Overlaps extends FunctionBase4 {
        @Override
        public NodeValue exec(NodeValue lower1, NodeValue upper1, NodeValue lower2, NodeValue upper2) {
            double from1 = number(lower1);
            double to1 = number(upper1);
            double from2 = number(lower2);
            double to2 = number(upper2);
            if (from1 > to1 || from2 > to2) {
                throw new ExprEvalException("An interval ends before it begins");
            }
            return NodeValue.makeBoolean(from1 <= to2 && from2 <= to1);
        }
    }

    /**
     * Whether two independent figures differ, two-sided at 5 %: by Student's t with the sum of their degrees of freedom,
     * or by the normal distribution where these are not given.
     */
    abstract static class Difference extends FunctionBase {

        /** What follows each value: its standard error, and its degrees of freedom where there are six arguments. */
        @Override
        public NodeValue exec(List<NodeValue> arguments) {
            int each = arguments.size() / 2;
            double difference = number(arguments.get(each)) - number(arguments.getFirst());
            double error = Math.hypot(error(arguments.get(1)), error(arguments.get(each + 1)));
            if (error == 0) {
                return NodeValue.makeBoolean(difference != 0);
            }
            double t = -Math.abs(difference / error);
            double below = each == 3
                    ? new TDistribution(null, degrees(arguments.get(2)) + degrees(arguments.get(5)))
                            .cumulativeProbability(t)
                    : NORMAL.cumulativeProbability(t);
            return NodeValue.makeBoolean(2 * below < LEVEL);
        }

        private static double error(NodeValue value) {
            double error = number(value);
            if (error < 0) {
                throw new ExprEvalException("A standard error is not negative");
            }
            return error;
        }

        private static double degrees(NodeValue value) {
            double degrees = number(value);
            if (degrees < 1) {
                throw new ExprEvalException("Without a degree of freedom nothing is established");
            }
            return degrees;
        }
    }

    /** {@code obs:differs(value1, error1, value2, error2)}, or with degrees of freedom after each error. */
    public static final class Differs extends Difference {
        @Override
        public void checkBuild(String iri, ExprList arguments) {
            if (arguments.size() != 4 && arguments.size() != 6) {
                throw new QueryBuildException("Function '" + iri + "' takes four or six arguments");
            }
        }
    }

    /** {@code obs:changeSignificant(value1, error1, degrees1, value2, error2, degrees2)}: earlier figure first. */
    public static final class ChangeSignificant extends Difference {
        @Override
        public void checkBuild(String iri, ExprList arguments) {
            if (arguments.size() != 6) {
                throw new QueryBuildException("Function '" + iri + "' takes six arguments");
            }
        }
    }
}
