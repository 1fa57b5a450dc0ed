package org.socialobservatory.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.poi.ss.usermodel.Row.MissingCellPolicy;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds the files of the package to the program; {@code -Dbless} writes them anew. */
class DemonstrationSurveyTest {

    static final Path PACKAGE = Path.of("demonstration", "2-enquete-menages");

    /** Made once for all tests of this room. */
    static final DemonstrationSurvey SURVEY = DemonstrationSurvey.make();

    @BeforeAll
    static void bless() throws IOException {
        if (System.getProperty("bless") != null) {
            SURVEY.write(PACKAGE);
        }
    }

    // Compressors differ from one machine to the next, so what is inside is compared.
    @Test
    void answersAreThoseThatTheProgramMakes() throws IOException {
        assertThat(unpacked("menages.csv.gz").equals(SURVEY.households())).isTrue();
        assertThat(unpacked("personnes.csv.gz").equals(SURVEY.persons())).isTrue();
    }

    @Test
    void questionnaireIsThatOfTheTables() throws IOException {
        assertThat(workbook(SURVEY.form().cells())).isEqualTo(SURVEY.form().cells());
    }

    @Test
    void isLargeAsSurveysOfATownAre() {
        assertThat(SURVEY.town().households()).hasSizeBetween(3_000, 4_000);
        assertThat(SURVEY.town().persons()).hasSizeBetween(12_500, 14_500);
    }

    private static String unpacked(String name) throws IOException {
        try (var file = new GZIPInputStream(Files.newInputStream(PACKAGE.resolve(name)))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The cells of the questionnaire, as many rows and columns as the tables have. */
    private static Map<String, List<List<String>>> workbook(Map<String, List<List<String>>> tables) throws IOException {
        var found = new LinkedHashMap<String, List<List<String>>>();
        try (var workbook = WorkbookFactory.create(Files.newInputStream(PACKAGE.resolve("questionnaire.xlsx")))) {
            for (var sheet : workbook) {
                int width = tables.getOrDefault(sheet.getSheetName(), List.of(List.of()))
                        .getFirst()
                        .size();
                var rows = new ArrayList<List<String>>();
                for (var row : sheet) {
                    var cells = new ArrayList<String>();
                    for (int column = 0; column < width; column++) {
                        cells.add(row.getCell(column, MissingCellPolicy.CREATE_NULL_AS_BLANK)
                                .getStringCellValue());
                    }
                    rows.add(cells);
                }
                found.put(sheet.getSheetName(), rows);
            }
        }
        return found;
    }
}
