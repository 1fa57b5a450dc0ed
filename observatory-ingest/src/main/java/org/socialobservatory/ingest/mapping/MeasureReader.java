package org.socialobservatory.ingest.mapping;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ingest.mapping.Coded.Code;
import org.socialobservatory.ingest.mapping.description.Binding;
import org.socialobservatory.ingest.mapping.description.Meaning.Measure;
import org.socialobservatory.ontology.Codes;
import org.socialobservatory.ontology.finding.FindingRule;

/** Reads one measure of each row: its indicator, its breakdown and its figure. */
final class MeasureReader {

    private final ObservationReader reader;
    private final RowFindings findings;
    private final Coded indicator;
    private final List<Dimension> dimensions = new ArrayList<>();
    private final Breakdowns breakdowns;
    private final FigureReader figures;

    /**
     * A dimension of the breakdown.
     *
     * @param by what translates: its own column, or the key whose code carries it
     * @param split column of that key's table; −1 where it has a column of its own
     */
    private record Dimension(String name, Coded by, boolean own, int split, Map<String, Code> codes) {}

    MeasureReader(ObservationReader reader, Measure measure) {
        this.reader = reader;
        this.findings = reader.findings();
        this.indicator = reader.coded("indicator", measure.indicator(), this::indicator);
        this.breakdowns = new Breakdowns(
                List.copyOf(measure.breakdown().keySet()), reader.cells().breakdowns());
        bind(measure.breakdown());
        this.figures = new FigureReader(reader, measure);
    }

    /** Dimensions with a column of their own first: others may be split from theirs. */
    private void bind(SortedMap<String, Binding> breakdown) {
        var own = new HashMap<String, Coded>();
        breakdown.forEach((name, binding) -> {
            if (!(binding instanceof Binding.From)) {
                own.put(name, reader.coded(name, binding, code -> code(name, code)));
            }
        });
        breakdown.forEach((name, binding) -> dimensions.add(
                binding instanceof Binding.From(String key, String target)
                        ? split(name, key, target, own)
                        : new Dimension(name, Objects.requireNonNull(own.get(name)), true, -1, Map.of())));
    }

    private Dimension split(String name, String key, String target, Map<String, Coded> own) {
        var by = switch (key) {
            case "area" -> reader.area();
            case "period" -> reader.period();
            default -> own.getOrDefault(key, indicator);
        };
        return new Dimension(name, by, false, by.split(target), new HashMap<>());
    }

    /** Names of the columns whose numbers are read here. */
    List<String> numberColumns() {
        return figures.columnNames();
    }

    void hide(String[] values, BitSet hidden) {
        figures.hide(values, hidden);
    }

    void summarise() {
        figures.summarise();
    }

    /**
     * Reads the measure in a row.
     *
     * @param holds whether area and period can be used; if not, only further findings are looked for
     */
    void read(long row, String[] values, Code area, Code period, int resource, boolean holds) {
        var of = indicator.of(values);
        boolean known = ObservationReader.holds(of, indicator, row, findings) && holds;
        int breakdown = breakdown(row, values);
        var figure = figures.read(row, values);
        if (known && breakdown >= 0 && figure != null) {
            reader.cells()
                    .add(of.position(), breakdown, period.position(), area.position(), figure, resource, (int) row);
        }
    }

    private int breakdown(long row, String[] values) {
        int state = Breakdowns.TOTAL;
        boolean holds = true;
        for (int i = 0; i < dimensions.size(); i++) {
            var dimension = dimensions.get(i);
            var code = dimension.own ? dimension.by.of(values) : split(dimension, values);
            if (code == null || !ObservationReader.holds(code, dimension.by, row, findings)) {
                holds = false;
            } else if (!code.code().isEmpty()) {
                state = breakdowns.next(state, i, code.code());
            }
        }
        return holds ? breakdowns.position(state) : -1;
    }

    /** The code that the table of another key gives; null where that key has none, which is a finding already. */
    private @Nullable Code split(Dimension dimension, String[] values) {
        var whole = dimension.by.of(values);
        if (whole.split() == null || dimension.split < 0) {
            return null;
        }
        return dimension.codes.computeIfAbsent(whole.split().get(dimension.split), text -> {
            if (text.isEmpty()) {
                return Code.refused(FindingRule.CODE_MISSING, dimension.name);
            }
            return Codes.valid(text) || Codes.isTotal(text)
                    ? code(dimension.name, text)
                    : Code.refused(FindingRule.CODE_MALFORMED, text);
        });
    }

    private Code code(String dimension, String code) {
        if (Codes.isTotal(code)) {
            return Code.of("", -1);
        }
        return reader.known().takes(dimension, code)
                ? Code.of(code, -1)
                : Code.refused(
                        FindingRule.CODE_UNKNOWN,
                        code,
                        dimension,
                        reader.known().nearestCodes(dimension, code));
    }

    private Code indicator(String code) {
        return reader.known().indicator(code).isPresent()
                ? Code.of(code, reader.cells().indicators().position(code))
                : Code.refused(
                        FindingRule.INDICATOR_UNKNOWN, code, reader.known().nearestIndicators(code));
    }
}
