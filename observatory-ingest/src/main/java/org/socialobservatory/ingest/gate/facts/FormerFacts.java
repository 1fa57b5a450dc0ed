package org.socialobservatory.ingest.gate.facts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.gate.candidate.Quantity;
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.indicator.Indicator;

/**
 * What one edition that this one replaces says of amounts that it withholds: its sums can be read for ever. Where they
 * hold for the amounts as they are now, they speak of these. Where they do not, something was corrected, and nobody here
 * knows what: then the withheld amounts of that time are amounts of their own, and a reader who sees one of them now
 * takes it for unchanged if it could be.
 */
final class FormerFacts {

    /** Sums hold to so many digits, and to what was rounded. */
    private static final double EXACT = 1e-6;
    /** What rounding to one decimal of a percentage takes of a base. */
    private static final double ROUNDED = 5e-4;

    private final Tableau tableau;
    private final Table current;
    private final Indicator indicator;
    private final boolean fromAnswers;
    private final double least;
    private final Map<Integer, Integer> owners;
    private final Table table = new Table();
    private final List<Table.Place> places = new ArrayList<>();
    private final List<@Nullable Quantity> told = new ArrayList<>();
    private final List<Sum> sums = new ArrayList<>();
    private final Map<Integer, Integer> own = new HashMap<>();

    private record Sum(int whole, List<Integer> parts, boolean declared) {}

    /**
     * @param current the same table as it asks to be published
     * @param fromAnswers whether what has no cell has nobody in it
     * @param least of a withheld amount, as readers know
     * @param owners candidates by variable
     */
    FormerFacts(
            Tableau tableau,
            Table current,
            Indicator indicator,
            boolean fromAnswers,
            double least,
            Map<Integer, Integer> owners) {
        this.tableau = tableau;
        this.current = current;
        this.indicator = indicator;
        this.fromAnswers = fromAnswers;
        this.least = least;
        this.owners = owners;
    }

    /** Takes in what the edition says. */
    void read(Cell cell) {
        var place = Table.Place.of(cell.key());
        switch (cell.observed()) {
            case Observed.Missing _ -> {}
            case Observed.Withheld _ -> {
                if (indicator.kind() != Indicator.Kind.QUANTILE) {
                    add(place, null);
                }
            }
            case Observed.Value value -> {
                var quantity = Quantity.of(value, indicator);
                if (quantity.addsUp()) {
                    add(place, quantity);
                }
            }
        }
    }

    private void add(Table.Place place, @Nullable Quantity quantity) {
        table.put(place, places.size());
        places.add(place);
        told.add(quantity);
    }

    /** States what follows; gives the amounts of that time that are amounts of their own. */
    Set<Integer> state(AreaSums areas, Margins margins) {
        Sums found = (whole, parts, declared) ->
                sums.add(new Sum(whole, Arrays.stream(parts).boxed().toList(), declared));
        areas.state(table, fromAnswers, found);
        margins.state(table, fromAnswers, found);
        sums.removeIf(sum -> all(sum).noneMatch(this::isHidden));
        var unchanged = new HashSet<Integer>();
        sums.stream()
                .filter(this::holds)
                .forEach(sum -> all(sum).filter(this::isHidden).forEach(unchanged::add));
        sums.stream().filter(this::holds).forEach(sum -> state(sum, unchanged));
        sums.stream().filter(sum -> sum.declared() && !holds(sum)).forEach(sum -> {
            boolean contradicts = all(sum).filter(this::isHidden).allMatch(unchanged::contains);
            state(sum, contradicts ? Set.of() : unchanged);
        });
        return Set.copyOf(own.values());
    }

    private static IntStream all(Sum sum) {
        return IntStream.concat(IntStream.of(sum.whole()), sum.parts().stream().mapToInt(Integer::intValue));
    }

    private boolean isHidden(int at) {
        return told.get(at) == null;
    }

    private @Nullable Integer now(int at) {
        return current.amount(places.get(at));
    }

    private double amount(int at) {
        var quantity = told.get(at);
        var now = now(at);
        return quantity != null
                ? quantity.amount()
                : now == null ? Double.NaN : tableau.amount(now).truth();
    }

    private double base(int at) {
        var quantity = told.get(at);
        var now = now(at);
        return quantity != null
                ? quantity.baseOrZero()
                : now == null ? 0 : tableau.amount(now).base();
    }

    /** Whether a sum holds if what was withheld is what it is now. */
    private boolean holds(Sum sum) {
        double rest = amount(sum.whole());
        for (int part : sum.parts()) {
            rest -= amount(part);
        }
        double bases = all(sum).mapToDouble(this::base).sum();
        return Math.abs(rest) <= EXACT * Math.abs(amount(sum.whole())) + ROUNDED * bases;
    }

    private void state(Sum sum, Set<Integer> unchanged) {
        var variables = new ArrayList<Integer>();
        var signs = new ArrayList<Double>();
        double rest = 0;
        for (int at : all(sum).toArray()) {
            double sign = at == sum.whole() ? -1 : 1;
            if (isHidden(at)) {
                var now = now(at);
                variables.add(
                        now == null || !unchanged.contains(at)
                                ? own.computeIfAbsent(at, _ -> tableau.add(former(sum, at)))
                                : now);
                signs.add(sign);
            } else {
                rest += sign * amount(at);
            }
        }
        if (variables.stream().anyMatch(own::containsValue)) {
            variables.add(tableau.add(new Amount(Amount.EVERYBODY, rest, rest, rest)));
            signs.add(1.0);
        }
        tableau.equateOnce(
                variables.stream().mapToInt(Integer::intValue).toArray(),
                signs.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** An amount of that time. Whoever sees the cell now knows it, if it could be the same. */
    private Amount former(Sum sum, int at) {
        var now = now(at);
        boolean same = now != null
                && tableau.amount(now).truth() >= least
                && tableau.amount(now).truth() <= most(sum, at);
        int owner = same ? owners.getOrDefault(now, Amount.NOBODY) : Amount.NOBODY;
        return new Amount(owner, Double.NaN, least, Double.POSITIVE_INFINITY);
    }

    /** What the others of a sum leave for one of its parts. */
    private double most(Sum sum, int at) {
        if (at == sum.whole() || isHidden(sum.whole())) {
            return Double.POSITIVE_INFINITY;
        }
        double rest = amount(sum.whole());
        for (int part : sum.parts()) {
            if (part != at) {
                rest -= isHidden(part) ? Math.max(least, 0) : amount(part);
            }
        }
        return rest + EXACT * Math.abs(rest);
    }
}
