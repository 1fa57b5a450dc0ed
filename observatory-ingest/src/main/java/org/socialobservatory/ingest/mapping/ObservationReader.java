package org.socialobservatory.ingest.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.socialobservatory.ingest.mapping.Coded.Code;
import org.socialobservatory.ingest.mapping.description.Binding;
import org.socialobservatory.ingest.mapping.description.Meaning.Measure;
import org.socialobservatory.ingest.mapping.description.Meaning.Observations;
import org.socialobservatory.ingest.mapping.description.ResourceDescription;
import org.socialobservatory.ingest.source.Table;
import org.socialobservatory.ontology.Codes;
import org.socialobservatory.ontology.finding.FindingRule;

/** Turns the rows of somebody else's aggregation into cells. */
public final class ObservationReader {

    private final ResourceDescription resource;
    private final Observations meaning;
    private final int position;
    private final RowFindings findings;
    private final Known known;
    private final CellColumns cells;
    private final Columns columns;
    private final Table table;
    private final Coded area;
    private final Coded period;
    private final List<MeasureReader> measures = new ArrayList<>();
    private final Set<String> levelsReported = new HashSet<>();
    private final BitSet hidden = new BitSet();

    /**
     * @param position of the resource in the edition's list
     * @param cells where the cells go
     */
    public ObservationReader(
            ResourceDescription resource,
            Observations meaning,
            int position,
            Table table,
            Known known,
            CellColumns cells,
            RowFindings findings) {
        this.resource = resource;
        this.meaning = meaning;
        this.position = position;
        this.table = table;
        this.known = known;
        this.cells = cells;
        this.findings = findings;
        this.columns = new Columns(table);
        this.area = coded("area", meaning.area(), this::area);
        this.period = read("period", meaning.period(), this::period);
        for (Measure measure : meaning.measures()) {
            measures.add(new MeasureReader(this, measure));
        }
    }

    /** Turns texts into codes; what does not have the form of a code is refused before it is resolved. */
    Coded coded(String key, Binding binding, Function<String, Code> resolve) {
        return read(
                key,
                binding,
                text -> Codes.valid(text) || Codes.isTotal(text)
                        ? resolve.apply(text)
                        : Code.refused(FindingRule.CODE_MALFORMED, text));
    }

    private Coded read(String key, Binding binding, Function<String, Code> resolve) {
        return new Coded(key, binding, columns, resource.schema().missingValues(), findings, resolve);
    }

    ResourceDescription resource() {
        return resource;
    }

    Known known() {
        return known;
    }

    CellColumns cells() {
        return cells;
    }

    Columns columns() {
        return columns;
    }

    Table table() {
        return table;
    }

    RowFindings findings() {
        return findings;
    }

    Coded area() {
        return area;
    }

    Coded period() {
        return period;
    }

    /** Reads all rows. Nothing is read where a column is missing: every row would say so. */
    public void read() {
        var figures = new HashSet<String>();
        measures.forEach(measure -> figures.addAll(measure.numberColumns()));
        var fields = new FieldCheck(table, columns, resource.schema(), resource.marks(), figures, findings);
        columns.reportUnused(findings.findings());
        if (findings.findings().stops()) {
            return;
        }
        table.rows(findings.findings(), new Table.RowReader() {
            @Override
            public boolean row(long number, String[] values, @Nullable Geometry geometry) {
                findings.countRow();
                if (fields.holds(number, values, hidden(values))) {
                    cells(number, values);
                }
                return true;
            }

            @Override
            public void refused(long number, FindingRule rule, List<String> fields) {
                findings.countRow();
                findings.refuse(number, rule);
            }
        });
        measures.forEach(MeasureReader::summarise);
    }

    /** The columns whose numbers stand beside a withheld state in this row. */
    private BitSet hidden(String[] values) {
        hidden.clear();
        measures.forEach(measure -> measure.hide(values, hidden));
        return hidden;
    }

    /**
     * Empties, in a row that is kept aside, the numbers that stand beside a withheld state. In a row of the wrong width
     * nobody knows which those are: nothing of it is kept that could be one.
     */
    public String[] withoutWithheld(String[] values) {
        var kept = values.clone();
        if (values.length == table.columns().size()) {
            hidden(values).stream().forEach(column -> kept[column] = "");
        } else if (meaning.measures().stream().anyMatch(measure -> measure.status() != null)) {
            Arrays.fill(kept, "");
        }
        return kept;
    }

    private void cells(long number, String[] values) {
        var inArea = area.of(values);
        var inPeriod = period.of(values);
        boolean areaHolds = holds(inArea, area, number, findings);
        boolean holds = holds(inPeriod, period, number, findings) && areaHolds;
        for (MeasureReader measure : measures) {
            measure.read(number, values, inArea, inPeriod, position, holds);
        }
    }

    /** Whether a code can be used; a finding where not. */
    static boolean holds(Code code, Coded by, long row, RowFindings findings) {
        if (code.rule() == null) {
            return true;
        }
        if (!by.speaks()) {
            return false;
        }
        var shown = code.arguments().isEmpty() || code.rule() == FindingRule.CODE_MISSING
                ? null
                : code.arguments().getFirst();
        findings.add(code.rule(), row, by.columnName(), shown, code.arguments().toArray(String[]::new));
        return false;
    }

    private Code area(String code) {
        var found = known.area(code);
        if (found.isEmpty()) {
            return Code.refused(FindingRule.AREA_UNKNOWN, code, known.nearestAreas(code));
        }
        var level = found.get().level();
        if (meaning.areaLevel() != null && !meaning.areaLevel().equals(level) && levelsReported.add(code)) {
            findings.findings()
                    .add(FindingRule.AREA_OF_OTHER_LEVEL, findings.place(), code, code, level, meaning.areaLevel());
        }
        return Code.of(code, cells.areas().position(code));
    }

    private Code period(String text) {
        var field = meaning.period() instanceof Binding.Column(String name, var _, var _)
                ? resource.schema().field(name).orElse(null)
                : null;
        var format = field == null ? null : field.format();
        return Periods.code(text, format, meaning.periodAs())
                .map(found -> Code.of(found, cells.periods().position(found)))
                .orElseGet(() -> Code.refused(Periods.fault(text), text));
    }
}
