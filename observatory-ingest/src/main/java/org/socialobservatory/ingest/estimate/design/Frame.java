package org.socialobservatory.ingest.estimate.design;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.socialobservatory.ingest.estimate.design.SurveyDesign.LonelyCluster;
import org.socialobservatory.ingest.estimate.design.UnusableDesign.Fault;
import org.socialobservatory.ingest.estimate.design.UnusableDesign.Kind;

/**
 * The primary sampling units of a file in their strata, and the variance of what is linear in them: the ultimate cluster
 * (Särndal, Swensson and Wretman 1992, §4.6; Lumley 2010), V̂ = Σₕ (1−fₕ)·nₕ/(nₕ−1)·Σⱼ (zₕⱼ−z̄ₕ)².
 */
public final class Frame {

    private final int[] stratumOf;
    private final List<Stratum> strata;
    private final LonelyCluster rule;

    /**
     * A stratum of the file.
     *
     * @param clusters all primary sampling units of the file in it, those without a member of a domain too
     * @param fraction the share of the population's units that was drawn; 0 where it is not known or not noticeable
     */
    public record Stratum(String name, int clusters, double fraction) {

        /** Whether nothing tells how much its units differ, although chance has chosen among them. */
        boolean lonely() {
            return clusters == 1 && fraction < 1;
        }

        private double factor() {
            return (1 - fraction) * clusters / (clusters - 1.0);
        }
    }

    /**
     * The frame of a file.
     *
     * @param stratumOf the stratum of each unit
     */
    public Frame(int[] stratumOf, List<Stratum> strata, LonelyCluster rule) {
        this.stratumOf = stratumOf.clone();
        this.strata = List.copyOf(strata);
        this.rule = rule;
        if (rule == LonelyCluster.FAIL) {
            var faults = new ArrayList<Fault>();
            lonely().forEach(name -> faults.add(Fault.of(Kind.LONELY_CLUSTER, name)));
            if (!faults.isEmpty()) {
                throw new UnusableDesign(faults);
            }
        }
    }

    public int units() {
        return stratumOf.length;
    }

    public int strata() {
        return strata.size();
    }

    /** Names of the strata with one cluster. */
    public List<String> lonely() {
        return strata.stream().filter(Stratum::lonely).map(Stratum::name).toList();
    }

    /** Units less strata, among those with a member. */
    public int degreesOfFreedom(BitSet members) {
        return members.cardinality() - strataOf(members).cardinality();
    }

    private BitSet strataOf(BitSet members) {
        var found = new BitSet(strata.size());
        for (int unit = members.nextSetBit(0); unit >= 0; unit = members.nextSetBit(unit + 1)) {
            found.set(stratumOf[unit]);
        }
        return found;
    }

    /** The variance of a figure. NaN where every stratum that has a member is lonely and the rule is to average. */
    public double variance(Influence influence, BitSet members) {
        return covariance(influence, influence, members);
    }

    /**
     * The covariance of two figures.
     *
     * @param inner of an area within the other, or of the same
     * @param members units with a member of the outer one
     */
    public double covariance(Influence inner, Influence outer, BitSet members) {
        var meanInner = means(inner);
        var meanOuter = means(outer);
        var products = new double[strata.size()];
        var seen = new int[strata.size()];
        int at = 0;
        int[] units = inner.units();
        for (int index = 0; index < outer.units().length; index++) {
            int unit = outer.units()[index];
            while (at < units.length && units[at] < unit) {
                at++;
            }
            double own = at < units.length && units[at] == unit ? inner.values()[at] : 0;
            int stratum = stratumOf[unit];
            products[stratum] += (own - meanInner[stratum]) * (outer.values()[index] - meanOuter[stratum]);
            seen[stratum]++;
        }
        double sum = 0;
        for (int stratum = 0; stratum < products.length; stratum++) {
            if (seen[stratum] > 0) {
                int absent = strata.get(stratum).clusters() - seen[stratum];
                double all = products[stratum] + absent * meanInner[stratum] * meanOuter[stratum];
                sum += contribution(strata.get(stratum), all);
            }
        }
        return sum * average(members);
    }

    /** A lonely stratum has mean 0, so that its product is not centred. */
    private double[] means(Influence influence) {
        var means = new double[strata.size()];
        for (int index = 0; index < influence.units().length; index++) {
            int stratum = stratumOf[influence.units()[index]];
            if (strata.get(stratum).clusters() > 1) {
                means[stratum] +=
                        influence.values()[index] / strata.get(stratum).clusters();
            }
        }
        return means;
    }

    private double contribution(Stratum stratum, double product) {
        if (stratum.fraction() >= 1) {
            return 0;
        }
        if (!stratum.lonely()) {
            return stratum.factor() * product;
        }
        return switch (rule) {
            case ADJUST -> (1 - stratum.fraction()) * product;
            case CERTAINTY, AVERAGE, FAIL -> 0;
        };
    }

    private double average(BitSet members) {
        if (rule != LonelyCluster.AVERAGE) {
            return 1;
        }
        var touched = strataOf(members);
        int all = touched.cardinality();
        long alone =
                touched.stream().filter(stratum -> strata.get(stratum).lonely()).count();
        return alone == all ? Double.NaN : all / (double) (all - alone);
    }
}
