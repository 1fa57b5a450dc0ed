package org.socialobservatory.api.page.map;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.choropleth.Choropleth;
import org.socialobservatory.api.choropleth.MapQuestion;
import org.socialobservatory.api.combination.ChosenAreas;
import org.socialobservatory.api.http.Choice;
import org.socialobservatory.api.http.Parameters;
import org.socialobservatory.api.page.Towns;
import org.socialobservatory.api.page.Visit;
import org.socialobservatory.api.problem.ApiProblem.BadParameter;
import org.socialobservatory.api.problem.ProblemRule;
import org.socialobservatory.api.snapshot.Block.Run;
import org.socialobservatory.ontology.indicator.Indicator.Direction;

/**
 * Finds the map that a reader asks for. A choice without any figure is widened step by step, as when the next indicator
 * has not the former one's period; that it was is told.
 *
 * @param other the map beside it, with the same legend; null where the reader compares nothing
 * @param chosen the parameters that say which areas are put together
 * @param sought a name or a point that the reader looks for; null for none
 * @param relaxed whether the choice was widened
 */
record MapRequest(
        Choropleth map,
        @Nullable Choropleth other,
        Parameters chosen,
        @Nullable String sought,
        boolean relaxed) {

    /** What the page keeps in the address for itself: the part of the map in view and its background. */
    private static final int CORNERS = 4;

    private static final Set<String> OF_THE_VIEW = Set.of("bbox", "background", "layers", "paper");
    /** What stands beside the question of the map. */
    private static final Set<String> BESIDE = Set.of("compare", "areas", "polygon", "find");

    /** The parameters that say what areas are meant. */
    private static final Set<String> PLACE = Set.of("level", "within", "town");

    /** Empty where nothing at all is published. */
    static Optional<MapRequest> find(Visit visit, @Nullable String query) {
        requireBox(query);
        var asked = parts(query);
        if (asked.stream().noneMatch(part -> name(part).equals("indicator"))) {
            var first = firstIndicator(visit);
            if (first.isEmpty()) {
                return Optional.empty();
            }
            asked.add("indicator=" + first.get());
        }
        var sought = SoughtArea.asked(asked);
        var question = LimitsByHand.settled(visit, without(asked, BESIDE::contains));
        var map = question.stream().noneMatch(part -> PLACE.contains(name(part)))
                ? atFirst(visit, question)
                : map(visit, question);
        var compared = ComparedMap.asked(asked);
        var chosen = Parameters.ofQuery(String.join("&", without(asked, name -> !ChosenAreas.NAMES.contains(name))));
        if (map.source() == null) {
            return Optional.of(new MapRequest(widened(visit, question, map), null, chosen, sought, true));
        }
        if (compared.isEmpty()) {
            return Optional.of(new MapRequest(map, null, chosen, sought, false));
        }
        var pair =
                Choropleth.pair(map.question(), new ComparedMap(visit, map).question(compared.get()), visit.snapshot());
        return Optional.of(new MapRequest(pair.one(), pair.other(), chosen, sought, false));
    }

    /**
     * Where the reader does not say what place he means: the quarters of the town that the installation is about, else
     * the finest level that can be drawn.
     */
    private static Choropleth atFirst(Visit visit, List<String> asked) {
        var towns = Towns.ofDatasets(visit.snapshot());
        if (towns.size() == 1) {
            var map = map(visit, with(asked, "within=" + towns.getFirst().code()));
            if (map.source() != null && drawable(visit, map)) {
                return map;
            }
        }
        var finest = map(visit, asked);
        for (String level : visit.snapshot().territory().levels().reversed()) {
            var map = map(visit, with(asked, "level=" + level));
            if (map.source() != null && drawable(visit, map)) {
                return map;
            }
        }
        return finest;
    }

    /** The view is kept in the address by scripts; by hand it can be wrong. */
    private static void requireBox(@Nullable String query) {
        var box = Parameters.ofQuery(query == null ? "" : query).decimals("bbox");
        if (!box.isEmpty() && box.size() != CORNERS) {
            throw new BadParameter(
                    ProblemRule.MALFORMED_VALUE,
                    "bbox",
                    box.stream().map(BigDecimal::toPlainString).collect(Collectors.joining(",")),
                    List.of("west,south,east,north"));
        }
    }

    static List<String> with(List<String> parts, String further) {
        var all = new ArrayList<>(parts);
        all.add(further);
        return all;
    }

    /** Whether at least half of the areas have an outline. */
    private static boolean drawable(Visit visit, Choropleth map) {
        long outlined = map.areas().stream()
                .filter(shade -> visit.snapshot()
                        .territory()
                        .outlined(shade.area().code())
                        .isPresent())
                .count();
        return outlined > 0 && 2 * outlined >= map.areas().size();
    }

    private static List<String> parts(@Nullable String query) {
        var parts = new ArrayList<String>();
        if (query != null) {
            for (String part : query.split("&", -1)) {
                var name = name(part);
                if (!OF_THE_VIEW.contains(name) && !Parameters.isOfOthers(name)) {
                    parts.add(part);
                }
            }
        }
        return parts;
    }

    static String name(String part) {
        int equals = part.indexOf('=');
        return equals < 0 ? part : part.substring(0, equals);
    }

    static Choropleth map(Visit visit, List<String> parts) {
        var parameters = Parameters.ofQuery(String.join("&", parts));
        return Choropleth.of(MapQuestion.read(parameters, visit.snapshot()), visit.snapshot());
    }

    /** Without its breakdown, then its period, then its level, then its place; at last any figure of the indicator. */
    private static Choropleth widened(Visit visit, List<String> asked, Choropleth empty) {
        var dropped = new HashSet<String>(Choice.dimensions(visit.snapshot()));
        for (String next : List.of("", "period", "level", "within", "town", "edition", "dataset")) {
            dropped.add(next);
            var map = map(visit, without(asked, dropped::contains));
            if (map.source() != null) {
                return map;
            }
        }
        return anyRun(visit, empty)
                .map(run -> {
                    var parts = without(asked, dropped::contains);
                    run.breakdown().codes().forEach((dimension, code) -> parts.add(dimension + "=" + code));
                    return map(visit, parts);
                })
                .orElse(empty);
    }

    static List<String> without(List<String> parts, Predicate<String> dropped) {
        return new ArrayList<>(
                parts.stream().filter(part -> !dropped.test(name(part))).toList());
    }

    private static Optional<Run> anyRun(Visit visit, Choropleth empty) {
        var codes = visit.snapshot()
                .catalogue()
                .synonyms(empty.question().indicator().code());
        return visit.snapshot().datasets().values().stream()
                .flatMap(dataset -> codes.stream().flatMap(code -> dataset.block().runs(code).stream()))
                .max(Comparator.comparing(Run::period));
    }

    /** The first percentage of the catalogue that has a better and a worse, in order of theme; else any indicator. */
    private static Optional<String> firstIndicator(Visit visit) {
        var published = new TreeSet<String>();
        visit.snapshot()
                .datasets()
                .values()
                .forEach(dataset -> dataset.block()
                        .runs()
                        .forEach(run -> published.add(visit.names().shownAs(run.indicator()))));
        return published.stream()
                .map(visit.names()::indicator)
                .min(Comparator.comparingInt(
                        indicator -> visit.snapshot().catalogue().isShared(indicator.code())
                                        && indicator.unit().equals("percent")
                                        && indicator.direction() != Direction.NONE
                                ? visit.names().themePosition(indicator.theme())
                                : Integer.MAX_VALUE))
                .map(indicator -> indicator.code());
    }
}
