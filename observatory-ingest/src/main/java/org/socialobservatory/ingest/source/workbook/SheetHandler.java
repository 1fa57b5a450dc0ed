package org.socialobservatory.ingest.source.workbook;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.regex.Pattern;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.model.StylesTable;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.cube.Numbers;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads the XML of a sheet (ECMA-376 part 1, §18.3) cell by cell. Numbers become exact decimal text of at most 15
 * digits, dates ISO text; a percentage is read as it is shown.
 */
final class SheetHandler extends DefaultHandler {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    /** What a number format shows as it stands (§18.8.31). */
    private static final Pattern LITERALS = Pattern.compile("\"[^\"]*\"|\\\\.|_.");

    private static final Pattern FROM_1904 = Pattern.compile("\\bdate1904\\s*=\\s*[\"'](?:1|true)[\"']");

    private final @Nullable SharedStrings strings;
    private final @Nullable StylesTable styles;
    private final Sheet sheet;
    private final boolean from1904;
    private final StringBuilder text = new StringBuilder();
    private int row;
    private int column = -1;
    private String type = "n";
    private int style;
    private boolean formula;
    private boolean reading;
    private boolean valued;

    /** Takes a sheet row by row. Rows and columns are those of the sheet: rows from 1, columns from 0. */
    interface Sheet {
        void begin(int row);

        void cell(int row, int column, String text, Kind kind);

        /** Ends a row; whether to go on. */
        boolean end(int row);

        /** Hears of merged cells, in the notation of spreadsheets; they come after all rows. */
        default void merged(String range) {}
    }

    /** What there is to say of a cell beside its text. */
    enum Kind {
        PLAIN,
        PERCENT,
        /** The text is the error that a formula gives. */
        FAULT
    }

    /** The reader has had enough. */
    static final class Enough extends SAXException {
        Enough() {
            super("enough");
        }
    }

    SheetHandler(XSSFReader workbook, Sheet sheet) throws IOException, OpenXML4JException {
        this.strings = workbook.getSharedStringsTable();
        this.styles = workbook.getStylesTable();
        this.from1904 = from1904(workbook);
        this.sheet = sheet;
    }

    /** Whether days are counted from 1904, as on old Macintoshes (§18.2.28); the part is small and was measured. */
    private static boolean from1904(XSSFReader workbook) throws IOException, OpenXML4JException {
        try (var xml = workbook.getWorkbookData()) {
            return FROM_1904
                    .matcher(new String(xml.readAllBytes(), StandardCharsets.UTF_8))
                    .find();
        }
    }

    @Override
    public void startElement(String namespace, String name, String qualified, Attributes attributes) {
        switch (name) {
            case "row" -> {
                var number = attributes.getValue("r");
                row = number == null ? row + 1 : Integer.parseInt(number);
                column = -1;
                sheet.begin(row);
            }
            case "c" -> cell(attributes);
            case "f" -> formula = true;
            case "v" -> {
                reading = true;
                valued = true;
            }
            case "t" -> reading = type.equals("inlineStr");
            case "mergeCell" -> sheet.merged(String.valueOf(attributes.getValue("ref")));
            default -> {
                // Widths, comments, print settings: nothing that a table says.
            }
        }
    }

    private void cell(Attributes attributes) {
        var reference = attributes.getValue("r");
        column = reference == null ? column + 1 : new CellReference(reference).getCol();
        type = attributes.getValue("t") == null ? "n" : attributes.getValue("t");
        var styled = attributes.getValue("s");
        style = styled == null ? 0 : Integer.parseInt(styled);
        formula = false;
        valued = false;
        text.setLength(0);
    }

    @Override
    public void characters(char[] letters, int start, int length) {
        if (reading) {
            text.append(letters, start, length);
        }
    }

    @Override
    public void endElement(String namespace, String name, String qualified) throws SAXException {
        switch (name) {
            case "v", "t" -> reading = false;
            case "c" -> ended();
            case "row" -> {
                if (!sheet.end(row)) {
                    throw new Enough();
                }
            }
            default -> {
                // as above
            }
        }
    }

    private void ended() throws SAXException {
        var value = text.toString();
        if (formula && !valued) {
            sheet.cell(row, column, "=…", Kind.FAULT);
            return;
        }
        switch (type) {
            case "s" -> sheet.cell(row, column, shared(value), Kind.PLAIN);
            case "b" -> sheet.cell(row, column, value.equals("1") ? "true" : "false", Kind.PLAIN);
            case "e" -> sheet.cell(row, column, value, Kind.FAULT);
            case "n" -> number(value);
            default -> sheet.cell(row, column, value, Kind.PLAIN);
        }
    }

    private String shared(String index) throws SAXException {
        if (strings == null) {
            throw new SAXException("no shared strings");
        }
        return String.valueOf(strings.getItemAt(Integer.parseInt(index.strip())).getString());
    }

    private void number(String value) throws SAXException {
        if (value.isBlank()) {
            return;
        }
        var format = styles == null ? null : styles.getStyleAt(style);
        if (format != null && DateUtil.isADateFormat(format.getDataFormat(), format.getDataFormatString())) {
            sheet.cell(row, column, date(Double.parseDouble(value)), Kind.PLAIN);
            return;
        }
        var number = decimal(value);
        boolean percent = format != null && scales(String.valueOf(format.getDataFormatString()));
        sheet.cell(
                row,
                column,
                Numbers.text(percent ? number.multiply(HUNDRED) : number),
                percent ? Kind.PERCENT : Kind.PLAIN);
    }

    /** Whether a format shows numbers times a hundred: a percent sign in quotes or behind a backslash is mere text. */
    private static boolean scales(String format) {
        return LITERALS.matcher(format).replaceAll("").contains("%");
    }

    private static BigDecimal decimal(String value) throws SAXException {
        try {
            // A double as spreadsheets write it; reading it as one bounds its exponent.
            return new BigDecimal(Double.toString(Double.parseDouble(value))).round(Numbers.PRECISION);
        } catch (NumberFormatException notANumber) {
            throw new SAXException("not a number: " + value, notANumber);
        }
    }

    private String date(double serial) {
        var moment = DateUtil.getLocalDateTime(serial, from1904);
        if (moment == null) {
            return Double.toString(serial);
        }
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : moment.toString();
    }
}
