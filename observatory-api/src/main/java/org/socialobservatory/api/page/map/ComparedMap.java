package org.socialobservatory.api.page.map;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.choropleth.Choropleth;
import org.socialobservatory.api.choropleth.MapQuestion;
import org.socialobservatory.api.http.Parameters;
import org.socialobservatory.api.page.Visit;
import org.socialobservatory.api.problem.ApiProblem.BadParameter;
import org.socialobservatory.api.problem.ProblemRule;
import org.socialobservatory.api.snapshot.Block.Run;
import org.socialobservatory.api.snapshot.PublishedDataset;
import org.socialobservatory.ontology.indicator.Indicator;
import org.socialobservatory.ontology.period.Period;

/**
 * What can stand beside a map with the same legend: another period of its indicator, or another indicator in the same
 * unit. The parameter {@code compare} names either.
 */
final class ComparedMap {

    private final Visit visit;
    private final Choropleth map;

    ComparedMap(Visit visit, Choropleth map) {
        this.visit = visit;
        this.map = map;
    }

    /** What a query compares its map with. */
    static Optional<String> asked(List<String> parts) {
        var own = parts.stream()
                .filter(part -> MapRequest.name(part).equals("compare"))
                .toList();
        return Parameters.ofQuery(String.join("&", own)).one("compare");
    }

    /** The periods of the indicator in this breakdown but that of the map, oldest first. */
    List<Period> periods() {
        var source = map.source();
        var found = new TreeSet<Period>();
        runs().filter(run -> run.breakdown().equals(map.question().breakdown()))
                .map(Run::period)
                .forEach(found::add);
        if (source != null) {
            found.remove(source.run().period());
        }
        return List.copyOf(found);
    }

    private Stream<Run> runs() {
        return visit.snapshot().catalogue().synonyms(map.question().indicator().code()).stream()
                .flatMap(code ->
                        map.question().datasets().stream().flatMap(dataset -> dataset.block().runs(code).stream()));
    }

    /** The other indicators in the same unit that have figures, as they are shown. */
    List<Indicator> indicators() {
        var codes = new TreeSet<String>();
        for (PublishedDataset dataset : visit.snapshot().datasets().values()) {
            dataset.block().runs().forEach(run -> codes.add(visit.names().shownAs(run.indicator())));
        }
        codes.remove(visit.names().shownAs(map.question().indicator().code()));
        return codes.stream()
                .flatMap(code -> visit.snapshot().catalogue().indicator(code).stream())
                .filter(other -> other.unit().equals(map.question().indicator().unit()))
                .toList();
    }

    /** The question of the other map; what cannot stand beside this one is refused with what can. */
    MapQuestion question(String asked) {
        var own = map.question();
        var period =
                periods().stream().filter(other -> other.code().equals(asked)).findFirst();
        if (period.isPresent()) {
            return beside(own.datasets(), own.indicator(), asked);
        }
        var indicator = visit.snapshot().catalogue().indicator(asked);
        var possible = indicators();
        if (indicator.isPresent()) {
            var shown = visit.names().shownAs(indicator.get().code());
            var source = map.source();
            if (possible.stream().anyMatch(other -> other.code().equals(shown)) && source != null) {
                var all = List.copyOf(visit.snapshot().datasets().values());
                var same = beside(all, indicator.get(), source.run().period().code());
                return Choropleth.of(same, visit.snapshot()).source() == null
                        ? beside(all, indicator.get(), null)
                        : same;
            }
        }
        throw new BadParameter(
                ProblemRule.MALFORMED_VALUE,
                "compare",
                asked,
                Stream.concat(
                                periods().stream().map(Period::code),
                                possible.stream().map(Indicator::code))
                        .toList());
    }

    private MapQuestion beside(List<PublishedDataset> datasets, Indicator indicator, @Nullable String period) {
        var own = map.question();
        return new MapQuestion(
                datasets,
                indicator,
                own.breakdown(),
                own.scope(),
                map.level(),
                period,
                own.method(),
                own.classes(),
                own.limits());
    }
}
