package org.socialobservatory.api.page.sentence;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.page.Figure;

/**
 * A share as people count: three in ten.
 *
 * @param about whether the share is only near; an estimate's is within its interval instead
 */
public record OutOf(int part, int all, boolean about) {

    /** The groups in which people think, the smallest first. */
    private static final int[] GROUPS = {2, 3, 4, 5, 10, 20, 100};
    /** How far a share may lie from the figure, in percent of all and of the figure: more would be another share. */
    private static final double NEAR = 2;

    private static final double RELATIVELY_NEAR = 0.1;
    private static final double EXACTLY = 0.05;

    /** The share of a percentage, within its interval; none where nobody or everybody is concerned, or it is not known well enough. */
    public static Optional<OutOf> of(Figure figure) {
        return figure.number() == null
                ? Optional.empty()
                : of(
                        figure.number().doubleValue(),
                        figure.lower() == null ? null : figure.lower().doubleValue(),
                        figure.upper() == null ? null : figure.upper().doubleValue());
    }

    static Optional<OutOf> of(double percent, @Nullable Double lower, @Nullable Double upper) {
        for (int group : GROUPS) {
            int part = (int) Math.round(percent * group / 100);
            double share = 100.0 * part / group;
            double distance = Math.abs(share - percent);
            boolean inside = lower == null || upper == null || (share >= lower && share <= upper);
            if (part > 0 && part < group && inside && distance <= Math.min(NEAR, RELATIVELY_NEAR * percent)) {
                return Optional.of(new OutOf(part, group, distance > EXACTLY));
            }
        }
        return Optional.empty();
    }
}
