package org.socialobservatory.api.page.area;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.socialobservatory.api.problem.ApiProblem.BadParameter;
import org.socialobservatory.api.problem.ApiProblem.Withdrawn;
import org.socialobservatory.api.problem.ProblemRule;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ontology.edition.Edition;

/** Reads the editions with which a meeting began: {@code dataset:number} for each dataset, by comma. */
final class HeldEditions {

    static final String PARAMETER = "editions";
    /** Between a dataset and its number. */
    static final String OF = ":";
    /** More datasets than these no area has. */
    private static final int MOST = 50;

    private HeldEditions() {}

    /** The editions, or a refusal: a withdrawn one is not shown, however the meeting began. */
    static List<Edition> read(Snapshot snapshot, String said) {
        var editions = new ArrayList<Edition>();
        var datasets = new HashSet<String>();
        for (String part : said.split(",", -1)) {
            var edition = edition(snapshot, part);
            if (!datasets.add(edition.dataset()) || datasets.size() > MOST) {
                throw new BadParameter(ProblemRule.MALFORMED_VALUE, PARAMETER, said, List.of());
            }
            editions.add(edition);
        }
        return editions;
    }

    private static Edition edition(Snapshot snapshot, String part) {
        var steps = part.split(OF, -1);
        var all = snapshot.editions(steps[0]);
        for (var edition : all) {
            if (steps.length == 2 && Integer.toString(edition.number()).equals(steps[1])) {
                if (edition.isWithdrawn()) {
                    throw new Withdrawn(edition.withdrawn() == null ? "" : edition.withdrawn());
                }
                return edition;
            }
        }
        throw new BadParameter(
                ProblemRule.UNKNOWN_EDITION,
                PARAMETER,
                part,
                all.stream()
                        .filter(edition -> !edition.isWithdrawn())
                        .map(edition -> edition.dataset() + OF + edition.number())
                        .toList());
    }
}
