package org.socialobservatory.api.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The order of figures, from the highest, and the places in it. */
public final class Ranks {

    /** From the highest figure; what has no number comes last. */
    public static final Comparator<@Nullable Figure> DESCENDING =
            Comparator.comparing(Ranks::number, Comparator.nullsLast(Comparator.<BigDecimal>reverseOrder()));

    private Ranks() {}

    private static @Nullable BigDecimal number(@Nullable Figure figure) {
        return figure == null ? null : figure.number();
    }

    /**
     * The place of each figure, null for what has no number. Figures that are written alike share a place. Among
     * estimates no place is given, for it may be chance.
     *
     * @param figures in descending order
     */
    public static List<@Nullable Integer> of(List<? extends @Nullable Figure> figures) {
        boolean counted = figures.stream().allMatch(figure -> figure == null || !figure.stated() || plain(figure));
        var ranks = new ArrayList<@Nullable Integer>();
        for (int i = 0; i < figures.size(); i++) {
            var figure = figures.get(i);
            var before = i == 0 ? null : figures.get(i - 1);
            if (!counted || figure == null || figure.number() == null) {
                ranks.add(null);
            } else {
                ranks.add(
                        before != null && before.text().equals(figure.text())
                                ? ranks.getLast()
                                : Integer.valueOf(i + 1));
            }
        }
        return ranks;
    }

    private static boolean plain(Figure figure) {
        return figure.exhaustive() && figure.lower() == null;
    }
}
