package org.socialobservatory.demonstration.town;

import org.socialobservatory.demonstration.town.Person.Kin;

/** Who lives in a household: a rough demography whose ages come near those of the census before any weighting. */
final class Families {

    /** How much older (or younger) heads of household are in an arrondissement. */
    private static final int[] SHIFT = {3, 4, -1, -5, 1};

    private static final int[] HEADS_FROM = {23, 30, 40, 50, 60, 70};
    private static final int[] HEADS_TO = {29, 39, 49, 59, 69, 86};
    private static final double[] HEADS = {0.06, 0.21, 0.24, 0.21, 0.18, 0.10};

    /** Share of those who give a round age. */
    private static final double ROUND_AGES = 0.04;

    private final Household household;
    private final Draw draw;

    private Families(Household household) {
        this.household = household;
        this.draw = new Draw("family " + household.number());
    }

    static void settle(Household household) {
        new Families(household).settle();
    }

    private void settle() {
        int band = draw.among(HEADS);
        int shift = SHIFT[Census.ARRONDISSEMENTS.indexOf(household.area())];
        int head = Math.max(19, draw.between(HEADS_FROM[band], HEADS_TO[band]) + shift);
        boolean woman = draw.chance(head < 50 ? 0.13 : 0.26);
        welcome(Kin.HEAD, woman, head);
        if (draw.chance(head < 35 ? 0.1 : 0.055)) {
            return; // Lives alone.
        }
        boolean couple = draw.chance(woman ? 0.12 : 0.93);
        int mother = woman ? head : head - draw.between(1, 9);
        if (couple) {
            welcome(Kin.SPOUSE, !woman, woman ? head + draw.between(0, 8) : Math.max(18, mother));
        }
        if (couple || draw.chance(0.85)) {
            children(mother);
        }
        others(head);
    }

    private void children(int mother) {
        int born = draw.among(0.05, 0.12, 0.27, 0.29, 0.18, 0.09);
        int age = mother - draw.between(20, 33);
        for (int child = 0; child < born && age >= 0; child++) {
            if (draw.chance(staying(age))) {
                welcome(Kin.CHILD, draw.chance(0.49), age);
            }
            age -= draw.between(2, 5);
        }
    }

    /** The chance that a child of an age still lives with its parents. */
    private static double staying(int age) {
        return age < 20 ? 1 : age < 25 ? 0.86 : age < 30 ? 0.72 : age < 35 ? 0.55 : age < 40 ? 0.4 : 0.25;
    }

    private void others(int head) {
        if (head < 58 && draw.chance(0.13)) {
            welcome(Kin.PARENT, draw.chance(0.75), head + draw.between(20, 33));
        }
        if (draw.chance(0.16)) {
            welcome(Kin.OTHER, draw.chance(0.55), draw.between(0, 44));
        }
        if (head > 55 && draw.chance(0.12)) {
            welcome(Kin.OTHER, draw.chance(0.5), draw.between(0, 12)); // A grandchild.
        }
    }

    private void welcome(Kin kin, boolean woman, int age) {
        int capped = Math.min(age, 97);
        int said = capped >= 30 && draw.chance(ROUND_AGES) ? Math.round(capped / 5f) * 5 : capped;
        household.welcome(kin, woman, said);
    }
}
