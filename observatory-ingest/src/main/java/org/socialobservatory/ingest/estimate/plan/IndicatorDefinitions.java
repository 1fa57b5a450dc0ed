package org.socialobservatory.ingest.estimate.plan;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.socialobservatory.ingest.mapping.tabulation.ComputedIndicator;
import org.socialobservatory.ingest.mapping.tabulation.Statistic;
import org.socialobservatory.ingest.source.Findings;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.finding.FindingRule;
import org.socialobservatory.ontology.indicator.Indicator;
import org.socialobservatory.ontology.indicator.Indicator.Counted;
import org.socialobservatory.ontology.indicator.Indicator.Direction;
import org.socialobservatory.ontology.indicator.Indicator.Kind;

/** What the indicators that a package computes mean: by the catalogue, by its own resources, or as they are computed. */
final class IndicatorDefinitions {

    private final Function<String, Optional<Indicator>> known;
    private final boolean persons;
    private final Findings findings;

    IndicatorDefinitions(Function<String, Optional<Indicator>> known, boolean persons, Findings findings) {
        this.known = known;
        this.persons = persons;
        this.findings = findings;
    }

    /** The meaning of an indicator; empty, with a finding, where nobody says it or it is of another kind. */
    Optional<Indicator> of(ComputedIndicator computed) {
        var elsewhere = known.apply(computed.code());
        if (elsewhere.isPresent()) {
            if (kind(computed.statistic()) != elsewhere.get().kind()) {
                findings.add(
                        FindingRule.KIND_DIFFERS,
                        computed.place("kind"),
                        computed.statistic().kind(),
                        computed.code(),
                        elsewhere.get().kind().code(),
                        computed.statistic().kind());
                return Optional.empty();
            }
            return elsewhere;
        }
        if (computed.definition().labels().isEmpty()) {
            findings.add(FindingRule.INDICATOR_UNDEFINED, computed.place("label"), computed.code(), computed.code());
            return Optional.empty();
        }
        return Optional.of(own(computed));
    }

    /** The definition that goes with the edition, where it is not one that stands elsewhere. */
    Optional<Indicator> defined(ComputedIndicator computed, Indicator indicator) {
        return known.apply(computed.code()).isPresent() ? Optional.empty() : Optional.of(indicator);
    }

    private Indicator own(ComputedIndicator computed) {
        var said = computed.definition();
        var shared = Optional.ofNullable(said.sameAs()).flatMap(known);
        return new Indicator(
                computed.code(),
                said.labels(),
                said.definition(),
                Multilingual.none(),
                Multilingual.none(),
                Objects.requireNonNullElseGet(
                        said.unit(), () -> shared.map(Indicator::unit).orElse(usualUnit(computed.statistic()))),
                kind(computed.statistic()),
                Objects.requireNonNullElse(said.counts(), counted(computed.statistic())),
                Objects.requireNonNullElseGet(
                        said.direction(), () -> shared.map(Indicator::direction).orElse(Direction.NONE)),
                said.theme() != null
                        ? said.theme()
                        : shared.map(Indicator::theme).orElse(null),
                said.sdg() != null ? said.sdg() : shared.map(Indicator::sdg).orElse(null),
                said.target(),
                said.sameAs(),
                said.closeTo());
    }

    private static Kind kind(Statistic statistic) {
        return statistic instanceof Statistic.Poverty
                ? Kind.INDEX
                : Kind.valueOf(statistic.kind().toUpperCase(Locale.ROOT));
    }

    private String usualUnit(Statistic statistic) {
        return switch (statistic) {
            case Statistic.Proportion _ -> "percent";
            case Statistic.Count _ -> persons ? "persons" : "households";
            case Statistic.Poverty _ -> "index";
            case Statistic.Ratio _ -> "ratio";
            case Statistic.Mean _, Statistic.Total _, Statistic.Quantile _ -> "number";
        };
    }

    private Counted counted(Statistic statistic) {
        return statistic instanceof Statistic.Count ? persons ? Counted.PERSONS : Counted.HOUSEHOLDS : Counted.NONE;
    }
}
