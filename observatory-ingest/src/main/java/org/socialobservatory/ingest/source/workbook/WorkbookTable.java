package org.socialobservatory.ingest.source.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.source.Dialect;
import org.socialobservatory.ingest.source.Findings;
import org.socialobservatory.ingest.source.RawFile;
import org.socialobservatory.ingest.source.Sheets;
import org.socialobservatory.ingest.source.Spelling;
import org.socialobservatory.ingest.source.Table;
import org.socialobservatory.ontology.finding.Finding.Place;
import org.socialobservatory.ontology.finding.FindingRule;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A sheet of a workbook as a table. Merged header cells are taken apart; a header of several rows becomes one. */
public final class WorkbookTable implements Table {

    /** Bytes of XML that the parts read into memory may unpack to: texts and styles. */
    private static final long LARGEST_SHARED = 96L << 20;
    /** Bytes of XML that a sheet, which is streamed, may unpack to: about a million rows of ten cells. */
    private static final long LARGEST_SHEET = 1L << 30;
    /** Rows that a header may take. */
    private static final int TALLEST_HEADER = 10;

    /** The first bytes of a compound file. */
    private static final byte[] COMPOUND_FILE = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };

    private final RawFile file;
    private final Place place;
    private final String sheet;
    private final List<String> columns;
    /** Row of the sheet, from 1, in which the data begin. */
    private final int firstDataRow;

    private WorkbookTable(RawFile file, Place place, String sheet, List<String> columns, int firstDataRow) {
        this.file = file;
        this.place = place;
        this.sheet = sheet;
        this.columns = List.copyOf(columns);
        this.firstDataRow = firstDataRow;
    }

    /** Opens the sheet that the dialect names, else the first one; empty, with findings, where that is not possible. */
    public static Optional<WorkbookTable> open(RawFile file, Dialect dialect, Place place, Findings findings) {
        if (!sizes(file, place, findings)) {
            return Optional.empty();
        }
        var opened = read(file, place, findings, reader -> {
            var names = names(reader);
            var sheet = dialect.sheet() == null ? names.getFirst() : dialect.sheet();
            if (!names.contains(sheet)) {
                findings.add(FindingRule.SHEET_MISSING, place, sheet, sheet, Spelling.nearestText(sheet, names));
                return null;
            }
            var head = new SheetHead(dialect.header() ? TALLEST_HEADER : 0);
            parse(reader, sheet, new SheetHandler(reader, head));
            Sheets.reportUnread(dialect.sheet(), sheet, names, place, findings);
            return table(file, place.sheet(sheet), sheet, head, dialect, findings);
        });
        return Optional.ofNullable(opened);
    }

    /** Names of the sheets in order; none, with a finding, where there is no workbook that can be read. */
    public static List<String> sheets(RawFile file, Place place, Findings findings) {
        var names = sizes(file, place, findings) ? read(file, place, findings, WorkbookTable::names) : null;
        return names == null ? List.of() : names;
    }

    private static @Nullable WorkbookTable table(
            RawFile file, Place place, String sheet, SheetHead head, Dialect dialect, Findings findings) {
        var header = dialect.header() ? head.header() : head.numbered(dialect.fieldNames());
        if (header.names().stream().allMatch(String::isEmpty)) {
            findings.add(FindingRule.TABLE_EMPTY, place, null, file.path());
            return null;
        }
        if (!header.merged().isEmpty()) {
            findings.add(FindingRule.HEADER_MERGED, place, null, String.join(", ", header.merged()));
        }
        return new WorkbookTable(file, place, sheet, header.names(), header.firstDataRow());
    }

    /** Names of the sheets in order. */
    static List<String> names(XSSFReader reader) throws IOException, OpenXML4JException {
        var names = new ArrayList<String>();
        var sheets = reader.getSheetIterator();
        while (sheets.hasNext()) {
            sheets.next().close();
            names.add(sheets.getSheetName());
        }
        if (names.isEmpty()) {
            throw new IOException("no sheet");
        }
        return names;
    }

    private static void parse(XSSFReader reader, String sheet, SheetHandler handler)
            throws IOException, OpenXML4JException, SAXException {
        var sheets = reader.getSheetIterator();
        while (sheets.hasNext()) {
            try (InputStream xml = sheets.next()) {
                if (sheets.getSheetName().equals(sheet)) {
                    var parser = XMLHelper.newXMLReader();
                    parser.setContentHandler(handler);
                    parser.parse(new InputSource(xml));
                    return;
                }
            } catch (javax.xml.parsers.ParserConfigurationException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    /** Counts what the parts unpack to before anything is parsed; what they say of their own size is not believed. */
    private static boolean sizes(RawFile file, Place place, Findings findings) {
        try {
            if (isCompoundFile(file)) {
                findings.add(FindingRule.WORKBOOK_LOCKED, place, null, file.path());
                return false;
            }
            if (file.onDisk() ? sizesOnDisk(file) : sizesInside(file)) {
                return true;
            }
            findings.add(FindingRule.WORKBOOK_TOO_LARGE, place, null, file.path());
            return false;
        } catch (IOException damaged) {
            findings.add(FindingRule.FILE_DAMAGED, place, null, file.path());
            return false;
        }
    }

    /** What a workbook with a password is, and one of before 2007: a compound file (MS-CFB §2.2) and no zip. */
    private static boolean isCompoundFile(RawFile file) throws IOException {
        try (var bytes = file.open()) {
            return Arrays.equals(bytes.readNBytes(COMPOUND_FILE.length), COMPOUND_FILE);
        }
    }

    private static boolean sizesOnDisk(RawFile file) throws IOException {
        var parts = new Parts();
        try (var zip = new ZipFile(file.location().toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                try (var part = zip.getInputStream(entry)) {
                    if (!parts.take(entry, part)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** A workbook inside a zip is never written to the disk: it may hold answers of persons. */
    private static boolean sizesInside(RawFile file) throws IOException {
        var parts = new Parts();
        try (var zip = new ZipInputStream(file.open())) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!parts.take(entry, zip)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The sizes of the parts seen so far. */
    private static final class Parts {
        private long shared;

        /** Whether the workbook is still small enough with this part; reads no more of it than says so. */
        boolean take(ZipEntry entry, InputStream part) throws IOException {
            var name = entry.getName().toLowerCase(Locale.ROOT);
            boolean streamed = name.startsWith("xl/worksheets/") || name.startsWith("xl/media/");
            long enough = streamed ? LARGEST_SHEET : LARGEST_SHARED - shared;
            long size = 0;
            var buffer = new byte[1 << 16];
            for (int read = part.read(buffer); read >= 0 && size <= enough; read = part.read(buffer)) {
                size += read;
            }
            shared += streamed ? 0 : size;
            return size <= enough;
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        @Nullable
        T read(XSSFReader reader) throws IOException, OpenXML4JException, SAXException;
    }

    private static <T> @Nullable T read(RawFile file, Place place, Findings findings, Reading<T> reading) {
        try (var workbook = open(file)) {
            return reading.read(new XSSFReader(workbook, true));
        } catch (SheetHandler.Enough stopped) {
            return null;
        } catch (IOException | OpenXML4JException | SAXException | RuntimeException failure) {
            findings.add(rule(failure), place, null, file.path());
            return null;
        }
    }

    private static OPCPackage open(RawFile file) throws IOException, OpenXML4JException {
        if (file.onDisk()) {
            return OPCPackage.open(file.location().toFile(), PackageAccess.READ);
        }
        try (var bytes = file.open()) {
            return OPCPackage.open(bytes);
        }
    }

    /** POI says by words alone what it found. */
    private static FindingRule rule(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            var message = String.valueOf(cause.getMessage());
            if (message.contains("DOCTYPE") || message.contains("entity")) {
                return FindingRule.XML_ENTITY;
            }
            if (message.contains("Zip bomb") || message.contains("inflated")) {
                return FindingRule.WORKBOOK_TOO_LARGE;
            }
        }
        return FindingRule.FILE_DAMAGED;
    }

    @Override
    public Place place() {
        return place;
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public void rows(Findings findings, RowReader reader) {
        var rows = new Rows(findings, reader);
        read(file, place, findings, workbook -> {
            parse(workbook, sheet, new SheetHandler(workbook, rows));
            return null;
        });
        if (rows.percentages > 0) {
            findings.add(FindingRule.PERCENT_CELLS, place, null, String.valueOf(rows.percentages));
        }
    }

    /** Hands on the rows below the header. */
    private final class Rows implements SheetHandler.Sheet {
        private final Findings findings;
        private final RowReader reader;
        private final Map<Integer, String> faults = new HashMap<>();
        private String[] values = new String[columns.size()];
        private boolean blank;
        private long percentages;

        Rows(Findings findings, RowReader reader) {
            this.findings = findings;
            this.reader = reader;
            begin(0);
        }

        @Override
        public void begin(int row) {
            values = new String[columns.size()];
            Arrays.fill(values, "");
            faults.clear();
            blank = true;
        }

        @Override
        public void cell(int row, int column, String text, SheetHandler.Kind kind) {
            if (row < firstDataRow || column >= values.length) {
                return;
            }
            blank &= text.isBlank();
            values[column] = text;
            switch (kind) {
                case FAULT -> faults.put(column, text);
                case PERCENT -> percentages++;
                case PLAIN -> {}
            }
        }

        @Override
        public boolean end(int row) {
            if (row < firstDataRow || blank) {
                return true;
            }
            if (faults.isEmpty()) {
                return reader.row(row, values, null);
            }
            faults.forEach((column, fault) ->
                    findings.add(FindingRule.FORMULA_ERROR, place.row(row).column(columns.get(column)), fault, fault));
            reader.refused(row, FindingRule.FORMULA_ERROR, List.of(values));
            return true;
        }
    }
}
