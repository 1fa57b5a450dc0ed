package org.socialobservatory.ingest.estimate.design;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The answers contradict the design that was declared for them; each fault names what contradicts. */
public final class UnusableDesign extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Fault> faults;

    public UnusableDesign(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("; ")));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }

    /** One contradiction, with what it is about: names, counts, values. */
    public record Fault(Kind kind, List<String> arguments) {
        public Fault {
            arguments = List.copyOf(arguments);
        }

        public static Fault of(Kind kind, Object... arguments) {
            return new Fault(
                    kind, List.of(arguments).stream().map(String::valueOf).toList());
        }
    }

    /** The kinds of contradiction. */
    public enum Kind {
        /** No response at all. */
        NO_RESPONSES,
        /** Responses without a weight, or with one that is not positive: how many. */
        WEIGHT_UNUSABLE,
        /** Responses without a stratum where others have one: how many. */
        STRATUM_MISSING,
        /** Responses without a cluster where others have one: how many. */
        CLUSTER_MISSING,
        /** Responses without a finite population where others have one: how many. */
        FPC_MISSING,
        /** Sampling fractions and sizes of populations together, or a value that is neither: the value. */
        FPC_MIXED,
        /** Two values in one stratum: the stratum and both. */
        FPC_DIFFERS,
        /** Fewer clusters in the population than in the sample: stratum, population, sample. */
        FPC_TOO_SMALL,
        /** One cluster in a stratum where the rule is to refuse: the stratum. */
        LONELY_CLUSTER,
        /** Responses in no category of a margin: margin and how many. */
        MARGIN_WITHOUT_CATEGORY,
        /** A category that the margin does not know: margin and category. */
        MARGIN_UNKNOWN_CATEGORY,
        /** A category that no response belongs to: margin and category. */
        MARGIN_EMPTY_CATEGORY,
        /** Margins whose sizes cannot be met together: the largest relative distance that is left. */
        MARGINS_CONTRADICT,
        /** Margins together with replicate weights, which must have been adjusted by their maker. */
        MARGINS_WITH_REPLICATES;

        /** The name in findings. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
