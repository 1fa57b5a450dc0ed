package org.socialobservatory.ingest.gate.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.socialobservatory.ingest.gate.candidate.Quantity;
import org.socialobservatory.ingest.gate.candidate.Verdicts;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.indicator.Indicator;

/**
 * What one indicator tells of another: the same amount told twice, such as a number of people that is also the base of a
 * share; amounts in a fixed proportion; a share and its complement. Nobody declares this, but readers see it in the
 * figures, and so does the gate.
 */
final class Links {

    /** Pairs of figures, neither 0, from which on an agreement is no chance. */
    private static final int FEWEST_PAIRS = 2;

    private static final double EXACT = 1e-9;
    /** What rounding a percentage to one decimal takes of its base. */
    private static final double ROUNDED = 5e-4;

    private final Verdicts verdicts;
    private final Function<String, Indicator> indicators;

    Links(Verdicts verdicts, Function<String, Indicator> indicators) {
        this.verdicts = verdicts;
        this.indicators = indicators;
    }

    /** Which numbers of two tables agree: in this order, {@code later = factor · first} or {@code base − first}. */
    enum Kind {
        AMOUNTS,
        AMOUNT_IS_BASE,
        BASE_IS_AMOUNT,
        COMPLEMENT
    }

    /** That two tables agree wherever both have a figure. */
    record Link(Kind kind, double factor, List<Pair> pairs) {}

    /** Candidates at one place of two tables. */
    record Pair(Table.Place place, int first, int later, Quantity one, Quantity other) {}

    /** How a later table agrees with a first one. */
    List<Link> between(Table first, Table later) {
        var pairs = pairs(first, later);
        var links = new ArrayList<Link>();
        for (var kind : Kind.values()) {
            double factor = factor(kind, pairs);
            if (!Double.isNaN(factor)) {
                links.add(new Link(kind, factor, pairs));
            }
        }
        return links;
    }

    private List<Pair> pairs(Table first, Table later) {
        var pairs = new ArrayList<Pair>();
        for (int candidate : later.candidates()) {
            var place = Table.Place.of(verdicts.cell(candidate).key());
            var counterpart = first.candidate(place, verdicts);
            if (counterpart != null) {
                var one = quantity(counterpart);
                var other = quantity(candidate);
                if (one.addsUp() && other.addsUp()) {
                    pairs.add(new Pair(place, counterpart, candidate, one, other));
                }
            }
        }
        return pairs;
    }

    private Quantity quantity(int candidate) {
        var cell = verdicts.cell(candidate);
        return cell.observed() instanceof Observed.Value value
                ? Quantity.of(value, indicators.apply(cell.key().indicator()))
                : Quantity.NONE;
    }

    /** The factor of an agreement; not a number where the tables do not agree so. */
    private static double factor(Kind kind, List<Pair> pairs) {
        if (pairs.stream().anyMatch(pair -> !isComparable(one(kind, pair), other(kind, pair)))) {
            return Double.NaN;
        }
        var telling = pairs.stream().filter(pair -> one(kind, pair) != 0).toList();
        if (telling.size() < FEWEST_PAIRS) {
            return Double.NaN;
        }
        if (telling.stream().allMatch(pair -> Math.abs(other(kind, pair) - one(kind, pair)) <= slack(pair))) {
            return 1;
        }
        double factor = other(kind, telling.getFirst()) / one(kind, telling.getFirst());
        boolean proportional = kind == Kind.AMOUNTS
                && telling.size() > FEWEST_PAIRS
                && telling.stream()
                        .allMatch(pair -> Math.abs(other(kind, pair) - factor * one(kind, pair))
                                <= EXACT * Math.abs(other(kind, pair)));
        return proportional ? factor : Double.NaN;
    }

    /** Two numbers that are both 0 or both not. */
    private static boolean isComparable(double one, double other) {
        return !Double.isNaN(one) && !Double.isNaN(other) && (one == 0) == (other == 0);
    }

    private static double slack(Pair pair) {
        double base = Math.max(pair.one().baseOrZero(), pair.other().baseOrZero());
        return Math.max(ROUNDED * base, EXACT * Math.abs(pair.one().amount()));
    }

    private static double one(Kind kind, Pair pair) {
        return switch (kind) {
            case AMOUNTS, BASE_IS_AMOUNT -> pair.one().amount();
            case AMOUNT_IS_BASE -> pair.one().baseOrNaN();
            case COMPLEMENT -> pair.one().baseOrNaN() - pair.one().amount();
        };
    }

    private static double other(Kind kind, Pair pair) {
        return switch (kind) {
            case AMOUNTS, AMOUNT_IS_BASE, COMPLEMENT -> pair.other().amount();
            case BASE_IS_AMOUNT -> pair.other().baseOrNaN();
        };
    }
}
