package org.socialobservatory.api.page.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.choropleth.Choropleth;
import org.socialobservatory.api.classification.ClassMethod;
import org.socialobservatory.api.classification.Classes;
import org.socialobservatory.api.page.Named;
import org.socialobservatory.api.page.Visit;
import org.socialobservatory.api.page.map.MapPage.Choice;
import org.socialobservatory.api.page.map.MapPage.Choices;
import org.socialobservatory.api.page.map.MapPage.Group;
import org.socialobservatory.api.page.map.MapPage.Layer;
import org.socialobservatory.api.snapshot.Block.Run;
import org.socialobservatory.api.snapshot.PublishedDataset;
import org.socialobservatory.api.snapshot.meeting.Meetings;
import org.socialobservatory.ontology.Codes;
import org.socialobservatory.ontology.area.Area;
import org.socialobservatory.ontology.cube.Numbers;
import org.socialobservatory.ontology.resource.Place;

/** What a reader of a map can choose next: only what has figures. */
final class MapChoices {

    /** The layer of meetings, and the name of its collection. */
    private static final String MEETINGS = "meetings";

    private record Published(PublishedDataset dataset, Run run) {}

    private final Visit visit;
    private final Choropleth map;
    private final @Nullable Choropleth beside;
    private final List<Published> runs = new ArrayList<>();

    MapChoices(Visit visit, Choropleth map, @Nullable Choropleth beside) {
        this.visit = visit;
        this.map = map;
        this.beside = beside;
        var codes =
                visit.snapshot().catalogue().synonyms(map.question().indicator().code());
        for (var dataset : map.question().datasets()) {
            codes.forEach(code -> dataset.block().runs(code).forEach(run -> runs.add(new Published(dataset, run))));
        }
    }

    Choices choices() {
        var subject = new ArrayList<Choice>();
        subject.add(indicators());
        subject.addAll(dimensions());
        subject.add(periods());
        subject.add(levels());
        subject.add(places());
        subject.add(sources());
        subject.add(comparison());
        return new Choices(subject, List.of(methods(), classes()), limits());
    }

    /** The limits between classes, as a field for a number takes them. */
    private List<String> limits() {
        double[] breaks = map.classes().breaks();
        return IntStream.range(1, Math.max(1, breaks.length - 1))
                .mapToObj(i -> Numbers.ofStored(breaks[i]).toPlainString())
                .toList();
    }

    /** The datasets that have figures of the indicator. */
    private Choice sources() {
        var codes =
                visit.snapshot().catalogue().synonyms(map.question().indicator().code());
        var options = new ArrayList<Named>();
        options.add(new Named("", visit.wording().say("map.source.best")));
        visit.snapshot().datasets().values().stream()
                .filter(dataset -> codes.stream()
                        .anyMatch(code -> !dataset.block().runs(code).isEmpty()))
                .map(dataset -> new Named(dataset.code(), visit.title(dataset)))
                .sorted(visit.names().alphabetical())
                .forEach(options::add);
        boolean asked = map.question().datasets().size() == 1
                && visit.snapshot().datasets().size() > 1;
        return choice("dataset", asked ? map.question().datasets().getFirst().code() : "", options);
    }

    /** What can stand beside the map with the same legend. */
    private Choice comparison() {
        var compared = new ComparedMap(visit, map);
        var groups = new ArrayList<Group>();
        groups.add(new Group(null, List.of(new Named("", visit.wording().say("map.compare.none")))));
        var periods = compared.periods().stream()
                .map(period -> new Named(period.code(), visit.names().period(period)))
                .toList();
        var indicators = compared.indicators().stream()
                .map(indicator -> new Named(
                        indicator.code(),
                        visit.names().indicator(indicator.code()).label()))
                .sorted(visit.names().alphabetical())
                .toList();
        if (!periods.isEmpty()) {
            groups.add(new Group(visit.wording().say("map.compare.period"), periods));
        }
        if (!indicators.isEmpty()) {
            groups.add(new Group(visit.wording().say("map.compare.indicator"), indicators));
        }
        return new Choice("compare", visit.wording().say("label.compare"), comparedWith(), groups);
    }

    private String comparedWith() {
        if (beside == null) {
            return "";
        }
        var code = visit.names().shownAs(beside.question().indicator().code());
        boolean same =
                code.equals(visit.names().shownAs(map.question().indicator().code()));
        return same ? Objects.requireNonNullElse(beside.question().period(), "") : code;
    }

    /** The kinds of places that any dataset locates; meetings last. */
    static List<Layer> layers(Visit visit) {
        var layers = new ArrayList<>(visit.snapshot().datasets().values().stream()
                .flatMap(dataset -> dataset.definitions().places().stream())
                .map(Place::kind)
                .distinct()
                .map(kind -> new Named(kind, visit.names().code("place-kind", kind)))
                .sorted(visit.names().alphabetical())
                .map(kind -> new Layer(kind.code(), kind.name(), "places-" + kind.code()))
                .toList());
        if (!Meetings.of(visit.snapshot()).all().isEmpty()) {
            layers.add(new Layer(MEETINGS, visit.wording().say("meetings.title"), MEETINGS));
        }
        return layers;
    }

    private Choice choice(String name, String chosen, List<Named> options) {
        return new Choice(name, visit.wording().say("label." + name), chosen, List.of(new Group(null, options)));
    }

    private Choice indicators() {
        var byTheme = new TreeMap<Integer, Map<String, Named>>();
        for (var dataset : visit.snapshot().datasets().values()) {
            dataset.block().runs().stream().map(Run::indicator).distinct().forEach(code -> {
                var indicator = visit.names().indicator(visit.names().shownAs(code));
                byTheme.computeIfAbsent(visit.names().themePosition(indicator.theme()), _ -> new LinkedHashMap<>())
                        .put(indicator.code(), new Named(indicator.code(), indicator.label()));
            });
        }
        var groups = byTheme.entrySet().stream()
                .map(theme -> new Group(
                        themeName(theme.getKey(), theme.getValue()),
                        theme.getValue().values().stream()
                                .sorted(visit.names().alphabetical())
                                .toList()))
                .toList();
        return new Choice(
                "indicator",
                visit.wording().say("label.indicator"),
                visit.names().shownAs(map.question().indicator().code()),
                groups);
    }

    private String themeName(int position, Map<String, Named> indicators) {
        var one = indicators.keySet().iterator().next();
        return visit.names()
                .theme(
                        visit.names().isNoTheme(position)
                                ? null
                                : visit.names().indicator(one).theme());
    }

    /** The breakdowns in which the indicator is published. */
    private List<Choice> dimensions() {
        var codes = new TreeMap<String, TreeSet<String>>();
        runs.forEach(published -> published
                .run()
                .breakdown()
                .codes()
                .forEach((dimension, code) ->
                        codes.computeIfAbsent(dimension, _ -> new TreeSet<>()).add(code)));
        return codes.entrySet().stream()
                .map(dimension -> dimension(dimension.getKey(), dimension.getValue()))
                .toList();
    }

    private Choice dimension(String dimension, Set<String> codes) {
        var total = new Named(Codes.totalOf(dimension), visit.wording().say("breakdown.total"));
        boolean hasTotal = runs.stream()
                .anyMatch(published -> !published.run().breakdown().codes().containsKey(dimension));
        var options = Stream.concat(
                        hasTotal ? Stream.of(total) : Stream.empty(),
                        codes.stream()
                                .sorted(Comparator.comparingInt(
                                        code -> visit.names().position(dimension, code)))
                                .map(code -> new Named(code, visit.names().code(dimension, code))))
                .toList();
        return new Choice(
                dimension,
                visit.names().dimension(dimension),
                map.question().breakdown().code(dimension),
                List.of(new Group(null, options)));
    }

    private Choice periods() {
        var periods = runs.stream()
                .filter(published ->
                        published.run().breakdown().equals(map.question().breakdown()))
                .map(published -> published.run().period())
                .distinct()
                .sorted(Comparator.reverseOrder())
                .map(period -> new Named(period.code(), visit.names().period(period)))
                .toList();
        var source = map.source();
        return choice("period", source == null ? "" : source.run().period().code(), periods);
    }

    private Choice levels() {
        var there = new TreeSet<String>();
        areasWithCells().forEach(area -> there.add(area.level()));
        return choice(
                "level",
                map.level(),
                visit.snapshot().territory().levels().stream()
                        .filter(there::contains)
                        .map(level -> new Named(level, visit.names().level(level)))
                        .toList());
    }

    private Stream<Area> areasWithCells() {
        var source = map.source();
        if (source == null) {
            return Stream.empty();
        }
        var territory = visit.snapshot().territory();
        return IntStream.range(source.run().from(), source.run().to())
                .mapToObj(source.dataset().block()::area)
                .flatMap(code -> territory.area(code).stream());
    }

    /** The areas within which at least two areas of the level lie, from the largest level to the smallest. */
    private Choice places() {
        var inside = new HashMap<String, Integer>();
        areasWithCells()
                .filter(area -> area.level().equals(map.level()))
                .forEach(area -> visit.snapshot()
                        .territory()
                        .ancestors(area.code())
                        .forEach(above -> inside.merge(above.code(), 1, Integer::sum)));
        var byLevel = new LinkedHashMap<String, List<Area>>();
        visit.snapshot().territory().levels().forEach(level -> byLevel.put(level, new ArrayList<>()));
        inside.forEach((code, count) -> {
            if (count > 1) {
                visit.snapshot()
                        .territory()
                        .area(code)
                        .ifPresent(area -> Objects.requireNonNull(byLevel.get(area.level()))
                                .add(area));
            }
        });
        var groups = new ArrayList<Group>();
        groups.add(new Group(null, List.of(new Named("", visit.wording().say("map.everywhere")))));
        byLevel.forEach((level, areas) -> {
            if (!areas.isEmpty()) {
                groups.add(new Group(visit.names().level(level), visit.names().named(areas)));
            }
        });
        var scope = map.question().scope();
        return new Choice("within", visit.wording().say("label.within"), scope == null ? "" : scope.code(), groups);
    }

    private Choice methods() {
        return choice(
                "method",
                map.question().method().code(),
                Stream.of(ClassMethod.values())
                        .map(method -> new Named(method.code(), visit.wording().say("method." + method.code())))
                        .toList());
    }

    private Choice classes() {
        return choice(
                "classes",
                Integer.toString(map.question().classes()),
                IntStream.rangeClosed(Classes.FEWEST, Classes.MOST)
                        .mapToObj(Integer::toString)
                        .map(count -> new Named(count, visit.wording().whole(Long.parseLong(count))))
                        .toList());
    }
}
