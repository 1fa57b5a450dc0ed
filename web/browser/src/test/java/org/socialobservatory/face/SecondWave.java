package org.socialobservatory.face;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.socialobservatory.ingest.Workbooks;

/**
 * An invented second wave of the demonstration's household survey, as a package: one question is the same, one is worded
 * otherwise, one has another choice, one is new, all others are no longer asked.
 */
final class SecondWave {

    static final String DATASET = "sale-enquete-essai";

    private static final String DESCRIPTION = """
            name: sale-enquete-essai
            title: {fr: Deuxième passage (fictif), ar: المرحلة الثانية (وهمية), en: Second wave (fictitious)}
            fictitious: true
            town: "4441010"
            licenses: [{name: CC0-1.0}]
            resources:
              - name: menages
                path: menages.csv
                schema: {fields: [{name: arrondissement, type: string}]}
                observatory:
                  role: responses
                  questionnaire: questionnaire.xlsx
                  unit: household
                  weight: poids
                  area: {column: arrondissement, level: arrondissement}
                  period: {value: 2026}
                  indicators: indicateurs.yaml
            """;

    private static final String INDICATORS = """
            indicators:
              - {code: internet-access, kind: proportion, unit: percent, condition: internet = 'oui', breakdowns: [[]]}
            """;

    private SecondWave() {}

    static Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("datapackage.yaml"), DESCRIPTION);
        Files.writeString(folder.resolve("indicateurs.yaml"), INDICATORS);
        Files.write(folder.resolve("questionnaire.xlsx"), Workbooks.whole(SecondWave::ask));
        var answers = new StringBuilder("arrondissement,poids,logement-pieces,logement-internet,logement-eau\n");
        for (int i = 0; i < 80; i++) {
            answers.append("44410109,%d,%d,%s,oui\n".formatted(200 + i, 1 + i % 5, i % 3 == 0 ? "non" : "oui"));
        }
        Files.writeString(folder.resolve("menages.csv"), answers);
        return folder;
    }

    private static void ask(XSSFWorkbook form) {
        var survey = form.createSheet("survey");
        titles(survey, "type", "name");
        Workbooks.row(survey, 1, "select_one arr", "arrondissement", "Arrondissement", "المقاطعة");
        Workbooks.row(survey, 2, "begin_group", "logement", "Logement", "السكن");
        Workbooks.row(survey, 3, "integer", "pieces", "Nombre de pièces d’habitation", "عدد غرف السكن");
        Workbooks.row(
                survey,
                4,
                "select_one oui_non",
                "internet",
                "Quelqu’un du ménage a-t-il internet à la maison ?",
                "هل يتوفر أحد أفراد الأسرة على الإنترنت في المنزل؟");
        Workbooks.row(
                survey,
                5,
                "select_one eau",
                "eau",
                "Le logement a-t-il l’eau courante\u00a0?",
                "هل يتوفر المسكن على الماء الجاري؟");
        Workbooks.row(survey, 6, "integer", "etage", "Étage", "الطابق");
        Workbooks.row(survey, 7, "end_group", "");
        var choices = form.createSheet("choices");
        titles(choices, "list_name", "name");
        Workbooks.row(choices, 1, "oui_non", "oui", "Oui", "نعم");
        Workbooks.row(choices, 2, "oui_non", "non", "Non", "لا");
        Workbooks.row(choices, 3, "eau", "oui", "Oui", "نعم");
        Workbooks.row(choices, 4, "eau", "non", "Non", "لا");
        Workbooks.row(choices, 5, "eau", "parfois", "Par moments", "أحيانًا");
        Workbooks.row(choices, 6, "arr", "44410109", "Tabriquet", "تابريكت");
        var settings = form.createSheet("settings");
        Workbooks.row(settings, 0, "form_title", "form_id", "version");
        Workbooks.row(settings, 1, "Deuxième passage", "deuxieme-passage", "1");
    }

    private static void titles(XSSFSheet sheet, String first, String second) {
        Workbooks.row(sheet, 0, first, second, "label::Français (fr)", "label::العربية (ar)");
    }
}
