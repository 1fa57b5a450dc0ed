package org.socialobservatory.api.page.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.socialobservatory.api.choropleth.Choropleth;
import org.socialobservatory.api.choropleth.Choropleth.Shade;
import org.socialobservatory.api.choropleth.MapNote;
import org.socialobservatory.api.choropleth.MapQuery;
import org.socialobservatory.api.page.Figure;
import org.socialobservatory.api.page.IndicatorText;
import org.socialobservatory.api.page.Named;
import org.socialobservatory.api.page.Ranks;
import org.socialobservatory.api.page.Visit;
import org.socialobservatory.api.page.map.MapPage.ClassLine;
import org.socialobservatory.api.page.map.MapPage.Legend;
import org.socialobservatory.api.page.map.MapPage.Other;
import org.socialobservatory.api.page.map.MapPage.Row;
import org.socialobservatory.api.snapshot.LevelRun;
import org.socialobservatory.api.snapshot.PublishedCell;
import org.socialobservatory.api.snapshot.PublishedDataset;
import org.socialobservatory.ontology.area.AreaVersion;
import org.socialobservatory.ontology.cube.Numbers;

/** Says a map in a reader's words: its legend and the figure of every area. */
final class MapSheet {

    private final Visit visit;
    private final Choropleth map;
    private final IndicatorText indicator;

    MapSheet(Visit visit, Choropleth map) {
        this.visit = visit;
        this.map = map;
        this.indicator = visit.names().indicator(map.question().indicator().code());
    }

    MapPage page(MapRequest request) {
        var beside = request.other();
        var source = map.source();
        var other = beside == null ? null : new MapSheet(visit, beside);
        var rows = other == null ? rows() : beside(rows(), other.rows());
        return new MapPage(
                indicator,
                asked(),
                request.relaxed(),
                new MapChoices(visit, map, beside).choices(),
                legend(rows),
                rows,
                other == null ? null : other(other, rows),
                AreasTogether.of(visit, map, indicator, request.chosen()),
                SoughtArea.of(visit, map, request.sought()),
                MapChoices.layers(visit),
                source == null ? null : new Named(source.dataset().code(), visit.title(source.dataset())),
                map.level(),
                extent(rows),
                outlines(rows).anyMatch(AreaVersion::drawn),
                state(beside),
                state(null),
                MapQuery.text(map, visit.snapshot()),
                table(),
                visit.provenance(datasets(other)));
    }

    /** Those of this map and the one beside it, each once. */
    private List<PublishedDataset> datasets(@Nullable MapSheet other) {
        return Stream.of(this, other)
                .filter(Objects::nonNull)
                .map(sheet -> sheet.map.source())
                .filter(Objects::nonNull)
                .map(LevelRun::dataset)
                .distinct()
                .toList();
    }

    private Other other(MapSheet other, List<Row> rows) {
        boolean sameIndicator = indicator.code().equals(other.indicator.code());
        var its = rows.stream().map(Row::other).filter(Objects::nonNull).toList();
        return new Other(
                sameIndicator ? period() : indicator.label() + " · " + period(),
                sameIndicator ? other.period() : other.indicator.label() + " · " + other.period(),
                other.legend(its),
                datasets(other).size());
    }

    private String period() {
        var source = map.source();
        if (source != null) {
            return visit.names().period(source.run().period());
        }
        return Objects.requireNonNullElse(map.question().period(), "");
    }

    private static List<Row> beside(List<Row> rows, List<Row> others) {
        var byCode = new HashMap<String, Row>();
        others.forEach(row -> byCode.put(row.area().code(), row));
        return rows.stream()
                .map(row -> row.with(row.rank(), byCode.get(row.area().code())))
                .toList();
    }

    private String asked() {
        var source = map.source();
        var scope = map.question().scope();
        var parts = new ArrayList<String>();
        parts.add(indicator.label());
        if (indicator.universe() != null) {
            parts.add(indicator.universe());
        }
        if (!map.question().breakdown().isTotal()) {
            parts.add(visit.names().breakdown(map.question().breakdown()));
        }
        parts.add(visit.names().level(map.level()));
        if (scope != null) {
            parts.add(visit.names().named(scope).name());
        }
        if (source != null) {
            parts.add(visit.names().period(source.run().period()));
        }
        return String.join(" · ", parts);
    }

    /** The figures of the map as the observations door gives them; codes need no escape. */
    private @Nullable String table() {
        return map.source() == null
                ? null
                : parameters(map).entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining("&", "/api/observations?f=csv&", ""));
    }

    /** Codes and numbers need no escape. */
    private String state(@Nullable Choropleth beside) {
        var found = parameters(map);
        var question = map.question();
        found.put("method", question.method().code());
        if (question.limits().isEmpty()) {
            found.put("classes", Integer.toString(question.classes()));
        } else {
            found.put(
                    "breaks",
                    question.limits().stream()
                            .map(limit -> Numbers.ofStored(limit).toPlainString())
                            .collect(Collectors.joining(",")));
        }
        if (beside != null) {
            var other = beside.question();
            boolean same = other.indicator().code().equals(question.indicator().code());
            found.put(
                    "compare",
                    same
                            ? Objects.requireNonNullElse(other.period(), "")
                            : other.indicator().code());
        }
        return found.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("&"));
    }

    /** What the figures of a map are found by, whatever the reader left open. */
    static Map<String, String> parameters(Choropleth map) {
        var found = new LinkedHashMap<String, String>();
        var source = map.source();
        if (source != null) {
            found.put("dataset", source.dataset().code());
            found.put("edition", Integer.toString(source.dataset().edition().number()));
            found.put("indicator", source.run().indicator());
            found.put("period", source.run().period().code());
        } else {
            found.put("indicator", map.question().indicator().code());
        }
        found.put("level", map.level());
        var scope = map.question().scope();
        if (scope != null) {
            found.put("within", scope.code());
        }
        found.putAll(map.question().breakdown().codes());
        return found;
    }

    private Stream<AreaVersion> outlines(List<Row> rows) {
        return rows.stream()
                .flatMap(row -> visit.snapshot().territory().outlined(row.area().code()).stream());
    }

    private @Nullable String extent(List<Row> rows) {
        var box = new Envelope();
        outlines(rows)
                .map(AreaVersion::outline)
                .filter(Objects::nonNull)
                .forEach(outline -> box.expandToInclude(outline.getEnvelopeInternal()));
        return box.isNull()
                ? null
                : String.format(
                        Locale.ROOT, "%.5f,%.5f,%.5f,%.5f", box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
    }

    /** All areas of the level, from the highest figure; those without a number last. */
    private List<Row> rows() {
        var shades = new HashMap<String, Shade>();
        map.areas().forEach(shade -> shades.put(shade.area().code(), shade));
        var rows = new ArrayList<Row>();
        map.areas().forEach(shade -> rows.add(row(shade.area().code(), shades)));
        map.withheld().forEach(code -> rows.add(row(code, shades)));
        map.missing().forEach(code -> rows.add(row(code, shades)));
        rows.sort((one, other) -> {
            int byFigure = Ranks.DESCENDING.compare(one.figure(), other.figure());
            return byFigure != 0 ? byFigure : visit.names().alphabetical().compare(one.area(), other.area());
        });
        var ranks = Ranks.of(rows.stream().map(Row::figure).toList());
        var ranked = new ArrayList<Row>();
        for (int i = 0; i < rows.size(); i++) {
            ranked.add(rows.get(i).with(ranks.get(i), null));
        }
        return ranked;
    }

    private Row row(String code, Map<String, Shade> shades) {
        var shade = shades.get(code);
        var figure = figure(map.source(), code);
        var coloured = shade == null || shade.classIndex() < 0 ? null : Integer.valueOf(shade.classIndex());
        return new Row(
                new Named(code, visit.names().area(code)),
                null,
                state(shade, figure),
                coloured,
                coloured == null ? null : map.classes().colours().get(coloured),
                shade == null || shade.certain(),
                figure,
                null);
    }

    private static String state(@Nullable Shade shade, @Nullable Figure figure) {
        if (shade != null) {
            return shade.classIndex() >= 0 ? "class" : "unreliable";
        }
        return figure != null && figure.withheld() ? "withheld" : "missing";
    }

    private @Nullable Figure figure(@Nullable LevelRun source, String code) {
        if (source == null) {
            return null;
        }
        var block = source.dataset().block();
        var cell = block.find(source.run(), block.areaIndexOf(code));
        return cell.isEmpty() ? null : visit.figures().of(new PublishedCell(source.dataset(), cell.getAsInt()));
    }

    private Legend legend(List<Row> rows) {
        var note = MapNote.of(map, visit.wording().language());
        return new Legend(
                classes(rows),
                count(rows, "unreliable"),
                count(rows, "withheld"),
                count(rows, "missing"),
                rows.size(),
                rows.size() - (int) outlines(rows).count(),
                note.isEmpty() ? null : note);
    }

    private static int count(List<Row> rows, String state) {
        return (int) rows.stream().filter(row -> row.state().equals(state)).count();
    }

    private List<ClassLine> classes(List<Row> rows) {
        var breaks = map.classes().breaks();
        var lines = new ArrayList<ClassLine>();
        for (int i = 0; i < map.classes().count(); i++) {
            int index = i;
            var inside = rows.stream()
                    .filter(row -> Objects.equals(row.classIndex(), index))
                    .toList();
            lines.add(new ClassLine(
                    i,
                    map.classes().colours().get(i),
                    map.classes().isBelow(i),
                    visit.figures().write(Numbers.ofStored(breaks[i]), indicator),
                    visit.figures().write(Numbers.ofStored(breaks[i + 1]), indicator),
                    inside.size(),
                    (int) inside.stream().filter(row -> !row.certain()).count()));
        }
        return lines;
    }
}
