package org.socialobservatory.ingest.composite;

/** The places of some areas, 1 being the best; an area that is equal to others could take any of theirs. */
final class Places {

    private final double[] merits;
    private final Order order;

    /** @param merits of the areas, the most being the best */
    Places(double[] merits) {
        this.merits = merits.clone();
        this.order = new Order(merits);
    }

    int best(int area) {
        return 1 + order.above(merits[area]);
    }

    int worst(int area) {
        return merits.length - order.below(merits[area]);
    }
}
