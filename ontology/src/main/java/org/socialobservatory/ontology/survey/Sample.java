package org.socialobservatory.ontology.survey;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.Term;

/**
 * How the respondents of a table of answers were chosen, and how the error of its figures is reckoned.
 *
 * @param design {@code weighted}, {@code srs} (simple random) or {@code census} (everybody)
 * @param responses how many answers there are
 * @param strata into which the population was divided before drawing, at least 1
 * @param clusters drawn first: primary sampling units
 * @param finite whether it counts that the population is not much larger than the sample
 * @param lonelyPsu what is done about a stratum with one cluster
 * @param lonely those strata by name
 * @param replicates method of the replicate weights; null where the variance is linearised
 * @param margins the variables to whose known totals the weights were adjusted, each crossed with {@code ×}
 */
@Term("obs:Sample")
public record Sample(
        String design,
        long responses,
        int strata,
        int clusters,
        boolean finite,
        String lonelyPsu,
        List<String> lonely,
        @Nullable String replicates,
        List<String> margins) {

    public Sample {
        lonely = List.copyOf(lonely);
        margins = List.copyOf(margins);
    }
}
