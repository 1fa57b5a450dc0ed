package org.socialobservatory.ingest.estimate.design;

/**
 * The linearised value z of a figure, summed within each primary sampling unit: how much the unit moves the figure.
 *
 * @param units ascending numbers of the units for which it is not zero
 * @param values z of each of them
 */
@SuppressWarnings("ArrayRecordComponent") // Millions of numbers; nobody compares two influences.
public record Influence(int[] units, double[] values) {}
