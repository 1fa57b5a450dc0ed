package org.socialobservatory.api.page.map;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.choropleth.Choropleth;
import org.socialobservatory.api.combination.ChosenAreas;
import org.socialobservatory.api.combination.Combination;
import org.socialobservatory.api.http.Parameters;
import org.socialobservatory.api.page.IndicatorText;
import org.socialobservatory.api.page.Named;
import org.socialobservatory.api.page.Visit;
import org.socialobservatory.api.page.map.MapPage.Together;
import org.socialobservatory.ontology.area.Area;

/** The figure of several areas of a map together, in words. */
final class AreasTogether {

    private AreasTogether() {}

    /** Null where the reader chose none. */
    static @Nullable Together of(Visit visit, Choropleth map, IndicatorText indicator, Parameters chosen) {
        if (!ChosenAreas.asked(chosen)) {
            return null;
        }
        var all = map.all(visit.snapshot());
        var here = all.stream().map(Area::code).collect(Collectors.toSet());
        var there = chosen.many("areas").stream().filter(here::contains).toList();
        int elsewhere = chosen.many("areas").size() - there.size();
        // Codes that are not on this map are counted, not refused: the reader may have changed its level.
        var kept = elsewhere == 0 ? chosen : Parameters.ofQuery("areas=" + String.join(",", there));
        var areas = ChosenAreas.of(kept, all, visit.snapshot());
        var named = visit.names().named(areas);
        boolean drawn = chosen.has("polygon");
        var path = path(map, areas);
        return switch (Combination.of(map, areas, visit.snapshot())) {
            case Combination.Combined combined -> {
                var said = visit.figures().say(combined.figure(), indicator);
                var trust = combined.figure().reliability().code();
                yield new Together(
                        named,
                        drawn,
                        elsewhere,
                        said.text(),
                        said.interval(),
                        trust,
                        null,
                        combined.approximate(),
                        path);
            }
            case Combination.Refusal refusal ->
                new Together(named, drawn, elsewhere, null, null, null, reason(visit, refusal), false, path);
        };
    }

    private static String reason(Visit visit, Combination.Refusal refusal) {
        var because = visit.names().named(refusal.because()).stream()
                .map(Named::name)
                .collect(Collectors.joining(visit.wording().say("list.comma")));
        return refusal.rule().detail(visit.wording().language(), null, because);
    }

    /** Codes need no escape. */
    private static String path(Choropleth map, List<Area> areas) {
        var path = new StringBuilder("/api/combined?");
        MapSheet.parameters(map)
                .forEach((name, value) ->
                        path.append(name).append('=').append(value).append('&'));
        return path.append("areas=")
                .append(areas.stream().map(Area::code).collect(Collectors.joining(",")))
                .toString();
    }
}
