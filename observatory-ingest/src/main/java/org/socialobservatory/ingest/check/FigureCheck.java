package org.socialobservatory.ingest.check;

import java.math.BigDecimal;
import org.socialobservatory.ingest.mapping.Figure;
import org.socialobservatory.ingest.mapping.RowFindings;
import org.socialobservatory.ingest.mapping.description.Meaning;
import org.socialobservatory.ontology.cube.Numbers;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.cube.Reliability;
import org.socialobservatory.ontology.cube.Uncertainty;
import org.socialobservatory.ontology.edition.SourceResource.Coverage;
import org.socialobservatory.ontology.finding.FindingRule;
import org.socialobservatory.ontology.indicator.Indicator;
import org.socialobservatory.ontology.indicator.Indicator.Counted;

/** What a figure of an indicator can be, and how far it is to be trusted. */
final class FigureCheck {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Coverage coverage;
    private final RowFindings findings;

    FigureCheck(Meaning meaning, RowFindings findings) {
        this.coverage = meaning instanceof Meaning.Observations observations ? observations.coverage() : Coverage.MODEL;
        this.findings = findings;
    }

    /** Whether the figure is possible; a finding where not. */
    boolean holds(Figure figure, Indicator indicator, long row) {
        if (!(figure instanceof Figure.Stated stated)) {
            return true;
        }
        var number = stated.number();
        if (indicator.unit().equals("percent") && (number.signum() < 0 || number.compareTo(HUNDRED) > 0)) {
            return refuse(FindingRule.PERCENT_OUTSIDE, number, row);
        }
        if (counts(indicator) && number.signum() < 0) {
            return refuse(FindingRule.COUNT_NEGATIVE, number, row);
        }
        return stated.uncertainty().isNone() || possible(stated.uncertainty(), number, row);
    }

    private static boolean counts(Indicator indicator) {
        return indicator.kind() == Indicator.Kind.COUNT || indicator.counts() != Counted.NONE;
    }

    private boolean refuse(FindingRule rule, BigDecimal number, long row) {
        var text = Numbers.text(number);
        findings.add(rule, row, null, text, text);
        return false;
    }

    private boolean possible(Uncertainty uncertainty, BigDecimal number, long row) {
        var wrong = wrong(uncertainty, number);
        if (wrong != null) {
            findings.add(FindingRule.UNCERTAINTY_IMPOSSIBLE, row, null, null, wrong);
        }
        return wrong == null;
    }

    private static @org.jspecify.annotations.Nullable String wrong(Uncertainty uncertainty, BigDecimal number) {
        if (uncertainty.standardError() != null && uncertainty.standardError().signum() < 0) {
            return "standardError < 0";
        }
        if (uncertainty.sampleSize() != null && uncertainty.sampleSize().signum() < 0) {
            return "sampleSize < 0";
        }
        var canonical = Numbers.canonical(number);
        if (uncertainty.lower() != null && uncertainty.lower().compareTo(canonical) > 0) {
            return "lower > value";
        }
        return uncertainty.upper() != null && uncertainty.upper().compareTo(canonical) < 0 ? "upper < value" : null;
    }

    /** Whether the figure means the same whatever the indicator, so that cells may share it. */
    boolean isPlain(Figure figure) {
        return coverage == Coverage.EXHAUSTIVE
                || !(figure instanceof Figure.Stated stated)
                || stated.uncertainty().isNone();
    }

    Observed observed(Figure figure, Indicator indicator) {
        return switch (figure) {
            case Figure.Withheld _ -> Observed.Withheld.CELL;
            case Figure.Missing _ -> Observed.Missing.CELL;
            case Figure.Stated stated ->
                new Observed.Value(
                        stated.number(), stated.status(), stated.uncertainty(), reliability(stated, indicator));
        };
    }

    private Reliability reliability(Figure.Stated stated, Indicator indicator) {
        return switch (coverage) {
            case EXHAUSTIVE -> Reliability.RELIABLE;
            case SAMPLE -> ReceivedTrust.of(stated.number(), stated.uncertainty(), indicator);
            case MODEL -> Reliability.CAUTION;
        };
    }
}
