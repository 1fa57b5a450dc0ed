package org.socialobservatory.api.page.map;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.page.Figure;
import org.socialobservatory.api.page.IndicatorText;
import org.socialobservatory.api.page.Named;
import org.socialobservatory.api.page.Page;
import org.socialobservatory.api.page.Provenance;

/**
 * The map of one indicator, whole: what can be chosen, what was chosen, the legend, and the figure of every area. The
 * script only draws it.
 *
 * @param indicator null where no indicator has a figure
 * @param asked what is shown, in words
 * @param relaxed whether the choice had no figure, and the nearest one that has is shown
 * @param other the map beside it, in the same colours; null where nothing is compared
 * @param together the areas that the reader put together; null where he chose none
 * @param found what the reader looked for; null where nothing
 * @param layers kinds of places that can be drawn too, and meetings
 * @param dataset the one dataset from which all figures come
 * @param level code of the level shown
 * @param extent the box around all areas shown, as in {@code bbox}: west, south, east, north
 * @param drawn whether an outline is a simplified drawing of ours
 * @param state what shows this same map again, as a query of an address
 * @param plain the same without the map beside it
 * @param query SPARQL that returns the figures
 * @param table path of the figures as CSV; null where there are none
 */
public record MapPage(
        @Nullable IndicatorText indicator,
        @Nullable String asked,
        boolean relaxed,
        Choices choices,
        Legend legend,
        List<Row> rows,
        @Nullable Other other,
        @Nullable Together together,
        @Nullable Found found,
        List<Layer> layers,
        @Nullable Named dataset,
        String level,
        @Nullable String extent,
        boolean drawn,
        String state,
        String plain,
        @Nullable String query,
        @Nullable String table,
        Provenance provenance)
        implements Page {

    /** Areas that a list in a page can have; of more it has the first, and the map and the CSV have all. */
    private static final int MOST_LISTED = 2_000;

    private static final int FIRST = 500;

    /** The rows of the list. */
    public List<Row> listed() {
        return rows.size() > MOST_LISTED ? rows.subList(0, FIRST) : rows;
    }

    /** Code of the area within which all areas lie; empty where the map is of everywhere. */
    public String place() {
        return choices.subject().stream()
                .filter(choice -> choice.name().equals("within"))
                .map(Choice::chosen)
                .findFirst()
                .orElse("");
    }

    /** How many areas the list leaves out. */
    public int unlisted() {
        return rows.size() - listed().size();
    }

    /**
     * Something to choose.
     *
     * @param name of the parameter
     * @param label what it is, in words
     * @param groups options in groups; one group without a name where there are none
     */
    public record Choice(String name, String label, String chosen, List<Group> groups) {
        /** Whether there is anything to choose between. */
        public boolean open() {
            return groups.stream().mapToInt(group -> group.options().size()).sum() > 1;
        }
    }

    /**
     * What a reader looked for on the map.
     *
     * @param asked in his words
     * @param point longitude and latitude, where he asked for a point
     * @param here areas of the map
     * @param elsewhere areas of other levels or places
     */
    public record Found(String asked, @Nullable String point, List<Named> here, List<Named> elsewhere) {
        public boolean holds(String area) {
            return here.stream().anyMatch(named -> named.code().equals(area));
        }
    }

    /**
     * Several areas as one.
     *
     * @param drawn whether they are those within a line that the reader drew
     * @param elsewhere how many of those asked for are not on this map
     * @param text the figure; null where there is none
     * @param reliability null where there is no figure
     * @param refusal why there is no figure; null where there is one
     * @param approximate whether samples of areas were taken to be independent
     * @param path of the figure for programs
     */
    public record Together(
            List<Named> areas,
            boolean drawn,
            int elsewhere,
            @Nullable String text,
            @Nullable String interval,
            @Nullable String reliability,
            @Nullable String refusal,
            boolean approximate,
            String path) {

        public boolean holds(String area) {
            return areas.stream().anyMatch(named -> named.code().equals(area));
        }
    }

    /** Options under a heading. */
    public record Group(@Nullable String name, List<Named> options) {}

    /**
     * All that can be chosen.
     *
     * @param subject what is shown: indicator, period, place, population
     * @param form how it is shown: classes
     * @param limits between the classes, as numbers that a field takes
     */
    public record Choices(List<Choice> subject, List<Choice> form, List<String> limits) {}

    /**
     * A map beside this one.
     *
     * @param own what tells this map from it, in words
     * @param asked what tells it from this map
     * @param legend the same classes with its own numbers of areas
     * @param sources how many datasets the two maps draw on
     */
    public record Other(String own, String asked, Legend legend, int sources) {}

    /**
     * The classes with the number of areas in each; with the other states they make up all areas.
     *
     * @param unreliable areas whose figure is too uncertain to be coloured
     * @param withoutOutline areas that the map cannot show; the list does
     */
    public record Legend(
            List<ClassLine> classes,
            int unreliable,
            int withheld,
            int missing,
            int all,
            int withoutOutline,
            @Nullable String note) {}

    /**
     * A class.
     *
     * @param colour {@code #rrggbb}
     * @param below whether the class lies below the mean, on a scale with two sides
     * @param uncertain how many of its areas may belong to another class
     */
    public record ClassLine(
            int index, String colour, boolean below, String from, String to, int count, int uncertain) {}

    /**
     * An area of the level.
     *
     * @param rank place from the highest figure, where the figures can be ranked
     * @param state class, unreliable, withheld or missing
     * @param classIndex class from 0, where it has one
     * @param certain whether no other class can be the true one
     * @param figure null where there is not even a cell
     * @param other the same area on the map beside this one
     */
    public record Row(
            Named area,
            @Nullable Integer rank,
            String state,
            @Nullable Integer classIndex,
            @Nullable String colour,
            boolean certain,
            @Nullable Figure figure,
            @Nullable Row other) {

        Row with(@Nullable Integer rank, @Nullable Row other) {
            return new Row(area, rank, state, classIndex, colour, certain, figure, other);
        }
    }

    /**
     * Something that can be drawn on top of the areas.
     *
     * @param collection of the map endpoints that has it
     */
    public record Layer(String code, String name, String collection) {}
}
