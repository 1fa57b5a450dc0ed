package org.socialobservatory.demonstration.town;

import java.util.Random;
import java.util.UUID;

/**
 * Chance that falls the same way on every machine. Each purpose has a stream of its own, so that a question added here
 * does not change the answers to another one.
 */
public final class Draw {

    private static final long SEED = 20_250_401L;

    /** Its algorithms are part of its specification, unlike those of the newer generators. */
    private final Random random;

    public Draw(String purpose) {
        random = new Random(SEED * 31 + purpose.hashCode());
        random.nextInt(); // The first numbers of seeds that lie close are alike.
    }

    /** A number between 0 and 1, both excluded. */
    public double uniform() {
        return (random.nextInt(1 << 30) + 0.5) / (1 << 30);
    }

    public double normal() {
        return random.nextGaussian();
    }

    /** A number of the logistic distribution, which turns an order into a logit model. */
    public double logistic() {
        double u = uniform();
        return StrictMath.log(u / (1 - u));
    }

    public boolean chance(double probability) {
        return uniform() < probability;
    }

    /** A whole number between two, both included. */
    public int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** The index of one of some weights. */
    public int among(double... weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double left = uniform() * sum;
        int index = 0;
        while (index < weights.length - 1 && left >= weights[index]) {
            left -= weights[index++];
        }
        return index;
    }

    /** Of a random kind (RFC 9562, version 4). */
    public UUID uuid() {
        long high = (random.nextLong() & ~0xF000L) | 0x4000L;
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
