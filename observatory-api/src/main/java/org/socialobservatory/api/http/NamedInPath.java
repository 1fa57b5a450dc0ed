package org.socialobservatory.api.http;

import java.util.Objects;
import java.util.TreeSet;
import org.socialobservatory.api.problem.ApiProblem.NotFound;
import org.socialobservatory.api.problem.ApiProblem.Withdrawn;
import org.socialobservatory.api.problem.ProblemRule;
import org.socialobservatory.api.snapshot.PublishedDataset;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ontology.edition.Edition;

/** Datasets and editions as paths name them: 404 where there is none, 410 with the reason where it was withdrawn. */
public final class NamedInPath {

    private NamedInPath() {}

    /** The newest edition that stands; where none does, the reason of the last one is told. */
    public static PublishedDataset dataset(Snapshot snapshot, String code) {
        return snapshot.dataset(code).orElseThrow(() -> {
            var editions = snapshot.editions(code);
            return editions.isEmpty() ? unknownDataset(snapshot, code) : withdrawn(editions.getLast());
        });
    }

    /** An edition that stands. */
    public static Edition edition(Snapshot snapshot, String dataset, String number) {
        var editions = snapshot.editions(dataset);
        if (editions.isEmpty()) {
            throw unknownDataset(snapshot, dataset);
        }
        var numbers = editions.stream()
                .map(edition -> Integer.toString(edition.number()))
                .toList();
        if (!numbers.contains(number)) {
            throw NotFound.unknown(ProblemRule.UNKNOWN_EDITION, number, numbers);
        }
        var edition = editions.get(numbers.indexOf(number));
        if (edition.isWithdrawn()) {
            throw withdrawn(edition);
        }
        return edition;
    }

    private static NotFound unknownDataset(Snapshot snapshot, String code) {
        var known = new TreeSet<String>();
        snapshot.editions().forEach(edition -> known.add(edition.dataset()));
        return NotFound.unknown(ProblemRule.UNKNOWN_DATASET, code, known);
    }

    private static Withdrawn withdrawn(Edition edition) {
        return new Withdrawn(Objects.requireNonNullElse(edition.withdrawn(), ""));
    }
}
