package org.socialobservatory.api.page.dataset;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.page.Visit;
import org.socialobservatory.api.page.Wording;
import org.socialobservatory.api.page.dataset.Judgement.Published;
import org.socialobservatory.api.snapshot.PublishedCell;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.indicator.Indicator.Kind;

/**
 * How far a figure can be trusted, in words.
 *
 * @param reason the rule that applied
 * @param facts the numbers that it looked at
 * @param source who made the rule; empty where it needs no source
 */
record Trusted(String reason, List<String> facts, String source) {

    /** Empty for a cell without a number, and where the rule cannot be told. */
    static Optional<Trusted> of(Visit visit, PublishedCell cell, Kind kind, boolean ownEstimate) {
        if (!(cell.observed() instanceof Observed.Value value)) {
            return Optional.empty();
        }
        var unit = visit.names().indicator(cell.key().indicator()).unit();
        var published = new Published(value, cell.coverage(), kind, unit, ownEstimate);
        return Judgement.of(published).map(judgement -> new Words(visit.wording(), published, judgement).said());
    }

    private record Words(Wording wording, Published published, Judgement judgement) {

        private static final int NO_DECIMALS = 0;
        private static final int ONE_DECIMAL = 1;
        private static final double HUNDRED = 100;

        Trusted said() {
            var reason =
                    wording.say("figure.rule." + judgement.key(published.value().reliability()));
            if (judgement.complementOnly()) {
                reason += " " + wording.say("figure.rule.complement");
            }
            return new Trusted(reason, facts(), source());
        }

        private String source() {
            if (judgement.control() != null) {
                return wording.say("figure.rule.source.proportion");
            }
            return judgement.variation() == null ? "" : wording.say("figure.rule.source.variation");
        }

        private List<String> facts() {
            var facts = new ArrayList<String>();
            var uncertainty = published.value().uncertainty();
            if (judgement.control() == null && judgement.variation() == null) {
                return List.of();
            }
            fact(facts, "size", uncertainty.sampleSize());
            if (judgement.control() != null) {
                fact(facts, "effective", uncertainty.effectiveSampleSize());
                control(facts, judgement.control());
            } else if (judgement.variation() != null) {
                facts.add(wording.say("figure.rule.fact.variation", tenths(judgement.variation() * HUNDRED)));
            }
            fact(facts, "degrees", uncertainty.degreesOfFreedom());
            return List.copyOf(facts);
        }

        private void fact(List<String> facts, String key, @Nullable BigDecimal number) {
            if (number != null) {
                facts.add(wording.say("figure.rule.fact." + key, wording.number(number, NO_DECIMALS)));
            }
        }

        private void control(List<String> facts, Judgement.Control control) {
            facts.add(wording.say(
                    "figure.rule.fact.control",
                    tenths(control.lower() * HUNDRED),
                    tenths(control.upper() * HUNDRED),
                    tenths(control.width() * HUNDRED)));
            double share = published.number();
            if (share > 0) {
                fact(facts, "relative", BigDecimal.valueOf(control.width() / share * HUNDRED));
            }
        }

        private String tenths(double number) {
            return wording.number(BigDecimal.valueOf(number), ONE_DECIMAL);
        }
    }
}
