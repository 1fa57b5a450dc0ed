package org.socialobservatory.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.BiFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.finding.Finding;
import org.socialobservatory.ontology.finding.FindingRule;

/** Workbooks as they come from spreadsheet programs. */
class WorkbookTest {

    private static final Object[] HEADER = {"quartier", "annee", "indicateur", "sexe", "origine", "valeur", "statut"};

    @TempDir
    private Path folder;

    private Town town(byte[] workbook) {
        var town = folder.resolve("datapackage.yaml").toFile().exists() ? Town.in(fresh()) : Town.in(folder);
        return town.delete("chiffres.csv")
                .replace("datapackage.yaml", "path: chiffres.csv", "path: chiffres.xlsx")
                .write("chiffres.xlsx", workbook);
    }

    private Path fresh() {
        var fresh = folder.resolve("again");
        assertThat(fresh.toFile().mkdir()).isTrue();
        return fresh;
    }

    private static void figures(XSSFSheet sheet) {
        Workbooks.row(sheet, 0, HEADER);
        Workbooks.row(sheet, 1, "port", 2024, "habitants", "E", "_T", 1200);
        Workbooks.row(sheet, 3, "port", 2024, "lecteurs", "F", "_T", 81.3, "P");
    }

    @Test
    void readsNumbersExactlyAndRowsWhereTheyStand() {
        try (var read = town(Workbooks.of(WorkbookTest::figures)).read()) {
            read.published();
            var cells = read.intake().content().orElseThrow().cells();
            assertThat(cells).extracting(cell -> cell.origin().row()).containsExactly(2, 4);
            assertThat(cells.getLast().observed())
                    .isInstanceOfSatisfying(
                            Observed.Value.class,
                            value -> assertThat(value.number().toPlainString()).isEqualTo("81.3"));
        }
    }

    @Test
    void readsTheSheetThatIsNamed() {
        var workbook = Workbooks.whole(book -> {
            Workbooks.row(book.createSheet("Lisez-moi"), 0, "rien");
            figures(book.createSheet("Données"));
        });
        var town = town(workbook)
                .replace("datapackage.yaml", "path: chiffres.xlsx", "path: chiffres.xlsx\n    sheet: Données");
        try (var read = town.read()) {
            read.published();
        }
        try (var read = town.replace("datapackage.yaml", "sheet: Données", "sheet: Donnees")
                .read()) {
            assertThat(read.refusedFor(FindingRule.SHEET_MISSING).arguments()).contains("Données");
        }
    }

    @Test
    void readsDatesAsDates() {
        var workbook = Workbooks.of(sheet -> {
            figures(sheet);
            var style = sheet.getWorkbook().createCellStyle();
            style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat("dd/mm/yyyy"));
            var cell = sheet.getRow(1).createCell(1);
            cell.setCellValue(LocalDate.of(2024, 9, 1));
            cell.setCellStyle(style);
        });
        try (var read = town(workbook).read()) {
            read.published();
            assertThat(read.intake()
                            .content()
                            .orElseThrow()
                            .cells()
                            .getFirst()
                            .key()
                            .period())
                    .isEqualTo("2024-09-01");
        }
    }

    @Test
    void readsPercentagesAsTheyAreShown() {
        var workbook = Workbooks.of(sheet -> {
            figures(sheet);
            var style = sheet.getWorkbook().createCellStyle();
            style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat("0.0%"));
            var cell = sheet.getRow(3).createCell(5);
            cell.setCellValue(0.813);
            cell.setCellStyle(style);
        });
        try (var read = town(workbook).read()) {
            assertThat(read.publishedWith(FindingRule.PERCENT_CELLS).arguments())
                    .containsExactly("1");
            assertThat(read.intake().content().orElseThrow().cells().toString()).contains("81.3,");
        }
    }

    @Test
    void readsAPercentSignThatIsMereTextAsText() {
        var workbook = Workbooks.of(sheet -> {
            figures(sheet);
            var style = sheet.getWorkbook().createCellStyle();
            style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat("0.0\" %\""));
            sheet.getRow(3).getCell(5).setCellStyle(style);
        });
        try (var read = town(workbook).read()) {
            read.published();
            assertThat(read.intake().content().orElseThrow().cells().toString()).contains("81.3,");
        }
    }

    @Test
    void countsDaysFrom1904WhereTheWorkbookDoes() {
        var workbook = Workbooks.of(sheet -> {
            figures(sheet);
            var style = sheet.getWorkbook().createCellStyle();
            style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat("dd/mm/yyyy"));
            sheet.getWorkbook().getCTWorkbook().getWorkbookPr().setDate1904(true);
            // 43,709 days after the first of January 1904; counted from 1900 it would be four years earlier.
            var cell = sheet.getRow(1).createCell(1);
            cell.setCellValue(43_709);
            cell.setCellStyle(style);
        });
        try (var read = town(workbook).read()) {
            read.published();
            assertThat(read.intake()
                            .content()
                            .orElseThrow()
                            .cells()
                            .getFirst()
                            .key()
                            .period())
                    .isEqualTo("2023-09-02");
        }
    }

    @Test
    void saysWhichSheetsNobodyReads() {
        var workbook = Workbooks.whole(book -> {
            figures(book.createSheet("Données"));
            Workbooks.row(book.createSheet("Lisez-moi"), 0, "rien");
        });
        try (var read = town(workbook).read()) {
            assertThat(read.publishedWith(FindingRule.SHEETS_UNREAD).arguments())
                    .containsExactly("Données", "Lisez-moi");
        }
    }

    @Test
    void refusesAColumnThatIsThereTwice() {
        var workbook = Workbooks.of(sheet -> {
            figures(sheet);
            sheet.getRow(0).getCell(6).setCellValue("valeur");
        });
        try (var read = town(workbook).read()) {
            assertThat(read.of(FindingRule.COLUMN_REPEATED))
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.place())
                            .isEqualTo(new Finding.Place("chiffres", "Feuille 1", null, "valeur")));
            assertThat(read.intake().content()).isEmpty();
        }
    }

    @Test
    void refusesAFormulaThatNobodyHasComputed() throws IOException {
        var workbook = rewritten(
                Workbooks.of(sheet -> {
                    figures(sheet);
                    Workbooks.row(sheet, 4, "gare", 2024, "habitants", "E", "_T", "=600+200");
                }),
                (_, xml) -> xml.replaceAll("(</f>)<v>[^<]*</v>", "$1"));
        try (var read = town(workbook).read()) {
            assertThat(read.refusedFor(FindingRule.FORMULA_ERROR).place().row()).isEqualTo(5);
        }
    }

    @Test
    void refusesFormulasThatGiveErrors() {
        var workbook = Workbooks.of(sheet -> {
            figures(sheet);
            Workbooks.row(sheet, 4, "gare", 2024, "habitants", "E", "_T", "=1/0");
            sheet.getWorkbook().getCreationHelper().createFormulaEvaluator().evaluateAll();
        });
        try (var read = town(workbook).read()) {
            var finding = read.refusedFor(FindingRule.FORMULA_ERROR);
            assertThat(finding.place()).isEqualTo(new Finding.Place("chiffres", "Feuille 1", 5L, "valeur"));
            assertThat(finding.value()).isEqualTo("#DIV/0!");
        }
    }

    @Test
    void takesMergedHeaderCellsApart() {
        var workbook = Workbooks.of(sheet -> {
            Workbooks.row(sheet, 0, "quartier", "annee", "Habitants", "", "statut");
            Workbooks.row(sheet, 1, "", "", "ensemble", "femmes", "");
            Workbooks.row(sheet, 2, "port", 2024, 1200, 610, "");
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 2, 3));
            sheet.addMergedRegion(new CellRangeAddress(0, 1, 0, 0));
            sheet.addMergedRegion(new CellRangeAddress(0, 1, 1, 1));
        });
        var town = town(workbook)
                .replace("datapackage.yaml", "        - {name: valeur, type: number}\n", "")
                .replace(
                        "datapackage.yaml",
                        "      indicator: {column: indicateur}\n      breakdown:\n        sex: {column: sexe, codes: {H: M, F: F, E: T}}\n        origine: origine\n      value: {column: valeur}\n      status: {column: statut}\n",
                        "      measures:\n        Habitants ensemble: {indicator: habitants, status: statut}\n        Habitants femmes: {indicator: habitants, breakdown: {sex: F}}\n");
        try (var read = town.read()) {
            assertThat(read.publishedWith(FindingRule.HEADER_MERGED).arguments().getFirst())
                    .contains("C1:D1");
            assertThat(read.intake().content().orElseThrow().cells()).hasSize(2);
        }
    }

    @Test
    void refusesAWorkbookThatUnpacksBeyondMeasure() throws IOException {
        var filled = rewritten(
                Workbooks.of(WorkbookTest::figures),
                (name, xml) -> name.equals("xl/worksheets/sheet1.xml")
                        ? xml.replace("<sheetData>", "<sheetData>" + " ".repeat(40_000_000))
                        : xml);
        assertThat(filled.length).isLessThan(100_000);
        try (var read = town(filled).read()) {
            read.refusedFor(FindingRule.WORKBOOK_TOO_LARGE);
        }
    }

    @Test
    void refusesXmlEntities() throws IOException {
        var evil = rewritten(
                Workbooks.of(WorkbookTest::figures),
                (name, xml) -> name.equals("xl/worksheets/sheet1.xml")
                        ? xml.replaceFirst(
                                "<worksheet", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><worksheet")
                        : xml);
        try (var read = town(evil).read()) {
            read.refusedFor(FindingRule.XML_ENTITY);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml", "[Content_Types].xml"})
    void refusesXmlEntitiesInEveryPart(String part) throws IOException {
        var evil = rewritten(
                Workbooks.of(WorkbookTest::figures),
                (name, xml) -> name.equals(part)
                        ? xml.replaceFirst(
                                "(<[a-zA-Z])", "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>$1")
                        : xml);
        try (var read = town(evil).read()) {
            assertThat(read.intake().content()).isEmpty();
            assertThat(read.intake().findings())
                    .extracting(Finding::rule)
                    .containsAnyOf(FindingRule.XML_ENTITY, FindingRule.FILE_DAMAGED);
        }
    }

    @Test
    void refusesAWorkbookThatIsNone() {
        try (var read =
                town("quartier;annee\n".getBytes(StandardCharsets.UTF_8)).read()) {
            read.refusedFor(FindingRule.FILE_DAMAGED);
        }
        var town = town(Workbooks.of(WorkbookTest::figures));
        try (var read = town.write("chiffres.xlsx", java.util.Arrays.copyOf(Workbooks.of(WorkbookTest::figures), 900))
                .read()) {
            read.refusedFor(FindingRule.FILE_DAMAGED);
        }
    }

    private static byte[] rewritten(byte[] workbook, BiFunction<String, String, String> edit) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(workbook));
                var out = new ZipOutputStream(bytes)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                out.write(edit.apply(entry.getName(), text).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
