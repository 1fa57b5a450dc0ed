package org.socialobservatory.demonstration.town;

/** A member of a household. */
public final class Person extends Respondent {

    private final Household household;
    private final int rank;
    private final Kin kin;
    private final boolean woman;
    private final int age;

    Person(Household household, int rank, Kin kin, boolean woman, int age) {
        this.household = household;
        this.rank = rank;
        this.kin = kin;
        this.woman = woman;
        this.age = age;
    }

    @Override
    public Household household() {
        return household;
    }

    @Override
    public String name() {
        return household.name() + "-" + rank;
    }

    /** Place in the household, from 1. */
    public int rank() {
        return rank;
    }

    public Kin kin() {
        return kin;
    }

    public boolean woman() {
        return woman;
    }

    /** As in the census: {@code F} or {@code M}. */
    public String sex() {
        return woman ? "F" : "M";
    }

    public int age() {
        return age;
    }

    public boolean adult() {
        return age >= 15;
    }

    public boolean between(int least, int most) {
        return age >= least && age <= most;
    }

    /** What a member is to the head of the household, as in the questionnaire. */
    public enum Kin {
        HEAD("chef"),
        SPOUSE("conjoint"),
        CHILD("enfant"),
        PARENT("parent"),
        OTHER("autre");

        private final String answer;

        Kin(String answer) {
            this.answer = answer;
        }

        public String answer() {
            return answer;
        }
    }
}
