package org.socialobservatory.api.snapshot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.area.Area;
import org.socialobservatory.ontology.area.Territory;
import org.socialobservatory.ontology.indicator.Catalogue;

/**
 * Which figure a door shows when several datasets have one. The dataset is chosen first, by what each would show: the
 * town's preferred one, then exhaustive before sample before model, then the latest period, then the later edition. The
 * newest period is that of the chosen dataset, so that a small survey does not hide the census of the year before it.
 */
public final class Preference {

    private static final Comparator<PublishedCell> NEWEST =
            Comparator.comparing(cell -> cell.run().period(), Comparator.reverseOrder());

    private static final Comparator<PublishedCell> BETWEEN_DATASETS = Comparator.comparing(PublishedCell::coverage)
            .thenComparing(NEWEST)
            .thenComparing(cell -> cell.dataset().edition().sequence(), Comparator.reverseOrder());

    private final List<PreferredDataset> preferred;
    private final Territory territory;
    private final Catalogue catalogue;

    Preference(List<PreferredDataset> preferred, Territory territory, Catalogue catalogue) {
        this.preferred = List.copyOf(preferred);
        this.territory = territory;
        this.catalogue = catalogue;
    }

    /**
     * Cells of one indicator in one area: the one to show, then the others of its dataset from the newest, then its
     * alternatives.
     */
    public List<PublishedCell> order(Collection<PublishedCell> offered) {
        return offered.isEmpty()
                ? List.of()
                : order(
                        offered,
                        Function.identity(),
                        Set.of(offered.iterator().next().area()));
    }

    /**
     * The same for what stands by a cell of one indicator. What is equal in all that counts keeps its order.
     *
     * @param cell by which an offer is judged
     * @param areas that are shown together, null for all: a town's word counts where all of them lie in it
     */
    public <T> List<T> order(
            Collection<T> offered, Function<T, PublishedCell> cell, @Nullable Collection<String> areas) {
        var byDataset = new LinkedHashMap<String, List<T>>();
        for (T offer : offered) {
            byDataset
                    .computeIfAbsent(cell.apply(offer).dataset().code(), _ -> new ArrayList<>())
                    .add(offer);
        }
        byDataset.values().forEach(ofOne -> ofOne.sort(Comparator.comparing(cell, NEWEST)));
        var datasets = offered.isEmpty()
                ? Set.<String>of()
                : preferred(cell.apply(offered.iterator().next()).run().indicator(), areas);
        return byDataset.values().stream()
                .sorted(Comparator.comparing(
                        ofOne -> cell.apply(ofOne.getFirst()),
                        Comparator.comparing((PublishedCell one) ->
                                        !datasets.contains(one.dataset().code()))
                                .thenComparing(BETWEEN_DATASETS)))
                .flatMap(List::stream)
                .toList();
    }

    private Set<String> preferred(String indicator, @Nullable Collection<String> areas) {
        if (preferred.isEmpty() || areas == null || areas.isEmpty()) {
            return Set.of();
        }
        var synonyms = catalogue.synonyms(indicator);
        return preferred.stream()
                .filter(word -> synonyms.contains(word.indicator()))
                .filter(word -> areas.stream().allMatch(area -> lies(area, word.town())))
                .map(PreferredDataset::dataset)
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean lies(String area, String town) {
        return Stream.concat(Stream.of(area), territory.ancestors(area).stream().map(Area::code))
                .anyMatch(town::equals);
    }
}
