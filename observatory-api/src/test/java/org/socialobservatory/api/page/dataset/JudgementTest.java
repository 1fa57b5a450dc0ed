package org.socialobservatory.api.page.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socialobservatory.api.PublishedDemonstration;
import org.socialobservatory.ingest.check.trust.Trust.Rule;
import org.socialobservatory.ontology.Vocabulary;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.cube.Reliability;
import org.socialobservatory.ontology.cube.Status;
import org.socialobservatory.ontology.cube.Uncertainty;
import org.socialobservatory.ontology.edition.SourceResource.Coverage;
import org.socialobservatory.ontology.indicator.Indicator;
import org.socialobservatory.ontology.indicator.Indicator.Kind;

class JudgementTest {

    @ParameterizedTest
    @CsvSource({
        "20,   2,    400, 300,  20, reliable,   SOUND",
        "20,   2,     29, 300,  20, unreliable, FEW_RESPONDENTS",
        "20,   2,    400,  29,  20, unreliable, FEW_RESPONDENTS",
        "50,   9,    400,  31,  20, unreliable, WIDE",
        "4,    2,    400, 100,  20, unreliable, RELATIVELY_WIDE",
        "20,   2,    400, 300,   7, caution,    FEW_DEGREES_OF_FREEDOM",
        "0,    0,    400, ,     20, caution,    AT_THE_EDGE",
        "20,   2,    400, 300,  20, caution,    NON_RESPONSE",
        "20,   2,    400, 300, 0.5, unreliable, NO_INTERVAL"
    })
    void tellsTheRuleOfAProportionFromWhatIsPublished(
            String value,
            String error,
            String size,
            @Nullable String effective,
            String degrees,
            String said,
            Rule rule) {
        boolean none = rule == Rule.NO_INTERVAL;
        var uncertainty = new Uncertainty(
                new BigDecimal(error),
                none ? null : BigDecimal.ONE,
                none ? null : BigDecimal.TEN,
                new BigDecimal(size),
                effective == null ? null : new BigDecimal(effective),
                null,
                new BigDecimal(degrees),
                null,
                null);
        assertThat(judged(value, uncertainty, said, Coverage.SAMPLE, Kind.PROPORTION, true))
                .map(Judgement::rule)
                .hasValue(rule);
    }

    @ParameterizedTest
    @CsvSource({
        "100, 10, 400, reliable,   MEAN,  SOUND",
        "100, 20, 400, caution,    TOTAL, VARIATION",
        "100, 40, 400, unreliable, RATIO, VARIATION",
        "100, 10,  12, unreliable, COUNT, FEW_RESPONDENTS",
        "0,    0, 400, caution,    COUNT, AT_THE_EDGE"
    })
    void tellsTheRuleOfOtherFigures(String value, String error, String size, String said, Kind kind, Rule rule) {
        assertThat(judged(value, received(error, size), said, Coverage.SAMPLE, kind, false))
                .map(Judgement::rule)
                .hasValue(rule);
    }

    @Test
    void tellsWhyAReceivedFigureIsTrustedAsItIs() {
        assertThat(judged("20", Uncertainty.NONE, "reliable", Coverage.EXHAUSTIVE, Kind.PROPORTION, false))
                .map(Judgement::rule)
                .hasValue(Rule.EXHAUSTIVE);
        assertThat(judged("20", Uncertainty.NONE, "caution", Coverage.SAMPLE, Kind.PROPORTION, false))
                .map(Judgement::rule)
                .hasValue(Rule.UNSTATED);
        assertThat(judged("20", received("2", "400"), "reliable", Coverage.SAMPLE, Kind.PROPORTION, false))
                .map(Judgement::rule)
                .hasValue(Rule.SOUND);
    }

    @Test
    void saysNothingWhereTheFactsDoNotExplainTheVerdict() {
        assertThat(judged("20", received("2", "400"), "unreliable", Coverage.SAMPLE, Kind.PROPORTION, false))
                .isEmpty();
    }

    @Test
    void explainsEveryFigureOfTheDemonstration() {
        var survey = PublishedDemonstration.get().survey();
        var known = new HashMap<String, Indicator>();
        Vocabulary.load().indicators().forEach(indicator -> known.put(indicator.code(), indicator));
        survey.definitions().indicators().forEach(indicator -> known.put(indicator.code(), indicator));
        Map<Rule, Integer> found = new EnumMap<>(Rule.class);
        var unexplained = new ArrayList<String>();
        for (var cell : survey.cells()) {
            if (cell.observed() instanceof Observed.Value value) {
                var indicator = Objects.requireNonNull(known.get(cell.key().indicator()));
                var judgement = Judgement.of(
                        new Judgement.Published(value, Coverage.SAMPLE, indicator.kind(), indicator.unit(), true));
                judgement.ifPresentOrElse(
                        one -> found.merge(one.rule(), 1, Integer::sum), () -> unexplained.add(cell.toString()));
            }
        }
        assertThat(unexplained).isEmpty();
        assertThat(found).containsKeys(Rule.SOUND, Rule.FEW_RESPONDENTS, Rule.RELATIVELY_WIDE, Rule.VARIATION);
    }

    private static Uncertainty received(String error, String size) {
        return new Uncertainty(new BigDecimal(error), null, null, new BigDecimal(size), null, null, null, null, null);
    }

    private static Optional<Judgement> judged(
            String value, Uncertainty uncertainty, String said, Coverage coverage, Kind kind, boolean own) {
        var figure = new Observed.Value(
                new BigDecimal(value),
                Status.NORMAL,
                uncertainty,
                Reliability.valueOf(said.toUpperCase(java.util.Locale.ROOT)));
        var unit = kind == Kind.PROPORTION ? "percent" : "number";
        return Judgement.of(new Judgement.Published(figure, coverage, kind, unit, own));
    }
}
