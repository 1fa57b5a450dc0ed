package org.socialobservatory.ingest.composite;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Numbers that look random and are the same for the same seed on every machine: SplitMix64 (Steele, Lea and Flood 2014,
 * <i>Fast splittable pseudorandom number generators</i>). Java's own generators do not promise that they stay as they are.
 */
public final class Generator {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    /** A double has 53 bits of precision. */
    private static final double STEP = 0x1.0p-53;

    private long state;

    /** Begins from a number. */
    public Generator(long seed) {
        this.state = seed;
    }

    /** Begins from the first eight bytes of the SHA-256 of a text. */
    public static Generator of(String seed) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(seed.getBytes(StandardCharsets.UTF_8));
            return new Generator(ByteBuffer.wrap(digest).getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The next 64 bits. */
    public long next() {
        state += GOLDEN_GAMMA;
        long mixed = state;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** Evenly from 0 to below 1. */
    double uniform() {
        return (next() >>> 11) * STEP;
    }

    /** Evenly between two numbers. */
    double uniform(double from, double to) {
        return from + uniform() * (to - from);
    }

    /** From the normal distribution of mean 0 and variance 1 (Box and Muller 1958). */
    double normal() {
        double radius = Math.sqrt(-2 * StrictMath.log(1 - uniform()));
        return radius * StrictMath.cos(2 * Math.PI * uniform());
    }
}
