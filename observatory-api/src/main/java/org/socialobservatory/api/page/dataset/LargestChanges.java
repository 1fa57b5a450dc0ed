package org.socialobservatory.api.page.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.page.Visit;
import org.socialobservatory.api.page.dataset.EditionPage.Change;
import org.socialobservatory.api.page.dataset.EditionPage.Difference;
import org.socialobservatory.api.snapshot.Changes;
import org.socialobservatory.api.snapshot.PublishedCell;
import org.socialobservatory.api.snapshot.PublishedDataset;
import org.socialobservatory.ontology.cube.Observed;

/** Counts the changes from one edition to the next, and keeps the largest. */
final class LargestChanges implements Changes.Reader {

    /** Changes that the page spells out; all are in the download. */
    private static final int KEPT = 10;

    private static final Comparator<Changed> LEAST_FIRST = Comparator.comparingDouble(Changed::weight)
            .thenComparing(changed -> changed.after().key(), Comparator.reverseOrder());

    private record Changed(PublishedCell before, PublishedCell after, double weight) {}

    private final PriorityQueue<Changed> largest = new PriorityQueue<>(KEPT + 1, LEAST_FIRST);
    private long added;
    private long changed;
    private long gone;

    private LargestChanges() {}

    static Difference between(Visit visit, PublishedDataset former, PublishedDataset later) {
        var changes = new LargestChanges();
        Changes.between(former, later, changes);
        var sorted = new ArrayList<>(changes.largest);
        sorted.sort(LEAST_FIRST.reversed());
        return new Difference(
                former.edition().number(),
                changes.added,
                changes.changed,
                changes.gone,
                sorted.stream().map(change -> shown(visit, change)).toList());
    }

    @Override
    public void change(@Nullable PublishedCell before, @Nullable PublishedCell after) {
        if (before == null || after == null) {
            added += before == null ? 1 : 0;
            gone += after == null ? 1 : 0;
            return;
        }
        changed++;
        largest.add(new Changed(before, after, weight(before.observed(), after.observed())));
        if (largest.size() > KEPT) {
            largest.remove();
        }
    }

    /** A number that came or went weighs most, then the change relative to the former number. */
    private static double weight(Observed before, Observed after) {
        if (before instanceof Observed.Value first && after instanceof Observed.Value second) {
            double was = first.number().doubleValue();
            double change = Math.abs(second.number().doubleValue() - was);
            return change == 0 ? 0 : change / Math.max(Math.abs(was), Double.MIN_NORMAL);
        }
        return Double.POSITIVE_INFINITY;
    }

    private static Change shown(Visit visit, Changed changed) {
        var run = changed.after().run();
        var key = changed.after().key();
        return new Change(
                visit.names().indicator(run.indicator()).label(),
                visit.names().area(changed.after().area()),
                visit.names().period(run.period()),
                visit.names().breakdown(run.breakdown()),
                visit.figures().of(changed.before()).text(),
                visit.figures().of(changed.after()).text(),
                String.join("/", List.of(key.indicator(), key.area(), key.period(), key.breakdown())));
    }
}
