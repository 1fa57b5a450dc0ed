package org.socialobservatory.ontology.meeting;

import java.util.Optional;
import org.socialobservatory.ontology.Codes;
import org.socialobservatory.ontology.cube.Breakdown;
import org.socialobservatory.ontology.cube.CellKey;
import org.socialobservatory.ontology.period.Period;

/** Which figure: the end of the observation's IRI and of the address of its proof. */
public record FigurePath(String dataset, CellKey key) {

    private static final int STEPS = 5;

    public FigurePath {
        Codes.require(dataset);
    }

    /**
     * Reads {@code dataset/indicator/area/period/breakdown}; the codes of the breakdown in any order. Empty for any other
     * text.
     */
    public static Optional<FigurePath> parse(String text) {
        var steps = text.split("/", -1);
        if (steps.length != STEPS
                || !Codes.valid(steps[0])
                || !Codes.valid(steps[1])
                || !Codes.valid(steps[2])
                || Period.parse(steps[3]).isEmpty()) {
            return Optional.empty();
        }
        return breakdown(steps[4])
                .map(breakdown ->
                        new FigurePath(steps[0], new CellKey(steps[1], breakdown.toString(), steps[3], steps[2])));
    }

    private static Optional<Breakdown> breakdown(String text) {
        try {
            return Optional.of(Breakdown.parse(text));
        } catch (IllegalArgumentException notABreakdown) {
            return Optional.empty();
        }
    }

    /** The form that {@link #parse} reads, in the one order. */
    @Override
    public String toString() {
        return String.join("/", dataset, key.indicator(), key.area(), key.period(), key.breakdown());
    }

    /** The one form of a path, or a refusal. */
    static String require(String text) {
        return parse(text)
                .map(FigurePath::toString)
                .orElseThrow(() -> new IllegalArgumentException("Not a figure: '" + text + "'"));
    }
}
