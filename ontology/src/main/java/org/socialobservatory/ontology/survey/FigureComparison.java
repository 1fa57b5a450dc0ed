package org.socialobservatory.ontology.survey;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.Multilingual;
import org.socialobservatory.ontology.indicator.Indicator;

/**
 * Whether a figure may be compared with another one of the same indicator: of another wave, or another town. It may
 * where nothing stands against it.
 *
 * <p>Two figures that were computed from answers are comparable where the same is computed in the same way about the
 * same population, from answers to questions that are comparable by their fingerprints or by a person's decision. Two
 * that somebody else computed are where they are defined alike. One of each kind is not: nobody knows what was asked.
 *
 * @param obstacles what stands against it, the most general first; empty where the figures are comparable
 */
public record FigureComparison(List<Obstacle> obstacles) {

    public FigureComparison {
        obstacles = List.copyOf(obstacles);
    }

    public boolean comparable() {
        return obstacles.isEmpty();
    }

    /**
     * Something that differs.
     *
     * @param first what it is of the first figure; null where there is nothing to show
     * @param second the same of the second
     */
    public record Obstacle(
            Kind kind, @Nullable String first, @Nullable String second) {}

    /** In what figures differ. */
    public enum Kind {
        /** They are not of one indicator, or it is not defined alike. */
        DEFINITION,
        /** One was computed from answers, the other was received. */
        ORIGIN,
        /** One is about households, the other about persons. */
        UNIT,
        /** One is a mean, say, the other a proportion. */
        STATISTIC,
        UNIVERSE,
        /** A condition, value or denominator. */
        EXPRESSION,
        /** A question that was not asked in the same way. */
        QUESTION,
        /** A variable of which nobody knows what was asked. */
        UNKNOWN_QUESTION;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A figure's indicator and where it comes from.
     *
     * @param study from whose answers it was computed; null where somebody else computed it
     */
    public record Source(Indicator indicator, @Nullable Study study) {

        private @Nullable Computation computation() {
            return study == null ? null : study.computation(indicator.code()).orElse(null);
        }
    }

    /**
     * Compares the sources of two figures.
     *
     * @param questions how the two questionnaires compare, decisions included; null where one of them is not known
     */
    public static FigureComparison of(Source first, Source second, @Nullable Comparability questions) {
        var obstacles = new ArrayList<Obstacle>();
        if (!sameDefinition(first.indicator, second.indicator)) {
            obstacles.add(new Obstacle(Kind.DEFINITION, first.indicator.code(), second.indicator.code()));
        }
        var one = first.computation();
        var other = second.computation();
        if (one == null != (other == null)) {
            obstacles.add(new Obstacle(Kind.ORIGIN, null, null));
        } else if (one != null && other != null && first.study != null && second.study != null) {
            obstacles.addAll(new Computed(
                            first.study, one, second.study, other, new AskedTerms(first.study, second.study, questions))
                    .obstacles());
        }
        return new FigureComparison(obstacles);
    }

    /** An indicator that is declared to be the same as one of the catalogue is, whatever words define it. */
    private static boolean sameDefinition(Indicator first, Indicator second) {
        if (!first.unit().equals(second.unit())
                || first.kind() != second.kind()
                || !shared(first).equals(shared(second))) {
            return false;
        }
        return !first.code().equals(second.code())
                || (alike(first.definition(), second.definition())
                        && alike(first.universe(), second.universe())
                        && alike(first.formula(), second.formula()));
    }

    private static String shared(Indicator indicator) {
        return indicator.sameAs() == null ? indicator.code() : indicator.sameAs();
    }

    /** Whether two texts say the same in every language that both have. */
    private static boolean alike(Multilingual first, Multilingual second) {
        for (Language language : Language.values()) {
            var one = first.exactly(language).map(Fingerprint::folded);
            var other = second.exactly(language).map(Fingerprint::folded);
            if (one.isPresent() && other.isPresent() && !one.equals(other)) {
                return false;
            }
        }
        return true;
    }

    /** Two computations from answers. */
    private record Computed(Study here, Computation one, Study there, Computation other, AskedTerms terms) {

        List<Obstacle> obstacles() {
            var found = new ArrayList<Obstacle>();
            differ(found, Kind.UNIT, here.unit(), there.unit());
            differ(found, Kind.STATISTIC, one.kind(), other.kind());
            if (!Objects.equals(first(one.universe()), second(other.universe()))) {
                found.add(new Obstacle(Kind.UNIVERSE, one.universe(), other.universe()));
            }
            var names = new TreeSet<>(one.expressions().keySet());
            names.addAll(other.expressions().keySet());
            for (String name : names) {
                var text = one.expressions().get(name);
                var counterpart = other.expressions().get(name);
                if (!Objects.equals(first(text), second(counterpart))) {
                    found.add(new Obstacle(Kind.EXPRESSION, text, counterpart));
                }
            }
            found.addAll(questions());
            return found;
        }

        private static void differ(List<Obstacle> found, Kind kind, String one, String other) {
            if (!one.equals(other)) {
                found.add(new Obstacle(kind, one, other));
            }
        }

        private @Nullable String first(@Nullable String ecql) {
            return ecql == null ? null : terms.first(ecql);
        }

        private @Nullable String second(@Nullable String ecql) {
            return ecql == null ? null : terms.second(ecql);
        }

        /** Those behind the variables of both; one that only the second uses is looked at from its side. */
        private Set<Obstacle> questions() {
            var found = new LinkedHashSet<Obstacle>();
            one.variables().forEach(variable -> found.addAll(terms.ofFirst(variable)));
            other.variables().forEach(variable -> found.addAll(terms.ofSecond(variable)));
            return found;
        }
    }
}
