package org.socialobservatory.demonstration.town;

/** The ages by which the sample is brought to the census, the heads of {@code ages.csv}. */
public enum AgeBand {
    INFANTS("0-4", 5),
    CHILDREN("5-14", 15),
    YOUTH("15-24", 25),
    ADULTS("25-59", 60),
    ELDERS("60+", Integer.MAX_VALUE);

    private final String head;
    private final int below;

    AgeBand(String head, int below) {
        this.head = head;
        this.below = below;
    }

    String head() {
        return head;
    }

    public static AgeBand of(int age) {
        for (AgeBand band : values()) {
            if (age < band.below) {
                return band;
            }
        }
        return ELDERS;
    }
}
