package org.socialobservatory.api.page.indicator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.page.Named;
import org.socialobservatory.api.page.Ranks;
import org.socialobservatory.api.page.Visit;
import org.socialobservatory.api.page.indicator.IndicatorPage.Row;
import org.socialobservatory.api.page.indicator.IndicatorPage.Table;
import org.socialobservatory.api.problem.ApiProblem.BadParameter;
import org.socialobservatory.api.problem.ProblemRule;
import org.socialobservatory.api.snapshot.Block.Run;
import org.socialobservatory.api.snapshot.PublishedCell;
import org.socialobservatory.api.snapshot.PublishedDataset;
import org.socialobservatory.ontology.area.Area;
import org.socialobservatory.ontology.period.Period;

/** Sets the figures of one indicator for all areas of one level under one another; they come from one dataset. */
final class IndicatorTable {

    private final Visit visit;
    private final List<String> codes;

    /** The figures of everybody in one dataset at one time. */
    private record Offer(PublishedDataset dataset, Run run) {
        PublishedCell first() {
            return new PublishedCell(dataset, run.from());
        }
    }

    IndicatorTable(Visit visit, String indicator) {
        this.visit = visit;
        this.codes = visit.snapshot().catalogue().synonyms(indicator);
    }

    /**
     * The figures of one period and level.
     *
     * @param period code, null for the newest
     * @param level code, null for that with the most figures
     * @return null where there is no figure of everybody
     */
    @Nullable
    Table of(@Nullable String period, @Nullable String level) {
        var all = offers();
        if (all.isEmpty()) {
            return null;
        }
        var periods = all.stream()
                .map(offer -> offer.run().period())
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
        var then = all.stream()
                .filter(offer -> period == null || offer.run().period().code().equals(period))
                .toList();
        if (then.isEmpty()) {
            throw BadParameter.unknown(
                    ProblemRule.UNKNOWN_PERIOD,
                    "period",
                    Objects.requireNonNull(period),
                    periods.stream().map(Period::code).toList());
        }
        return table(
                visit.snapshot()
                        .preference()
                        .order(there(then, level), Offer::first, null)
                        .getFirst(),
                periods,
                level);
    }

    private List<Offer> offers() {
        var offers = new ArrayList<Offer>();
        for (var dataset : visit.snapshot().datasets().values()) {
            for (String code : codes) {
                dataset.block().runs(code).stream()
                        .filter(run -> run.breakdown().isTotal())
                        .forEach(run -> offers.add(new Offer(dataset, run)));
            }
        }
        return offers;
    }

    /** Those that have figures of a level. */
    private List<Offer> there(List<Offer> offers, @Nullable String level) {
        var there = offers.stream()
                .filter(offer -> level == null || levels(offer).contains(level))
                .toList();
        if (there.isEmpty()) {
            throw BadParameter.unknown(
                    ProblemRule.UNKNOWN_LEVEL,
                    "level",
                    Objects.requireNonNull(level),
                    offers.stream()
                            .flatMap(offer -> levels(offer).stream())
                            .distinct()
                            .toList());
        }
        return there;
    }

    private Table table(Offer offer, List<Period> periods, @Nullable String asked) {
        var levels = levels(offer);
        var level = asked == null ? fullest(offer, levels) : asked;
        var areas = visit.snapshot().territory().areas().stream()
                .filter(area -> area.level().equals(level))
                .toList();
        var rows = ranked(areas, offer);
        int withheld =
                (int) rows.stream().filter(row -> row.figure().withheld()).count();
        int missing = (int) rows.stream().filter(row -> row.figure().missing()).count() + areas.size() - rows.size();
        return new Table(
                offer.dataset().code(),
                visit.title(offer.dataset()),
                period(offer.run().period()),
                periods.stream().map(this::period).toList(),
                level(level),
                levels.stream().map(this::level).toList(),
                rows,
                withheld,
                missing);
    }

    private Named period(Period period) {
        return new Named(period.code(), visit.names().period(period));
    }

    private Named level(String level) {
        return new Named(level, visit.names().level(level));
    }

    /** The levels that have figures in a run, the finest last. */
    private List<String> levels(Offer offer) {
        var territory = visit.snapshot().territory();
        var there = byLevel(offer);
        return territory.levels().stream().filter(there::containsKey).toList();
    }

    /** The level with the most figures, of several the finest. */
    private String fullest(Offer offer, List<String> levels) {
        var there = byLevel(offer);
        return levels.reversed().stream().max(Comparator.comparing(there::get)).orElseThrow();
    }

    private Map<String, Integer> byLevel(Offer offer) {
        var territory = visit.snapshot().territory();
        var figures = new HashMap<String, Integer>();
        for (int cell = offer.run().from(); cell < offer.run().to(); cell++) {
            territory
                    .area(offer.dataset().block().area(cell))
                    .ifPresent(area -> figures.merge(area.level(), 1, Integer::sum));
        }
        return figures;
    }

    private List<Row> ranked(List<Area> areas, Offer offer) {
        var rows = new ArrayList<Row>();
        for (var area : areas) {
            var block = offer.dataset().block();
            var cell = block.find(offer.run(), block.areaIndexOf(area.code()));
            if (cell.isPresent()) {
                rows.add(new Row(
                        visit.names().named(area),
                        null,
                        visit.figures().of(new PublishedCell(offer.dataset(), cell.getAsInt()))));
            }
        }
        rows.sort((one, other) -> {
            int byFigure = Ranks.DESCENDING.compare(one.figure(), other.figure());
            return byFigure != 0 ? byFigure : visit.names().alphabetical().compare(one.area(), other.area());
        });
        var ranks = Ranks.of(rows.stream().map(Row::figure).toList());
        for (int i = 0; i < rows.size(); i++) {
            rows.set(i, new Row(rows.get(i).area(), ranks.get(i), rows.get(i).figure()));
        }
        return rows;
    }
}
