package org.socialobservatory.api.ogc;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.http.Choice;
import org.socialobservatory.api.http.Parameters;
import org.socialobservatory.api.problem.ApiProblem.BadParameter;
import org.socialobservatory.api.problem.ProblemRule;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ontology.cube.Breakdown;
import org.socialobservatory.ontology.indicator.Indicator;

/**
 * Which features of a collection a reader wants, and how.
 *
 * @param box null for the whole world
 * @param figures those that are properties of areas
 */
record ItemsQuestion(@Nullable BoundingBox box, Crs crs, AreaFigures figures) {

    /** Parameters of one feature. */
    private static final List<String> OF_ONE = List.of("crs");

    private static final List<String> OF_ALL =
            List.of("crs", "bbox", "bbox-crs", "datetime", "limit", "offset", "cursor");
    private static final List<String> OF_AREAS = List.of("properties", "period");

    /** Properties that areas always have. */
    static final List<String> BASE = List.of("iri", "code", "name_fr", "name_ar", "name_en", "level", "within");

    static ItemsQuestion ofAll(Parameters parameters, Snapshot snapshot, Layer layer) {
        var figures = figures(parameters, snapshot, layer, OF_ALL);
        requireTime(parameters);
        return new ItemsQuestion(BoundingBox.read(parameters), crs(parameters), figures);
    }

    static ItemsQuestion ofOne(Parameters parameters, Snapshot snapshot, Layer layer) {
        return new ItemsQuestion(null, crs(parameters), figures(parameters, snapshot, layer, OF_ONE));
    }

    private static Crs crs(Parameters parameters) {
        return parameters.one("crs").map(name -> BoundingBox.crs("crs", name)).orElse(Crs.CRS84);
    }

    private static AreaFigures figures(Parameters parameters, Snapshot snapshot, Layer layer, List<String> names) {
        return switch (layer) {
            case Layer.Places _, Layer.Rooms _ -> {
                parameters.only(names);
                yield AreaFigures.none();
            }
            case Layer.Areas areas -> {
                var known = new ArrayList<>(names);
                known.addAll(OF_AREAS);
                var choice = new Choice(parameters, snapshot, known);
                var wanted = new AreaFigures.Wanted(choice.datasets(), breakdown(choice), period(choice));
                yield parameters.has("properties")
                        ? AreaFigures.of(snapshot, areas.level(), asked(parameters, snapshot), wanted)
                        : AreaFigures.headlines(snapshot, areas.level(), wanted);
            }
        };
    }

    private static Breakdown breakdown(Choice choice) {
        var single = new TreeMap<String, String>();
        choice.codes().forEach((dimension, codes) -> single.put(dimension, only(dimension, codes)));
        return Breakdown.of(single);
    }

    private static @Nullable String period(Choice choice) {
        var periods = choice.periods();
        return periods == null ? null : only("period", periods);
    }

    private static String only(String parameter, Set<String> values) {
        if (values.size() != 1) {
            throw new BadParameter(
                    ProblemRule.REPEATED_PARAMETER,
                    parameter,
                    values.isEmpty() ? "*" : String.join(",", values),
                    List.of());
        }
        return values.iterator().next();
    }

    /** Indicators by their codes or by the names of their properties. */
    private static Set<String> asked(Parameters parameters, Snapshot snapshot) {
        var codes = new LinkedHashSet<String>();
        for (String name : parameters.many("properties")) {
            if (!BASE.contains(name)) {
                codes.add(snapshot.catalogue().indicators().stream()
                        .map(Indicator::code)
                        .filter(code ->
                                code.equals(name) || PropertyNames.of(code).equals(name))
                        .findFirst()
                        .orElseThrow(() -> BadParameter.unknown(
                                ProblemRule.UNKNOWN_INDICATOR,
                                "properties",
                                name,
                                snapshot.catalogue().indicators().stream()
                                        .map(Indicator::code)
                                        .toList())));
            }
        }
        return codes;
    }

    /**
     * An instant or an interval, open at either end. Lasting areas and places are not bound to a time, so that each
     * matches every time (OGC 17-069r4 §7.15.4, C).
     */
    private static void requireTime(Parameters parameters) {
        var text = parameters.one("datetime");
        if (text.isEmpty()) {
            return;
        }
        var ends = text.get().split("/", -1);
        var from = instant(parameters, ends[0], ends.length == 2);
        var to = ends.length == 2 ? instant(parameters, ends[1], true) : from;
        if (ends.length > 2 || (from == null && to == null) || (from != null && to != null && from.isAfter(to))) {
            throw refused(parameters);
        }
    }

    private static @Nullable OffsetDateTime instant(Parameters parameters, String text, boolean mayBeOpen) {
        if (mayBeOpen && (text.isEmpty() || text.equals(".."))) {
            return null;
        }
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC)
                    : OffsetDateTime.parse(text);
        } catch (DateTimeException malformed) {
            throw refused(parameters);
        }
    }

    private static BadParameter refused(Parameters parameters) {
        return new BadParameter(
                ProblemRule.MALFORMED_VALUE,
                "datetime",
                parameters.one("datetime").orElse(""),
                List.of());
    }
}
