package org.socialobservatory.ingest.check.plausibility;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.socialobservatory.ontology.finding.FindingRule;

/**
 * Interviews that are nearly the same as another: each one's largest share of answers in common with another of the same
 * interviewer or, where nobody says who asked, of the same cluster (Kuriakose &amp; Robbins 2016). People who resemble one
 * another can agree so far too (Simmons et al. 2016): it is the share of such interviews that tells.
 */
final class Resemblance {

    /** Pairs with fewer questions that both answered say nothing. */
    private static final int ANSWERS_IN_COMMON = Copies.ANSWERS_TO_BE_ALIKE;
    /** Share of their answers above which two interviews are nearly the same. */
    private static final double NEARLY_THE_SAME = 0.85;
    /** Share of interviews with such a twin that real surveys rarely pass. */
    private static final double MANY = 0.05;
    /** Bounds the work: of large clusters, interviews are compared with those read before and after them. */
    private static final long MOST_PAIRS = 5_000_000;

    private static final int SMALLEST_PART = 10;

    private Resemblance() {}

    static void look(Table table) {
        var asked = table.askedFor();
        if (asked.size() < ANSWERS_IN_COMMON) {
            return;
        }
        double rows = table.answers().ask("rows", List.of()).getFirst()[0];
        long part = Math.max(SMALLEST_PART, Math.round(MOST_PAIRS / Math.max(1, rows)));
        var places = IntStream.range(0, asked.size()).boxed().toList();
        var found = table.answers()
                .ask(
                        "resemblance",
                        List.of(part, ANSWERS_IN_COMMON, ANSWERS_IN_COMMON, NEARLY_THE_SAME),
                        "block",
                        table.interviewer().map(Relevance::quoted).orElse("concat_ws('/', _stratum, _cluster)"),
                        "known",
                        Table.joined(asked, "CAST(", " IS NOT NULL AS INTEGER)", " + "),
                        "columns",
                        IntStream.range(0, asked.size())
                                .mapToObj(i -> coded(asked.get(i).name(), i))
                                .collect(Collectors.joining(", ")),
                        "same",
                        places.stream()
                                .map(i -> "CAST(coalesce(one.a" + i + " = other.a" + i + ", false) AS INTEGER)")
                                .collect(Collectors.joining(" + ")),
                        "shared",
                        places.stream()
                                .map(i ->
                                        "CAST(one.a" + i + " IS NOT NULL AND other.a" + i + " IS NOT NULL AS INTEGER)")
                                .collect(Collectors.joining(" + ")))
                .getFirst();
        double compared = found[0];
        double alike = found[1];
        if (compared >= Table.ENOUGH_INTERVIEWS && alike / compared > MANY) {
            table.find(
                    FindingRule.ANSWERS_RESEMBLE,
                    null,
                    Table.whole(alike),
                    Table.rounded(100 * alike / compared),
                    Table.whole(compared));
        }
    }

    /** An answer by its digest, so that lists and long texts are compared as fast as codes. */
    private static String coded(String name, int place) {
        var quoted = Relevance.quoted(name);
        return "CASE WHEN " + quoted + " IS NOT NULL THEN hash(" + quoted + ") END AS a" + place;
    }
}
