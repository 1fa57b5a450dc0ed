package org.socialobservatory.api.page.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.socialobservatory.api.page.Visit;
import org.socialobservatory.api.page.dataset.EditionPage.Change;
import org.socialobservatory.api.page.dataset.EditionPage.Difference;
import org.socialobservatory.api.snapshot.PublishedCell;
import org.socialobservatory.api.snapshot.PublishedDataset;
import org.socialobservatory.ontology.cube.Observed;

/** Sets two editions side by side, cell by cell. */
final class EditionDifference {

    /** Changes that the page spells out; all are in the download. */
    private static final int MOST_CHANGES = 10;

    private record Changed(PublishedCell before, PublishedCell after, double weight) {}

    private long added;
    private long changed;
    private long gone;
    private final List<Changed> largest = new ArrayList<>();

    private EditionDifference() {}

    static Difference between(Visit visit, PublishedDataset former, PublishedDataset later) {
        var difference = new EditionDifference();
        difference.walk(former, later);
        return new Difference(
                former.edition().number(),
                difference.added,
                difference.changed,
                difference.gone,
                difference.largest.stream().map(change -> change(visit, change)).toList());
    }

    /** Both editions stand in the same order, so that one pass over both is enough. */
    private void walk(PublishedDataset former, PublishedDataset later) {
        int one = 0;
        int other = 0;
        while (one < former.block().size() || other < later.block().size()) {
            int order = one == former.block().size()
                    ? 1
                    : other == later.block().size()
                            ? -1
                            : former.block().key(one).compareTo(later.block().key(other));
            if (order < 0) {
                gone++;
                one++;
            } else if (order > 0) {
                added++;
                other++;
            } else {
                compare(new PublishedCell(former, one++), new PublishedCell(later, other++));
            }
        }
    }

    private void compare(PublishedCell before, PublishedCell after) {
        if (before.observed().equals(after.observed())) {
            return;
        }
        changed++;
        largest.add(new Changed(before, after, weight(before.observed(), after.observed())));
        if (largest.size() > MOST_CHANGES) {
            largest.sort(Comparator.comparingDouble(Changed::weight).reversed());
            largest.removeLast();
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

    private static Change change(Visit visit, Changed changed) {
        var run = changed.after().run();
        var key = changed.after().key();
        return new Change(
                visit.names().indicator(run.indicator()).label(),
                visit.names().area(changed.after().area()),
                visit.names().period(run.period()),
                visit.names().breakdown(run.breakdown()),
                visit.figures().of(changed.before()).text(),
                visit.figures().of(changed.after()).text(),
                Stream.of(key.indicator(), key.area(), key.period(), key.breakdown())
                        .collect(java.util.stream.Collectors.joining("/")));
    }
}
