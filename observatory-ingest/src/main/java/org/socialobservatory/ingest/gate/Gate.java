package org.socialobservatory.ingest.gate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.socialobservatory.ontology.cube.Cell;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.edition.SourceResource.Coverage;
import org.socialobservatory.ontology.edition.SourceResource.Disclosure;
import org.socialobservatory.ontology.indicator.Indicator;
import org.socialobservatory.ontology.indicator.Indicator.Counted;
import org.socialobservatory.ontology.indicator.Indicator.Kind;

/**
 * The publication gate: withholds what could disclose a person. What it withholds keeps its key and nothing else
 * ({@code statistics.md} §5, primary rules; secondary withholding and the audit are not built yet).
 */
public final class Gate {

    /** Fewest households behind a figure that gives its sample size. */
    private static final BigDecimal LEAST_HOUSEHOLDS = BigDecimal.valueOf(3);

    private final List<Rules> rules;
    private final Function<String, Indicator> indicators;
    private long published;
    private long alreadyPublic;
    private long withheld;
    private long missing;

    /**
     * What applies to the cells of one resource.
     *
     * @param minCount smallest count of an exhaustive source that is shown
     * @param suppressZero whether a count of 0 is hidden too
     * @param minRespondents fewest persons behind a figure that gives its sample size
     */
    public record Rules(
            Coverage coverage, Disclosure disclosure, int minCount, boolean suppressZero, int minRespondents) {}

    /**
     * @param rules of the resources, by the position that the origin of a cell names
     * @param indicators definitions by code
     */
    public Gate(List<Rules> rules, Function<String, Indicator> indicators) {
        this.rules = List.copyOf(rules);
        this.indicators = indicators;
    }

    /** The cells as they may be published, in the same order. */
    public List<Cell> pass(List<Cell> cells) {
        var passed = new ArrayList<Cell>(cells.size());
        Indicator indicator = null;
        for (Cell cell : cells) {
            if (indicator == null || !indicator.code().equals(cell.key().indicator())) {
                indicator = indicators.apply(cell.key().indicator());
            }
            var observed = pass(cell.observed(), rules.get(cell.origin().resource()), indicator);
            passed.add(observed instanceof Observed.Withheld ? new Cell(cell.key(), observed, cell.origin()) : cell);
        }
        return passed;
    }

    private Observed pass(Observed observed, Rules rule, Indicator indicator) {
        return switch (observed) {
            case Observed.Withheld _ -> {
                withheld++;
                yield observed;
            }
            case Observed.Missing _ -> {
                missing++;
                yield observed;
            }
            case Observed.Value value -> {
                if (rule.disclosure == Disclosure.ALREADY_PUBLIC) {
                    alreadyPublic++;
                    yield value;
                }
                if (discloses(value, rule, indicator)) {
                    withheld++;
                    yield Observed.Withheld.CELL;
                }
                published++;
                yield value;
            }
        };
    }

    private static boolean discloses(Observed.Value value, Rules rule, Indicator indicator) {
        var respondents = value.uncertainty().sampleSize();
        if (respondents != null) {
            var least = indicator.counts() == Counted.HOUSEHOLDS
                    ? LEAST_HOUSEHOLDS
                    : BigDecimal.valueOf(rule.minRespondents);
            if (respondents.compareTo(least) < 0) {
                return true;
            }
        }
        boolean counted = indicator.counts() != Counted.NONE
                && (indicator.kind() == Kind.COUNT || indicator.kind() == Kind.TOTAL);
        if (rule.coverage != Coverage.EXHAUSTIVE || !counted) {
            return false;
        }
        return value.number().signum() == 0
                ? rule.suppressZero
                : value.number().compareTo(BigDecimal.valueOf(rule.minCount)) < 0;
    }

    /** What happened at the gate, in its public form: never why a cell is withheld. */
    public GateCounts counts() {
        var counts = new TreeMap<String, Long>();
        put(counts, "published", published);
        put(counts, "already-public", alreadyPublic);
        put(counts, "withheld", withheld);
        put(counts, "missing", missing);
        return new GateCounts(counts);
    }

    private static void put(Map<String, Long> counts, String rule, long count) {
        if (count > 0) {
            counts.put(rule, count);
        }
    }
}
