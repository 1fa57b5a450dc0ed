package org.socialobservatory.ingest.gate.facts;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.gate.candidate.DisclosureRules;
import org.socialobservatory.ingest.gate.candidate.Primary;
import org.socialobservatory.ingest.gate.candidate.Quantity;
import org.socialobservatory.ingest.gate.candidate.Surroundings;
import org.socialobservatory.ingest.gate.candidate.Verdicts;
import org.socialobservatory.ingest.gate.candidate.WeightedSum;
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.cube.CellKey;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.edition.SourceResource.Disclosure;
import org.socialobservatory.ontology.indicator.Indicator;
import org.socialobservatory.ontology.indicator.Indicator.Kind;

/**
 * All that readers can add up, subtract and compare around withheld cells: this edition's figures, those of earlier
 * editions that stand, and the linear facts between them.
 */
public final class PublicFacts {

    private final Surroundings surroundings;
    private final Verdicts verdicts;
    private final Tableau tableau = new Tableau();
    private final Map<Table.Name, Table> all;
    private final Map<Table.Name, Table> tables = new LinkedHashMap<>();
    private final List<Ties.Linked> links = new ArrayList<>();
    private final Map<CellKey, List<Cell>> earlier = new HashMap<>();
    private final Map<Integer, Integer> amounts = new HashMap<>();
    private final Set<Integer> shownEarlier = new HashSet<>();
    private final List<Map<Table.Name, List<Cell>>> editions = new ArrayList<>();
    private final Map<Integer, Integer> formers = new HashMap<>();
    private @Nullable CellKey lastOfEdition;

    public PublicFacts(Surroundings surroundings, Verdicts verdicts) {
        this.surroundings = surroundings;
        this.verdicts = verdicts;
        var atRisk = IntStream.range(0, verdicts.size()).filter(this::isAtRisk).toArray();
        var withheldEarlier = withheldEarlier();
        this.all = atRisk.length == 0 && withheldEarlier.isEmpty() ? Map.of() : Table.of(verdicts);
        chooseTables(atRisk, withheldEarlier);
        readEarlier();
        tables.values().forEach(this::addAmounts);
        addEarlierAmounts();
        new Ties(tableau, amounts, this::isShare).state(links);
        surroundings.sums().forEach(this::addSum);
        var areas = new AreaSums(surroundings.territory());
        var margins = new Margins(new Families(surroundings.codeLists()));
        tables.values().forEach(table -> {
            boolean fromAnswers = rules(table).fromAnswers();
            var sums = fromAnswers ? tableau.knowingTheRest() : tableau;
            areas.state(table, fromAnswers, sums);
            margins.state(table, fromAnswers, sums);
        });
        editions.forEach(edition -> state(edition, areas, margins));
        new Completion(tableau).complete();
        tableau.close();
    }

    public Tableau tableau() {
        return tableau;
    }

    /** The variable of a candidate's amount; null where nothing adds up. */
    public @Nullable Integer variable(int candidate) {
        return amounts.get(candidate);
    }

    /** Amounts as an earlier edition withheld them, that differ now; each with a candidate to which the same rules apply. */
    public Map<Integer, Integer> formers() {
        return formers;
    }

    /** Withheld candidates that an earlier edition shows. */
    public Set<Integer> shownEarlier() {
        return shownEarlier;
    }

    private Indicator indicator(String code) {
        return surroundings.indicators().apply(code);
    }

    private DisclosureRules rules(Table table) {
        return surroundings.rules(verdicts.cell(table.candidates().getFirst()));
    }

    private boolean isShare(int candidate) {
        return indicator(verdicts.cell(candidate).key().indicator()).kind() == Kind.PROPORTION;
    }

    private boolean isAtRisk(int candidate) {
        return verdicts.isWithheld(candidate)
                && surroundings.rules(verdicts.cell(candidate)).disclosure() == Disclosure.APPLY;
    }

    /** Tables with a withheld cell, and those from which these can be worked out. */
    private void chooseTables(int[] atRisk, Set<Table.Name> withheldEarlier) {
        var open = new ArrayDeque<Table.Name>();
        withheldEarlier.forEach(name -> choose(name, open));
        for (int candidate : atRisk) {
            var name = Table.Name.of(verdicts.cell(candidate).key());
            choose(name, open);
            summed(name).forEach(other -> choose(other, open));
        }
        var comparison = new Links(verdicts, surroundings.indicators());
        while (!open.isEmpty()) {
            var name = open.remove();
            var table = all.get(name);
            all.forEach((other, later) -> {
                if (table != null && !other.equals(name) && other.period().equals(name.period())) {
                    for (var link : comparison.between(table, later)) {
                        links.add(new Ties.Linked(table, later, link));
                        choose(other, open);
                    }
                }
            });
        }
    }

    private void choose(Table.Name name, ArrayDeque<Table.Name> open) {
        var table = all.get(name);
        if (table != null && tables.putIfAbsent(name, table) == null) {
            open.add(name);
        }
    }

    /** The tables that a declared sum brings together with one. */
    private List<Table.Name> summed(Table.Name name) {
        var found = new ArrayList<Table.Name>();
        for (var sum : surroundings.sums()) {
            if (sum.whole().equals(name.indicator()) || sum.parts().containsKey(name.indicator())) {
                found.add(new Table.Name(sum.whole(), name.period()));
                sum.parts().keySet().forEach(part -> found.add(new Table.Name(part, name.period())));
            }
        }
        return found;
    }

    /** The tables in which an earlier edition withholds something. */
    private Set<Table.Name> withheldEarlier() {
        var names = new LinkedHashSet<Table.Name>();
        surroundings.earlier().forEach(cell -> {
            if (cell.observed() instanceof Observed.Withheld) {
                names.add(Table.Name.of(cell.key()));
            }
        });
        return names;
    }

    private void readEarlier() {
        if (!tables.isEmpty()) {
            surroundings.earlier().forEach(cell -> {
                var name = Table.Name.of(cell.key());
                if (tables.containsKey(name)) {
                    if (cell.observed() instanceof Observed.Value) {
                        earlier.computeIfAbsent(cell.key(), _ -> new ArrayList<>(1))
                                .add(cell);
                    }
                    edition(cell.key())
                            .computeIfAbsent(name, _ -> new ArrayList<>())
                            .add(cell);
                }
            });
        }
    }

    /** The edition that a cell continues: each has its cells in canonical order. */
    private Map<Table.Name, List<Cell>> edition(CellKey key) {
        if (editions.isEmpty() || lastOfEdition == null || key.compareTo(lastOfEdition) <= 0) {
            editions.add(new LinkedHashMap<>());
        }
        lastOfEdition = key;
        return editions.getLast();
    }

    private void state(Map<Table.Name, List<Cell>> edition, AreaSums areas, Margins margins) {
        edition.forEach((name, cells) -> {
            var table = tables.get(name);
            if (table != null && cells.stream().anyMatch(cell -> cell.observed() instanceof Observed.Withheld)) {
                state(table, name, cells, areas, margins);
            }
        });
    }

    private void state(Table table, Table.Name name, List<Cell> cells, AreaSums areas, Margins margins) {
        var indicator = indicator(name.indicator());
        var rules = rules(table);
        if (rules.disclosure() == Disclosure.APPLY) {
            boolean signed = cells.stream().anyMatch(PublicFacts::isNegative);
            double least = signed ? Double.NEGATIVE_INFINITY : Math.max(0, Primary.least(rules, indicator, 1));
            var owners = new HashMap<Integer, Integer>();
            table.candidates().forEach(candidate -> {
                var variable = amounts.get(candidate);
                if (variable != null) {
                    owners.put(variable, candidate);
                }
            });
            var former = new FormerFacts(tableau, table, indicator, rules.fromAnswers(), least, owners);
            cells.forEach(former::read);
            former.state(areas, margins)
                    .forEach(
                            variable -> formers.put(variable, table.candidates().getFirst()));
        }
    }

    private void addAmounts(Table table) {
        var indicator =
                indicator(verdicts.cell(table.candidates().getFirst()).key().indicator());
        boolean signed = table.candidates().stream().anyMatch(candidate -> isNegative(verdicts.cell(candidate)));
        for (int candidate : table.candidates()) {
            var amount = amount(candidate, indicator, signed);
            if (amount != null) {
                int variable = tableau.add(amount);
                amounts.put(candidate, variable);
                table.put(Table.Place.of(verdicts.cell(candidate).key()), variable);
            }
        }
    }

    private static boolean isNegative(Cell cell) {
        return cell.observed() instanceof Observed.Value value && value.number().signum() < 0;
    }

    private @Nullable Amount amount(int candidate, Indicator indicator, boolean signed) {
        var cell = verdicts.cell(candidate);
        double lower = signed ? Double.NEGATIVE_INFINITY : 0;
        return switch (cell.observed()) {
            case Observed.Missing _ -> null;
            case Observed.Withheld _ ->
                indicator.kind() == Kind.COUNT || indicator.kind() == Kind.TOTAL
                        ? new Amount(candidate, Double.NaN, lower, Double.POSITIVE_INFINITY)
                        : null;
            case Observed.Value value -> {
                var quantity = Quantity.of(value, indicator);
                double upper = indicator.kind() == Kind.PROPORTION ? quantity.baseOrNaN() : Double.POSITIVE_INFINITY;
                if (surroundings.rules(cell).disclosure() == Disclosure.ALREADY_PUBLIC
                        || isShownEarlier(candidate, value)) {
                    yield quantity.addsUp() ? Amount.known(quantity) : null;
                }
                double least = Primary.least(surroundings.rules(cell), indicator, quantity.amount());
                yield quantity.addsUp()
                        ? new Amount(candidate, quantity.amount(), Math.max(lower, least), upper, quantity.baseOrZero())
                        : null;
            }
        };
    }

    private boolean isShownEarlier(int candidate, Observed.Value value) {
        boolean shown = earlier.getOrDefault(verdicts.cell(candidate).key(), List.of()).stream()
                .anyMatch(cell -> cell.observed() instanceof Observed.Value former && same(former, value));
        if (shown && verdicts.isWithheld(candidate)) {
            shownEarlier.add(candidate);
        }
        return shown;
    }

    private static boolean same(Observed.Value former, Observed.Value value) {
        return former.number().compareTo(value.number()) == 0
                && equal(former.uncertainty().denominator(), value.uncertainty().denominator())
                && equal(former.uncertainty().sampleSize(), value.uncertainty().sampleSize());
    }

    private static boolean equal(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }

    /** What only earlier editions show, in their latest form. */
    private void addEarlierAmounts() {
        earlier.forEach((key, cells) -> {
            var table = tables.get(Table.Name.of(key));
            if (table != null
                    && !table.has(Table.Place.of(key))
                    && cells.getLast().observed() instanceof Observed.Value value) {
                var quantity = Quantity.of(value, indicator(key.indicator()));
                if (quantity.addsUp()) {
                    table.put(Table.Place.of(key), tableau.add(Amount.known(quantity)));
                }
            }
        });
    }

    private void addSum(WeightedSum sum) {
        tables.forEach((name, whole) -> {
            if (name.indicator().equals(sum.whole())) {
                for (int candidate : whole.candidates()) {
                    addSum(sum, candidate);
                }
            }
        });
    }

    private void addSum(WeightedSum sum, int candidate) {
        var key = verdicts.cell(candidate).key();
        var whole = amounts.get(candidate);
        var variables = new int[sum.parts().size() + 1];
        var coefficients = new double[variables.length];
        int at = 0;
        for (var part : sum.parts().entrySet()) {
            var table = tables.get(new Table.Name(part.getKey(), key.period()));
            var variable = table == null ? null : table.amount(Table.Place.of(key));
            if (variable == null) {
                return;
            }
            variables[at] = variable;
            coefficients[at++] = part.getValue();
        }
        if (whole != null) {
            variables[at] = whole;
            coefficients[at] = -1;
            tableau.equate(variables, coefficients);
        }
    }
}
