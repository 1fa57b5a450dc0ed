package org.socialobservatory.api.combination;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.socialobservatory.api.choropleth.Choropleth;
import org.socialobservatory.api.problem.ProblemRule;
import org.socialobservatory.api.snapshot.LevelRun;
import org.socialobservatory.api.snapshot.PublishedCell;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ontology.area.Area;
import org.socialobservatory.ontology.cube.Observed;
import org.socialobservatory.ontology.cube.Reliability;
import org.socialobservatory.ontology.indicator.Indicator;

/**
 * The figure of several areas of a map together ({@code statistics.md} §7), or why there is none. It is computed from
 * published cells alone, so that it tells nothing that a reader could not add up himself.
 */
public sealed interface Combination {

    /** The areas that were put together, in order of code. */
    List<Area> areas();

    /**
     * A figure. Areas are taken to be independent, which samples of one survey are not quite: then it is approximate.
     *
     * @param figure in the unit of the indicator
     */
    record Combined(List<Area> areas, LevelRun source, Observed.Value figure) implements Combination {
        public Combined {
            areas = List.copyOf(areas);
        }

        /** Whether there is an error of sampling at all; sums of what was counted are exact. */
        public boolean approximate() {
            return figure.reliability() != Reliability.RELIABLE
                    || figure.uncertainty().standardError() != null;
        }
    }

    /**
     * No figure.
     *
     * @param rule that says why
     * @param because of which areas; all where it is because of none in particular
     */
    record Refusal(List<Area> areas, ProblemRule rule, List<Area> because) implements Combination {
        public Refusal {
            areas = List.copyOf(areas);
            because = List.copyOf(because);
        }
    }

    /**
     * Puts areas of a map together.
     *
     * @param areas of the level of the map, each once
     */
    static Combination of(Choropleth map, List<Area> areas, Snapshot snapshot) {
        var source = map.source();
        if (source == null || areas.isEmpty()) {
            return new Refusal(areas, ProblemRule.COMBINED_NOTHING, areas);
        }
        var indicator = snapshot.catalogue()
                .indicator(source.run().indicator())
                .orElse(map.question().indicator());
        return new Gathering(source, areas).combined(indicator);
    }

    /** The published cells of the areas. */
    final class Gathering {

        private record Member(Area area, Observed observed) {}

        private final LevelRun source;
        private final List<Area> areas;
        private final List<Member> members = new ArrayList<>();

        private Gathering(LevelRun source, List<Area> areas) {
            this.source = source;
            this.areas = areas;
            var block = source.dataset().block();
            for (Area area : areas) {
                var cell = block.find(source.run(), block.areaIndexOf(area.code()));
                members.add(
                        new Member(area, cell.isPresent() ? block.observed(cell.getAsInt()) : Observed.Missing.CELL));
            }
        }

        private Combination combined(Indicator indicator) {
            var withheld = those(Observed.Withheld.class::isInstance);
            if (!withheld.isEmpty()) {
                return new Refusal(areas, ProblemRule.COMBINED_WITHHELD, withheld);
            }
            var missing = those(Observed.Missing.class::isInstance);
            if (!missing.isEmpty()) {
                return new Refusal(areas, ProblemRule.COMBINED_MISSING, missing);
            }
            return switch (indicator.kind()) {
                case PROPORTION, MEAN, RATIO -> weighted(indicator);
                case COUNT, TOTAL -> new Combined(areas, source, Arithmetic.sum(indicator, parts(false)));
                case QUANTILE, INDEX -> new Refusal(areas, ProblemRule.COMBINED_KIND, areas);
            };
        }

        private Combination weighted(Indicator indicator) {
            var without = those(observed -> !(observed instanceof Observed.Value value)
                    || value.uncertainty().denominator() == null
                    || value.uncertainty().denominator().signum() < 0);
            return without.isEmpty()
                    ? new Combined(areas, source, Arithmetic.mean(indicator, parts(true)))
                    : new Refusal(areas, ProblemRule.COMBINED_WITHOUT_DENOMINATOR, without);
        }

        private List<Area> those(Predicate<Observed> kind) {
            return members.stream()
                    .filter(member -> kind.test(member.observed()))
                    .map(Member::area)
                    .toList();
        }

        private List<Arithmetic.Part> parts(boolean weighted) {
            var parts = new ArrayList<Arithmetic.Part>();
            var block = source.dataset().block();
            for (Member member : members) {
                if (member.observed() instanceof Observed.Value value) {
                    int cell = block.find(
                                    source.run(),
                                    block.areaIndexOf(member.area().code()))
                            .orElseThrow();
                    var coverage = new PublishedCell(source.dataset(), cell).coverage();
                    parts.add(new Arithmetic.Part(value, coverage, weighted));
                }
            }
            return parts;
        }
    }
}
