package org.socialobservatory.api.ogc;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.ogc.cql2.Kind;
import org.socialobservatory.api.ogc.cql2.Queryable;
import org.socialobservatory.api.ogc.cql2.Queryables;
import org.socialobservatory.api.problem.ApiProblem.BadParameter;
import org.socialobservatory.api.problem.ProblemRule;
import org.socialobservatory.api.snapshot.LevelRun;
import org.socialobservatory.api.snapshot.PerSnapshot;
import org.socialobservatory.api.snapshot.PublishedDataset;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.api.snapshot.meeting.Meetings;
import org.socialobservatory.ontology.cube.Breakdown;
import org.socialobservatory.ontology.indicator.Indicator;

/**
 * The properties of the features of a collection: those that every reader gets, and those that he may ask for besides.
 *
 * @param own what is no figure
 * @param headlines figures of indicators of the base catalogue
 */
record Fields(Snapshot snapshot, Layer layer, @Nullable Wanted wanted, List<Field> own, List<Field> headlines) {

    static final String GEOMETRY = "geometry";

    /** The usual figures of a collection, by its id. */
    private static final PerSnapshot<Map<String, Fields>> USUAL = new PerSnapshot<>(_ -> new ConcurrentHashMap<>());

    private static final PerSnapshot<Map<String, List<Field>>> ALL_USUAL =
            new PerSnapshot<>(_ -> new ConcurrentHashMap<>());

    /**
     * Which figures are wanted.
     *
     * @param period code, null for the newest with data
     */
    record Wanted(
            Collection<PublishedDataset> datasets,
            Breakdown breakdown,
            @Nullable String period) {

        private boolean isUsual(Snapshot snapshot) {
            return breakdown.isTotal()
                    && period == null
                    && datasets.size() == snapshot.datasets().size();
        }
    }

    /** @param wanted null for features that have no figures */
    static Fields of(Snapshot snapshot, Layer layer, @Nullable Wanted wanted) {
        return wanted == null || wanted.isUsual(snapshot)
                ? USUAL.of(snapshot).computeIfAbsent(layer.id(), _ -> made(snapshot, layer, wanted))
                : made(snapshot, layer, wanted);
    }

    private static Fields made(Snapshot snapshot, Layer layer, @Nullable Wanted wanted) {
        var own = OwnFields.of(layer, snapshot.iris());
        var bare = new Fields(snapshot, layer, wanted, own, List.of());
        var headlines = bare.measured().stream()
                .filter(indicator -> snapshot.catalogue()
                        .shared(indicator.code())
                        .map(shared -> shared.code().equals(indicator.code()))
                        .orElse(false))
                .flatMap(indicator -> bare.figure(indicator).fields().stream())
                .toList();
        return new Fields(snapshot, layer, wanted, own, headlines);
    }

    /** What every reader gets who asks for nothing else. */
    List<Field> usual() {
        var usual = new java.util.ArrayList<>(own);
        usual.addAll(headlines);
        return usual;
    }

    /** All that a filter may name: the usual ones, then the figures of all other indicators that the level has. */
    List<Field> all() {
        return wanted == null || wanted.isUsual(snapshot)
                ? ALL_USUAL.of(snapshot).computeIfAbsent(layer.id(), _ -> every())
                : every();
    }

    private List<Field> every() {
        var byName = new LinkedHashMap<String, Field>();
        usual().forEach(field -> byName.put(field.name(), field));
        measured()
                .forEach(indicator ->
                        figure(indicator).fields().forEach(field -> byName.putIfAbsent(field.name(), field)));
        return List.copyOf(byName.values());
    }

    /** The indicators that the level has figures of, shared ones under their shared names too, by code. */
    private List<Indicator> measured() {
        if (!(layer instanceof Layer.Areas) || wanted == null) {
            return List.of();
        }
        var codes = new TreeSet<String>();
        for (var dataset : wanted.datasets()) {
            for (var run : dataset.block().runs()) {
                codes.add(run.indicator());
                snapshot.catalogue()
                        .shared(run.indicator())
                        .map(Indicator::code)
                        .ifPresent(codes::add);
            }
        }
        return snapshot.catalogue().indicators().stream()
                .filter(indicator -> codes.contains(indicator.code()) && run(indicator) != null)
                .sorted(java.util.Comparator.comparing(Indicator::code))
                .toList();
    }

    /** The indicators of which a collection has figures for everybody, by code. */
    static List<Indicator> measured(Snapshot snapshot, Layer layer) {
        var wanted = new Wanted(snapshot.datasets().values(), Breakdown.total(), null);
        return new Fields(snapshot, layer, wanted, List.of(), List.of()).measured();
    }

    private FigureFields figure(Indicator indicator) {
        return new FigureFields(indicator, run(indicator), Meetings.of(snapshot));
    }

    private @Nullable LevelRun run(Indicator indicator) {
        return layer instanceof Layer.Areas areas && wanted != null
                ? LevelRun.find(
                                snapshot,
                                new LevelRun.Wanted(
                                        wanted.datasets(),
                                        indicator.code(),
                                        wanted.breakdown(),
                                        null,
                                        areas.level(),
                                        wanted.period()))
                        .orElse(null)
                : null;
    }

    /**
     * Those that a reader asks for, in the order of the collection. A figure comes with its interval, its reliability and the word of the room.
     */
    List<Field> chosen(Set<String> names) {
        var chosen = new LinkedHashSet<String>();
        var figures = new LinkedHashMap<String, Field>();
        for (String name : names) {
            var indicator = indicator(name);
            if (own.stream().anyMatch(field -> field.name().equals(name))) {
                chosen.add(name);
            } else if (indicator.isPresent()) {
                var ending = FigureFields.ending(indicator.get(), name).orElseThrow();
                figure(indicator.get()).fields().stream()
                        .filter(field -> ending.isEmpty() || field.name().equals(name))
                        .forEach(field -> figures.put(field.name(), field));
            } else {
                throw BadParameter.unknown(ProblemRule.UNKNOWN_PROPERTY, "properties", name, names());
            }
        }
        var result = new java.util.ArrayList<>(
                own.stream().filter(field -> chosen.contains(field.name())).toList());
        result.addAll(figures.values());
        return result;
    }

    /** A property by its name; any indicator's may be asked for, whether the level has figures of it or not. */
    Optional<Field> find(String name) {
        return usual().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .or(() -> indicator(name)
                        .flatMap(indicator -> figure(indicator).fields().stream()
                                .filter(field -> field.name().equals(name))
                                .findFirst()));
    }

    private Optional<Indicator> indicator(String name) {
        return layer instanceof Layer.Areas
                ? snapshot.catalogue().indicators().stream()
                        .filter(indicator ->
                                FigureFields.ending(indicator, name).isPresent())
                        .findFirst()
                : Optional.empty();
    }

    /** The same for filters, with the geometry. */
    Queryables<Layer.Feature> queryables() {
        return new Queryables<>() {
            @Override
            public Optional<Queryable<Layer.Feature>> find(String name) {
                return name.equals(GEOMETRY)
                        ? Optional.of(new Queryable<>(GEOMETRY, Kind.SHAPE, Layer.Feature::geometry))
                        : Fields.this.find(name).map(Field::queryable);
            }

            @Override
            public Iterable<String> names() {
                var names = Fields.this.names();
                names.add(GEOMETRY);
                return names;
            }
        };
    }

    /** The names that may be asked for. */
    Set<String> names() {
        var names = new LinkedHashSet<String>();
        all().forEach(field -> names.add(field.name()));
        return names;
    }

    /** By name, for quick looking up. */
    static SequencedMap<String, Field> byName(List<Field> fields) {
        var byName = new LinkedHashMap<String, Field>();
        fields.forEach(field -> byName.put(field.name(), field));
        return byName;
    }
}
