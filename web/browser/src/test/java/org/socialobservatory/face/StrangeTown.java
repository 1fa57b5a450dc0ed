package org.socialobservatory.face;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Invented towns that no layout expects, as a package: one with a single quarter; one of four quarters with a name of 120
 * characters, one in two scripts, one without outline, and figures that are all equal, all withheld, or known for half of
 * them in one of two periods.
 */
final class StrangeTown {

    static final String LONG = "Quartier des Jardins de la Vallée du Bou Regreg et du Marché aux Poissons, ancienne "
            + "Médina, côté nord-ouest du rempart";
    static final String MIXED = "حي Hay السلام (Salam) 2";

    private static final String DESCRIPTION = """
            name: villes-etranges
            title: {fr: Villes étranges (fictives), ar: مدن غريبة (وهمية), en: Strange towns (fictitious)}
            fictitious: true
            town: etrange
            licenses: [{name: CC0-1.0}]
            sources: [{title: Invented}]
            resources:
              - {name: villes, path: villes.csv, observatory: {role: areas, level: town, code: code, name: {fr: nom, ar: nom, en: nom}}}
              - {name: quartiers, path: quartiers.geojson, observatory: {role: areas, level: quartier, within: {column: ville}, code: code, name: {fr: nom, ar: nom, en: nom}}}
              - {name: sans, path: sans.csv, observatory: {role: areas, level: quartier, within: etrange, code: code, name: {fr: nom, ar: nom, en: nom}}}
              - {name: indicateurs, path: indicateurs.csv, observatory: {role: indicators, code: code, label: {fr: nom, ar: nom, en: nom}, definition: {fr: definition, ar: definition, en: definition}, unit: percent, kind: proportion}}
              - name: chiffres
                path: chiffres.csv
                observatory:
                  role: observations
                  source: exhaustive
                  disclosure: already-public
                  area: {column: territoire}
                  period: {column: annee}
                  indicator: {column: indicateur}
                  value: {column: valeur}
                  status: {column: statut}
            """;

    private static final String FIGURES = """
            territoire,annee,indicateur,valeur,statut
            seule-1,2024,part-egale,40,
            etrange-1,2024,part-egale,50,
            etrange-2,2024,part-egale,50,
            etrange-3,2024,part-egale,50,
            etrange-4,2024,part-egale,50,
            etrange-1,2024,part-retenue,,withheld
            etrange-2,2024,part-retenue,,withheld
            etrange-3,2024,part-retenue,,withheld
            etrange-4,2024,part-retenue,,withheld
            etrange-1,2020,part-demie,10,
            etrange-2,2020,part-demie,90,
            etrange-1,2024,part-demie,20,
            etrange-2,2024,part-demie,40,
            etrange-3,2024,part-demie,60,
            etrange-4,2024,part-demie,80,
            """;

    private StrangeTown() {}

    static Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("datapackage.yaml"), DESCRIPTION);
        Files.writeString(folder.resolve("villes.csv"), "code,nom\nseule,Seule\netrange,Étrange\n");
        Files.writeString(folder.resolve("sans.csv"), "code,nom\netrange-4,Sans contour\n");
        Files.writeString(folder.resolve("indicateurs.csv"), """
                code,nom,definition
                part-egale,Part égale,<img src=x onerror=alert(1)> & <b>gras</b>
                part-retenue,Part retenue,Tout est retenu
                part-demie,Part <i>à demi</i> connue,La moitié en 2020
                """);
        Files.writeString(folder.resolve("chiffres.csv"), FIGURES);
        Files.writeString(
                folder.resolve("quartiers.geojson"),
                "{\"type\":\"FeatureCollection\",\"features\":["
                        + String.join(
                                ",",
                                square("seule-1", "seule", "L’unique", -6.70),
                                square("etrange-1", "etrange", LONG, -6.60),
                                square("etrange-2", "etrange", MIXED, -6.59),
                                square("etrange-3", "etrange", "Est", -6.58))
                        + "]}");
        return folder;
    }

    private static String square(String code, String town, String name, double west) {
        return String.format(
                Locale.ROOT,
                "{\"type\":\"Feature\",\"properties\":{\"code\":\"%s\",\"ville\":\"%s\",\"nom\":\"%s\"},\"geometry\":"
                        + "{\"type\":\"Polygon\",\"coordinates\":[[[%4$.2f,34],[%5$.2f,34],[%5$.2f,34.01],[%4$.2f,34.01],[%4$.2f,34]]]}}",
                code,
                town,
                name,
                west,
                west + 0.01);
    }
}
