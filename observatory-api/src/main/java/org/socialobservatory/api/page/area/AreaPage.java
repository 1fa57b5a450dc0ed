package org.socialobservatory.api.page.area;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.page.Comparison;
import org.socialobservatory.api.page.Figure;
import org.socialobservatory.api.page.IndicatorText;
import org.socialobservatory.api.page.Named;
import org.socialobservatory.api.page.OutlineMap;
import org.socialobservatory.api.page.Page;
import org.socialobservatory.api.page.Provenance;

/**
 * An area, as its figures tell it.
 *
 * @param level what kind of area it is, in words
 * @param since first day of its newest version, in words
 * @param above the areas above, from the outermost one
 * @param against the area beside which the figures are set, if there is one with figures
 * @param others areas that can be chosen instead
 * @param inside the areas directly within
 * @param beside the other areas within the same one
 */
public record AreaPage(
        String code,
        String name,
        String level,
        @Nullable String since,
        List<Named> above,
        @Nullable Named against,
        List<Named> others,
        @Nullable OutlineMap map,
        List<Named> inside,
        List<Named> beside,
        List<Theme> themes,
        List<Places> places,
        Provenance provenance)
        implements Page {

    /** The figures of a theme; those of no theme come last. */
    public record Theme(@Nullable String code, String name, List<Row> rows) {}

    /**
     * One indicator.
     *
     * @param family beginning that the label shares with its neighbours; the label is then only the rest
     * @param figure for everybody; null where there are figures of parts only
     * @param reference the same figure of the area beside
     * @param note why there is no reference to compare with
     * @param earlier the same source's figures of other periods, the newest first
     * @param alternatives other sources' figures
     * @param components figures of which an index is made, of everybody
     */
    public record Row(
            IndicatorText indicator,
            @Nullable String family,
            String label,
            @Nullable Figure figure,
            @Nullable Figure reference,
            @Nullable Comparison comparison,
            @Nullable String note,
            @Nullable Strip strip,
            List<Figure> earlier,
            List<Figure> alternatives,
            List<Parts> parts,
            List<Part> components) {

        Row within(String shared, String rest) {
            return new Row(
                    indicator,
                    shared,
                    rest,
                    figure,
                    reference,
                    comparison,
                    note,
                    strip,
                    earlier,
                    alternatives,
                    parts,
                    components);
        }

        /** Whether there is more to show than one line. */
        public boolean more() {
            return !earlier.isEmpty() || !alternatives.isEmpty() || !parts.isEmpty() || !components.isEmpty();
        }

        /** The dimensions by which there are parts, each once. */
        public List<String> dimensions() {
            return parts.stream()
                    .flatMap(each -> each.dimensions().stream())
                    .distinct()
                    .toList();
        }
    }

    /**
     * A percentage on a line from 0 to 100, in percent of its length.
     *
     * @param lower beginning of the interval, where there is one
     */
    public record Strip(
            String at,
            @Nullable String lower,
            @Nullable String width,
            @Nullable String reference) {}

    /** The figures of the parts of a population, such as by sex, or by sex and age. */
    public record Parts(List<String> dimensions, String period, List<Part> parts) {}

    /** The figure of a part. */
    public record Part(
            String name,
            Figure figure,
            @Nullable Figure reference,
            @Nullable Comparison comparison) {}

    /** The places of one kind. */
    public record Places(String kind, String name, int count, List<String> names) {}
}
