package org.socialobservatory.ingest.gate.movement;

/** How far from the truth amounts have been seen to be possible, upwards and downwards. */
public final class Reach {

    /** The share of what is needed that rounding may take away. */
    private static final double ROUNDING = 1e-6;

    private final double[] up;
    private final double[] down;

    public Reach(int variables) {
        this.up = new double[variables];
        this.down = new double[variables];
    }

    public void see(Movement movement) {
        for (int i = 0; i < movement.variables().length; i++) {
            int variable = movement.variables()[i];
            up[variable] = Math.max(up[variable], movement.by()[i]);
            down[variable] = Math.max(down[variable], -movement.by()[i]);
        }
    }

    public boolean reaches(int variable, int direction, double needed) {
        return isEnough((direction > 0 ? up : down)[variable], needed);
    }

    /** Whether an amount moved as far as it must. */
    public static boolean isEnough(double moved, double needed) {
        return moved >= needed * (1 - ROUNDING);
    }

    public boolean satisfies(int variable, Protection protection) {
        boolean upwards = reaches(variable, 1, protection.up());
        boolean downwards = reaches(variable, -1, protection.down());
        return protection.either() ? upwards || downwards : upwards && downwards;
    }
}
