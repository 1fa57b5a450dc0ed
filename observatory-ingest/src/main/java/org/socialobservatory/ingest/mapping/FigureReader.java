package org.socialobservatory.ingest.mapping;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.mapping.Coded.Code;
import org.socialobservatory.ingest.mapping.description.Binding;
import org.socialobservatory.ingest.mapping.description.Meaning.Measure;
import org.socialobservatory.ingest.source.Spelling;
import org.socialobservatory.ontology.cube.Status;
import org.socialobservatory.ontology.cube.Uncertainty;
import org.socialobservatory.ontology.finding.FindingRule;

/** Reads what the rows say of one measure: state, value and error. */
final class FigureReader {

    /** Beyond so many distinct numbers they are no longer remembered. */
    private static final int MOST_REMEMBERED = 200_000;

    private static final List<String> STATES =
            List.of("normal", "estimated", "provisional", "withheld", "missing", "A", "E", "P", "M");

    private final RowFindings findings;
    private final @Nullable Coded status;
    private final NumberColumn value;
    private final @Nullable NumberColumn sampleSize;
    private final @Nullable NumberColumn standardError;
    private final @Nullable NumberColumn lower;
    private final @Nullable NumberColumn upper;
    private final boolean plain;
    private final Map<String, Figure> remembered = new HashMap<>();
    private boolean unreadable;
    private long missing;

    FigureReader(ObservationReader reader, Measure measure) {
        this.findings = reader.findings();
        this.status = measure.status() == null ? null : reader.coded("status", measure.status(), FigureReader::state);
        this.value = number(reader, measure.value());
        this.sampleSize = optional(reader, measure.sampleSize());
        this.standardError = optional(reader, measure.standardError());
        this.lower = optional(reader, measure.lower());
        this.upper = optional(reader, measure.upper());
        this.plain = status == null && sampleSize == null && standardError == null && lower == null && upper == null;
    }

    private @Nullable NumberColumn optional(ObservationReader reader, @Nullable Binding binding) {
        return binding == null ? null : number(reader, binding);
    }

    private NumberColumn number(ObservationReader reader, Binding binding) {
        return NumberColumn.of(
                binding, reader.resource(), reader.table(), reader.columns(), this::isWithheld, reader.findings());
    }

    private static Code state(String word) {
        var state = Figure.State.of(word);
        return state == null
                ? Code.refused(FindingRule.CODE_UNKNOWN, word, "status", Spelling.nearestText(word, STATES))
                : Code.of(word, -1);
    }

    private List<NumberColumn> columns() {
        var all = new ArrayList<NumberColumn>();
        all.add(value);
        for (NumberColumn column : new NumberColumn[] {sampleSize, standardError, lower, upper}) {
            if (column != null) {
                all.add(column);
            }
        }
        return all;
    }

    /** Names of the columns whose numbers are read here. */
    List<String> columnNames() {
        var names = new ArrayList<String>();
        for (NumberColumn column : columns()) {
            if (column.name() != null) {
                names.add(column.name());
            }
        }
        return names;
    }

    /** What a row says; null, with a finding, where it cannot be used. What stands beside `withheld` is not read. */
    @Nullable
    Figure read(long row, String[] values) {
        if (plain) {
            var text = value.text(values);
            var known = remembered.get(text);
            return known != null ? known : stated(row, values, text, Status.NORMAL);
        }
        var state = state(row, values);
        return switch (state) {
            case null -> null;
            case WITHHELD -> Figure.Withheld.FIGURE;
            case MISSING -> missing(row, values);
            case NORMAL -> stated(row, values, value.text(values), Status.NORMAL);
            case ESTIMATED -> stated(row, values, value.text(values), Status.ESTIMATED);
            case PROVISIONAL -> stated(row, values, value.text(values), Status.PROVISIONAL);
        };
    }

    private Figure.@Nullable State state(long row, String[] values) {
        if (status == null) {
            return Figure.State.NORMAL;
        }
        var code = status.of(values);
        if (code.rule() == FindingRule.CODE_MISSING) {
            return Figure.State.NORMAL;
        }
        return ObservationReader.holds(code, status, row, findings) ? Figure.State.of(code.code()) : null;
    }

    private boolean isWithheld(String[] values) {
        return status != null && Figure.State.of(status.of(values).code()) == Figure.State.WITHHELD;
    }

    /** Adds the columns whose numbers stand beside a withheld state in this row: nothing may read or keep them. */
    void hide(String[] values, BitSet hidden) {
        if (isWithheld(values)) {
            columns().forEach(column -> column.addTo(hidden));
        }
    }

    private @Nullable Figure missing(long row, String[] values) {
        if (!value.text(values).isEmpty()) {
            findings.add(FindingRule.VALUE_CONTRADICTS_STATUS, row, value.name(), null);
            return null;
        }
        return Figure.Missing.FIGURE;
    }

    private @Nullable Figure stated(long row, String[] values, String text, Status state) {
        if (text.isEmpty()) {
            missing++;
            return Figure.Missing.FIGURE;
        }
        unreadable = false;
        var number = number(value, row, values);
        var uncertainty = plain
                ? Uncertainty.NONE
                : uncertainty(
                        number(standardError, row, values),
                        number(lower, row, values),
                        number(upper, row, values),
                        number(sampleSize, row, values));
        if (unreadable || number == null) {
            return null;
        }
        var figure = new Figure.Stated(number, state, uncertainty);
        if (plain && remembered.size() < MOST_REMEMBERED) {
            remembered.put(text, figure);
        }
        return figure;
    }

    private static Uncertainty uncertainty(
            @Nullable BigDecimal error, @Nullable BigDecimal from, @Nullable BigDecimal to, @Nullable BigDecimal size) {
        return error == null && from == null && to == null && size == null
                ? Uncertainty.NONE
                : new Uncertainty(error, from, to, size, null, null, null, null, null);
    }

    private @Nullable BigDecimal number(@Nullable NumberColumn column, long row, String[] values) {
        var text = column == null ? "" : column.text(values);
        if (column == null || text.isEmpty()) {
            return null;
        }
        var number = column.number(text, row);
        unreadable |= number == null;
        return number;
    }

    /** Counts what happened to many rows; never their values. */
    void summarise() {
        long shortened = 0;
        for (NumberColumn column : columns()) {
            shortened += column.shortened();
        }
        if (shortened > 0) {
            findings.findings().add(FindingRule.NUMBERS_SHORTENED, findings.place(), null, String.valueOf(shortened));
        }
        if (missing > 0) {
            findings.findings().add(FindingRule.VALUES_MISSING, findings.place(), null, String.valueOf(missing));
        }
    }
}
