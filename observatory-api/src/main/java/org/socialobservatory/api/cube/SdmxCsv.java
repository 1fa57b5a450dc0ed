package org.socialobservatory.api.cube;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.socialobservatory.api.snapshot.PublishedDataset;

/**
 * Cells as SDMX-CSV 2.0 (SDMX 3.0): what they belong to and what is to be done with them, the dimensions, the
 * measure, then the attributes. A cell without a value has an empty one, and its status says why.
 */
final class SdmxCsv implements CellWriter {

    private static final String AGENCY = "SOCIAL_OBSERVATORY";
    /** What is sent is for information: it changes nothing at who receives it. */
    private static final String INFORMATION = "I";

    private static final Pattern FOREIGN = Pattern.compile("[^A-Za-z0-9_@$-]");

    /** The concepts that the field has elsewhere (SDMX cross-domain concepts); all others are ours in capitals. */
    private static final Map<String, String> CONCEPTS = Map.of(
            "area", "REF_AREA",
            "period", "TIME_PERIOD",
            "value", "OBS_VALUE",
            "unit", "UNIT_MEASURE",
            "status", "OBS_STATUS");

    /** Codes of CL_OBS_STATUS 2.2. */
    private static final Map<String, String> STATUS =
            Map.of("normal", "A", "estimated", "E", "provisional", "P", "withheld", "Q", "missing", "O");

    private final ObservationRow row;
    private final List<String> names;
    private final CsvLines lines;
    private final TextFields fields = new TextFields();
    private final List<String> line = new ArrayList<>();

    SdmxCsv(ObservationRow row, OutputStream out) {
        this.row = row;
        this.names = row.names();
        this.lines = new CsvLines(out);
        line.addAll(List.of("STRUCTURE", "STRUCTURE_ID", "ACTION"));
        names.stream().filter(SdmxCsv::isTold).map(SdmxCsv::concept).forEach(line::add);
        lines.line(line);
    }

    /** The dataset and its edition are in the name of the structure. */
    private static boolean isTold(String name) {
        return !name.equals("dataset") && !name.equals("edition");
    }

    private static String concept(String name) {
        var known = CONCEPTS.get(name);
        return known != null
                ? known
                : FOREIGN.matcher(name.replaceAll("([a-z])([A-Z])", "$1_$2"))
                        .replaceAll("_")
                        .replace('-', '_')
                        .toUpperCase(Locale.ROOT);
    }

    @Override
    public void cell(PublishedDataset dataset, int cell) {
        var told = fields.of(row, dataset, cell);
        line.clear();
        line.add("dataflow");
        line.add(AGENCY + ":" + FOREIGN.matcher(dataset.code()).replaceAll("_") + "("
                + dataset.edition().number() + ".0.0)");
        line.add(INFORMATION);
        for (int field = 0; field < told.size(); field++) {
            var name = names.get(field);
            if (isTold(name)) {
                line.add(name.equals("status") ? STATUS.getOrDefault(told.get(field), "O") : told.get(field));
            }
        }
        lines.line(line);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
