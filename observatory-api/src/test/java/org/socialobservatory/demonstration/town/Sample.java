package org.socialobservatory.demonstration.town;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * The sample: in each arrondissement two strata, in each stratum some census blocks, in each block fifteen households,
 * a few of which nobody opens.
 */
public final class Sample {

    /** Blocks drawn in the older and the younger quarters of each arrondissement. */
    private static final Map<String, int[]> BLOCKS = Map.of(
            "44410103", new int[] {30, 20},
            "44410105", new int[] {24, 16},
            "44410106", new int[] {30, 22},
            "44410107", new int[] {28, 26},
            "44410109", new int[] {34, 20});

    private static final double HOUSEHOLDS_IN_A_BLOCK = 170;
    private static final double IN_OLDER_QUARTERS = 0.58;
    private static final int DRAWN_IN_A_BLOCK = 15;
    private static final double NOBODY_OPENS = 0.04;
    private static final int BLOCKS_OF_AN_INTERVIEWER = 10;

    private final Census census;
    private final List<Household> households = new ArrayList<>();
    private int blocks;

    private Sample(Census census) {
        this.census = census;
    }

    /** The households that answered, in the order of the blocks, each with its members and its weight. */
    public static List<Household> draw(Census census) {
        var sample = new Sample(census);
        for (String area : Census.ARRONDISSEMENTS) {
            sample.stratum(area, "A", IN_OLDER_QUARTERS, BLOCKS.getOrDefault(area, new int[2])[0]);
            sample.stratum(area, "B", 1 - IN_OLDER_QUARTERS, BLOCKS.getOrDefault(area, new int[2])[1]);
        }
        Calibration.to(census, sample.households);
        return List.copyOf(sample.households);
    }

    private void stratum(String area, String letter, double share, int drawn) {
        var stratum = area + "-" + letter;
        var draw = new Draw("stratum " + stratum);
        int all = (int) Math.round(census.households(area) * share / HOUSEHOLDS_IN_A_BLOCK);
        var numbers = new TreeSet<Integer>();
        while (numbers.size() < drawn) {
            numbers.add(draw.between(1, all));
        }
        for (int number : numbers) {
            int size = draw.between(120, 220);
            var interviewer = String.format(Locale.ROOT, "E%02d", 1 + blocks / BLOCKS_OF_AN_INTERVIEWER);
            int visit = blocks++ % BLOCKS_OF_AN_INTERVIEWER;
            visit(new Block(area, stratum, number, all, size, interviewer, visit), (double) all / drawn, draw);
        }
    }

    private void visit(Block block, double blocksForOne, Draw draw) {
        int opened = 0;
        for (int door = 0; door < DRAWN_IN_A_BLOCK; door++) {
            opened += draw.chance(NOBODY_OPENS) ? 0 : 1;
        }
        double weight = blocksForOne * block.households() / opened;
        for (int door = 0; door < opened; door++) {
            var household = new Household(households.size() + 1, block, offset(block), weight);
            Families.settle(household);
            households.add(household);
        }
    }

    /** Quarters where more people can read are taken to be wealthier, younger quarters poorer. */
    private double offset(Block block) {
        double literacy =
                census.share("illiteracy-rate", Census.TOWN, "T") - census.share("illiteracy-rate", block.area(), "T");
        return 8 * literacy - (block.stratum().endsWith("B") ? 0.15 : 0);
    }
}
