package org.socialobservatory.ingest.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Something that is summed over the responses of a group; of two groups together it is the sum, or the larger. */
sealed interface Term {

    /** How many belong, unweighted. */
    record Count(String member) implements Term {}

    /** Σw over those that belong and for whom all flags hold, times the numbers: a first or second moment. */
    record Sum(String member, List<String> flags, List<String> numbers) implements Term {}

    /** The largest or second largest number of one that belongs. */
    record Largest(String member, String number, int rank) implements Term {}

    /** A number that enters a moment. */
    sealed interface Factor {
        /** One for everybody. */
        record One() implements Factor {}

        /** One where a condition holds, else zero. */
        record Flag(String column) implements Factor {}

        /** Any number. */
        record Quantity(String column) implements Factor {}
    }

    /** The moment of two factors. */
    static Sum moment(String member, Factor... factors) {
        var flags = new TreeSet<String>();
        var numbers = new ArrayList<String>();
        for (var factor : factors) {
            switch (factor) {
                case Factor.One _ -> {}
                case Factor.Flag flag -> flags.add(flag.column());
                case Factor.Quantity quantity -> numbers.add(quantity.column());
            }
        }
        numbers.sort(null);
        return new Sum(member, List.copyOf(flags), List.copyOf(numbers));
    }
}
