package org.socialobservatory.ingest.gate.facts;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Variable;

/**
 * Works out what the source withholds, as any reader could: exactly where it is alone in a sum, else some amounts that
 * are possible. Where none are, the sums do not hold and are no facts.
 */
final class Completion {

    private final Tableau tableau;

    Completion(Tableau tableau) {
        this.tableau = tableau;
    }

    void complete() {
        var open = new ArrayDeque<Equation>();
        tableau.equations().stream().filter(equation -> unknowns(equation) > 0).forEach(open::add);
        subtract(open);
        open.removeIf(equation -> unknowns(equation) == 0);
        if (!open.isEmpty()) {
            solve(List.copyOf(open));
        }
        settle();
    }

    private int unknowns(Equation equation) {
        int unknowns = 0;
        for (int variable : equation.variables()) {
            unknowns += tableau.amount(variable).isUnknown() ? 1 : 0;
        }
        return unknowns;
    }

    /** Sums with one unknown amount, as long as there are any. */
    private void subtract(ArrayDeque<Equation> open) {
        int since = 0;
        while (!open.isEmpty() && since <= open.size()) {
            var equation = open.remove();
            int unknowns = unknowns(equation);
            if (unknowns == 1) {
                subtract(equation);
                since = 0;
            } else if (unknowns > 1) {
                open.add(equation);
                since++;
            }
        }
    }

    private void subtract(Equation equation) {
        double rest = 0;
        int unknown = 0;
        for (int i = 0; i < equation.variables().length; i++) {
            var amount = tableau.amount(equation.variables()[i]);
            if (amount.isUnknown()) {
                unknown = i;
            } else {
                rest += equation.coefficients()[i] * amount.truth();
            }
        }
        double found = -rest / equation.coefficients()[unknown];
        if (found >= tableau.amount(equation.variables()[unknown]).lower()) {
            know(equation.variables()[unknown], found);
        } else {
            tableau.equations().remove(equation);
        }
    }

    private void know(int variable, double found) {
        tableau.set(variable, tableau.amount(variable).withTruth(found));
    }

    private void solve(List<Equation> open) {
        var model = new ExpressionsBasedModel();
        Map<Integer, Variable> variables = new HashMap<>();
        for (var equation : open) {
            var expression = model.newExpression("sum" + model.countExpressions());
            double rest = 0;
            for (int i = 0; i < equation.variables().length; i++) {
                int at = equation.variables()[i];
                var amount = tableau.amount(at);
                if (amount.isUnknown()) {
                    var variable = variables.computeIfAbsent(
                            at,
                            _ -> model.newVariable("amount" + at)
                                    .lower(Math.max(amount.lower(), 0))
                                    .weight(1));
                    expression.set(variable, equation.coefficients()[i]);
                } else {
                    rest += equation.coefficients()[i] * amount.truth();
                }
            }
            expression.level(-rest);
        }
        var result = model.minimise();
        if (result.getState().isFeasible()) {
            variables.forEach((at, variable) -> know(at, result.doubleValue(model.indexOf(variable))));
        } else {
            tableau.equations().removeAll(open);
        }
    }

    /** What is in no sum can be anything. */
    private void settle() {
        var free = new ArrayList<Integer>();
        for (int variable = 0; variable < tableau.size(); variable++) {
            if (tableau.amount(variable).isUnknown()) {
                free.add(variable);
            }
        }
        free.forEach(variable -> know(variable, 0));
    }
}
