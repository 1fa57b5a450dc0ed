package org.socialobservatory.demonstration.town;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Those who live together, with the means that they share. */
public final class Household extends Respondent {

    /** Share of the differences in wealth that lie between blocks; answers that follow it then have an ICC of about 0.05. */
    private static final double BETWEEN_BLOCKS = 0.35;

    private final int number;
    private final Block block;
    private final double wealth;
    private final List<Person> members = new ArrayList<>();
    private double weight;

    /**
     * @param number from 1, in the order of the visits
     * @param offset by how much its quarter is wealthier than the town
     * @param weight how many households it stands for by the way it was drawn
     */
    Household(int number, Block block, double offset, double weight) {
        this.number = number;
        this.block = block;
        this.weight = weight;
        this.wealth = offset
                + Math.sqrt(BETWEEN_BLOCKS) * block.mood("wealth")
                + Math.sqrt(1 - BETWEEN_BLOCKS) * new Draw("wealth " + number).normal();
    }

    void welcome(Person.Kin kin, boolean woman, int age) {
        members.add(new Person(this, members.size() + 1, kin, woman, age));
    }

    void weigh(double weight) {
        this.weight = weight;
    }

    public int number() {
        return number;
    }

    public Block block() {
        return block;
    }

    public List<Person> members() {
        return Collections.unmodifiableList(members);
    }

    public int size() {
        return members.size();
    }

    @Override
    public Household household() {
        return this;
    }

    @Override
    public String name() {
        return Integer.toString(number);
    }

    @Override
    public double weight() {
        return weight;
    }

    @Override
    public double wealth() {
        return wealth;
    }
}
