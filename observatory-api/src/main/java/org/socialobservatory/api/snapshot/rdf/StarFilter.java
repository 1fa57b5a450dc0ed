package org.socialobservatory.api.snapshot.rdf;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.expr.E_Equals;
import org.apache.jena.sparql.expr.E_GreaterThan;
import org.apache.jena.sparql.expr.E_GreaterThanOrEqual;
import org.apache.jena.sparql.expr.E_LessThan;
import org.apache.jena.sparql.expr.E_LessThanOrEqual;
import org.apache.jena.sparql.expr.E_LogicalAnd;
import org.apache.jena.sparql.expr.E_LogicalOr;
import org.apache.jena.sparql.expr.E_NotEquals;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunction0;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.Unstable;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.snapshot.Block.Run;

/**
 * Filters of a query as questions to a cell: a comparison with a number is answered by the digits; what hangs on the run,
 * the area or the state of a cell alone is asked once for each of them.
 */
final class StarFilter {

    /** The function whose values are never the same. */
    private static final String NEW_NODE = "bnode";

    private final Cube cube;
    private final ObservationStar star;
    private final ExecutionContext execution;

    StarFilter(Cube cube, ObservationStar star, ExecutionContext execution) {
        this.cube = cube;
        this.star = star;
        this.execution = execution;
    }

    /** Whether an expression says the same whenever it is asked with the same values, and looks at nothing else. */
    static boolean isSteady(Expr expression) {
        return switch (expression) {
            case Unstable _ -> false;
            case ExprFunctionOp _ -> false;
            case ExprFunction0 _ -> false;
            case ExprFunction function ->
                !function.getFunctionSymbol().getSymbol().equalsIgnoreCase(NEW_NODE)
                        && function.getArgs().stream().allMatch(argument -> argument == null || isSteady(argument));
            default -> expression.isConstant() || expression.isVariable();
        };
    }

    /** The filter as a question to a cell, empty where it has to be asked of rows. The cell must have all columns. */
    Optional<CellConstraints.Check> compile(Expr filter) {
        return switch (filter) {
            case E_LogicalAnd and ->
                both(and, (one, other) -> (cell, run) -> one.holds(cell, run) && other.holds(cell, run));
            case E_LogicalOr or ->
                both(or, (one, other) -> (cell, run) -> one.holds(cell, run) || other.holds(cell, run));
            default -> comparison(filter).or(() -> bySharedValue(filter));
        };
    }

    /** The filter asked of every cell with the values that it names. */
    CellConstraints.Check asked(Expr filter) {
        var variables = filter.getVarsMentioned();
        return (cell, run) -> filter.isSatisfied(binding(variables, cell, run), execution);
    }

    private interface Connective {
        CellConstraints.Check of(CellConstraints.Check one, CellConstraints.Check other);
    }

    private Optional<CellConstraints.Check> both(ExprFunction2 pair, Connective connective) {
        return compile(pair.getArg1()).flatMap(one -> compile(pair.getArg2()).map(other -> connective.of(one, other)));
    }

    /** A number of the cell beside a constant. */
    private Optional<CellConstraints.Check> comparison(Expr filter) {
        var sign = sign(filter);
        if (sign == null || !(filter instanceof ExprFunction2 pair)) {
            return Optional.empty();
        }
        boolean forwards = pair.getArg1() instanceof ExprVar;
        var variable = forwards ? pair.getArg1() : pair.getArg2();
        var constant = number(forwards ? pair.getArg2() : pair.getArg1());
        if (constant == null
                || !(variable instanceof ExprVar named)
                || !(star.column(cube, named.asVar()) instanceof Column.OfNumber column)) {
            return Optional.empty();
        }
        var range = new NumberRange(forwards ? sign : sign.mirrored(), constant);
        var figures = column.figures();
        return Optional.of((cell, _) -> figures.has(cell) && range.holds(figures, cell));
    }

    private static NumberRange.@Nullable Comparison sign(Expr filter) {
        return switch (filter) {
            case E_LessThan _ -> NumberRange.Comparison.LESS;
            case E_LessThanOrEqual _ -> NumberRange.Comparison.AT_MOST;
            case E_Equals _ -> NumberRange.Comparison.EQUAL;
            case E_GreaterThanOrEqual _ -> NumberRange.Comparison.AT_LEAST;
            case E_GreaterThan _ -> NumberRange.Comparison.MORE;
            case E_NotEquals _ -> NumberRange.Comparison.UNEQUAL;
            default -> null;
        };
    }

    /** Doubles and floats compare otherwise, and numbers without measure cost too much here. */
    private static @Nullable BigDecimal number(Expr constant) {
        if (!(constant instanceof NodeValue value) || !(value.isInteger() || value.isDecimal())) {
            return null;
        }
        var number = value.isInteger() ? new BigDecimal(value.getInteger()) : value.getDecimal();
        return number.precision() <= 100 && Math.abs((long) number.scale()) <= 100 ? number : null;
    }

    /** What all cells of a run, an area or a state answer alike. */
    private Optional<CellConstraints.Check> bySharedValue(Expr filter) {
        Set<Var> variables = filter.getVarsMentioned();
        if (variables.isEmpty() || !isSteady(filter)) {
            return Optional.empty();
        }
        var block = cube.block();
        if (allAre(Column.OfRun.class, variables)) {
            return Optional.of(remembered(filter, variables, block.runs().size(), _ -> -1));
        }
        if (allAre(Column.OfArea.class, variables)) {
            return Optional.of(remembered(filter, variables, block.areas().size(), block::areaIndex));
        }
        return allAre(Column.OfState.class, variables)
                ? Optional.of(remembered(filter, variables, 1 << Byte.SIZE, block::state))
                : Optional.empty();
    }

    private boolean allAre(Class<? extends Column> kind, Set<Var> variables) {
        return variables.stream().allMatch(variable -> kind.isInstance(star.column(cube, variable)));
    }

    /** @param place of a cell's answer among those remembered, negative for that of its run */
    private CellConstraints.Check remembered(Expr filter, Set<Var> variables, int places, IntUnaryOperator place) {
        var answers = new Boolean[places];
        var sometimesSilent = variables.stream()
                .map(variable -> star.column(cube, variable))
                .filter(column -> column != null && !column.alwaysSays())
                .toList();
        return (cell, run) -> {
            for (Column column : sometimesSilent) {
                if (!column.says(cell, run)) {
                    return false;
                }
            }
            int asked = place.applyAsInt(cell);
            int its = asked < 0 ? run.index() : asked;
            var answer = answers[its];
            if (answer == null) {
                answer = filter.isSatisfied(binding(variables, cell, run), execution);
                answers[its] = answer;
            }
            return answer;
        };
    }

    /** The values of a cell for some variables. */
    private Binding binding(Set<Var> variables, int cell, Run run) {
        var values = BindingFactory.builder();
        for (Var variable : variables) {
            var column = star.column(cube, variable);
            var value = column != null
                    ? column.object(cell, run)
                    : variable.equals(star.subject()) ? cube.subject(cell, run) : null;
            if (value != null) {
                values.add(variable, value);
            }
        }
        return values.build();
    }
}
