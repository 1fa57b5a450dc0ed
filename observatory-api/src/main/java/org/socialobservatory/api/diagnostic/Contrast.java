package org.socialobservatory.api.diagnostic;

import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.snapshot.PublishedCell;

/**
 * A figure beside another one.
 *
 * @param other null where there is none
 * @param difference null where the two are not compared
 * @param adjusted p among all comparisons of the kind on the sheet; NaN where nothing was tested
 * @param reason why they are not compared; null where they are
 * @param approximate whether the error was reckoned as if the two had nothing in common, though they may
 */
public record Contrast(
        PublishedCell figure,
        @Nullable PublishedCell other,
        @Nullable Difference difference,
        double adjusted,
        Verdict verdict,
        @Nullable Reason reason,
        boolean approximate) {

    static Contrast refused(PublishedCell figure, @Nullable PublishedCell other, Reason reason) {
        return new Contrast(figure, other, null, Double.NaN, Verdict.NOT_COMPARABLE, reason, false);
    }
}
