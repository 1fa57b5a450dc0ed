package org.socialobservatory.api.ogc;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.http.Choice;
import org.socialobservatory.api.http.Parameters;
import org.socialobservatory.api.ogc.cql2.Filter;
import org.socialobservatory.api.ogc.cql2.FilterLanguage;
import org.socialobservatory.api.problem.ApiProblem.BadParameter;
import org.socialobservatory.api.problem.ProblemRule;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ontology.cube.Breakdown;

/**
 * Which features of a collection a reader wants, how, and in which order.
 *
 * @param box null for the whole world
 * @param time null for all times
 * @param filter null for all
 * @param fields the properties that are told
 */
record ItemsQuestion(
        @Nullable BoundingBox box,
        @Nullable Time time,
        @Nullable Filter<Layer.Feature> filter,
        SortOrder order,
        Crs crs,
        List<Field> fields) {

    /** Parameters of one feature. */
    private static final List<String> OF_ONE = List.of("crs", "properties");

    private static final List<String> OF_ALL = List.of(
            "crs",
            "properties",
            "bbox",
            "bbox-crs",
            "datetime",
            "filter",
            "filter-lang",
            "filter-crs",
            "sortby",
            "limit",
            "offset",
            "cursor");

    static ItemsQuestion ofAll(Parameters parameters, Snapshot snapshot, Layer layer) {
        var fields = fields(parameters, snapshot, layer, OF_ALL);
        return new ItemsQuestion(
                BoundingBox.read(parameters),
                Time.read(parameters),
                filter(parameters, fields),
                SortOrder.read(parameters, fields),
                crs(parameters),
                told(parameters, fields));
    }

    static ItemsQuestion ofOne(Parameters parameters, Snapshot snapshot, Layer layer) {
        var fields = fields(parameters, snapshot, layer, OF_ONE);
        return new ItemsQuestion(null, null, null, SortOrder.NONE, crs(parameters), told(parameters, fields));
    }

    /** The properties that there are for what is said of figures in a request. */
    static Fields fields(Parameters parameters, Snapshot snapshot, Layer layer, List<String> names) {
        return switch (layer) {
            case Layer.Places _, Layer.Rooms _ -> {
                parameters.only(names);
                yield Fields.of(snapshot, layer, null);
            }
            case Layer.Areas _ -> {
                var known = new ArrayList<>(names);
                known.add("period");
                var choice = new Choice(parameters, snapshot, known);
                yield Fields.of(
                        snapshot, layer, new Fields.Wanted(choice.datasets(), breakdown(choice), period(choice)));
            }
        };
    }

    private static List<Field> told(Parameters parameters, Fields fields) {
        return parameters.has("properties") ? fields.chosen(parameters.many("properties")) : fields.usual();
    }

    private static @Nullable Filter<Layer.Feature> filter(Parameters parameters, Fields fields) {
        var language = parameters
                .choice("filter-lang", FilterLanguage.codes())
                .flatMap(FilterLanguage::of)
                .orElse(FilterLanguage.CQL2_TEXT);
        var crs = parameters
                .one("filter-crs")
                .map(name -> BoundingBox.crs("filter-crs", name))
                .orElse(Crs.CRS84);
        return parameters
                .one("filter")
                .map(text -> Filter.of(language.read(text), fields.queryables(), crs::stored, crs.hasLatitudeFirst()))
                .orElse(null);
    }

    private static Crs crs(Parameters parameters) {
        return parameters.one("crs").map(name -> BoundingBox.crs("crs", name)).orElse(Crs.CRS84);
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

    /** The features that are wanted, in the order that is wanted. */
    List<Layer.Feature> answer(Snapshot snapshot, Layer layer) {
        var wanted = new ArrayList<Layer.Feature>();
        for (var feature : candidates(snapshot, layer)) {
            if (isMet(feature) && (time == null || time.takes(feature)) && (filter == null || filter.takes(feature))) {
                wanted.add(feature);
            }
        }
        return order.sorted(wanted);
    }

    private List<? extends Layer.Feature> candidates(Snapshot snapshot, Layer layer) {
        var bounds = filter == null ? null : filter.bounds();
        if (bounds != null) {
            return LayerIndex.of(snapshot, layer).near(List.of(bounds), false);
        }
        return box == null ? layer.features() : LayerIndex.of(snapshot, layer).near(box.around(), true);
    }

    /** A feature without geometry lies in every box (OGC 17-069r4 §7.15.3, C). */
    private boolean isMet(Layer.Feature feature) {
        var geometry = feature.geometry();
        return box == null || geometry == null || box.meets(geometry);
    }
}
