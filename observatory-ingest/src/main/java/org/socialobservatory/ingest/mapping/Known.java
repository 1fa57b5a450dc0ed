package org.socialobservatory.ingest.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.socialobservatory.ingest.source.Spelling;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.area.Area;
import org.socialobservatory.ontology.cube.CodeList;
import org.socialobservatory.ontology.cube.Concept;
import org.socialobservatory.ontology.indicator.Indicator;

/** What observations may speak of: things of the package first, then those published. */
public final class Known {

    /** Where more codes than this are wrong, the column is, and looking for the nearest of each would take minutes. */
    private static final int MOST_HINTS = 1_000;

    private final Map<String, Area> areas = new HashMap<>();
    private final Published published;
    private final Map<String, Indicator> indicators = new TreeMap<>();
    private final Map<String, Set<String>> codes = new HashMap<>();
    private final Map<String, Map<String, Concept>> found = new TreeMap<>();
    private final Set<String> unlisted = new LinkedHashSet<>();
    private int hints;

    /**
     * @param areas of the package, as they will stand
     * @param indicators defined by the package
     * @param codeLists defined by the package
     */
    public Known(
            Published published, Collection<Area> areas, Collection<Indicator> indicators, List<CodeList> codeLists) {
        this.published = published;
        areas.forEach(area -> this.areas.put(area.code(), area));
        indicators.forEach(indicator -> this.indicators.put(indicator.code(), indicator));
        published.catalogue().codeLists().forEach(this::add);
        codeLists.forEach(this::add);
    }

    private void add(CodeList list) {
        var all = codes.computeIfAbsent(list.scheme(), _ -> new LinkedHashSet<>());
        list.concepts().forEach(concept -> all.add(concept.code()));
    }

    public Optional<Area> area(String code) {
        var own = Optional.ofNullable(areas.get(code));
        return own.isPresent() ? own : published.territory().area(code);
    }

    /** The codes of areas nearest to one that nobody knows. */
    public String nearestAreas(String code) {
        var all = new ArrayList<>(areas.keySet());
        published.territory().areas().forEach(area -> all.add(area.code()));
        return nearest(code, all);
    }

    /** The nearest of some words, as long as that helps. */
    public String nearest(String code, Collection<String> candidates) {
        return hints++ < MOST_HINTS ? Spelling.nearestText(code, candidates) : "—";
    }

    /** An indicator; where the shared catalogue has it, that definition stands. */
    public Optional<Indicator> indicator(String code) {
        var own = Optional.ofNullable(indicators.get(code));
        return own.isPresent() ? own : published.catalogue().indicator(code);
    }

    /** The codes of indicators nearest to one that nobody knows. */
    public String nearestIndicators(String code) {
        var all = new ArrayList<>(indicators.keySet());
        published.catalogue().indicators().forEach(indicator -> all.add(indicator.code()));
        return nearest(code, all);
    }

    /** Whether a dimension may take a code; a dimension without a list takes every one, and remembers it. */
    public boolean takes(String dimension, String code) {
        var list = codes.get(dimension);
        if (list == null) {
            unlisted.add(dimension);
            found.computeIfAbsent(dimension, _ -> new TreeMap<>())
                    .putIfAbsent(code, new Concept(code, Multilingual.none(), null));
            return true;
        }
        if (list.contains(code)) {
            return true;
        }
        var age = dimension.equals("age") ? AgeGroup.of(code) : Optional.<Concept>empty();
        age.ifPresent(
                group -> found.computeIfAbsent(dimension, _ -> new TreeMap<>()).putIfAbsent(code, group));
        return age.isPresent();
    }

    /** The codes of a dimension nearest to one that it does not take. */
    public String nearestCodes(String dimension, String code) {
        return nearest(code, codes.getOrDefault(dimension, Set.of()));
    }

    /** Dimensions for which nobody has a list. */
    public Set<String> unlisted() {
        return unlisted;
    }

    /** Code lists that the observations themselves made: ages beyond the usual groups, dimensions without a list. */
    public List<CodeList> foundCodes() {
        var lists = new LinkedHashMap<String, CodeList>();
        found.forEach((dimension, concepts) ->
                lists.put(dimension, new CodeList(dimension, Multilingual.none(), List.copyOf(concepts.values()))));
        return List.copyOf(lists.values());
    }
}
