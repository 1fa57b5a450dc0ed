package org.socialobservatory.api.diagnostic;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.snapshot.PublishedCell;

/**
 * What is said of an area by one indicator.
 *
 * @param indicator the code under which it is shown: that of the catalogue indicator that it is, else its own
 * @param figure for everybody; null where there are figures of parts only
 * @param passedOver the figure that would come first, had it a value; null where {@code figure} is that
 * @param reference the same beside; null where there is no area beside, or no figure
 * @param change since the last period with which it may be compared; null where there is none
 * @param rank among the areas around; null where it takes no place
 * @param target null where none is set
 * @param earlier the same source's figures of other periods, the newest first
 * @param alternatives other sources' figures
 * @param parts of the population, from the same source and period
 * @param makeup what an index of areas is made of; null for all else
 * @param index code of the index of which this is a component, as it is shown; null for most
 */
public record Line(
        String indicator,
        Meaning meaning,
        @Nullable PublishedCell figure,
        @Nullable PublishedCell passedOver,
        @Nullable Contrast reference,
        @Nullable Contrast change,
        @Nullable RankInterval rank,
        @Nullable Target target,
        List<PublishedCell> earlier,
        List<PublishedCell> alternatives,
        List<Part> parts,
        @Nullable Makeup makeup,
        @Nullable String index) {

    public Line {
        earlier = List.copyOf(earlier);
        alternatives = List.copyOf(alternatives);
        parts = List.copyOf(parts);
    }

    /**
     * The figure of a part of the population.
     *
     * @param reference null where there is no area beside
     */
    public record Part(PublishedCell figure, @Nullable Contrast reference) {}
}
