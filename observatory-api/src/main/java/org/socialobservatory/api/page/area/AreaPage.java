package org.socialobservatory.api.page.area;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.page.Comparison;
import org.socialobservatory.api.page.Figure;
import org.socialobservatory.api.page.IndicatorText;
import org.socialobservatory.api.page.Named;
import org.socialobservatory.api.page.OutlineMap;
import org.socialobservatory.api.page.Page;
import org.socialobservatory.api.page.Provenance;
import org.socialobservatory.api.page.meeting.MeetingLine;
import org.socialobservatory.api.page.sentence.IconArray;
import org.socialobservatory.api.page.sentence.Sentence;

/**
 * An area, as its figures tell it.
 *
 * @param level what kind of area it is, in words
 * @param since first day of its newest version, in words
 * @param above the areas above, from the outermost one
 * @param sentences what stands out, at the top
 * @param against the area beside which the figures are set, if there is one with figures
 * @param others areas that can be chosen instead
 * @param inside the areas directly within
 * @param beside the other areas within the same one
 * @param decided the newest meeting here that decided something; null where there is none
 * @param meetings how many are told of
 */
public record AreaPage(
        String code,
        String name,
        String level,
        @Nullable String since,
        List<Named> above,
        List<Sentence> sentences,
        @Nullable Named against,
        List<Named> others,
        @Nullable OutlineMap map,
        List<Named> inside,
        List<Named> beside,
        List<Theme> themes,
        List<Places> places,
        @Nullable MeetingLine decided,
        int meetings,
        Provenance provenance)
        implements Page {

    /** The signs of a matrix. */
    public List<Comparison> key() {
        return List.of(Comparison.BETTER, Comparison.WORSE, Comparison.UNCLEAR, Comparison.UNKNOWN);
    }

    /**
     * The figures of a theme; those of no theme come last.
     *
     * @param tally how many of them stand how to the area beside
     * @param matrix the areas inside one by one; null where there are none to compare
     * @param open whether it is unfolded when the page opens
     */
    public record Theme(
            @Nullable String code,
            String name,
            List<Row> rows,
            List<Tally> tally,
            @Nullable Matrix matrix,
            boolean open) {

        /** The same theme with some of its rows. */
        Theme with(List<Row> some) {
            return new Theme(code, name, some, tally, matrix, open);
        }
    }

    /** How many figures of a theme stand in one way to the area beside. */
    public record Tally(Comparison comparison, int count) {}

    /**
     * One indicator.
     *
     * @param family beginning that the label shares with its neighbours; the label is then only the rest
     * @param figure for everybody; null where there are figures of parts only
     * @param share the figure as people count, such as “3 women in 10”
     * @param icons the same in pictures
     * @param reference the same figure of the area beside
     * @param notes what else is said of the figure
     * @param earlier the same source's figures of other periods, the newest first
     * @param alternatives other sources' figures
     * @param components figures of which an index of poverty is made, of everybody
     * @param makeup what an index of areas is made of; null for all else
     */
    public record Row(
            IndicatorText indicator,
            @Nullable String family,
            String label,
            @Nullable Figure figure,
            @Nullable String share,
            @JsonIgnore @Nullable IconArray icons,
            @Nullable Figure reference,
            @Nullable Comparison comparison,
            List<Note> notes,
            @Nullable Strip strip,
            List<Figure> earlier,
            List<Figure> alternatives,
            List<Parts> parts,
            List<Part> components,
            @Nullable Makeup makeup) {

        Row within(String shared, String rest) {
            return new Row(
                    indicator,
                    shared,
                    rest,
                    figure,
                    share,
                    icons,
                    reference,
                    comparison,
                    notes,
                    strip,
                    earlier,
                    alternatives,
                    parts,
                    components,
                    makeup);
        }

        /** Whether there is more to show than one line. */
        public boolean more() {
            return !earlier.isEmpty()
                    || !alternatives.isEmpty()
                    || !parts.isEmpty()
                    || !components.isEmpty()
                    || makeup != null;
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
     * A remark beside a figure.
     *
     * @param kind {@code change}, {@code rank}, {@code target}, {@code cluster}, {@code reason}, {@code source} or {@code
     *     share}
     * @param comparison how a change turned out; null for all else
     */
    public record Note(String kind, String text, @Nullable Comparison comparison) {}

    /**
     * The areas inside, by the indicators of a theme.
     *
     * @param areas in the order of the alphabet
     */
    public record Matrix(List<Named> areas, List<MatrixRow> rows) {}

    /**
     * An indicator of the matrix.
     *
     * @param cells how each area stands; null where it has no figure to compare
     */
    public record MatrixRow(IndicatorText indicator, List<@Nullable Comparison> cells) {}

    /** The figures of the parts of a population, such as by sex, or by sex and age. */
    public record Parts(List<String> dimensions, String period, List<Part> parts) {}

    /** The figure of a part. */
    public record Part(
            String name,
            Figure figure,
            @Nullable Figure reference,
            @Nullable Comparison comparison) {}

    /**
     * What an index of areas is made of, and what would change it.
     *
     * @param factors whether effects multiply the index; they add to it otherwise
     * @param areas how many are compared, as written
     */
    public record Makeup(boolean factors, String areas, List<Ingredient> parts) {}

    /**
     * A component of an index of areas.
     *
     * @param share of the weights, in percent
     * @param effect on the index beside the mean of the areas, as written
     * @param place the one that the area would take without it; null where it takes none
     */
    public record Ingredient(
            String name,
            Figure figure,
            String share,
            String effect,
            @Nullable String place) {}

    /** The places of one kind. */
    public record Places(String kind, String name, int count, List<String> names) {}
}
