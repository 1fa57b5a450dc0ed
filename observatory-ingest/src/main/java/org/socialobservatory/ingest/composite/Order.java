package org.socialobservatory.ingest.composite;

import java.util.Arrays;

/** Some numbers in order, asked how many lie below and above one. */
final class Order {

    private final double[] sorted;

    Order(double[] numbers) {
        sorted = numbers.clone();
        Arrays.sort(sorted);
    }

    /** How many are less. */
    int below(double number) {
        return first(number, false);
    }

    /** How many are more. */
    int above(double number) {
        return sorted.length - first(number, true);
    }

    /** The position of the first that is not less, or that is more. */
    private int first(double number, boolean more) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle] < number || (more && sorted[middle] == number)) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
