package org.socialobservatory.api.attack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.socialobservatory.ingest.Workbooks;

/**
 * Answers of invented persons of a town of districts and quarters, as packages of {@code responses}: a
 * survey with weights, and a register of everybody, some of whom live where no quarter is.
 */
final class InventedSurvey {

    static final List<String> DISTRICTS = List.of("nord", "sud", "est");
    static final List<String> LEVELS = List.of("town", "district", "quartier");
    static final List<String> AGES = List.of("Y0T14", "Y15T59", "Y_GE60");
    /** Where somebody lives of whom only the town knows. */
    static final String NOWHERE = "ailleurs";

    private static final List<String> QUARTERS =
            List.of("nord-1", "nord-2", "nord-3", "sud-1", "sud-2", "sud-3", "est-1", "nord-4");
    /**
     * How many live in each quarter; in one nobody, in one so few that only the rest of the
     * town hides them.
     */
    private static final int[] PERSONS = {21, 44, 35, 60, 33, 52, 13, 0};

    private static final String DESCRIPTION = """
        name: DATASET
        title: {fr: Enquête inventée, ar: بحث مخترع, en: Invented survey}
        town: bourg
        licenses: [{name: CC0-1.0}]
        reason: REASON
        resources:
          - name: zones
            path: zones.geojson
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
              questionnaire: questionnaire.xlsx
        DESIGN
              period: {value: 2025}
              tolerate: {constraint-broken: 5, area-unknown: 5, number-malformed: 5}
              indicators: indicateurs.yaml
        """;

    static final String WEIGHTED = """
              weight: poids
              strata: [strate]
              cluster: [ilot]
              area: {column: quartier, level: quartier}
        """;
    static final String CENSUS = """
              design: census
              area: {point: position, level: quartier}
        """;

    private static final String INDICATORS = """
        dimensions:
          sex: {variable: sexe, codes: {femme: F, homme: M}}
          age: {variable: age, bands: [0, 15, 60]}
        indicators:
          - {code: residents, kind: count, unit: persons, label: {fr: Habitants}, breakdowns: [[], [sex], [age], [sex, age]]}
          - {code: readers, kind: proportion, unit: percent, label: {fr: Lecteurs}, condition: lit = 'oui', breakdowns: [[], [sex], [age], [sex, age]]}
          - {code: others, kind: proportion, unit: percent, label: {fr: Autres}, sameAs: illiteracy-rate, condition: lit = 'non', breakdowns: [[], [sex], [age], [sex, age]]}
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

    /** @param nowhere how many live where no quarter is */
    InventedSurvey(long seed, int nowhere) {
        var random = new Random(seed);
        for (int quarter = 0; quarter <= PERSONS.length; quarter++) {
            for (int i = 0; i < (quarter < PERSONS.length ? PERSONS[quarter] : nowhere); i++) {
                persons.add(new Person(
                        quarter < PERSONS.length ? QUARTERS.get(quarter) : NOWHERE,
                        random.nextInt(5) < 2 ? "femme" : "homme",
                        random.nextInt(90),
                        random.nextInt(4) == 0 ? "non" : "oui",
                        500 + random.nextInt(9_000),
                        List.of(random.nextInt(6) / 5, random.nextInt(5) / 4, random.nextInt(3) / 2),
                        20 + random.nextInt(60)));
            }
        }
    }

    /** The level of an area. */
    static String level(String area) {
        return LEVELS.get(area.equals("bourg") ? 0 : DISTRICTS.contains(area) ? 1 : 2);
    }

    static List<String> quarters(String district) {
        return QUARTERS.stream().filter(quarter -> quarter.startsWith(district)).toList();
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
        var table = new StringBuilder("id,quartier,sexe,age,lit,revenu,ecole,faim,eau,poids,strate,ilot,position\n");
        for (int i = 0; i < persons.size(); i++) {
            var one = persons.get(i);
            table.append("p%d,%s,%s,%d,%s,%d,%d,%d,%d,%d,%s,i%d,%s%n"
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
                            i / 5,
                            position(one.quarter())));
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
        Files.writeString(folder.resolve("zones.geojson"), zones());
        Files.write(folder.resolve("questionnaire.xlsx"), Workbooks.whole(InventedSurvey::ask));
        Files.writeString(folder.resolve("indicateurs.yaml"), INDICATORS);
        Files.writeString(folder.resolve("personnes.csv"), table);
        return folder;
    }

    /** Quarters are squares of a hundredth of a degree, those of a district beside one another. */
    private static String zones() {
        var zones = new ArrayList<String>();
        zones.add(zone("bourg", "", ""));
        for (var district : DISTRICTS) {
            zones.add(zone(district, "bourg", ""));
            for (var quarter : quarters(district)) {
                zones.add(zone(quarter, district, square(west(quarter), south(quarter))));
            }
        }
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", zones) + "]}";
    }

    private static String zone(String code, String within, String outline) {
        return """
            {"type":"Feature","properties":{"code":"%s","nom":"%s","niveau":"%s","dans":"%s"},"geometry":%s}""".formatted(
                code,
                Character.toUpperCase(code.charAt(0)) + code.substring(1).replace('-', ' '),
                level(code),
                within,
                outline.isEmpty() ? "null" : outline);
    }

    private static double west(String quarter) {
        return -6.80 + (quarter.charAt(quarter.length() - 1) - '1') / 100.0;
    }

    private static double south(String quarter) {
        return 34.00 + DISTRICTS.indexOf(quarter.substring(0, quarter.indexOf('-'))) / 100.0;
    }

    private static String square(double west, double south) {
        double east = west + 0.01;
        double north = south + 0.01;
        return String.format(
                Locale.ROOT,
                "{\"type\":\"Polygon\",\"coordinates\":[[[%1$.2f,%2$.2f],[%3$.2f,%2$.2f],[%3$.2f,%4$.2f],[%1$.2f,%4$.2f],[%1$.2f,%2$.2f]]]}",
                west,
                south,
                east,
                north);
    }

    /** Latitude and longitude of the middle of a quarter, or of a place in the sea. */
    private static String position(String quarter) {
        return quarter.equals(NOWHERE)
                ? "33.5 -9.5"
                : String.format(Locale.ROOT, "%.3f %.3f", south(quarter) + 0.005, west(quarter) + 0.005);
    }

    private static void ask(XSSFWorkbook form) {
        var questions = form.createSheet("survey");
        Workbooks.row(questions, 0, "type", "name", "label::Français (fr)", "label::العربية (ar)");
        int at = 1;
        for (var question : List.of(
                "text id Numéro رقم",
                "text quartier Quartier الحي",
                "geopoint position Où أين",
                "select_one+sexe sexe Sexe الجنس",
                "integer age Âge السن",
                "select_one+lit lit Lit هل_يقرأ؟",
                "integer revenu Revenu الدخل",
                "integer ecole École المدرسة",
                "integer faim Faim الجوع",
                "integer eau Eau الماء")) {
            var parts = question.split(" ", -1);
            Workbooks.row(questions, at++, parts[0].replace('+', ' '), parts[1], parts[2], parts[3]);
        }
        var choices = form.createSheet("choices");
        Workbooks.row(choices, 0, "list_name", "name", "label::Français (fr)", "label::العربية (ar)");
        Workbooks.row(choices, 1, "sexe", "femme", "Femme", "امرأة");
        Workbooks.row(choices, 2, "sexe", "homme", "Homme", "رجل");
        Workbooks.row(choices, 3, "lit", "oui", "Oui", "نعم");
        Workbooks.row(choices, 4, "lit", "non", "Non", "لا");
        var settings = form.createSheet("settings");
        Workbooks.row(settings, 0, "form_title", "form_id", "version");
        Workbooks.row(settings, 1, "Personnes", "personnes", "1");
    }
}
