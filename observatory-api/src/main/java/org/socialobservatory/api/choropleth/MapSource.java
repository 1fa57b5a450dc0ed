package org.socialobservatory.api.choropleth;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.http.Choice;
import org.socialobservatory.api.snapshot.Block.Run;
import org.socialobservatory.api.snapshot.PublishedDataset;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ontology.area.Area;
import org.socialobservatory.ontology.edition.SourceResource.Coverage;
import org.socialobservatory.ontology.period.Period;

/**
 * Where the figures of a map come from: one run of one dataset for all areas, so that they can be compared.
 *
 * @param level the level that is shown
 */
record MapSource(PublishedDataset dataset, Run run, String level) {

    /** A run that has something to show, the levels at which, and who was asked. */
    private record Candidate(PublishedDataset dataset, Run run, Set<String> levels, Coverage coverage) {
        Period period() {
            return run.period();
        }

        boolean has(String level) {
            return levels.contains(level);
        }
    }

    /**
     * The newest period with data, then the finest level with data, then the dataset that a door prefers; values come
     * before withheld cells. Empty where nothing answers the question.
     */
    static Optional<MapSource> find(MapQuestion question, Snapshot snapshot) {
        var candidates = candidates(question, snapshot, true);
        if (candidates.isEmpty()) {
            candidates = candidates(question, snapshot, false);
        }
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        var newest = candidates.stream()
                .map(Candidate::period)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        candidates.removeIf(candidate -> !candidate.period().equals(newest));
        var level = question.level() == null ? finest(candidates, snapshot) : question.level();
        return candidates.stream()
                .filter(candidate -> candidate.has(level))
                .min(Comparator.comparing(Candidate::coverage)
                        .thenComparing(
                                candidate -> candidate.dataset().edition().sequence(), Comparator.reverseOrder())
                        .thenComparing(candidate -> !candidate
                                .run()
                                .indicator()
                                .equals(question.indicator().code())))
                .map(candidate -> new MapSource(candidate.dataset(), candidate.run(), level));
    }

    private static String finest(List<Candidate> candidates, Snapshot snapshot) {
        return Choice.levels(snapshot).reversed().stream()
                .filter(level -> candidates.stream().anyMatch(candidate -> candidate.has(level)))
                .findFirst()
                .orElseThrow();
    }

    private static List<Candidate> candidates(MapQuestion question, Snapshot snapshot, boolean withValues) {
        var codes = snapshot.catalogue().synonyms(question.indicator().code());
        var scope = question.scope() == null ? null : codesWithin(question.scope(), snapshot);
        var found = new ArrayList<Candidate>();
        for (var dataset : question.datasets()) {
            for (String code : codes) {
                for (var run : dataset.block().runs(code)) {
                    if (run.breakdown().equals(question.breakdown())
                            && (question.period() == null
                                    || question.period().equals(run.period().code()))) {
                        add(found, dataset, run, scope, question.level(), withValues, snapshot);
                    }
                }
            }
        }
        return found;
    }

    static Set<String> codesWithin(Area scope, Snapshot snapshot) {
        var codes = new HashSet<String>();
        snapshot.territory().descendants(scope.code()).forEach(area -> codes.add(area.code()));
        return codes;
    }

    private static void add(
            List<Candidate> found,
            PublishedDataset dataset,
            Run run,
            @Nullable Set<String> scope,
            @Nullable String level,
            boolean withValues,
            Snapshot snapshot) {
        var block = dataset.block();
        var levels = new HashSet<String>();
        Coverage coverage = Coverage.MODEL;
        for (int cell = run.from(); cell < run.to(); cell++) {
            if (withValues ? block.isValue(cell) : block.isWithheld(cell)) {
                var code = block.area(cell);
                var area = snapshot.territory().area(code);
                if (area.isPresent()
                        && (scope == null || scope.contains(code))
                        && (level == null || level.equals(area.get().level()))) {
                    levels.add(area.get().level());
                    var its = dataset.coverage(cell);
                    coverage = its.compareTo(coverage) < 0 ? its : coverage;
                }
            }
        }
        if (!levels.isEmpty()) {
            found.add(new Candidate(dataset, run, levels, coverage));
        }
    }
}
