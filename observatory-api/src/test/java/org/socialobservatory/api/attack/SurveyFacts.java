package org.socialobservatory.api.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.socialobservatory.api.attack.InventedSurvey.Person;
import tools.jackson.databind.JsonNode;

/**
 * What a reader makes of published figures of {@link InventedSurvey}: amounts that add up, each under one name whichever
 * indicator tells it. Names are {@code quantity area sex age}.
 */
final class SurveyFacts {

    static final List<String> PARTS = List.of("ecole", "faim", "eau");
    private static final Map<String, List<String>> PILLARS =
            Map.of("savoir", List.of("ecole"), "vie", List.of("faim", "eau"));
    private static final double[] WEIGHTS = {0.5, 0.25, 0.25};
    private static final double CUTOFF = 1.0 / 3 - 1e-9;

    private SurveyFacts() {}

    /** The amounts that one published figure tells. */
    static Map<String, Double> of(JsonNode figure) {
        var amounts = new TreeMap<String, Double>();
        if (figure.get("value").isNull()) {
            return amounts;
        }
        var place = place(figure);
        double value =
                figure.get("value").asDouble() / (figure.get("unit").asString().equals("percent") ? 100 : 1);
        var indicator = figure.get("indicator").asString();
        if (indicator.equals("residents") || indicator.equals("income")) {
            amounts.put(quantity(indicator) + place, value);
        } else {
            double base = figure.get("denominator").asDouble();
            double weight = indicator.startsWith("mpi-censored-")
                    ? WEIGHTS[PARTS.indexOf(indicator.substring("mpi-censored-".length()))]
                    : 1;
            amounts.put(quantity(indicator) + place, value * base * weight);
            amounts.put(base(indicator) + place, base);
        }
        return amounts;
    }

    static String place(JsonNode figure) {
        return " " + figure.get("area").asString() + " " + figure.get("sex").asString() + " "
                + figure.get("age").asString();
    }

    /** What an indicator tells, times its base. */
    static String quantity(String indicator) {
        return switch (indicator) {
            case "residents" -> "persons";
            case "mpi-headcount" -> "poor";
            case "mpi-intensity" -> "mpi";
            default -> {
                var part = indicator.substring(indicator.lastIndexOf('-') + 1);
                if (indicator.startsWith("mpi-uncensored-")) {
                    yield "raw-" + part;
                }
                yield indicator.startsWith("mpi-") ? "part-" + part : indicator;
            }
        };
    }

    /** Of what an indicator is a share. */
    static String base(String indicator) {
        return indicator.equals("mpi-intensity")
                ? "poor"
                : indicator.startsWith("mpi-contribution-") ? "mpi" : "persons";
    }

    /** All amounts as they are. */
    static Map<String, Double> truth(List<Person> persons, boolean weighted) {
        var truth = new TreeMap<String, Double>();
        for (var person : persons) {
            double weight = weighted ? person.weight() : 1;
            quantities()
                    .forEach((quantity, amount) -> places(person)
                            .forEach(place ->
                                    truth.merge(quantity + place, weight * amount.applyAsDouble(person), Double::sum)));
        }
        return truth;
    }

    private static Map<String, ToDoubleFunction<Person>> quantities() {
        var quantities = new TreeMap<String, ToDoubleFunction<Person>>();
        quantities.put("persons", _ -> 1);
        quantities.put("readers", person -> person.reads().equals("oui") ? 1 : 0);
        quantities.put("others", person -> person.reads().equals("non") ? 1 : 0);
        quantities.put("income", Person::income);
        quantities.put("poor", person -> score(person) >= CUTOFF ? 1 : 0);
        quantities.put("mpi", person -> score(person) >= CUTOFF ? score(person) : 0);
        PILLARS.forEach((pillar, parts) -> quantities.put(
                "part-" + pillar,
                person -> score(person) >= CUTOFF
                        ? parts.stream()
                                .mapToInt(PARTS::indexOf)
                                .mapToDouble(part ->
                                        WEIGHTS[part] * person.deprived().get(part))
                                .sum()
                        : 0));
        for (int i = 0; i < PARTS.size(); i++) {
            int at = i;
            quantities.put("raw-" + PARTS.get(i), person -> person.deprived().get(at));
            quantities.put(
                    "part-" + PARTS.get(i),
                    person -> score(person) >= CUTOFF
                            ? WEIGHTS[at] * person.deprived().get(at)
                            : 0);
        }
        return quantities;
    }

    private static double score(Person person) {
        double score = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            score += WEIGHTS[i] * person.deprived().get(i);
        }
        return score;
    }

    /**
     * What he knows without a figure: places of which none is told are those of nobody, and an edition says how many live
     * where no quarter is; somebody may know who they are.
     */
    static Map<String, Double> unsaid(Told told, Map<String, Double> truth) {
        var toldPlaces = new TreeSet<String>();
        told.figures().values().forEach(figure -> toldPlaces.add(place(figure)));
        var unsaid = new TreeMap<String, Double>();
        for (var name : truth.keySet()) {
            var quantity = name.substring(0, name.indexOf(' '));
            var breakdown = name.substring(name.indexOf(' ', quantity.length() + 1));
            unsaid.put(
                    quantity + " " + InventedSurvey.NOWHERE + breakdown,
                    truth.getOrDefault(quantity + " " + InventedSurvey.NOWHERE + breakdown, 0.0));
            for (var area : areas()) {
                if (!toldPlaces.contains(" " + area + breakdown)) {
                    unsaid.put(quantity + " " + area + breakdown, 0.0);
                }
            }
        }
        return unsaid;
    }

    /** How many cells of a quarter, sex and age with somebody in it are added up at each place. */
    static Map<String, Integer> leaves(List<Person> persons) {
        var leaves = new TreeMap<String, Set<String>>();
        for (var person : persons) {
            places(person)
                    .forEach(place -> leaves.computeIfAbsent(place, _ -> new TreeSet<>())
                            .add(person.quarter() + person.sex() + person.band()));
        }
        var counts = new TreeMap<String, Integer>();
        leaves.forEach((place, names) -> counts.put(place, names.size()));
        return counts;
    }

    /** Where a person counts. */
    static List<String> places(Person person) {
        var places = new ArrayList<String>();
        var sex = person.sex().equals("femme") ? "F" : "M";
        for (var area : person.quarter().equals(InventedSurvey.NOWHERE)
                ? List.of(InventedSurvey.NOWHERE, "bourg")
                : List.of(
                        person.quarter(),
                        person.quarter().substring(0, person.quarter().indexOf('-')),
                        "bourg")) {
            for (var one : List.of("T", sex)) {
                places.add(" " + area + " " + one + " _T");
                places.add(" " + area + " " + one + " " + person.band());
            }
        }
        return places;
    }

    /** Sums of districts, quarters and breakdowns of one quantity. */
    static List<Map.Entry<String, List<String>>> sums(String quantity, boolean byAge) {
        var sums = new ArrayList<Map.Entry<String, List<String>>>();
        var ages = new ArrayList<>(byAge ? InventedSurvey.AGES : List.<String>of());
        ages.add("_T");
        for (var age : ages) {
            for (var sex : List.of("T", "F", "M")) {
                var breakdown = " " + sex + " " + age;
                sums.add(Map.entry(
                        quantity + " bourg" + breakdown,
                        Stream.concat(InventedSurvey.DISTRICTS.stream(), Stream.of(InventedSurvey.NOWHERE))
                                .map(district -> quantity + " " + district + breakdown)
                                .toList()));
                InventedSurvey.DISTRICTS.forEach(district -> sums.add(Map.entry(
                        quantity + " " + district + breakdown,
                        InventedSurvey.quarters(district).stream()
                                .map(quarter -> quantity + " " + quarter + breakdown)
                                .toList())));
            }
        }
        for (var area : areas()) {
            var at = quantity + " " + area + " ";
            ages.forEach(age -> sums.add(Map.entry(at + "T " + age, List.of(at + "F " + age, at + "M " + age))));
            if (byAge) {
                List.of("T", "F", "M")
                        .forEach(sex -> sums.add(Map.entry(
                                at + sex + " _T",
                                InventedSurvey.AGES.stream()
                                        .map(age -> at + sex + " " + age)
                                        .toList())));
            }
        }
        return sums;
    }

    /** Sums of quantities at every place. */
    static List<Map.Entry<String, List<String>>> sums(String whole, List<String> parts, boolean byAge) {
        var sums = new ArrayList<Map.Entry<String, List<String>>>();
        var ages = new ArrayList<>(byAge ? InventedSurvey.AGES : List.<String>of());
        ages.add("_T");
        for (var area : areas()) {
            for (var sex : List.of("T", "F", "M")) {
                for (var age : ages) {
                    var place = " " + area + " " + sex + " " + age;
                    sums.add(Map.entry(
                            whole + place,
                            parts.stream().map(part -> part + place).toList()));
                }
            }
        }
        return sums;
    }

    /** All sums around the index of poverty. */
    static List<Map.Entry<String, List<String>>> poverty() {
        var sums = new ArrayList<>(sums("mpi", false));
        sums.addAll(sums("mpi", PARTS.stream().map(part -> "part-" + part).toList(), false));
        PARTS.forEach(part -> sums.addAll(sums("part-" + part, false)));
        PILLARS.forEach((pillar, parts) -> sums.addAll(sums(
                "part-" + pillar, parts.stream().map(part -> "part-" + part).toList(), false)));
        return sums;
    }

    private static List<String> areas() {
        var areas = new ArrayList<>(List.of("bourg"));
        InventedSurvey.DISTRICTS.forEach(district -> {
            areas.add(district);
            areas.addAll(InventedSurvey.quarters(district));
        });
        return areas;
    }
}
