package org.socialobservatory.ingest.gate.facts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.Codes;
import org.socialobservatory.ontology.cube.CodeList;
import org.socialobservatory.ontology.cube.Concept;

/** Which codes of a dimension make up which: ages by their years, sexes by nature, other codes as their list says. */
final class Families {

    /** Ways to make up one band of others; further ones follow from them. */
    private static final int MOST_CHAINS = 16;

    private final Map<String, Map<String, Concept>> lists = new HashMap<>();
    private final Map<Asked, List<Family>> known = new HashMap<>();

    Families(Collection<CodeList> codeLists) {
        for (var list : codeLists) {
            var concepts = lists.computeIfAbsent(list.scheme(), _ -> new TreeMap<>());
            list.concepts().forEach(concept -> concepts.putIfAbsent(concept.code(), concept));
        }
    }

    /**
     * A whole with its parts.
     *
     * @param whole null for the total
     * @param declared whether their definition says that the parts are all
     */
    record Family(@Nullable String whole, List<String> parts, boolean declared) {}

    private record Asked(String dimension, Set<String> codes, boolean all) {}

    /**
     * Among codes that have cells, the total left out.
     *
     * @param all whether nobody has another code
     */
    List<Family> among(String dimension, Set<String> codes, boolean all) {
        return known.computeIfAbsent(
                new Asked(dimension, Set.copyOf(codes), all), asked -> found(dimension, asked.codes(), all));
    }

    private List<Family> found(String dimension, Set<String> codes, boolean all) {
        if (dimension.equals("age")
                && codes.stream().allMatch(code -> AgeBand.of(code).isPresent())) {
            return ages(codes, all);
        }
        var children = new TreeMap<String, List<String>>();
        for (String code : codes.stream().sorted().toList()) {
            children.computeIfAbsent(above(dimension, code, codes).orElse(""), _ -> new ArrayList<>())
                    .add(code);
        }
        var families = new ArrayList<Family>();
        children.forEach((whole, parts) -> families.add(new Family(
                whole.isEmpty() ? null : whole,
                parts,
                all || isWhole(dimension, whole.isEmpty() ? null : whole, parts))));
        return families;
    }

    /** The nearest code above that has a cell. */
    private Optional<String> above(String dimension, String code, Set<String> codes) {
        var list = lists.getOrDefault(dimension, Map.of());
        var concept = list.get(code);
        for (int step = 0; concept != null && concept.broader() != null && step < list.size(); step++) {
            if (codes.contains(concept.broader())) {
                return Optional.of(concept.broader());
            }
            concept = list.get(concept.broader());
        }
        return Optional.empty();
    }

    /** Whether a list has no further code directly below. */
    private boolean isWhole(String dimension, @Nullable String whole, List<String> parts) {
        var below = lists.getOrDefault(dimension, Map.of()).values().stream()
                .filter(concept -> whole == null ? concept.broader() == null : whole.equals(concept.broader()))
                .map(Concept::code)
                .filter(code -> !Codes.isTotal(code))
                .toList();
        return !below.isEmpty() && parts.containsAll(below);
    }

    /** @param gaps whether nobody is of an age between two bands */
    private static List<Family> ages(Set<String> codes, boolean gaps) {
        var bands = new TreeMap<String, AgeBand>();
        codes.forEach(code -> bands.put(code, AgeBand.of(code).orElseThrow()));
        var families = new ArrayList<Family>();
        bands.forEach((whole, band) ->
                chains(bands, band, gaps).forEach(parts -> families.add(new Family(whole, parts, true))));
        int from = bands.values().stream().mapToInt(AgeBand::from).min().orElse(0);
        int to = bands.values().stream().mapToInt(AgeBand::to).max().orElse(0);
        var all = new AgeBand(from, to);
        if (bands.containsValue(all)) {
            bands.forEach((code, band) -> {
                if (band.equals(all)) {
                    families.add(new Family(null, List.of(code), gaps));
                }
            });
        }
        chains(bands, all, gaps).forEach(parts -> families.add(new Family(null, parts, true)));
        return families;
    }

    /** The ways to make up a band of the widest bands within it; of all bands within it where the widest do not meet. */
    private static List<List<String>> chains(Map<String, AgeBand> bands, AgeBand whole, boolean gaps) {
        var within = new TreeMap<String, AgeBand>();
        bands.forEach((code, band) -> {
            if (band.isWithin(whole)) {
                within.put(code, band);
            }
        });
        var widest = new TreeMap<>(within);
        widest.values().removeIf(band -> within.values().stream().anyMatch(band::isWithin));
        var chains = new ArrayList<List<String>>();
        follow(widest, whole, whole.from(), gaps, List.of(), chains);
        if (chains.isEmpty()) {
            follow(within, whole, whole.from(), gaps, List.of(), chains);
        }
        return chains;
    }

    private static void follow(
            Map<String, AgeBand> bands,
            AgeBand whole,
            int from,
            boolean gaps,
            List<String> before,
            List<List<String>> chains) {
        int start = gaps ? next(bands, from) : from;
        for (var next : bands.entrySet()) {
            if (next.getValue().from() == start && chains.size() < MOST_CHAINS) {
                var chain = new ArrayList<>(before);
                chain.add(next.getKey());
                int after = next.getValue().to() + 1;
                if (next.getValue().to() == whole.to() || (gaps && next(bands, after) == AgeBand.OPEN + 1)) {
                    chains.add(chain);
                } else {
                    follow(bands, whole, after, gaps, chain, chains);
                }
            }
        }
    }

    /** The first year of an age or after it at which a band begins. */
    private static int next(Map<String, AgeBand> bands, int from) {
        return bands.values().stream()
                .mapToInt(AgeBand::from)
                .filter(year -> year >= from)
                .min()
                .orElse(AgeBand.OPEN + 1);
    }
}
