package org.socialobservatory.api.choropleth;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.classification.ClassMethod;
import org.socialobservatory.api.classification.Classes;
import org.socialobservatory.api.http.Choice;
import org.socialobservatory.api.http.Parameters;
import org.socialobservatory.api.problem.ApiProblem.BadParameter;
import org.socialobservatory.api.problem.ProblemRule;
import org.socialobservatory.api.snapshot.LevelRun;
import org.socialobservatory.api.snapshot.PublishedDataset;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ontology.area.Area;
import org.socialobservatory.ontology.cube.Breakdown;
import org.socialobservatory.ontology.indicator.Indicator;

/**
 * What a reader wants to see on the map.
 *
 * @param datasets those from which the figures may come
 * @param scope the area within which the others lie, null for all
 * @param level null for the finest with data
 * @param period code, null for the newest with data
 * @param classes how many are wanted
 * @param limits the inner limits of manual classes
 */
public record MapQuestion(
        List<PublishedDataset> datasets,
        Indicator indicator,
        Breakdown breakdown,
        @Nullable Area scope,
        @Nullable String level,
        @Nullable String period,
        ClassMethod method,
        int classes,
        List<Double> limits) {

    /** The parameters of a map beside dataset, edition and dimensions. */
    public static final List<String> NAMES =
            List.of("indicator", "level", "within", "town", "period", "method", "classes", "breaks");

    /** Those of them that say what is shown, not how. */
    public static final List<String> SUBJECT = List.of("indicator", "level", "within", "town", "period");

    public static MapQuestion read(Parameters parameters, Snapshot snapshot) {
        return read(parameters, snapshot, NAMES);
    }

    /**
     * Reads a question.
     *
     * @param names the parameters that the door knows beside dataset, edition and dimensions
     */
    public static MapQuestion read(Parameters parameters, Snapshot snapshot, List<String> names) {
        var choice = new Choice(parameters, snapshot, names);
        var limits = limits(parameters);
        var method = method(parameters, limits);
        return new MapQuestion(
                choice.datasets(),
                choice.indicator(),
                breakdown(choice.codes()),
                scope(choice),
                choice.level().orElse(null),
                period(choice),
                method,
                classes(parameters, method, limits),
                limits);
    }

    /** Codes of the areas within the scope, null without one. */
    @Nullable
    Set<String> within(Snapshot snapshot) {
        if (scope == null) {
            return null;
        }
        var codes = new HashSet<String>();
        snapshot.territory().descendants(scope.code()).forEach(area -> codes.add(area.code()));
        return codes;
    }

    LevelRun.Wanted wanted(Snapshot snapshot) {
        return new LevelRun.Wanted(datasets, indicator.code(), breakdown, within(snapshot), level, period);
    }

    private static @Nullable Area scope(Choice choice) {
        var within = choice.area("within");
        var town = choice.area("town");
        if (within.isPresent() && town.isPresent() && !within.equals(town)) {
            throw new BadParameter(
                    ProblemRule.REPEATED_PARAMETER, "town", town.get().code(), List.of());
        }
        return within.or(() -> town).orElse(null);
    }

    private static @Nullable String period(Choice choice) {
        var periods = choice.periods();
        return periods == null ? null : only("period", periods);
    }

    /** A map shows one code of each dimension. */
    private static Breakdown breakdown(Map<String, Set<String>> codes) {
        var single = new TreeMap<String, String>();
        codes.forEach((dimension, wanted) -> single.put(dimension, only(dimension, wanted)));
        return Breakdown.of(single);
    }

    private static String only(String parameter, Collection<String> values) {
        if (values.size() != 1) {
            throw new BadParameter(
                    ProblemRule.REPEATED_PARAMETER,
                    parameter,
                    values.isEmpty() ? "*" : String.join(",", values),
                    List.of());
        }
        return values.iterator().next();
    }

    private static List<Double> limits(Parameters parameters) {
        var limits = parameters.decimals("breaks");
        for (int i = 1; i < limits.size(); i++) {
            if (limits.get(i - 1).compareTo(limits.get(i)) >= 0) {
                throw refused("breaks", parameters);
            }
        }
        if (limits.size() >= Classes.MOST) {
            throw refused("breaks", parameters);
        }
        return limits.stream().map(Number::doubleValue).toList();
    }

    /** Limits alone say the method too. */
    private static ClassMethod method(Parameters parameters, List<Double> limits) {
        Optional<ClassMethod> asked =
                parameters.choice("method", ClassMethod.codes()).flatMap(ClassMethod::of);
        var method = asked.orElse(limits.isEmpty() ? ClassMethod.QUANTILE : ClassMethod.MANUAL);
        if (method == ClassMethod.MANUAL && limits.isEmpty()) {
            throw new BadParameter(ProblemRule.MISSING_PARAMETER, "breaks", null, List.of());
        }
        if (method != ClassMethod.MANUAL && !limits.isEmpty()) {
            throw new BadParameter(
                    ProblemRule.MALFORMED_VALUE, "method", method.code(), List.of(ClassMethod.MANUAL.code()));
        }
        return method;
    }

    private static int classes(Parameters parameters, ClassMethod method, List<Double> limits) {
        var asked = parameters.choice("classes", List.of("3", "4", "5", "6", "7"));
        if (method != ClassMethod.MANUAL) {
            return asked.map(Integer::valueOf).orElse(Classes.USUAL);
        }
        int given = limits.size() + 1;
        if (asked.isPresent() && Integer.parseInt(asked.get()) != given) {
            throw new BadParameter(
                    ProblemRule.MALFORMED_VALUE, "classes", asked.get(), List.of(Integer.toString(given)));
        }
        return given;
    }

    private static BadParameter refused(String name, Parameters parameters) {
        return new BadParameter(
                ProblemRule.MALFORMED_VALUE, name, parameters.one(name).orElse(""), List.of());
    }
}
