package org.socialobservatory.api.page.home;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.page.Figure;
import org.socialobservatory.api.page.Named;
import org.socialobservatory.api.page.Visit;
import org.socialobservatory.api.page.home.HomePage.Sentence;
import org.socialobservatory.api.snapshot.Block.Run;
import org.socialobservatory.api.snapshot.PublishedCell;
import org.socialobservatory.api.snapshot.PublishedDataset;
import org.socialobservatory.ontology.area.Area;
import org.socialobservatory.ontology.indicator.Indicator;

/**
 * How far the quarters of a town lie apart. Only counts of everybody are told so: among estimates the first and the
 * last may be so by chance.
 */
final class Ranges {

    private static final int MOST_SENTENCES = 3;
    /** Between two quarters there is nothing to say that the two figures do not. */
    private static final int FEWEST_QUARTERS = 3;

    private record Range(Sentence sentence, BigDecimal width) {}

    private final Visit visit;

    Ranges(Visit visit) {
        this.visit = visit;
    }

    /** The widest ranges of percentages, each indicator once. */
    List<Sentence> sentences(List<Area> towns) {
        var told = new ArrayList<Sentence>();
        towns.stream()
                .flatMap(this::ranges)
                .sorted(Comparator.comparing(Range::width).reversed())
                .map(Range::sentence)
                .forEach(sentence -> {
                    if (told.size() < MOST_SENTENCES
                            && told.stream()
                                    .noneMatch(other -> other.indicator().equals(sentence.indicator()))) {
                        told.add(sentence);
                    }
                });
        return told;
    }

    private Stream<Range> ranges(Area town) {
        return visit.snapshot().datasets().values().stream()
                .flatMap(dataset -> dataset.block().runs().stream()
                        .filter(run -> run.breakdown().isTotal() && newest(dataset, run) && telling(run.indicator()))
                        .map(run -> range(town, dataset, run))
                        .filter(Objects::nonNull));
    }

    private static boolean newest(PublishedDataset dataset, Run run) {
        return dataset.block().runs(run.indicator()).stream()
                .noneMatch(
                        other -> other.breakdown().isTotal() && other.period().compareTo(run.period()) > 0);
    }

    /** A percentage of the base catalogue, so that its wording is known in three languages. */
    private boolean telling(String indicator) {
        return visit.snapshot()
                .catalogue()
                .shared(indicator)
                .filter(shared -> shared.unit().equals("percent")
                        && shared.direction() != Indicator.Direction.NONE
                        && visit.names().indicator(indicator).unit().equals("percent"))
                .isPresent();
    }

    private @Nullable Range range(Area town, PublishedDataset dataset, Run run) {
        var figures = new ArrayList<Figure>();
        for (var quarter : visit.snapshot().territory().children(town.code())) {
            var found = dataset.block().find(run, dataset.block().areaIndexOf(quarter.code()));
            if (found.isPresent()) {
                figures.add(visit.figures().of(new PublishedCell(dataset, found.getAsInt())));
            }
        }
        boolean plain = figures.stream().allMatch(figure -> figure.exhaustive() && figure.lower() == null);
        var stated = figures.stream().filter(figure -> figure.number() != null).toList();
        if (!plain || stated.size() < FEWEST_QUARTERS) {
            return null;
        }
        var ordered = Comparator.<Figure, BigDecimal>comparing(figure -> Objects.requireNonNull(figure.number()));
        return range(
                town,
                run,
                stated.stream().min(ordered).orElseThrow(),
                stated.stream().max(ordered).orElseThrow());
    }

    private @Nullable Range range(Area town, Run run, Figure low, Figure high) {
        if (low.text().equals(high.text())) {
            return null;
        }
        var indicator = visit.names().indicator(run.indicator());
        var sentence = new Sentence(
                indicator.shownAs(),
                indicator.label(),
                indicator.universe(),
                visit.names().period(run.period()),
                named(low),
                low.text(),
                named(high),
                high.text(),
                visit.names().named(town));
        return new Range(
                sentence, Objects.requireNonNull(high.number()).subtract(Objects.requireNonNull(low.number())));
    }

    private Named named(Figure figure) {
        return new Named(figure.area(), visit.names().area(figure.area()));
    }
}
