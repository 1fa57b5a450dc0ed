package org.socialobservatory.api.cube.file;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.socialobservatory.ontology.cube.Breakdown;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The cells of a downloaded edition, read by the library that readers of its form use: by indicator, area, period and
 * breakdown, what each field says; fields that say nothing are left out.
 */
public final class Downloaded {

    public static final List<String> FORMS =
            List.of("csv", "sdmx.csv", "jsonstat.json", "xlsx", "parquet", "gpkg", "ttl", "nt.gz", "jsonld");

    /** The fields that every form can tell. */
    public static final List<String> NUMBERS = List.of(
            "value",
            "lower",
            "upper",
            "standardError",
            "sampleSize",
            "effectiveSampleSize",
            "designEffect",
            "degreesOfFreedom",
            "denominator",
            "parentCovariance");

    private static final String NAME = ".*/id/observation/[^/]+/";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Map<String, String> PROPERTIES = Map.of(
            "obsValue", "value",
            "confidenceLower", "lower",
            "confidenceUpper", "upper");

    private static final Map<String, String> CONCEPTS = Map.of("OBS_VALUE", "value", "OBS_STATUS", "status");

    private Downloaded() {}

    /**
     * Reads a file.
     *
     * @param form one of {@link #FORMS}
     */
    public static Map<String, Map<String, String>> read(String form, byte[] file) {
        try {
            return switch (form) {
                case "csv", "sdmx.csv" -> csv(file);
                case "jsonstat.json" -> jsonStat(JSON.readTree(file));
                case "xlsx" -> workbook(file);
                case "parquet" -> database(file, "jdbc:duckdb:", "FROM '%s'");
                case "gpkg" -> database(file, "jdbc:sqlite:%s", "SELECT * FROM observations");
                case "ttl" -> triples(new ByteArrayInputStream(file), Lang.TURTLE);
                case "nt.gz" -> triples(new GZIPInputStream(new ByteArrayInputStream(file)), Lang.NTRIPLES);
                case "jsonld" -> triples(new ByteArrayInputStream(file), Lang.JSONLD11);
                default -> throw new IllegalArgumentException(form);
            };
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (SQLException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static void put(Map<String, String> fields, String name, String text) {
        if (!text.isEmpty()) {
            fields.put(name, NUMBERS.contains(name) ? plain(text) : text);
        }
    }

    private static String plain(String number) {
        return new BigDecimal(number).stripTrailingZeros().toPlainString();
    }

    private static String key(Map<String, String> fields) {
        return fields.getOrDefault("iri", "").replaceFirst(NAME, "");
    }

    private static Map<String, Map<String, String>> csv(byte[] file) throws IOException {
        var cells = new LinkedHashMap<String, Map<String, String>>();
        try (var rows = CsvReader.builder().ofNamedCsvRecord(new String(file, StandardCharsets.UTF_8))) {
            for (var row : rows) {
                var fields = new TreeMap<String, String>();
                row.getFieldsAsMap().forEach((name, text) -> put(fields, name(name), text));
                cells.put(key(fields), fields);
            }
        }
        return cells;
    }

    /** A field by the concept that stands for it in SDMX. */
    private static String name(String column) {
        if (!column.matches("[A-Z_]+")) {
            return column;
        }
        var known = CONCEPTS.get(column);
        if (known != null) {
            return known;
        }
        var words = column.toLowerCase(java.util.Locale.ROOT).split("_", -1);
        var name = new StringBuilder(words[0]);
        for (int word = 1; word < words.length; word++) {
            name.append(Character.toUpperCase(words[word].charAt(0))).append(words[word].substring(1));
        }
        return name.toString();
    }

    private static Map<String, Map<String, String>> workbook(byte[] file) throws IOException {
        var cells = new LinkedHashMap<String, Map<String, String>>();
        var texts = new DataFormatter(java.util.Locale.ROOT);
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            var sheet = book.getSheet("observations");
            var head = sheet.getRow(0);
            for (int line = 1; line <= sheet.getLastRowNum(); line++) {
                var fields = new TreeMap<String, String>();
                for (Cell cell : sheet.getRow(line)) {
                    var text = cell.getCellType() == CellType.NUMERIC
                            ? BigDecimal.valueOf(cell.getNumericCellValue()).toPlainString()
                            : texts.formatCellValue(cell);
                    put(fields, head.getCell(cell.getColumnIndex()).getStringCellValue(), text);
                }
                cells.put(key(fields), fields);
            }
        }
        return cells;
    }

    private static Map<String, Map<String, String>> database(byte[] file, String address, String query)
            throws IOException, SQLException {
        var folder = Files.createTempDirectory("downloaded");
        try {
            var path = folder.resolve("data.parquet");
            Files.write(path, file);
            try (var connection = DriverManager.getConnection(address.formatted(path))) {
                return rows(connection, query.formatted(path));
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static Map<String, Map<String, String>> rows(Connection connection, String query) throws SQLException {
        var cells = new LinkedHashMap<String, Map<String, String>>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var columns = rows.getMetaData();
            while (rows.next()) {
                var fields = new TreeMap<String, String>();
                for (int column = 1; column <= columns.getColumnCount(); column++) {
                    var value = rows.getObject(column);
                    if (value != null) {
                        put(fields, columns.getColumnName(column), value.toString());
                    }
                }
                cells.put(key(fields), fields);
            }
        }
        return cells;
    }

    private static Map<String, Map<String, String>> triples(InputStream file, Lang form) {
        var graph = GraphMemFactory.createDefaultGraphSameTerm();
        RDFDataMgr.read(graph, file, form);
        var cells = new LinkedHashMap<String, Map<String, String>>();
        graph.find().forEachRemaining(triple -> {
            var subject = triple.getSubject();
            if (subject.isURI() && subject.getURI().matches(NAME + ".*")) {
                var fields = cells.computeIfAbsent(subject.getURI().replaceFirst(NAME, ""), _ -> new TreeMap<>());
                var property = local(triple.getPredicate());
                var object = triple.getObject();
                put(
                        fields,
                        PROPERTIES.getOrDefault(property, property),
                        object.isLiteral() ? object.getLiteralLexicalForm() : local(object));
            }
        });
        return cells;
    }

    /** The same graph whatever the form. */
    static Graph graph(InputStream file, Lang form) {
        var graph = GraphMemFactory.createDefaultGraphSameTerm();
        RDFDataMgr.read(graph, file, form);
        return graph;
    }

    private static String local(Node node) {
        var iri = node.isURI() ? node.getURI() : node.toString();
        return iri.substring(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
    }

    /** Every number is put back to its cell by its place in the cube. */
    private static Map<String, Map<String, String>> jsonStat(JsonNode cube) {
        var dimensions = new ArrayList<String>();
        cube.get("id").forEach(name -> dimensions.add(name.asString()));
        var codes = new ArrayList<List<String>>();
        for (var dimension : dimensions) {
            var list = new ArrayList<String>();
            cube.at("/dimension/" + dimension + "/category/index").forEach(code -> list.add(code.asString()));
            codes.add(list);
        }
        var cells = new LinkedHashMap<String, Map<String, String>>();
        for (var kind : List.of("value", "status")) {
            cube.get(kind).properties().forEach(entry -> {
                var place = place(Long.parseLong(entry.getKey()), dimensions, codes);
                var fields = cells.computeIfAbsent(key(place, dimensions), _ -> new TreeMap<>());
                if (kind.equals("value")) {
                    put(
                            fields,
                            place.getOrDefault("measure", ""),
                            entry.getValue().asString());
                } else {
                    put(fields, "status", entry.getValue().asString().split(" ", -1)[0]);
                }
            });
        }
        return cells;
    }

    private static Map<String, String> place(long index, List<String> dimensions, List<List<String>> codes) {
        var place = new HashMap<String, String>();
        long rest = index;
        for (int dimension = dimensions.size() - 1; dimension >= 0; dimension--) {
            var list = codes.get(dimension);
            place.put(dimensions.get(dimension), list.get((int) (rest % list.size())));
            rest /= list.size();
        }
        return place;
    }

    private static String key(Map<String, String> place, List<String> dimensions) {
        var breakdown = new TreeMap<String, String>();
        for (var dimension : dimensions) {
            boolean isBreakdown = !List.of("dataset", "indicator", "area", "period", "measure")
                    .contains(dimension);
            if (isBreakdown && !"_T".equals(place.get(dimension))) {
                breakdown.put(dimension, place.get(dimension));
            }
        }
        return String.join(
                "/",
                place.get("indicator"),
                place.get("area"),
                place.get("period"),
                Breakdown.of(breakdown).toString());
    }
}
