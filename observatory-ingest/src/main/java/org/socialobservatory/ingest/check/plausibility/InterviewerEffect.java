package org.socialobservatory.ingest.check.plausibility;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.socialobservatory.ingest.mapping.answers.StoredVariable;
import org.socialobservatory.ontology.finding.FindingRule;
import org.socialobservatory.ontology.survey.Variable;

/**
 * Answers that depend on who asks: the intraclass correlation of the most frequent answer by analysis of variance (Kish
 * 1962), among interviewers of one stratum, so that it is not their neighbourhoods that differ.
 */
final class InterviewerEffect {

    /** A correlation that is high for interviewers (Groves 1989 reports 0.01 as usual). */
    private static final double HIGH = 0.1;

    private static final int FEWEST_INTERVIEWERS = 5;

    private InterviewerEffect() {}

    static void look(Table table) {
        var interviewer = table.interviewer();
        if (interviewer.isEmpty()) {
            return;
        }
        for (StoredVariable variable : table.askedFor()) {
            if (variable.list() != null && variable.type() == Variable.Type.TEXT) {
                var groups = table.answers()
                        .ask(
                                "interviewers",
                                List.of(),
                                "interviewer",
                                Relevance.quoted(interviewer.get()),
                                "answer",
                                Relevance.quoted(variable.name()));
                double correlation = correlation(groups);
                if (groups.size() >= FEWEST_INTERVIEWERS && correlation >= HIGH) {
                    table.find(
                            FindingRule.INTERVIEWERS_DIFFER,
                            variable.name(),
                            String.format(Locale.ROOT, "%.2f", correlation),
                            String.valueOf(groups.size()));
                }
            }
        }
    }

    /** What is summed up of the interviewers of a stratum. */
    private static final class Stratum {
        private double interviews;
        private double chosen;
        private double squares;

        private void add(double[] group) {
            interviews += group[1];
            chosen += group[2];
            squares += group[1] * group[1];
        }
    }

    /**
     * The intraclass correlation of a share within strata; not a number where nothing varies or nobody can be compared.
     *
     * @param groups of each interviewer the number of the stratum, the interviews, and those with the most frequent answer
     */
    static double correlation(List<double[]> groups) {
        var strata = new HashMap<Double, Stratum>();
        groups.forEach(
                group -> strata.computeIfAbsent(group[0], _ -> new Stratum()).add(group));
        double all = 0;
        double between = 0;
        double within = 0;
        double unbalanced = 0;
        for (Stratum stratum : strata.values()) {
            all += stratum.interviews;
            unbalanced += stratum.squares / stratum.interviews;
        }
        for (double[] group : groups) {
            var stratum = strata.getOrDefault(group[0], new Stratum());
            double own = group[2] / group[1];
            double apart = own - stratum.chosen / stratum.interviews;
            between += group[1] * apart * apart;
            within += group[1] * own * (1 - own);
        }
        int degrees = groups.size() - strata.size();
        double typical = (all - unbalanced) / degrees;
        double betweenMean = between / degrees;
        double withinMean = within / (all - groups.size());
        return (betweenMean - withinMean) / (betweenMean + (typical - 1) * withinMean);
    }
}
