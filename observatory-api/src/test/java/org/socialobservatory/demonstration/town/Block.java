package org.socialobservatory.demonstration.town;

/**
 * A census block that was drawn, the primary sampling unit.
 *
 * @param stratum code of its stratum
 * @param number its number in the stratum
 * @param blocks how many blocks the stratum has
 * @param households how many households live in it
 * @param interviewer who visits it
 * @param visit which of the interviewer's blocks it is, from 0
 */
public record Block(
        String area, String stratum, int number, int blocks, int households, String interviewer, int visit) {

    /** How far the block is off the town in one respect, a standard normal number. */
    public double mood(String respect) {
        return new Draw("block " + stratum + number + " " + respect).normal();
    }
}
