package org.socialobservatory.demonstration;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The questionnaire: an XLSForm, written as three tables beside this program. */
final class Form {

    private static final Set<String> WITHOUT_ANSWER = Set.of("note", "begin group", "end group", "begin repeat");

    private final Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
    private final List<Field> household = new ArrayList<>();
    private final List<Field> person = new ArrayList<>();

    private Form() {}

    /**
     * A column of the answers.
     *
     * @param header its title in an export: the groups around the question, then its name
     * @param relevant conditions under which it is asked, all of which must hold
     * @param row its row of the form
     */
    record Field(String header, String name, List<String> relevant, Map<String, String> row) {

        String type() {
            return Objects.requireNonNull(row.get("type"));
        }
    }

    static Form read() {
        var form = new Form();
        for (String sheet : List.of("survey", "choices", "settings")) {
            form.sheets.put(sheet, table(sheet + ".csv"));
        }
        form.fields();
        return form;
    }

    /** What is asked once. */
    List<Field> household() {
        return List.copyOf(household);
    }

    /** What is asked of each member. */
    List<Field> person() {
        return List.copyOf(person);
    }

    /** The codes of a list of choices. */
    List<String> choices(String list) {
        return rows("choices").stream()
                .filter(row -> list.equals(row.get("list_name")))
                .map(row -> Objects.requireNonNull(row.get("name")))
                .toList();
    }

    List<Map<String, String>> rows(String sheet) {
        var table = Objects.requireNonNull(sheets.get(sheet));
        var rows = new ArrayList<Map<String, String>>();
        for (List<String> cells : table.subList(1, table.size())) {
            var row = new LinkedHashMap<String, String>();
            for (int column = 0; column < cells.size(); column++) {
                row.put(table.getFirst().get(column), cells.get(column));
            }
            rows.add(row);
        }
        return rows;
    }

    /** All cells, by sheet and row. */
    Map<String, List<List<String>>> cells() {
        return new LinkedHashMap<>(sheets);
    }

    void write(OutputStream file) throws IOException {
        try (var workbook = new XSSFWorkbook()) {
            sheets.forEach((name, table) -> {
                var sheet = workbook.createSheet(name);
                sheet.createFreezePane(0, 1);
                for (List<String> cells : table) {
                    var row = sheet.createRow(sheet.getPhysicalNumberOfRows());
                    for (int column = 0; column < cells.size(); column++) {
                        if (!cells.get(column).isEmpty()) {
                            row.createCell(column).setCellValue(cells.get(column));
                        }
                    }
                }
            });
            workbook.write(file);
        }
    }

    private void fields() {
        var groups = new ArrayDeque<Map<String, String>>();
        var target = household;
        for (Map<String, String> row : rows("survey")) {
            switch (Objects.requireNonNull(row.get("type"))) {
                case "begin group" -> groups.addLast(row);
                case "end group" -> groups.removeLast();
                case "begin repeat" -> target = person;
                case "end repeat" -> target = household;
                default -> add(target, row, List.copyOf(groups));
            }
        }
    }

    private static void add(List<Field> fields, Map<String, String> row, List<Map<String, String>> groups) {
        var type = Objects.requireNonNull(row.get("type"));
        var name = Objects.requireNonNull(row.get("name"));
        if (WITHOUT_ANSWER.contains(type)) {
            return;
        }
        var path = new StringBuilder();
        var relevant = new ArrayList<String>();
        for (Map<String, String> group : groups) {
            path.append(group.get("name")).append('-');
            relevant.add(Objects.requireNonNull(group.get("relevant")));
        }
        relevant.add(Objects.requireNonNull(row.get("relevant")));
        relevant.removeIf(String::isEmpty);
        fields.add(new Field(path + name, name, List.copyOf(relevant), row));
        if (type.endsWith(" or_other")) {
            relevant.add("${" + name + "} = 'other'");
            var other = Map.of("type", "text", "name", name + "_other");
            fields.add(new Field(path + name + "_other", name + "_other", List.copyOf(relevant), other));
        }
    }

    private static List<List<String>> table(String name) {
        try (InputStream file = Form.class.getResourceAsStream(name);
                var reader = CsvReader.builder().ofCsvRecord(Objects.requireNonNull(file, name))) {
            return reader.stream().map(CsvRecord::getFields).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
