package org.socialobservatory.api.snapshot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;

/**
 * Which figure a door shows when several datasets have one. The dataset is chosen first, by what each would show:
 * exhaustive before sample before model, then the latest period, then the later edition. The newest period is that of
 * the chosen dataset, so that a small survey does not hide the census of the year before it.
 */
public final class Preference {

    private static final Comparator<PublishedCell> NEWEST =
            Comparator.comparing(cell -> cell.run().period(), Comparator.reverseOrder());

    private static final Comparator<PublishedCell> BETWEEN_DATASETS = Comparator.comparing(PublishedCell::coverage)
            .thenComparing(NEWEST)
            .thenComparing(cell -> cell.dataset().edition().sequence(), Comparator.reverseOrder());

    private Preference() {}

    /** Cells of one indicator: the one to show, then the others of its dataset from the newest, then its alternatives. */
    public static List<PublishedCell> order(Collection<PublishedCell> offered) {
        return order(offered, Function.identity());
    }

    /**
     * The same for what stands by a cell. What is equal in all that counts keeps its order.
     *
     * @param cell by which an offer is judged
     */
    public static <T> List<T> order(Collection<T> offered, Function<T, PublishedCell> cell) {
        var byDataset = new LinkedHashMap<String, List<T>>();
        for (T offer : offered) {
            byDataset
                    .computeIfAbsent(cell.apply(offer).dataset().code(), _ -> new ArrayList<>())
                    .add(offer);
        }
        byDataset.values().forEach(ofOne -> ofOne.sort(Comparator.comparing(cell, NEWEST)));
        return byDataset.values().stream()
                .sorted(Comparator.comparing(ofOne -> cell.apply(ofOne.getFirst()), BETWEEN_DATASETS))
                .flatMap(List::stream)
                .toList();
    }
}
