package org.socialobservatory.api.page.area;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.page.Comparison;
import org.socialobservatory.api.page.Figure;
import org.socialobservatory.api.page.IndicatorText;
import org.socialobservatory.api.page.Named;
import org.socialobservatory.api.page.Page;
import org.socialobservatory.api.page.Provenance;

/**
 * Several areas side by side.
 *
 * @param areas in the order in which they were asked for; the others are compared with the first
 * @param choices areas that can be chosen
 */
public record ComparePage(List<Named> areas, List<Choice> choices, List<Theme> themes, Provenance provenance)
        implements Page {

    public ComparePage {
        areas = List.copyOf(areas);
        choices = List.copyOf(choices);
        themes = List.copyOf(themes);
    }

    /** An area that can be chosen, or is. */
    public record Choice(String code, String name, boolean chosen) {}

    /** The indicators of a theme of which at least two of the areas have a figure. */
    public record Theme(String name, List<Multiple> multiples, boolean open) {}

    /** One indicator, all areas on one scale. */
    public record Multiple(IndicatorText indicator, List<Cell> cells) {}

    /**
     * An area by an indicator.
     *
     * @param figure null where it has none
     * @param comparison with the first area
     * @param reason why it is not compared with the first area
     */
    public record Cell(
            Named area,
            @Nullable Figure figure,
            @Nullable Strip strip,
            @Nullable Comparison comparison,
            @Nullable String reason) {}
}
