package org.socialobservatory.ingest.gate.movement;

/**
 * A way in which withheld amounts could differ from the truth while every published fact stays true: a certificate that
 * readers cannot know them better.
 */
public final class Movement {

    /** Nothing moves. */
    public static final Movement NONE = new Movement(new int[0], new double[0]);

    private final int[] variables;
    private final double[] by;

    /** @param by how far each of the variables moves */
    public Movement(int[] variables, double[] by) {
        this.variables = variables;
        this.by = by;
    }

    public int[] variables() {
        return variables;
    }

    public double[] by() {
        return by;
    }

    /** How far one amount moves. */
    public double of(int variable) {
        for (int i = 0; i < variables.length; i++) {
            if (variables[i] == variable) {
                return by[i];
            }
        }
        return 0;
    }
}
