package org.socialobservatory.api.cube.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.jena.riot.Lang;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socialobservatory.api.Doors;
import org.socialobservatory.api.Fixture;
import org.socialobservatory.api.Visitor;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The town of {@link Fixture}: one cell withheld, one missing, one with an interval, figures by sex. */
@Doors
class EditionFormsTest {

    private static final String EDITION = "/datasets/essai/editions/1/";
    static final java.util.List<String> FORMS = Downloaded.FORMS;

    @LocalServerPort
    private int port;

    private Visitor visitor;

    @BeforeEach
    void visit() {
        visitor = new Visitor(port);
    }

    private Map<String, Map<String, String>> cells(String form) {
        return Downloaded.read(form, visitor.bytes(EDITION + "data." + form));
    }

    private static Map<String, Map<String, String>> numbers(Map<String, Map<String, String>> cells) {
        var numbers = new TreeMap<String, Map<String, String>>();
        cells.forEach((key, fields) -> {
            var kept = new TreeMap<>(fields);
            kept.keySet().retainAll(Downloaded.NUMBERS);
            numbers.put(key, kept);
        });
        return numbers;
    }

    @ParameterizedTest
    @FieldSource("FORMS")
    void tellsTheSameNumbersOfTheSameCells(String form) {
        var expected = new TreeMap<String, Map<String, String>>();
        for (var figure :
                visitor.get("/api/observations?sex=*&age=*&limit=100000").json().get("observations")) {
            var fields = new TreeMap<String, String>();
            for (var name : Downloaded.NUMBERS) {
                if (!figure.get(name).isNull()) {
                    fields.put(
                            name,
                            figure.get(name).decimalValue().stripTrailingZeros().toPlainString());
                }
            }
            expected.put(figure.get("iri").asString().replaceFirst(".*/id/observation/[^/]+/", ""), fields);
        }
        assertThat(expected).hasSize(Fixture.content().cells().size());
        assertThat(numbers(cells(form))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "sdmx.csv", "jsonstat.json", "xlsx", "parquet", "gpkg"})
    void saysWhyThereIsNoNumber(String form) {
        var status = new ArrayList<String>();
        cells(form).forEach((key, fields) -> {
            if (!fields.containsKey("value")) {
                status.add(fields.get("status"));
            }
        });
        assertThat(status)
                .containsExactlyInAnyOrder(
                        form.equals("sdmx.csv") ? new String[] {"Q", "O"} : new String[] {"withheld", "missing"});
    }

    @ParameterizedTest
    @CsvSource({
        "csv, text/csv",
        "sdmx.csv, application/vnd.sdmx.data+csv",
        "jsonstat.json, application/json",
        "xlsx, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "parquet, application/vnd.apache.parquet",
        "gpkg, application/geopackage+sqlite3",
        "ttl, text/turtle",
        "nt.gz, application/gzip",
        "jsonld, application/ld+json"
    })
    void isAFileWithItsTypeItsTagAndItsParts(String form, String type) {
        var whole = visitor.get(EDITION + "data." + form);
        assertThat(whole.status()).isEqualTo(200);
        assertThat(whole.header("Content-Type")).startsWith(type);
        assertThat(whole.header("Content-Disposition")).contains("essai-1." + form);
        assertThat(whole.header("ETag")).matches("\"[0-9a-f]{64}\"");
        assertThat(visitor.get(EDITION + "data." + form, "Range", "bytes=0-3").status())
                .isEqualTo(206);
        assertThat(visitor.get(EDITION + "data." + form, "If-None-Match", whole.header("ETag"))
                        .status())
                .isEqualTo(304);
        assertThat(visitor.get("/datasets/essai/editions/2/data." + form).status())
                .isEqualTo(404);
    }

    @Test
    void anUnknownFormIsNotFoundAndTheNearestAreNamed() {
        var answer = visitor.get(EDITION + "data.sav");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().get("rule").asString()).isEqualTo("unknown-format");
    }

    @Test
    void theGraphIsTheSameInEachFormOfRdf() throws IOException {
        var turtle = Downloaded.graph(new ByteArrayInputStream(visitor.bytes(EDITION + "data.ttl")), Lang.TURTLE);
        var lines = Downloaded.graph(
                new GZIPInputStream(new ByteArrayInputStream(visitor.bytes(EDITION + "data.nt.gz"))), Lang.NTRIPLES);
        var json = Downloaded.graph(new ByteArrayInputStream(visitor.bytes(EDITION + "data.jsonld")), Lang.JSONLD11);
        assertThat(turtle.size()).isGreaterThan(100);
        assertThat(turtle.isIsomorphicWith(lines)).isTrue();
        assertThat(json.isIsomorphicWith(lines)).isTrue();
    }

    @Test
    void sdmxNamesItsStructureAndItsConcepts() {
        var lines = visitor.get(EDITION + "data.sdmx.csv").body().lines().toList();
        assertThat(lines.getFirst())
                .startsWith(
                        "STRUCTURE,STRUCTURE_ID,ACTION,INDICATOR,REF_AREA,TIME_PERIOD,AGE,SEX,OBS_VALUE,UNIT_MEASURE,")
                .contains(",STANDARD_ERROR,", ",OBS_STATUS,");
        assertThat(lines.get(1)).startsWith("dataflow,SOCIAL_OBSERVATORY:essai(1.0.0),I,");
    }

    @Test
    void theTableSaysWhatItsColumnsMean() {
        var csv = visitor.get(EDITION + "data.csv");
        assertThat(csv.header("Link")).contains("metadata.csvw.json", "describedby");
        var metadata = visitor.get(EDITION + "metadata.csvw.json");
        assertThat(metadata.header("Content-Type")).startsWith("application/csvm+json");
        var columns = new ArrayList<String>();
        metadata.json()
                .at("/tableSchema/columns")
                .forEach(column -> columns.add(column.get("name").asString()));
        assertThat(String.join(",", columns))
                .isEqualTo(csv.body().lines().findFirst().orElseThrow());
        assertThat(metadata.json().get("url").asString()).isEqualTo("data.csv");
        assertThat(metadata.json().at("/tableSchema/primaryKey").size()).isEqualTo(5);
    }

    @Test
    void aWorkbookNamesItsCodesAndKeepsTextsTexts() throws IOException {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(visitor.bytes(EDITION + "data.xlsx")))) {
            var areas = book.getSheet("areas");
            var names = new ArrayList<String>();
            areas.forEach(row -> names.add(row.getCell(1).getStringCellValue()));
            assertThat(names).contains("fr", "Quartier Un", "L’Étang <script>");
            assertThat(book.getSheet("sources").getRow(1).getCell(0).getStringCellValue())
                    .isEqualTo("essai");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sdmx-csv", "json-stat", "xlsx"})
    void aPageOfCellsComesInTheseFormsToo(String form) {
        var answer = visitor.get("/api/observations?indicator=analphabetisme&f=" + form);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isNotBlank();
    }
}
