package org.socialobservatory.api.diagnostic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.socialobservatory.api.diagnostic.Estimate.Bounds;
import org.socialobservatory.api.snapshot.PerSnapshot;
import org.socialobservatory.api.snapshot.PublishedCell;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ontology.indicator.Indicator.Direction;

/**
 * Places as intervals (Klein, Wright and Wieczorek 2020, <i>A joint confidence region for an overall ranking of
 * populations</i>): K areas get intervals at 1 − 0.05/K; an area stands behind those that are wholly better, before those
 * that are wholly worse, and among the rest nobody knows. Unreliable figures take no place.
 */
public final class Ranking {

    private static final double MISSING = 0.05;

    private static final PerSnapshot<Map<Question, Ranking>> KNOWN = new PerSnapshot<>(_ -> new ConcurrentHashMap<>());

    private final Map<String, Bounds> merits;
    private final double[] lower;
    private final double[] upper;

    /** Which figures of which areas are ranked. */
    private record Question(String dataset, int edition, int resource, int run, String level, String around) {}

    /**
     * @param estimates by area
     * @param direction where low figures are good, the lowest is the first
     */
    Ranking(Map<String, Estimate> estimates, Direction direction) {
        merits = HashMap.newHashMap(estimates.size());
        estimates.forEach((area, estimate) -> {
            var bounds = estimate.bounds(MISSING / estimates.size());
            merits.put(area, direction == Direction.LOWER ? new Bounds(-bounds.upper(), -bounds.lower()) : bounds);
        });
        lower = merits.values().stream().mapToDouble(Bounds::lower).sorted().toArray();
        upper = merits.values().stream().mapToDouble(Bounds::upper).sorted().toArray();
    }

    /** The ranking in which a cell takes part: of its own run, among the areas of its level around it. */
    static Ranking of(Snapshot snapshot, PublishedCell cell, Surroundings surroundings) {
        var question = new Question(
                cell.dataset().code(),
                cell.dataset().edition().number(),
                cell.dataset().block().origin(cell.cell()).resource(),
                cell.run().index(),
                surroundings.area().level(),
                surroundings.around() == null ? "" : surroundings.around().code());
        return KNOWN.of(snapshot).computeIfAbsent(question, _ -> among(snapshot, cell, surroundings.peers()));
    }

    private static Ranking among(Snapshot snapshot, PublishedCell cell, Collection<String> peers) {
        var meaning = Meaning.of(snapshot.catalogue(), cell.run().indicator());
        var estimates = new HashMap<String, Estimate>();
        for (var peer : cells(cell, peers)) {
            if (SourceComparison.of(snapshot).obstacle(cell, peer).isEmpty()
                    && Estimate.of(peer, meaning) instanceof Estimate estimate) {
                estimates.put(peer.area(), estimate);
            }
        }
        return new Ranking(estimates, meaning.direction());
    }

    /** The cells of some areas in the run of one. */
    static List<PublishedCell> cells(PublishedCell cell, Collection<String> areas) {
        var block = cell.dataset().block();
        var run = cell.run();
        var found = new ArrayList<PublishedCell>();
        for (String area : areas) {
            block.find(run, block.areaIndexOf(area)).ifPresent(at -> found.add(new PublishedCell(cell.dataset(), at)));
        }
        return found;
    }

    /** The places of an area; none without a figure that can be ranked, nor without anybody to compare with. */
    public Optional<RankInterval> of(String area) {
        var own = merits.get(area);
        if (own == null || merits.size() < 2) {
            return Optional.empty();
        }
        int better = lower.length - firstAbove(lower, own.upper());
        int worse = firstNotBelow(upper, own.lower());
        return Optional.of(new RankInterval(1 + better, merits.size() - worse, merits.size()));
    }

    private static int firstAbove(double[] sorted, double number) {
        return firstNotBelow(sorted, Math.nextUp(number));
    }

    private static int firstNotBelow(double[] sorted, double number) {
        int found = Arrays.binarySearch(sorted, number);
        if (found < 0) {
            return -found - 1;
        }
        while (found > 0 && sorted[found - 1] == number) {
            found--;
        }
        return found;
    }
}
