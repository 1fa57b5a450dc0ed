package org.socialobservatory.ingest;

import java.nio.file.Path;

/** The invented {@link Town} with answers of thirty persons, of whom two indicators are estimated. */
public final class AnsweredTown {

    private static final String PACKAGE = "datapackage.yaml";

    private static final String RESPONSES = """
              - name: personnes
                path: personnes.csv
                schema: {fields: [{name: age, type: integer}, {name: sexe, type: string}, {name: lit, type: string}, {name: poids, type: number}]}
                observatory:
                  role: responses
                  unit: person
                  weight: poids
                  strata: [strate]
                  cluster: [ilot]
                  area: {column: quartier, level: quartier}
                  period: {value: 2025}
                  indicators: indicateurs.yaml
            """;

    private static final String INDICATORS = """
            dimensions:
              sex: {variable: sexe, codes: {femme: F, homme: M}}
            indicators:
              - {code: illiteracy-rate, kind: proportion, universe: age >= 15, condition: lit = 'non', breakdowns: [[], [sex]]}
              - {code: age-moyen, kind: mean, value: age, label: {fr: Âge moyen, ar: متوسط العمر, en: Mean age}, unit: years}
            """;

    private AnsweredTown() {}

    /** 24 persons in the Harbour, 6 at the Station, half of them women; every third cannot read. */
    public static Town in(Path folder) {
        var rows = new StringBuilder("id,poids,strate,ilot,quartier,sexe,age,lit\n");
        for (int i = 0; i < 30; i++) {
            var quartier = i < 24 ? "port" : "gare";
            rows.append("p%d,%s,%s,i%d,%s,%s,%d,%s%n"
                    .formatted(
                            i,
                            i % 2 == 0 ? "10.5" : "20",
                            i < 16 ? "nord" : "sud",
                            i / 4,
                            quartier,
                            i % 2 == 0 ? "femme" : "homme",
                            10 + i,
                            i % 3 == 0 ? "non" : "oui"));
        }
        return Town.in(folder)
                .write("personnes.csv", rows.toString())
                .write("indicateurs.yaml", INDICATORS)
                .replace(PACKAGE, "  - name: indicateurs", RESPONSES + "  - name: indicateurs");
    }
}
