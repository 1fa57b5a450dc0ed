package org.socialobservatory.demonstration;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** How alike the members of a group are in one respect: 0 as two of the town, 1 all the same. */
final class IntraclassCorrelation {

    private IntraclassCorrelation() {}

    /** By analysis of variance in one way (Donner 1986). */
    static <R, G> double of(List<R> all, Function<R, G> group, Predicate<R> respect) {
        Collection<List<R>> groups =
                all.stream().collect(Collectors.groupingBy(group)).values();
        double mean = share(all, respect);
        double between = 0;
        double within = 0;
        double squares = 0;
        for (List<R> members : groups) {
            double share = share(members, respect);
            between += members.size() * (share - mean) * (share - mean);
            within += members.size() * share * (1 - share);
            squares += (double) members.size() * members.size();
        }
        between /= groups.size() - 1;
        within /= all.size() - groups.size();
        double typical = (all.size() - squares / all.size()) / (groups.size() - 1);
        return (between - within) / (between + (typical - 1) * within);
    }

    private static <R> double share(List<R> members, Predicate<R> respect) {
        return (double) members.stream().filter(respect).count() / members.size();
    }
}
