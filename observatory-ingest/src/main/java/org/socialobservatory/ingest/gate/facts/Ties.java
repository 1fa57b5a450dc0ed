package org.socialobservatory.ingest.gate.facts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.socialobservatory.ingest.gate.candidate.Quantity;

/** States what figures of two indicators at one place tell of each other. */
final class Ties {

    /** That tables agree wherever both have a figure. */
    record Linked(Table first, Table later, Links.Link link) {}

    private final Tableau tableau;
    private final Map<Integer, Integer> amounts;
    private final IntPredicate isShare;
    /** What a share leaves of its base, by candidate. */
    private final Map<Integer, Integer> rests = new HashMap<>();

    /**
     * @param amounts variables by candidate
     * @param isShare whether a candidate is a share, so that its amount is a part of its base
     */
    Ties(Tableau tableau, Map<Integer, Integer> amounts, IntPredicate isShare) {
        this.tableau = tableau;
        this.amounts = amounts;
        this.isShare = isShare;
    }

    /** Bases come first: what a share leaves of its base moves with both. */
    void state(List<Linked> links) {
        links.forEach(this::tieBases);
        links.forEach(this::tieAmounts);
    }

    private void tieBases(Linked linked) {
        for (var pair : linked.link().pairs()) {
            var first = amounts.get(pair.first());
            var later = amounts.get(pair.later());
            if (first != null && later != null) {
                switch (linked.link().kind()) {
                    case AMOUNT_IS_BASE ->
                        tableau.tie(later, 1, base(linked.first(), pair.place(), pair.first(), pair.one()));
                    case BASE_IS_AMOUNT ->
                        tableau.tie(first, 1, base(linked.later(), pair.place(), pair.later(), pair.other()));
                    case AMOUNTS, COMPLEMENT -> {}
                }
            }
        }
    }

    private void tieAmounts(Linked linked) {
        for (var pair : linked.link().pairs()) {
            var first = amounts.get(pair.first());
            var later = amounts.get(pair.later());
            if (first != null && later != null) {
                switch (linked.link().kind()) {
                    case AMOUNTS -> tableau.tie(later, linked.link().factor(), first);
                    case COMPLEMENT -> {
                        var rest = rests.get(pair.first());
                        tableau.tie(later, rest == null ? -1 : 1, rest == null ? first : rest);
                    }
                    case AMOUNT_IS_BASE, BASE_IS_AMOUNT -> {}
                }
            }
        }
    }

    /** The base of a figure as an amount of its own, which whoever publishes the figure publishes too. */
    private int base(Table table, Table.Place place, int candidate, Quantity quantity) {
        return table.bases().computeIfAbsent(place, _ -> {
            int base = tableau.add(new Amount(candidate, quantity.baseOrZero(), 0, Double.POSITIVE_INFINITY));
            var amount = amounts.get(candidate);
            if (isShare.test(candidate) && amount != null) {
                tableau.set(amount, tableau.amount(amount).withUpper(Double.POSITIVE_INFINITY));
                int rest = tableau.add(
                        new Amount(candidate, quantity.baseOrZero() - quantity.amount(), 0, Double.POSITIVE_INFINITY));
                tableau.equate(new int[] {amount, rest, base}, new double[] {1, 1, -1});
                rests.put(candidate, rest);
            }
            return base;
        });
    }
}
