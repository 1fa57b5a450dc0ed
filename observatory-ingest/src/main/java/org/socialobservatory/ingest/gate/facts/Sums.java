package org.socialobservatory.ingest.gate.facts;

/** Takes down which amounts make up which. */
@FunctionalInterface
interface Sums {

    /**
     * That parts make up a whole, where they do.
     *
     * @param declared whether somebody says that they do; else they must exactly
     */
    void sum(int whole, int[] parts, boolean declared);
}
