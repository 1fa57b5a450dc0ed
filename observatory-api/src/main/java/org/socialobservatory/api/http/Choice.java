package org.socialobservatory.api.http;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.problem.ApiProblem.BadParameter;
import org.socialobservatory.api.problem.ApiProblem.Withdrawn;
import org.socialobservatory.api.problem.ProblemRule;
import org.socialobservatory.api.snapshot.PerSnapshot;
import org.socialobservatory.api.snapshot.PublishedDataset;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ontology.Codes;
import org.socialobservatory.ontology.area.Area;
import org.socialobservatory.ontology.cube.Concept;
import org.socialobservatory.ontology.edition.Edition;
import org.socialobservatory.ontology.indicator.Indicator;

/**
 * What a request chooses of the published figures. Every code is checked against the snapshot; an unknown one is refused
 * with what is allowed.
 */
public final class Choice {

    private static final PerSnapshot<NavigableMap<String, NavigableSet<String>>> DIMENSIONS = new PerSnapshot<>(
            snapshot -> dimensions(snapshot, snapshot.datasets().values()));

    private final Parameters parameters;
    private final Snapshot snapshot;
    private final List<PublishedDataset> datasets;
    private final NavigableMap<String, NavigableSet<String>> dimensions;

    /**
     * @param names the parameters that the door knows beside those of every choice: dataset, edition, dimensions
     */
    public Choice(Parameters parameters, Snapshot snapshot, Collection<String> names) {
        this.parameters = parameters;
        this.snapshot = snapshot;
        // Only a known name may open an edition.
        this.datasets = chosenDatasets(parameters, snapshot);
        this.dimensions = parameters.has("edition") ? dimensions(snapshot, datasets) : DIMENSIONS.of(snapshot);
        var known = new ArrayList<>(names);
        known.add("dataset");
        known.add("edition");
        known.addAll(dimensions.keySet());
        parameters.only(known);
    }

    /** The breakdown dimensions that any current dataset has, and those that every structure declares. */
    public static NavigableSet<String> dimensions(Snapshot snapshot) {
        return new TreeSet<>(DIMENSIONS.of(snapshot).keySet());
    }

    private static NavigableMap<String, NavigableSet<String>> dimensions(
            Snapshot snapshot, Collection<PublishedDataset> datasets) {
        var codes = new TreeMap<String, NavigableSet<String>>();
        PublishedDataset.DECLARED.forEach(dimension -> codes.put(dimension, new TreeSet<>()));
        for (var dataset : datasets) {
            dataset.dimensions().forEach(dimension -> codes.putIfAbsent(dimension, new TreeSet<>()));
            for (var run : dataset.block().runs()) {
                run.breakdown()
                        .codes()
                        .forEach((dimension, code) -> codes.computeIfAbsent(dimension, _ -> new TreeSet<>())
                                .add(code));
            }
        }
        codes.forEach((dimension, known) -> {
            known.add(Codes.totalOf(dimension));
            snapshot.catalogue().codeList(dimension).stream()
                    .flatMap(list -> list.concepts().stream())
                    .map(Concept::code)
                    .forEach(known::add);
        });
        return codes;
    }

    private static List<PublishedDataset> chosenDatasets(Parameters parameters, Snapshot snapshot) {
        var codes = parameters.many("dataset");
        var number = parameters.one("edition");
        if (number.isPresent()) {
            if (codes.size() != 1) {
                throw new BadParameter(
                        codes.isEmpty() ? ProblemRule.MISSING_PARAMETER : ProblemRule.REPEATED_PARAMETER,
                        "dataset",
                        codes.isEmpty() ? null : String.join(",", codes),
                        List.of());
            }
            return List.of(edition(snapshot, codes.iterator().next(), number.get()));
        }
        if (codes.isEmpty()) {
            return List.copyOf(snapshot.datasets().values());
        }
        var chosen = new TreeMap<String, PublishedDataset>();
        for (String code : codes) {
            chosen.put(code, snapshot.dataset(code).orElseThrow(() -> noDataset(snapshot, code)));
        }
        return List.copyOf(chosen.values());
    }

    private static RuntimeException noDataset(Snapshot snapshot, String code) {
        var editions = snapshot.editions(code);
        return editions.isEmpty()
                ? BadParameter.unknown(
                        ProblemRule.UNKNOWN_DATASET,
                        "dataset",
                        code,
                        snapshot.datasets().keySet())
                : withdrawn(editions.getLast());
    }

    private static PublishedDataset edition(Snapshot snapshot, String dataset, String number) {
        var editions = snapshot.editions(dataset);
        if (editions.isEmpty()) {
            throw noDataset(snapshot, dataset);
        }
        for (var edition : editions) {
            if (Integer.toString(edition.number()).equals(number)) {
                if (edition.isWithdrawn()) {
                    throw withdrawn(edition);
                }
                return snapshot.open(edition);
            }
        }
        throw new BadParameter(
                ProblemRule.UNKNOWN_EDITION,
                "edition",
                number,
                editions.stream()
                        .filter(edition -> !edition.isWithdrawn())
                        .map(edition -> Integer.toString(edition.number()))
                        .toList());
    }

    private static Withdrawn withdrawn(Edition edition) {
        return new Withdrawn(edition.withdrawn() == null ? "" : edition.withdrawn());
    }

    /** The datasets asked for, each as the edition asked for; all current ones where none is. */
    public List<PublishedDataset> datasets() {
        return datasets;
    }

    /** The codes of the indicators asked for, synonyms added; null where none is. */
    public @Nullable Set<String> indicators() {
        if (!parameters.has("indicator")) {
            return null;
        }
        var found = new LinkedHashSet<String>();
        parameters
                .many("indicator")
                .forEach(code -> found.addAll(
                        snapshot.catalogue().synonyms(indicator(code).code())));
        return found;
    }

    /** The one indicator that the door needs. */
    public Indicator indicator() {
        return indicator(parameters.required("indicator"));
    }

    private Indicator indicator(String code) {
        return snapshot.catalogue().indicator(code).orElseThrow(() -> noIndicator(code));
    }

    /** One that only a withdrawn edition defines was there: a link to it is told why it is not any more. */
    private RuntimeException noIndicator(String code) {
        for (var edition : snapshot.editions().reversed()) {
            if (edition.isWithdrawn()
                    && snapshot.definitions(edition).indicators().stream()
                            .anyMatch(defined -> defined.code().equals(code))) {
                return withdrawn(edition);
            }
        }
        return BadParameter.unknown(
                ProblemRule.UNKNOWN_INDICATOR,
                "indicator",
                code,
                snapshot.catalogue().indicators().stream().map(Indicator::code).toList());
    }

    /** The areas of a list, none where it is left out. */
    public List<Area> areas(String parameter) {
        return parameters.many(parameter).stream()
                .map(code -> area(parameter, code))
                .toList();
    }

    /** The one area of a parameter. */
    public Optional<Area> area(String parameter) {
        return parameters.one(parameter).map(code -> area(parameter, code));
    }

    private Area area(String parameter, String code) {
        return snapshot.territory()
                .area(code)
                .orElseThrow(() -> BadParameter.unknown(
                        ProblemRule.UNKNOWN_AREA,
                        parameter,
                        code,
                        snapshot.territory().areas().stream().map(Area::code).toList()));
    }

    /** The levels asked for; empty where none is. */
    public Set<String> levels() {
        var levels = parameters.many("level");
        levels.forEach(this::known);
        return levels;
    }

    /** The one level asked for. */
    public Optional<String> level() {
        return parameters.one("level").map(this::known);
    }

    private String known(String level) {
        var levels = snapshot.levels();
        if (!levels.contains(level)) {
            throw new BadParameter(ProblemRule.UNKNOWN_LEVEL, "level", level, levels);
        }
        return level;
    }

    /** The periods asked for; null where none is. */
    public @Nullable Set<String> periods() {
        var asked = parameters.many("period");
        if (asked.isEmpty()) {
            return null;
        }
        var published = new TreeSet<String>();
        datasets.forEach(dataset ->
                dataset.block().runs().forEach(run -> published.add(run.period().code())));
        for (String period : asked) {
            if (!published.contains(period)) {
                throw BadParameter.unknown(ProblemRule.UNKNOWN_PERIOD, "period", period, published.reversed());
            }
        }
        return asked;
    }

    /** For each dimension asked for its codes, none of them standing for every code. */
    public Map<String, Set<String>> codes() {
        var chosen = new LinkedHashMap<String, Set<String>>();
        dimensions.forEach((dimension, known) -> {
            var asked = parameters.many(dimension);
            if (asked.contains("*")) {
                chosen.put(dimension, Set.of());
            } else if (!asked.isEmpty()) {
                var codes = new LinkedHashSet<String>();
                asked.forEach(code -> codes.add(known(dimension, code, known)));
                chosen.put(dimension, codes);
            }
        });
        return chosen;
    }

    private static String known(String dimension, String code, Set<String> known) {
        var plain = Codes.isTotal(code) ? Codes.totalOf(dimension) : code;
        if (!known.contains(plain)) {
            throw BadParameter.unknown(ProblemRule.UNKNOWN_CODE, dimension, code, known);
        }
        return plain;
    }
}
