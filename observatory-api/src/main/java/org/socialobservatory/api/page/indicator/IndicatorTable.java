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
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ontology.area.Area;
import org.socialobservatory.ontology.period.Period;

/** Sets the figures of one indicator for all areas of one level under one another; they come from one dataset. */
final class IndicatorTable {

    private final Visit visit;
    private final List<String> codes;

    /** A dataset with the runs of the indicator for everybody. */
    private record Source(PublishedDataset dataset, List<Run> runs) {
        PublishedCell first() {
            return new PublishedCell(dataset, runs.getLast().from());
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
        var source = visit.snapshot().datasets().values().stream()
                .map(this::source)
                .filter(found -> !found.runs().isEmpty())
                .min(Comparator.comparing(Source::first, Snapshot.PREFERENCE))
                .orElse(null);
        if (source == null) {
            return null;
        }
        var run = source.runs().stream()
                .filter(other -> period == null || other.period().code().equals(period))
                .reduce((_, later) -> later)
                .orElseThrow(() -> BadParameter.unknown(
                        ProblemRule.UNKNOWN_PERIOD,
                        "period",
                        Objects.requireNonNull(period),
                        source.runs().stream()
                                .map(other -> other.period().code())
                                .toList()));
        return table(source, run, level);
    }

    private Source source(PublishedDataset dataset) {
        var runs = new ArrayList<Run>();
        codes.forEach(code -> dataset.block().runs(code).stream()
                .filter(run -> run.breakdown().isTotal())
                .forEach(runs::add));
        runs.sort(Comparator.comparing(Run::period));
        return new Source(dataset, List.copyOf(runs));
    }

    private Table table(Source source, Run run, @Nullable String asked) {
        var levels = levels(source.dataset(), run);
        if (asked != null && !levels.contains(asked)) {
            throw BadParameter.unknown(ProblemRule.UNKNOWN_LEVEL, "level", asked, levels);
        }
        var level = asked == null ? fullest(source.dataset(), run, levels) : asked;
        var areas = visit.snapshot().territory().areas().stream()
                .filter(area -> area.level().equals(level))
                .toList();
        var rows = ranked(areas, source.dataset(), run);
        int withheld =
                (int) rows.stream().filter(row -> row.figure().withheld()).count();
        int missing = (int) rows.stream().filter(row -> row.figure().missing()).count() + areas.size() - rows.size();
        return new Table(
                source.dataset().code(),
                visit.title(source.dataset()),
                period(run.period()),
                source.runs().stream()
                        .map(Run::period)
                        .distinct()
                        .sorted(Comparator.reverseOrder())
                        .map(this::period)
                        .toList(),
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
    private List<String> levels(PublishedDataset dataset, Run run) {
        var territory = visit.snapshot().territory();
        var there = byLevel(dataset, run);
        return territory.levels().stream().filter(there::containsKey).toList();
    }

    /** The level with the most figures, of several the finest. */
    private String fullest(PublishedDataset dataset, Run run, List<String> levels) {
        var there = byLevel(dataset, run);
        return levels.reversed().stream().max(Comparator.comparing(there::get)).orElseThrow();
    }

    private Map<String, Integer> byLevel(PublishedDataset dataset, Run run) {
        var territory = visit.snapshot().territory();
        var figures = new HashMap<String, Integer>();
        for (int cell = run.from(); cell < run.to(); cell++) {
            territory.area(dataset.block().area(cell)).ifPresent(area -> figures.merge(area.level(), 1, Integer::sum));
        }
        return figures;
    }

    private List<Row> ranked(List<Area> areas, PublishedDataset dataset, Run run) {
        var rows = new ArrayList<Row>();
        for (var area : areas) {
            var cell = dataset.block().find(run, dataset.block().areaIndexOf(area.code()));
            if (cell.isPresent()) {
                rows.add(new Row(
                        visit.names().named(area),
                        null,
                        visit.figures().of(new PublishedCell(dataset, cell.getAsInt()))));
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
