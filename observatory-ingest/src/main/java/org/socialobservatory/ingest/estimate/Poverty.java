package org.socialobservatory.ingest.estimate;

/** The codes of the figures of multidimensional poverty, made of that of its index. */
public final class Poverty {

    private Poverty() {}

    /** The adjusted headcount ratio M0 = H·A, which has the code of the index itself. */
    public static String index(String code) {
        return code;
    }

    /** The share of the poor, H. */
    public static String headcount(String code) {
        return code + "-headcount";
    }

    /** How much of all deprivations the poor have on average, A. */
    public static String intensity(String code) {
        return code + "-intensity";
    }

    /** The share of those who are poor and deprived in one thing. */
    public static String censoredHeadcount(String code, String deprivation) {
        return code + "-censored-" + deprivation;
    }

    /** The share of those deprived in one thing, poor or not. */
    public static String uncensoredHeadcount(String code, String deprivation) {
        return code + "-uncensored-" + deprivation;
    }

    /** The part of the index that is due to one deprivation, or to one pillar. */
    public static String contribution(String code, String part) {
        return code + "-contribution-" + part;
    }
}
