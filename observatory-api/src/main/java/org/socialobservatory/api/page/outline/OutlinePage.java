package org.socialobservatory.api.page.outline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.page.Named;
import org.socialobservatory.api.page.Page;
import org.socialobservatory.api.page.Provenance;

/**
 * Where an outline is drawn.
 *
 * @param area the area whose outline it is; null for a new one
 * @param within the area above, if any
 * @param standing the outline that stands, as GeoJSON; null where there is none
 * @param since first day of the version that stands, in words; null where nobody knows
 * @param earliest first day on which the new version can begin; null where any will do
 * @param offered the day that is offered
 * @param dated whether what is drawn begins a version of its own
 * @param above outline of the area above, as the address of a feature; null where there is none
 * @param beside outlines of its level, as the address of features; null where the level has no area yet
 * @param extent the box to look at, as in {@code bbox}; null where nothing is known
 * @param others areas of the same level that could be meant
 * @param levels for a new area
 * @param publishers names of those who publish here
 * @param tolerance metres
 * @param drawn whether the outline that stands is itself only a drawing
 */
public record OutlinePage(
        @Nullable Named area,
        Named level,
        @Nullable Named within,
        @Nullable String standing,
        @Nullable String since,
        @Nullable String earliest,
        String offered,
        boolean dated,
        @Nullable String above,
        @Nullable String beside,
        @Nullable String extent,
        List<Named> others,
        List<Named> levels,
        List<String> publishers,
        List<String> licenses,
        int tolerance,
        int mostTolerance,
        boolean drawn,
        Provenance provenance)
        implements Page {}
