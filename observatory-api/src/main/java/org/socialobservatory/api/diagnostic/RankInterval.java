package org.socialobservatory.api.diagnostic;

/**
 * The places that an area could take among others, all of which hold at once with 95 % confidence.
 *
 * @param from the best of them, 1 where nobody is better; the highest, where nobody says which way is better
 * @param to the worst
 * @param of how many areas take a place
 */
public record RankInterval(int from, int to, int of) {}
