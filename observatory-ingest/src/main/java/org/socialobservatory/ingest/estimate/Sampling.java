package org.socialobservatory.ingest.estimate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.estimate.design.Calibration;
import org.socialobservatory.ingest.estimate.design.Fractions;
import org.socialobservatory.ingest.estimate.design.Frame;
import org.socialobservatory.ingest.estimate.design.Margin;
import org.socialobservatory.ingest.estimate.design.SurveyDesign;
import org.socialobservatory.ingest.estimate.design.SurveyDesign.LonelyCluster;
import org.socialobservatory.ingest.estimate.design.SurveyDesign.Sampling.SimpleRandom;
import org.socialobservatory.ingest.estimate.design.UnusableDesign;
import org.socialobservatory.ingest.estimate.design.UnusableDesign.Fault;
import org.socialobservatory.ingest.estimate.design.UnusableDesign.Kind;

/** Finds the strata, clusters and margins of a sample among its groups, and refuses what contradicts its design. */
final class Sampling {

    private final SurveyDesign design;
    private final Grouping grouping;
    private final Extremes extremes;

    /** What the groups of a stratum say together. */
    private static final class Stratum {
        private int clusters;
        private double least = Double.POSITIVE_INFINITY;
        private double greatest = Double.NEGATIVE_INFINITY;
    }

    Sampling(SurveyDesign design, Grouping grouping, Extremes extremes) {
        this.design = design;
        this.grouping = grouping;
        this.extremes = extremes;
    }

    Sampled of(Groups groups) {
        int units = grouping.units().size();
        double base = design.sampling() instanceof SimpleRandom(double population) ? population / units : 1;
        var whole = grouping.whole();
        return new Sampled(groups, frame(), calibration(base), whole.responses, whole.weight, base);
    }

    private Frame frame() {
        var strata = new LinkedHashMap<String, Stratum>();
        var numbers = new HashMap<String, Integer>();
        var stratumOf = new int[grouping.units().size()];
        int unit = 0;
        var found = new ArrayList<Stratum>();
        for (var each : grouping.units()) {
            var stratum = strata.computeIfAbsent(each.stratum(), _ -> new Stratum());
            stratum.clusters++;
            stratumOf[unit++] = numbers.computeIfAbsent(each.stratum(), _ -> numbers.size());
            found.add(stratum);
        }
        for (double[] part : grouping.whole().parts) {
            var stratum = found.get((int) part[0]);
            stratum.least = Math.min(stratum.least, part[3]);
            stratum.greatest = Math.max(stratum.greatest, part[4]);
        }
        boolean replicated = design.replicates() != null;
        return new Frame(
                stratumOf,
                replicated ? unbounded(strata) : bounded(strata),
                replicated ? LonelyCluster.CERTAINTY : design.lonely());
    }

    /** Replicate weights carry what strata and finite populations would say. */
    private static List<Frame.Stratum> unbounded(Map<String, Stratum> strata) {
        var list = new ArrayList<Frame.Stratum>();
        strata.forEach((name, stratum) -> list.add(new Frame.Stratum(name, stratum.clusters, 0)));
        return list;
    }

    private List<Frame.Stratum> bounded(Map<String, Stratum> strata) {
        boolean stated = extremes.withFpc() > 0;
        var fractions = switch (design.sampling()) {
            case SurveyDesign.Sampling.Weighted _ -> new Fractions(stated, extremes.leastFpc(), extremes.greatestFpc());
            case SimpleRandom(double population) -> new Fractions(true, population, population);
            case SurveyDesign.Sampling.Census _ -> new Fractions(true, 1, 1);
        };
        var list = new ArrayList<Frame.Stratum>();
        strata.forEach((name, stratum) -> {
            double fraction = design.sampling() instanceof SimpleRandom(double population)
                    ? fractions.of(name, stratum.clusters, population, population)
                    : design.sampling() instanceof SurveyDesign.Sampling.Census
                            ? 1
                            : fractions.of(name, stratum.clusters, stratum.least, stratum.greatest);
            list.add(new Frame.Stratum(name, stratum.clusters, fraction));
        });
        fractions.check();
        return list;
    }

    private @Nullable Calibration calibration(double base) {
        if (design.margins().isEmpty()) {
            return null;
        }
        if (design.replicates() != null) {
            throw new UnusableDesign(List.of(Fault.of(Kind.MARGINS_WITH_REPLICATES)));
        }
        var categories = grouping.categories();
        var dummies = new int[categories.size()][design.margins().size()];
        var sizes = new ArrayList<double[]>();
        var faults = new ArrayList<Fault>();
        int before = 0;
        for (int margin = 0; margin < design.margins().size(); margin++) {
            sizes.add(number(design.margins().get(margin), margin, before, dummies, faults));
            before += design.margins().get(margin).variables().size();
        }
        if (!faults.isEmpty()) {
            throw new UnusableDesign(faults);
        }
        var names = design.margins().stream().map(Margin::name).toList();
        return new Calibration(names, sizes, dummies, weights(base));
    }

    /** Numbers the categories of a margin in the order of their codes and gives their known sizes. */
    private double[] number(Margin margin, int at, int before, int[][] dummies, List<Fault> faults) {
        var numbers = new HashMap<List<String>, Integer>();
        margin.sizes().keySet().stream()
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .forEach(codes -> numbers.put(codes, numbers.size()));
        var met = new boolean[numbers.size()];
        var categories = grouping.categories();
        for (int category = 0; category < dummies.length; category++) {
            var codes = categories
                    .get(category)
                    .subList(before, before + margin.variables().size());
            var number = numbers.get(codes);
            if (number == null) {
                var kind = codes.contains(null) ? Kind.MARGIN_WITHOUT_CATEGORY : Kind.MARGIN_UNKNOWN_CATEGORY;
                faults.add(Fault.of(kind, margin.name(), codes));
            } else {
                met[number] = true;
                dummies[category][at] = number;
            }
        }
        var sizes = new double[numbers.size()];
        numbers.forEach((codes, number) -> {
            sizes[number] = margin.sizes().getOrDefault(codes, 0.0);
            if (!met[number]) {
                faults.add(Fault.of(Kind.MARGIN_EMPTY_CATEGORY, margin.name(), codes));
            }
        });
        return sizes;
    }

    private Calibration.Weights weights(double base) {
        var parts = grouping.whole().parts;
        var units = new int[parts.size()];
        var categories = new int[parts.size()];
        var sums = new double[parts.size()];
        for (int part = 0; part < units.length; part++) {
            units[part] = (int) parts.get(part)[0];
            categories[part] = (int) parts.get(part)[1];
            sums[part] = parts.get(part)[2] * base;
        }
        return new Calibration.Weights(units, categories, sums);
    }
}
