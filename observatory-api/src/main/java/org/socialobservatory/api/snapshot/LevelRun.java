package org.socialobservatory.api.snapshot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.snapshot.Block.Run;
import org.socialobservatory.ontology.cube.Breakdown;
import org.socialobservatory.ontology.edition.SourceResource.Coverage;
import org.socialobservatory.ontology.period.Period;

/**
 * The figures that show an indicator for all areas of a level: one run of one dataset, so that they can be compared.
 *
 * @param level the level that is shown
 */
public record LevelRun(PublishedDataset dataset, Run run, String level) {

    /**
     * What is to be shown.
     *
     * @param datasets those from which the figures may come
     * @param indicator code, under any of its synonyms
     * @param areas codes of the areas that count, null for all
     * @param level null for the finest with data
     * @param period code, null for the newest with data
     */
    public record Wanted(
            Collection<PublishedDataset> datasets,
            String indicator,
            Breakdown breakdown,
            @Nullable Set<String> areas,
            @Nullable String level,
            @Nullable String period) {

        private boolean takes(Run run) {
            return run.breakdown().equals(breakdown)
                    && (period == null || period.equals(run.period().code()));
        }
    }

    /** A run that has something to show, the levels at which, and who was asked. */
    private record Candidate(PublishedDataset dataset, Run run, Set<String> levels, Coverage coverage) {
        Period period() {
            return run.period();
        }

        long sequence() {
            return dataset.edition().sequence();
        }

        boolean has(String level) {
            return levels.contains(level);
        }
    }

    /**
     * The newest period with data, then the finest level with data, then the dataset that a door prefers; values come
     * before withheld cells. Empty where nothing is published.
     */
    public static Optional<LevelRun> find(Snapshot snapshot, Wanted wanted) {
        var candidates = candidates(snapshot, wanted, true);
        if (candidates.isEmpty()) {
            candidates = candidates(snapshot, wanted, false);
        }
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        var newest = candidates.stream()
                .map(Candidate::period)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        candidates.removeIf(candidate -> !candidate.period().equals(newest));
        var level = wanted.level() == null ? finest(candidates, snapshot) : wanted.level();
        return candidates.stream()
                .filter(candidate -> candidate.has(level))
                .min(Comparator.comparing(Candidate::coverage)
                        .thenComparing(Candidate::sequence, Comparator.reverseOrder())
                        .thenComparing(candidate -> !candidate.run().indicator().equals(wanted.indicator())))
                .map(candidate -> new LevelRun(candidate.dataset(), candidate.run(), level));
    }

    private static String finest(List<Candidate> candidates, Snapshot snapshot) {
        return snapshot.levels().reversed().stream()
                .filter(level -> candidates.stream().anyMatch(candidate -> candidate.has(level)))
                .findFirst()
                .orElseThrow();
    }

    private static List<Candidate> candidates(Snapshot snapshot, Wanted wanted, boolean withValues) {
        var found = new ArrayList<Candidate>();
        for (String code : snapshot.catalogue().synonyms(wanted.indicator())) {
            for (var dataset : wanted.datasets()) {
                for (var run : dataset.block().runs(code)) {
                    if (wanted.takes(run)) {
                        var candidate = candidate(snapshot, wanted, dataset, run, withValues);
                        if (!candidate.levels().isEmpty()) {
                            found.add(candidate);
                        }
                    }
                }
            }
        }
        return found;
    }

    private static Candidate candidate(
            Snapshot snapshot, Wanted wanted, PublishedDataset dataset, Run run, boolean withValues) {
        var block = dataset.block();
        var levels = new HashSet<String>();
        var coverage = Coverage.MODEL;
        for (int cell = run.from(); cell < run.to(); cell++) {
            if (withValues ? block.isValue(cell) : block.isWithheld(cell)) {
                var code = block.area(cell);
                var area = snapshot.territory().area(code);
                if (area.isPresent()
                        && (wanted.areas() == null || wanted.areas().contains(code))
                        && (wanted.level() == null
                                || wanted.level().equals(area.get().level()))) {
                    levels.add(area.get().level());
                    var its = dataset.coverage(cell);
                    coverage = its.compareTo(coverage) < 0 ? its : coverage;
                }
            }
        }
        return new Candidate(dataset, run, levels, coverage);
    }
}
