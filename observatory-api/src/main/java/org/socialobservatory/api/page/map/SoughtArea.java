package org.socialobservatory.api.page.map;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.choropleth.Choropleth;
import org.socialobservatory.api.http.Parameters;
import org.socialobservatory.api.page.Named;
import org.socialobservatory.api.page.Visit;
import org.socialobservatory.api.page.map.MapPage.Found;
import org.socialobservatory.api.problem.ApiProblem.BadParameter;
import org.socialobservatory.api.problem.ProblemRule;
import org.socialobservatory.api.search.AreaFinder;
import org.socialobservatory.api.search.SearchIndex;
import org.socialobservatory.api.search.Thing;
import org.socialobservatory.ontology.area.Area;

/**
 * The area of a map that a reader looks for: by its name, or by a point as phones and other maps write it, latitude
 * first.
 */
final class SoughtArea {

    private static final String FIND = "find";
    /** Longer than any name. */
    private static final int LONGEST = 200;
    /** More than a reader takes in. */
    private static final int MOST = 20;

    private static final Pattern POINT = Pattern.compile(
            "\\s*([+-]?[0-9]{1,2}(?:\\.[0-9]{1,20})?)\\s*[,;\\s]\\s*([+-]?[0-9]{1,3}(?:\\.[0-9]{1,20})?)\\s*");

    private SoughtArea() {}

    /** What a query asks for; null for nothing. */
    static @Nullable String asked(List<String> parts) {
        var own = parts.stream()
                .filter(part -> MapRequest.name(part).equals(FIND))
                .collect(Collectors.joining("&"));
        var text = Parameters.ofQuery(own).one(FIND).map(String::strip).orElse(null);
        if (text != null && text.length() > LONGEST) {
            throw new BadParameter(ProblemRule.MALFORMED_VALUE, FIND, text, List.of());
        }
        return text;
    }

    static @Nullable Found of(Visit visit, Choropleth map, @Nullable String asked) {
        if (asked == null) {
            return null;
        }
        var point = POINT.matcher(asked);
        return point.matches() ? around(visit, map, asked, point) : named(visit, map, asked);
    }

    private static Found around(Visit visit, Choropleth map, String asked, Matcher point) {
        double latitude = Double.parseDouble(point.group(1));
        double longitude = Double.parseDouble(point.group(2));
        if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
            throw new BadParameter(ProblemRule.MALFORMED_VALUE, FIND, asked, List.of("latitude, longitude"));
        }
        var areas = AreaFinder.of(visit.snapshot()).around(longitude, latitude);
        return found(visit, map, asked, point.group(2) + "," + point.group(1), areas);
    }

    private static Found named(Visit visit, Choropleth map, String asked) {
        var territory = visit.snapshot().territory();
        var things = SearchIndex.of(visit.snapshot()).find(asked, EnumSet.of(Thing.Kind.AREA), 0, MOST);
        return found(
                visit,
                map,
                asked,
                null,
                things.things().stream()
                        .map(thing -> territory.area(thing.code()))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static Found found(Visit visit, Choropleth map, String asked, @Nullable String point, List<Area> areas) {
        var onMap = map.all(visit.snapshot()).stream().map(Area::code).collect(Collectors.toSet());
        var here = new ArrayList<Named>();
        var elsewhere = new ArrayList<Named>();
        areas.forEach(area -> (onMap.contains(area.code()) ? here : elsewhere)
                .add(visit.names().named(area)));
        return new Found(asked, point, here, elsewhere);
    }
}
