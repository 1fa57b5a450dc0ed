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
import org.socialobservatory.ontology.area.Area;
import org.socialobservatory.ontology.cube.Breakdown;

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
     * @param period code, null for the newest of the dataset
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

        private boolean takes(Area area) {
            return (areas == null || areas.contains(area.code())) && (level == null || level.equals(area.level()));
        }
    }

    /**
     * A run that has something to show.
     *
     * @param best one of those whose source is the most complete
     * @param levels at which it has something
     */
    private record Candidate(PublishedCell best, Set<String> levels) {
        boolean has(String level) {
            return levels.contains(level);
        }

        /** Whether both show the same dataset at the same time. */
        boolean isBeside(Candidate other) {
            return best.dataset().code().equals(other.best.dataset().code())
                    && best.run().period().equals(other.best.run().period());
        }

        LevelRun at(String level) {
            return new LevelRun(best.dataset(), best.run(), level);
        }
    }

    /**
     * The dataset that a door prefers, then its newest period with data, then its finest level with data; values come
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
        var preferred = snapshot.preference().order(candidates, Candidate::best, wanted.areas());
        var shown = preferred.stream()
                .filter(preferred.getFirst()::isBeside)
                .sorted(Comparator.comparing(
                        candidate -> !candidate.best().run().indicator().equals(wanted.indicator())))
                .toList();
        var level = wanted.level() == null ? finest(shown, snapshot) : wanted.level();
        return shown.stream()
                .filter(candidate -> candidate.has(level))
                .findFirst()
                .map(candidate -> candidate.at(level));
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
                        candidate(snapshot, wanted, dataset, run, withValues).ifPresent(found::add);
                    }
                }
            }
        }
        return found;
    }

    private static Optional<Candidate> candidate(
            Snapshot snapshot, Wanted wanted, PublishedDataset dataset, Run run, boolean withValues) {
        var block = dataset.block();
        var levels = new HashSet<String>();
        int best = -1;
        for (int cell = run.from(); cell < run.to(); cell++) {
            if (withValues ? block.isValue(cell) : block.isWithheld(cell)) {
                var area = snapshot.territory().area(block.area(cell));
                if (area.isPresent() && wanted.takes(area.get())) {
                    levels.add(area.get().level());
                    if (best < 0 || dataset.coverage(cell).compareTo(dataset.coverage(best)) < 0) {
                        best = cell;
                    }
                }
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(new Candidate(new PublishedCell(dataset, best), levels));
    }
}
