package org.socialobservatory.api.choropleth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.classification.Classes;
import org.socialobservatory.api.snapshot.Block;
import org.socialobservatory.api.snapshot.LevelRun;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.api.snapshot.meeting.Meetings;
import org.socialobservatory.ontology.area.Area;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.cube.Reliability;
import org.socialobservatory.ontology.cube.Uncertainty;
import org.socialobservatory.ontology.edition.SourceResource.Coverage;

/**
 * The answer to a question about the map.
 *
 * @param source null where nothing is published that answers it
 * @param areas those with a figure, in order of code
 * @param withheld codes of areas whose figure is withheld, ascending
 * @param missing codes of areas of the level without a figure, ascending
 */
public record Choropleth(
        MapQuestion question,
        @Nullable LevelRun source,
        String level,
        Classes classes,
        List<Shade> areas,
        List<String> withheld,
        List<String> missing) {

    /**
     * An area with its figure.
     *
     * @param classIndex from 0; {@link Classes#NONE} for a figure too uncertain to be coloured
     * @param certain whether no other class can be the true one, as far as the interval says
     * @param contested whether a meeting said that it is not so
     */
    public record Shade(Area area, Observed.Value figure, int classIndex, boolean certain, boolean contested) {}

    public static Choropleth of(MapQuestion question, Snapshot snapshot) {
        var drawing = Drawing.of(question, snapshot);
        return drawing.drawn(classes(question, drawing.values()));
    }

    /**
     * Two maps whose colours mean the same: their classes are those of all their figures together.
     *
     * @param other asks for the same method and number of classes
     */
    public static Pair pair(MapQuestion one, MapQuestion other, Snapshot snapshot) {
        var first = Drawing.of(one, snapshot);
        var second = Drawing.of(other, snapshot);
        var values = DoubleStream.concat(Arrays.stream(first.values()), Arrays.stream(second.values()))
                .toArray();
        var classes = classes(one, values);
        return new Pair(first.drawn(classes), second.drawn(classes));
    }

    /** Two maps with one legend. */
    public record Pair(Choropleth one, Choropleth other) {}

    /** Limits come from the figures that get a colour. */
    private static Classes classes(MapQuestion question, double[] values) {
        return Classes.of(
                question.method(),
                values,
                question.classes(),
                question.limits().stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Where nothing is published, the finest level that there is. */
    private static String level(MapQuestion question, Snapshot snapshot) {
        if (question.level() != null) {
            return question.level();
        }
        var within = question.within(snapshot);
        return snapshot.levels().reversed().stream()
                .filter(level -> snapshot.territory().areas().stream()
                        .anyMatch(
                                area -> area.level().equals(level) && (within == null || within.contains(area.code()))))
                .findFirst()
                .orElse("");
    }

    /** Goes through the areas once to gather, and once more to class. */
    private static final class Drawing {

        private final MapQuestion question;
        private final Meetings meetings;
        private final @Nullable LevelRun source;
        private final String level;
        private final List<Area> targets;
        private final List<Area> known = new ArrayList<>();
        private final List<Integer> cells = new ArrayList<>();
        private final List<String> withheld = new ArrayList<>();
        private final List<String> missing = new ArrayList<>();

        Drawing(MapQuestion question, Snapshot snapshot, @Nullable LevelRun source, String level) {
            this.question = question;
            this.meetings = Meetings.of(snapshot);
            this.source = source;
            this.level = level;
            this.targets = AreasByLevel.of(snapshot, level, question.within(snapshot));
        }

        static Drawing of(MapQuestion question, Snapshot snapshot) {
            var source = LevelRun.find(snapshot, question.wanted(snapshot)).orElse(null);
            var level = source != null ? source.level() : level(question, snapshot);
            var drawing = new Drawing(question, snapshot, source, level);
            drawing.targets.forEach(drawing::gather);
            return drawing;
        }

        Choropleth drawn(Classes classes) {
            var shades = new ArrayList<Shade>(known.size());
            for (int i = 0; i < known.size(); i++) {
                shades.add(shade(known.get(i), cells.get(i), classes));
            }
            return new Choropleth(question, source, level, classes, shades, withheld, missing);
        }

        private void gather(Area area) {
            if (source == null) {
                missing.add(area.code());
                return;
            }
            var block = source.dataset().block();
            int cell = block.find(source.run(), block.areaIndexOf(area.code())).orElse(-1);
            if (cell < 0 || !(block.isValue(cell) || block.isWithheld(cell))) {
                missing.add(area.code());
            } else if (block.isWithheld(cell)) {
                withheld.add(area.code());
            } else {
                known.add(area);
                cells.add(cell);
            }
        }

        /** The figures that get a colour. */
        double[] values() {
            return source == null
                    ? new double[0]
                    : cells.stream()
                            .mapToInt(Integer::intValue)
                            .filter(cell -> coloured(source.dataset().block(), cell))
                            .mapToDouble(cell -> source.dataset().block().approximately(cell))
                            .toArray();
        }

        private static boolean coloured(Block block, int cell) {
            return block.reliability(cell) != Reliability.UNRELIABLE;
        }

        private Shade shade(Area area, int cell, Classes classes) {
            if (source == null || !(source.dataset().block().observed(cell) instanceof Observed.Value figure)) {
                throw new IllegalStateException("A figure without a value");
            }
            boolean coloured = figure.reliability() != Reliability.UNRELIABLE;
            return new Shade(
                    area,
                    figure,
                    coloured ? classes.of(figure.number().doubleValue()) : Classes.NONE,
                    coloured && certain(figure.uncertainty(), source.dataset().coverage(cell), classes),
                    meetings.contested(source.dataset(), cell));
        }

        /** A figure that was not counted and has no interval may belong anywhere. */
        private static boolean certain(Uncertainty uncertainty, Coverage coverage, Classes classes) {
            var lower = uncertainty.lower();
            var upper = uncertainty.upper();
            return (lower == null || upper == null)
                    ? coverage == Coverage.EXHAUSTIVE
                    : classes.holdsWhole(lower.doubleValue(), upper.doubleValue());
        }
    }

    /** Every area of the map, whatever is known of it, in order of code. */
    public List<Area> all(Snapshot snapshot) {
        return AreasByLevel.of(snapshot, level, question.within(snapshot));
    }

    /** Whether there are fewer classes than were wanted. */
    boolean hasFewerClasses() {
        return classes.count() < question.classes();
    }
}
