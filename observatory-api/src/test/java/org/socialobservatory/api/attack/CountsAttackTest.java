package org.socialobservatory.api.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socialobservatory.api.Visitor;
import org.socialobservatory.ingest.gate.Attacker;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A reader collects every number of a small census and of the edition that corrects it from every door, knows which sums
 * hold, and has a linear programme. He can tell no withheld count.
 */
@Served
class CountsAttackTest {

    private static final List<String> SEXES = List.of("F", "M");
    private static final double MIN_COUNT = 4;

    private static final String DESCRIPTION = """
            name: petit-recensement
            title: {fr: Petit recensement, ar: إحصاء صغير, en: Small census}
            town: bourg
            licenses: [{name: CC0-1.0}]
            resources:
              - name: zones
                path: zones.csv
                observatory: {role: areas, level: {column: niveau}, within: {column: dans}, code: code, name: {fr: nom}}
              - name: indicateurs
                path: indicateurs.csv
                observatory:
                  role: indicators
                  code: code
                  label: {fr: nom}
                  unit: {column: unite}
                  kind: {column: nature}
                  counts: {column: compte}
              - name: comptes
                path: comptes.csv
                schema:
                  fields: [{name: zone, type: string}, {name: n, type: integer}]
                observatory:
                  role: observations
                  source: exhaustive
                  area: {column: zone}
                  period: {value: 2024}
                  indicator: {column: indicateur}
                  breakdown: {sex: {column: sexe}}
                  value: {column: n}
            """;

    /** Women and men of each quarter; only the last changes in the second edition. */
    private static final Map<String, long[]> FIRST = new TreeMap<>(Map.of(
            "nord-1", new long[] {2, 61},
            "nord-2", new long[] {48, 52},
            "nord-3", new long[] {39, 44},
            "sud-1", new long[] {70, 81},
            "sud-2", new long[] {33, 29},
            "sud-3", new long[] {57, 66}));

    private static final Map<String, long[]> SECOND = new TreeMap<>(FIRST);

    static {
        SECOND.put("sud-2", new long[] {3, 29});
    }

    @TempDir
    private Path folder;

    @LocalServerPort
    private int port;

    @Autowired
    private Agent agent;

    private static Map<String, Long> counts(Map<String, long[]> quarters) {
        var counts = new TreeMap<String, Long>();
        quarters.forEach((quarter, sexes) -> {
            for (var area : List.of(quarter, quarter.substring(0, quarter.indexOf('-')), "bourg")) {
                for (int sex = 0; sex < 2; sex++) {
                    counts.merge(area + " " + SEXES.get(sex), sexes[sex], Long::sum);
                    counts.merge(area + " T", sexes[sex], Long::sum);
                }
            }
        });
        return counts;
    }

    private static List<Map.Entry<String, List<String>>> sums() {
        var below = new LinkedHashMap<String, List<String>>();
        below.put("bourg", List.of("nord", "sud"));
        below.put("nord", List.of("nord-1", "nord-2", "nord-3"));
        below.put("sud", List.of("sud-1", "sud-2", "sud-3"));
        var areas = new TreeSet<>(below.keySet());
        below.values().forEach(areas::addAll);
        var sums = new ArrayList<Map.Entry<String, List<String>>>();
        for (var sex : List.of("T", "F", "M")) {
            below.forEach((area, parts) -> sums.add(Map.entry(
                    area + " " + sex,
                    parts.stream().map(part -> part + " " + sex).toList())));
        }
        areas.forEach(area -> sums.add(Map.entry(area + " T", List.of(area + " F", area + " M"))));
        return sums;
    }

    private void publish(Map<String, Long> counts) throws IOException {
        var table = new StringBuilder("zone,indicateur,sexe,n\n");
        counts.forEach((name, number) -> {
            var cell = name.replace(" ", ",habitants,");
            table.append(cell).append(',').append(number).append('\n');
        });
        Files.writeString(folder.resolve("datapackage.yaml"), DESCRIPTION);
        Files.writeString(folder.resolve("comptes.csv"), table);
        Files.writeString(
                folder.resolve("indicateurs.csv"),
                "code,nom,unite,nature,compte\nhabitants,Habitants,persons,count,persons\n");
        var zones = new StringBuilder("code,nom,niveau,dans\nbourg,Bourg,town,\n");
        for (var district : List.of("nord", "sud")) {
            zones.append(district).append(",District,district,bourg\n");
            for (int i = 1; i <= 3; i++) {
                zones.append(district + "-" + i)
                        .append(",Quartier,quartier,")
                        .append(district)
                        .append('\n');
            }
        }
        Files.writeString(folder.resolve("zones.csv"), zones);
        agent.publish(folder);
    }

    @Test
    void recoversNoWithheldCountFromAllDoorsAndEditions() throws IOException {
        var doors = new EveryDoor(new Visitor(port), "", "petit-recensement");
        publish(counts(FIRST));
        attack(counts(FIRST), known(doors.told("")));
        doors.hold("1");
        publish(counts(SECOND));
        var known = known(doors.told(""));
        assertThat(known).hasSizeLessThan(counts(SECOND).size());
        // What he read in the first edition and has not changed, he knows too; here he is told what has not.
        var former = counts(FIRST);
        known(doors.told("&edition=1")).forEach((cell, number) -> {
            if (former.getOrDefault(cell, -1L).equals(counts(SECOND).get(cell))) {
                known.putIfAbsent(cell, number);
            }
        });
        attack(counts(SECOND), known);
        doors.hold("1", "2");
    }

    private static Map<String, Double> known(Told told) {
        var known = new TreeMap<String, Double>();
        told.figures().forEach((key, figure) -> {
            if (!told.isWithheld(key)) {
                known.put(
                        figure.get("area").asString() + " " + figure.get("sex").asString(),
                        figure.get("value").asDouble());
            }
        });
        return known;
    }

    private static void attack(Map<String, Long> truth, Map<String, Double> known) {
        var attacker = new Attacker(known, 1, sums());
        assertThat(attacker.hidden()).isNotEmpty();
        for (var cell : attacker.hidden()) {
            var number = truth.getOrDefault(cell, 0L);
            double least = attacker.least(cell);
            double most = attacker.most(cell);
            var found = cell + " = " + number + " in [" + least + ", " + most + "]";
            if (number < MIN_COUNT) {
                assertThat(least).as(found).isLessThanOrEqualTo(1 + 1e-6);
                assertThat(most).as(found).isGreaterThanOrEqualTo(MIN_COUNT - 1e-6);
            } else {
                assertThat(most - least).as(found).isGreaterThanOrEqualTo(1 - 1e-6);
            }
        }
    }
}
