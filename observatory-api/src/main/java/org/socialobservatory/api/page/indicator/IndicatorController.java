package org.socialobservatory.api.page.indicator;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.page.IndicatorText;
import org.socialobservatory.api.page.Named;
import org.socialobservatory.api.page.Visit;
import org.socialobservatory.api.page.indicator.IndicatorsPage.Line;
import org.socialobservatory.api.page.indicator.IndicatorsPage.Theme;
import org.socialobservatory.api.problem.ApiProblem.NotFound;
import org.socialobservatory.api.problem.ProblemRule;
import org.socialobservatory.api.snapshot.PublishedDataset;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ontology.indicator.Indicator;
import org.socialobservatory.ontology.indicator.Indicator.Direction;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /indicators} and {@code /indicators/{code}}. */
@Controller
class IndicatorController {

    @GetMapping("/indicators")
    IndicatorsPage indicators(Visit visit, @RequestParam(defaultValue = "") String q) {
        var published = published(visit.snapshot());
        var wanted = folded(q).strip();
        var lines = lines(visit, published).stream()
                .filter(line -> contains(line.indicator(), wanted))
                .toList();
        return new IndicatorsPage(
                q,
                lines.size(),
                themes(visit, lines),
                visit.provenance(visit.snapshot().datasets().values()));
    }

    /** The indicators of which there are figures, under the codes by which they are shown. */
    private static Set<String> published(Snapshot snapshot) {
        var published = new HashSet<String>();
        for (var dataset : snapshot.datasets().values()) {
            dataset.block().runs().forEach(run -> published.add(run.indicator()));
        }
        return published;
    }

    /** Each indicator once: one that is a catalogue indicator is shown as that. */
    private static List<Line> lines(Visit visit, Set<String> published) {
        var codes = new TreeSet<String>();
        visit.snapshot()
                .catalogue()
                .indicators()
                .forEach(indicator -> codes.add(visit.names().shownAs(indicator.code())));
        published.forEach(code -> codes.add(visit.names().shownAs(code)));
        return codes.stream()
                .map(code -> new Line(
                        visit.names().indicator(code),
                        visit.snapshot().catalogue().synonyms(code).stream().anyMatch(published::contains)))
                .toList();
    }

    private static boolean contains(IndicatorText indicator, String wanted) {
        return wanted.isEmpty()
                || Stream.of(indicator.code(), indicator.label(), indicator.definition())
                        .anyMatch(text -> text != null && folded(text).contains(wanted));
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    private static List<Theme> themes(Visit visit, List<Line> lines) {
        var byTheme = new TreeMap<Integer, List<Line>>();
        for (var line : lines) {
            byTheme.computeIfAbsent(visit.names().themePosition(line.indicator().theme()), _ -> new ArrayList<>())
                    .add(line);
        }
        var themes = new ArrayList<Theme>();
        byTheme.forEach((position, list) -> {
            var theme = visit.names().isNoTheme(position)
                    ? null
                    : list.getFirst().indicator().theme();
            list.sort((one, other) -> visit.wording()
                    .alphabetical()
                    .compare(one.indicator().label(), other.indicator().label()));
            themes.add(new Theme(theme, visit.names().theme(theme), List.copyOf(list)));
        });
        return themes;
    }

    @GetMapping("/indicators/{code}")
    IndicatorPage indicator(
            Visit visit,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable String level) {
        var snapshot = visit.snapshot();
        if (snapshot.catalogue().indicator(code).isEmpty()
                && !published(snapshot).contains(code)) {
            throw NotFound.unknown(
                    ProblemRule.UNKNOWN_INDICATOR,
                    code,
                    snapshot.catalogue().indicators().stream()
                            .map(Indicator::code)
                            .toList());
        }
        var indicator = visit.names().indicator(code);
        var datasets = datasets(snapshot, code);
        return new IndicatorPage(
                indicator,
                indicator.theme() == null ? null : visit.names().theme(indicator.theme()),
                indicator.direction() == Direction.NONE
                        ? null
                        : visit.wording()
                                .say("direction." + indicator.direction().code()),
                indicator.target() == null ? null : visit.figures().write(indicator.target(), indicator),
                snapshot.catalogue().iri(indicator.shownAs(), snapshot.iris()),
                snapshot.catalogue().synonyms(code),
                indicator.closeTo() == null
                        ? null
                        : new Named(
                                indicator.closeTo(),
                                visit.names().indicator(indicator.closeTo()).label()),
                datasets.stream()
                        .map(dataset -> new Named(dataset.code(), visit.title(dataset)))
                        .toList(),
                new IndicatorTable(visit, code).of(period, level),
                visit.provenance(datasets));
    }

    private static List<PublishedDataset> datasets(Snapshot snapshot, String code) {
        var codes = snapshot.catalogue().synonyms(code);
        return snapshot.datasets().values().stream()
                .filter(dataset -> codes.stream()
                        .anyMatch(own -> !dataset.block().runs(own).isEmpty()))
                .toList();
    }
}
