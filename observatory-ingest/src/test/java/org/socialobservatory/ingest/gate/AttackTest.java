package org.socialobservatory.ingest.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.cube.Observed;

/** Random tables of areas, sexes and ages, attacked by a reader with a linear programme of another library. */
class AttackTest {

    private static final List<String> SEXES = List.of("sex=F", "sex=M");
    private static final List<String> AGES = List.of("age=Y0T14", "age=Y15T59", "age=Y_GE60");
    private static final double MIN_COUNT = 4;

    /** Numbers of people by area and breakdown, all totals made; names are {@code area breakdown}. */
    private record Numbers(Map<String, Long> counts, Map<String, List<String>> below, Map<String, Integer> leaves) {

        static Numbers of(Random random) {
            var below = new LinkedHashMap<String, List<String>>();
            var districts = new ArrayList<String>();
            below.put("town", districts);
            for (int district = 0; district < 2 + random.nextInt(2); district++) {
                districts.add("d" + district);
                var quarters = new ArrayList<String>();
                below.put("d" + district, quarters);
                for (int quarter = 0; quarter < 2 + random.nextInt(3); quarter++) {
                    quarters.add("d" + district + "q" + quarter);
                }
            }
            var numbers = new Numbers(new TreeMap<>(), below, new TreeMap<>());
            numbers.fill(random);
            return numbers;
        }

        void fill(Random random) {
            below.forEach((district, quarters) -> {
                if (!district.equals("town")) {
                    quarters.forEach(quarter -> SEXES.forEach(sex -> AGES.forEach(age -> count(
                            List.of(quarter, district, "town"),
                            sex,
                            age,
                            random.nextInt(5) == 0 ? random.nextInt(4) : random.nextInt(60)))));
                }
            });
        }

        private void count(List<String> areas, String sex, String age, long number) {
            for (var area : areas) {
                for (var breakdown : List.of("_T", sex, age, age + "," + sex)) {
                    counts.merge(area + " " + breakdown, number, Long::sum);
                    leaves.merge(area + " " + breakdown, number > 0 ? 1 : 0, Integer::sum);
                }
            }
        }

        long number(String name) {
            return counts.getOrDefault(name, 0L);
        }

        /** A few quarters counted anew. */
        Numbers revised(Random random) {
            var revised = new Numbers(new TreeMap<>(), below, new TreeMap<>());
            below.forEach((district, quarters) -> {
                if (!district.equals("town")) {
                    quarters.forEach(quarter -> SEXES.forEach(sex -> AGES.forEach(age -> {
                        long former = number(quarter + " " + age + "," + sex);
                        long change = random.nextInt(6) == 0 ? random.nextInt(9) - 4 : 0;
                        revised.count(List.of(quarter, district, "town"), sex, age, Math.max(0, former + change));
                    })));
                }
            });
            return revised;
        }

        Trial trial() {
            var trial = new Trial(Trial.CENSUS).area("town", "town", "nowhere");
            below.forEach((area, parts) ->
                    parts.forEach(part -> trial.area(part, area.equals("town") ? "district" : "quartier", area)));
            counts.forEach((name, number) -> {
                int space = name.indexOf(' ');
                trial.people(name.substring(0, space), name.substring(space + 1), number);
            });
            return trial;
        }

        List<Map.Entry<String, List<String>>> sums() {
            var sums = new ArrayList<Map.Entry<String, List<String>>>();
            var breakdowns = new ArrayList<>(List.of("_T"));
            breakdowns.addAll(SEXES);
            breakdowns.addAll(AGES);
            AGES.forEach(age -> SEXES.forEach(sex -> breakdowns.add(age + "," + sex)));
            below.forEach((area, parts) -> breakdowns.forEach(breakdown -> sums.add(Map.entry(
                    area + " " + breakdown,
                    parts.stream().map(part -> part + " " + breakdown).toList()))));
            var areas = new ArrayList<>(below.keySet());
            below.values().forEach(areas::addAll);
            areas.stream().distinct().forEach(area -> {
                sums.add(parts(area, "_T", SEXES));
                sums.add(parts(area, "_T", AGES));
                SEXES.forEach(sex -> sums.add(parts(
                        area, sex, AGES.stream().map(age -> age + "," + sex).toList())));
                AGES.forEach(age -> sums.add(parts(
                        area, age, SEXES.stream().map(sex -> age + "," + sex).toList())));
            });
            return sums;
        }

        private static Map.Entry<String, List<String>> parts(String area, String whole, List<String> parts) {
            return Map.entry(
                    area + " " + whole,
                    parts.stream().map(part -> area + " " + part).toList());
        }
    }

    private static Map<String, Double> published(List<Cell> cells) {
        var published = new TreeMap<String, Double>();
        for (var cell : cells) {
            if (cell.observed() instanceof Observed.Value value) {
                published.put(
                        cell.key().area() + " " + cell.key().breakdown(),
                        value.number().doubleValue());
            }
        }
        return published;
    }

    /** What the sums of an earlier edition leave for what it withholds, where nothing of that has changed. */
    private static List<Map.Entry<String, List<String>>> unchanged(
            Numbers first, Numbers second, Map<String, Double> earlier, Map<String, Double> known) {
        var sums = new ArrayList<Map.Entry<String, List<String>>>();
        for (var sum : first.sums()) {
            var hidden = sum.getValue().stream()
                    .filter(part -> !earlier.containsKey(part))
                    .toList();
            if (earlier.containsKey(sum.getKey())
                    && !hidden.isEmpty()
                    && hidden.stream().allMatch(part -> first.number(part) == second.number(part))) {
                var name = "former " + sums.size();
                known.put(
                        name, (double) hidden.stream().mapToLong(first::number).sum());
                sums.add(Map.entry(name, hidden));
            }
        }
        return sums;
    }

    /** No small count can be told from any other of its kind, no other withheld one is known; unless the gate says so. */
    private static void attack(
            String name,
            Numbers numbers,
            Map<String, Double> published,
            List<Map.Entry<String, List<String>>> sums,
            List<String> refused) {
        var attacker = new Attacker(published, 1, sums);
        assertThat(attacker.hidden()).as(name).isNotEmpty();
        for (var cell : attacker.hidden()) {
            long number = numbers.number(cell);
            double least = attacker.least(cell);
            double most = attacker.most(cell);
            boolean holds = number < MIN_COUNT
                    ? least <= Math.max(1, numbers.leaves().getOrDefault(cell, 1)) + 1e-6 && most >= MIN_COUNT - 1e-6
                    : most - least >= 1 - 1e-6;
            assertThat(holds)
                    .as(name + ": " + cell + " = " + number + " in [" + least + ", " + most + "]")
                    .isEqualTo(!refused.contains(cell));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void recoversNothingOfOneEdition(long seed) {
        var numbers = Numbers.of(new Random(seed));
        var passed = numbers.trial().pass();
        assertThat(passed.report().holds()).isTrue();
        assertThat(passed.report().respondentsHidden())
                .isGreaterThanOrEqualTo(passed.report().fewestRespondents());
        attack("seed " + seed, numbers, published(passed.cells()), numbers.sums(), List.of());
    }

    /** He is told which cells of the earlier edition did not change. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void recoversNothingOfTwoEditions(long seed) {
        var random = new Random(seed);
        var first = Numbers.of(random);
        var earlier = first.trial().pass().cells();
        var second = first.revised(random);
        var passed = second.trial().after(earlier::forEach).pass();
        assertThat(passed.report().shownEarlier()).as("seed " + seed).isEmpty();
        var known = published(passed.cells());
        published(earlier).forEach((cell, number) -> {
            if (second.number(cell) == number) {
                known.putIfAbsent(cell, number);
            }
        });
        var sums = second.sums();
        sums.addAll(unchanged(first, second, published(earlier), known));
        var unprotected = passed.report().unprotected().stream()
                .map(key -> key.area() + " " + key.breakdown())
                .toList();
        attack("seed " + seed, second, known, sums, unprotected);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void withholdsTheSameInEveryRun(long seed) {
        var numbers = Numbers.of(new Random(seed));
        assertThat(numbers.trial().pass().cells())
                .isEqualTo(numbers.trial().pass().cells());
    }
}
