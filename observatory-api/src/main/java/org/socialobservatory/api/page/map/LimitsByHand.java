package org.socialobservatory.api.page.map;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.socialobservatory.api.classification.ClassMethod;
import org.socialobservatory.api.classification.Classes;
import org.socialobservatory.api.http.Parameters;
import org.socialobservatory.api.page.Visit;
import org.socialobservatory.api.problem.ApiProblem.BadParameter;
import org.socialobservatory.api.problem.ProblemRule;

/**
 * Limits between classes as a form sends them: one field for each, in any order, also those of a method that has no use
 * for them. Who chooses limits by hand without giving as many as the classes need begins with those of another method.
 */
final class LimitsByHand {

    private static final String BREAKS = "breaks";
    private static final String METHOD = "method";
    private static final String CLASSES = "classes";
    /** Digits of a limit that is offered: a reader changes it anyway. */
    private static final MathContext OFFERED = new MathContext(3);

    private LimitsByHand() {}

    /** The parts of a query such that its limits are those of its method. */
    static List<String> settled(Visit visit, List<String> asked) {
        var parameters = Parameters.ofQuery(String.join("&", asked));
        var limits = given(asked);
        var method = parameters.choice(METHOD, ClassMethod.codes());
        var plain = MapRequest.without(asked, BREAKS::equals);
        boolean byHand = method.map(ClassMethod.MANUAL.code()::equals).orElse(!limits.isEmpty());
        if (!byHand) {
            return plain;
        }
        int wanted = parameters
                .choice(CLASSES, List.of("3", "4", "5", "6", "7"))
                .map(count -> Integer.parseInt(count) - 1)
                .orElse(limits.isEmpty() ? Classes.USUAL - 1 : limits.size());
        var bare = MapRequest.without(plain, Set.of(METHOD, CLASSES)::contains);
        var used = limits.size() == wanted ? limits : offered(visit, bare, wanted + 1);
        return used.isEmpty()
                ? bare
                : MapRequest.with(
                        bare,
                        BREAKS + "="
                                + used.stream().map(BigDecimal::toPlainString).collect(Collectors.joining(",")));
    }

    /** Each once, ascending. Several fields stand in any order, a list by hand does not. */
    private static List<BigDecimal> given(List<String> asked) {
        var limits = new TreeSet<BigDecimal>();
        for (String part : asked) {
            if (MapRequest.name(part).equals(BREAKS)) {
                var own = Parameters.ofQuery(part).decimals(BREAKS);
                if (!own.equals(own.stream().sorted().distinct().toList())) {
                    throw new BadParameter(
                            ProblemRule.MALFORMED_VALUE, BREAKS, part.substring(part.indexOf('=') + 1), List.of());
                }
                limits.addAll(own);
            }
        }
        return List.copyOf(limits);
    }

    /** Inner limits of classes of one size; fewer where there are fewer distinct values. */
    private static List<BigDecimal> offered(Visit visit, List<String> bare, int classes) {
        var parts = new ArrayList<>(bare);
        parts.add(CLASSES + "=" + classes);
        double[] breaks = MapRequest.map(visit, parts).classes().breaks();
        return breaks.length < 3
                ? List.of()
                : List.copyOf(Arrays.stream(breaks, 1, breaks.length - 1)
                        .mapToObj(limit -> new BigDecimal(limit).round(OFFERED).stripTrailingZeros())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }
}
