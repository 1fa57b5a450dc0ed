package org.socialobservatory.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Answers of invented persons of a town of two districts with three quarters each, as packages of {@code responses}: a
 * survey with weights, and a register of everybody.
 */
final class InventedSurvey {

    static final List<String> DISTRICTS = List.of("nord", "sud");
    static final List<String> AGES = List.of("Y0T14", "Y15T59", "Y_GE60");
    private static final int[] PERSONS = {21, 44, 35, 60, 33, 52};

    private static final String ZONES = """
        code,nom,niveau,dans
        bourg,Bourg,town,
        nord,Nord,district,bourg
        sud,Sud,district,bourg
        nord-1,Nord 1,quartier,nord
        nord-2,Nord 2,quartier,nord
        nord-3,Nord 3,quartier,nord
        sud-1,Sud 1,quartier,sud
        sud-2,Sud 2,quartier,sud
        sud-3,Sud 3,quartier,sud
        """;

    private static final String DESCRIPTION = """
        name: DATASET
        title: {fr: Enquête inventée, ar: بحث مخترع, en: Invented survey}
        town: bourg
        licenses: [{name: CC0-1.0}]
        reason: REASON
        resources:
          - name: zones
            path: zones.csv
            observatory: {role: areas, level: {column: niveau}, within: {column: dans}, code: code, name: {fr: nom}}
          - name: personnes
            path: personnes.csv
            schema:
              fields:
                - {name: quartier, type: string}
                - {name: sexe, type: string, constraints: {enum: [femme, homme]}}
                - {name: age, type: integer, constraints: {maximum: 120}}
                - {name: lit, type: string}
                - {name: revenu, type: number}
                - {name: ecole, type: integer}
                - {name: faim, type: integer}
                - {name: eau, type: integer}
            observatory:
              role: responses
              unit: person
        DESIGN
              area: {column: quartier, level: quartier}
              period: {value: 2025}
              tolerate: {constraint-broken: 5, area-unknown: 5, number-malformed: 5}
              indicators: indicateurs.yaml
        """;

    static final String WEIGHTED = """
              weight: poids
              strata: [strate]
              cluster: [ilot]
        """;
    static final String CENSUS = """
              design: census
        """;

    private static final String INDICATORS = """
        dimensions:
          sex: {variable: sexe, codes: {femme: F, homme: M}}
          age: {variable: age, bands: [0, 15, 60]}
        indicators:
          - {code: residents, kind: count, unit: persons, label: {fr: Habitants}, breakdowns: [[], [sex], [age], [sex, age]]}
          - {code: readers, kind: proportion, unit: percent, label: {fr: Lecteurs}, condition: lit = 'oui', breakdowns: [[], [sex], [age], [sex, age]]}
          - {code: others, kind: proportion, unit: percent, label: {fr: Autres}, condition: lit = 'non', breakdowns: [[], [sex], [age], [sex, age]]}
          - {code: income, kind: total, unit: MAD, value: revenu, label: {fr: Revenus}, breakdowns: [[], [sex]]}
          - code: mpi
            kind: mpi
            unit: index
            label: {fr: Pauvreté}
            cutoff: 1/3
            breakdowns: [[], [sex]]
            dimensions:
              - {code: savoir, weight: 1/2, indicators: [{code: ecole, deprived: ecole = 1}]}
              - {code: vie, weight: 1/2, indicators: [{code: faim, deprived: faim = 1}, {code: eau, deprived: eau = 1}]}
        """;

    /** An answer. */
    record Person(String quarter, String sex, int age, String reads, int income, List<Integer> deprived, int weight) {
        String band() {
            return AGES.get(age < 15 ? 0 : age < 60 ? 1 : 2);
        }
    }

    private final List<Person> persons = new ArrayList<>();

    InventedSurvey(long seed) {
        var random = new Random(seed);
        for (int quarter = 0; quarter < PERSONS.length; quarter++) {
            for (int i = 0; i < PERSONS[quarter]; i++) {
                persons.add(new Person(
                        DISTRICTS.get(quarter / 3) + "-" + (quarter % 3 + 1),
                        random.nextInt(5) < 2 ? "femme" : "homme",
                        random.nextInt(90),
                        random.nextInt(4) == 0 ? "non" : "oui",
                        500 + random.nextInt(9_000),
                        List.of(random.nextInt(6) / 5, random.nextInt(5) / 4, random.nextInt(3) / 2),
                        20 + random.nextInt(60)));
            }
        }
    }

    List<Person> persons() {
        return persons;
    }

    /** Corrects some answers: who was said to live elsewhere, of another age, or not to read. */
    void correct() {
        for (int at : new int[] {3, 40, 77, 110, 170, 201}) {
            var old = persons.get(at);
            persons.set(
                    at,
                    new Person(
                            at % 2 == 0 ? old.quarter() : "sud-2",
                            old.sex(),
                            (old.age() + 30) % 90,
                            old.reads().equals("oui") ? "non" : "oui",
                            old.income() + 100,
                            old.deprived(),
                            old.weight()));
        }
    }

    /**
     * Writes the package.
     *
     * @param further rows as they are, such as those that no rule lets through
     */
    Path write(Path folder, String dataset, String design, String reason, String... further) throws IOException {
        var table = new StringBuilder("id,quartier,sexe,age,lit,revenu,ecole,faim,eau,poids,strate,ilot\n");
        for (int i = 0; i < persons.size(); i++) {
            var one = persons.get(i);
            table.append("p%d,%s,%s,%d,%s,%d,%d,%d,%d,%d,%s,i%d%n"
                    .formatted(
                            i,
                            one.quarter(),
                            one.sex(),
                            one.age(),
                            one.reads(),
                            one.income(),
                            one.deprived().get(0),
                            one.deprived().get(1),
                            one.deprived().get(2),
                            one.weight(),
                            one.quarter().substring(0, 3),
                            i / 5));
        }
        for (var row : further) {
            table.append(row).append('\n');
        }
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("datapackage.yaml"),
                DESCRIPTION
                        .replace("DATASET", dataset)
                        .replace("REASON", reason)
                        .replace("DESIGN", design));
        Files.writeString(folder.resolve("zones.csv"), ZONES);
        Files.writeString(folder.resolve("indicateurs.yaml"), INDICATORS);
        Files.writeString(folder.resolve("personnes.csv"), table);
        return folder;
    }
}
