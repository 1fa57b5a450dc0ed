package org.socialobservatory.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes workbooks for tests. */
public final class Workbooks {

    private Workbooks() {}

    /** A workbook of one sheet. */
    static byte[] of(Consumer<XSSFSheet> sheet) {
        return whole(workbook -> sheet.accept(workbook.createSheet("Feuille 1")));
    }

    public static byte[] whole(Consumer<XSSFWorkbook> fill) {
        try (var workbook = new XSSFWorkbook();
                var bytes = new ByteArrayOutputStream()) {
            fill.accept(workbook);
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Fills a row; numbers become numbers. */
    public static Row row(XSSFSheet sheet, int number, Object... values) {
        var row = sheet.createRow(number);
        for (int i = 0; i < values.length; i++) {
            switch (values[i]) {
                case Number value -> row.createCell(i).setCellValue(value.doubleValue());
                case String text when text.startsWith("=") -> row.createCell(i).setCellFormula(text.substring(1));
                case Object value -> row.createCell(i).setCellValue(value.toString());
            }
        }
        return row;
    }
}
