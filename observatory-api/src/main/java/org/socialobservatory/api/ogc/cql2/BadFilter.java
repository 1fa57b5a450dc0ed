package org.socialobservatory.api.ogc.cql2;

import java.util.List;
import org.socialobservatory.api.problem.ApiProblem.BadParameter;
import org.socialobservatory.api.problem.ProblemRule;

/** Why a filter is not answered. What is at fault is quoted from the filter, so that it needs no language. */
final class BadFilter {

    static final String PARAMETER = "filter";

    private BadFilter() {}

    /**
     * It breaks the grammar.
     *
     * @param found the text at fault, with its place
     * @param expected what could stand there
     */
    static BadParameter syntax(String found, List<String> expected) {
        return new BadParameter(ProblemRule.FILTER_SYNTAX, PARAMETER, found, expected);
    }

    static BadParameter tooDeep(int deepest) {
        return new BadParameter(ProblemRule.FILTER_TOO_DEEP, PARAMETER, Integer.toString(deepest), List.of());
    }

    static BadParameter unknownProperty(String name, Iterable<String> known) {
        return BadParameter.unknown(ProblemRule.UNKNOWN_PROPERTY, PARAMETER, name, known);
    }

    static BadParameter unknownFunction(String name) {
        return BadParameter.unknown(ProblemRule.UNKNOWN_FUNCTION, PARAMETER, name, Operator.codes());
    }

    /** A value stands where one of another kind is needed. */
    static BadParameter kind(Expression found, Kind... needed) {
        var kinds = java.util.Arrays.stream(needed).map(Kind::code).toList();
        return new BadParameter(ProblemRule.FILTER_KIND, PARAMETER, TextWriter.write(found), kinds);
    }

    static BadParameter shape(String found) {
        return new BadParameter(ProblemRule.FILTER_SHAPE, PARAMETER, found, List.of());
    }
}
