package org.socialobservatory.api.page.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.page.OutlineMap;
import org.socialobservatory.api.page.OutlineMap.Shape;
import org.socialobservatory.api.page.Provenance.Source;
import org.socialobservatory.api.page.Visit;
import org.socialobservatory.api.page.map.MapPage.ClassLine;
import org.socialobservatory.api.page.map.MapPage.Legend;
import org.socialobservatory.api.page.map.MapPage.Row;

/**
 * A map on a sheet of paper, as SVG: what was asked as its title, the areas, the legend with the number of areas in each
 * class, source and edition at the foot. It is mirrored where the reader's language is.
 */
final class MapDrawing {

    /** A sheet lying on its long side. */
    enum Paper {
        A4("297mm", "210mm"),
        A3("420mm", "297mm");

        private final String width;
        private final String height;

        Paper(String width, String height) {
            this.width = width;
            this.height = height;
        }
    }

    /** Units of the drawing: those of a screen for A4. */
    private static final int WIDTH = 1122;

    private static final int HEIGHT = 794;
    private static final int MARGIN = 40;
    private static final int LEGEND = 270;
    private static final int GAP = 24;
    private static final int FOOT = 84;
    private static final int TITLE_LINE = 30;
    /** Letters in a line of the title, of the legend and of the foot. */
    private static final int TITLE_LETTERS = 82;

    private static final int LEGEND_LETTERS = 36;
    private static final int FOOT_LETTERS = 150;
    private static final String INK = "#1e2528";
    private static final String QUIET = "#5c686d";
    private static final String EDGE = "#82908f";

    private final Visit visit;
    private final MapPage page;
    private final SvgWriter svg;
    private final boolean mirrored;
    private final String address;

    private MapDrawing(Visit visit, MapPage page, SvgWriter svg, String address) {
        this.visit = visit;
        this.page = page;
        this.svg = svg;
        this.mirrored = visit.wording().language().rightToLeft();
        this.address = address;
    }

    /**
     * Draws a map.
     *
     * @param outlines of its areas; null where none has one
     * @param address of the map, which stands at the foot
     */
    static byte[] of(Visit visit, MapPage page, @Nullable OutlineMap outlines, Paper paper, String address) {
        var svg = new SvgWriter();
        new MapDrawing(visit, page, svg, address).draw(outlines, paper);
        return svg.bytes();
    }

    private void draw(@Nullable OutlineMap outlines, Paper paper) {
        var title = title();
        svg.root(
                paper.width,
                paper.height,
                "0 0 " + WIDTH + " " + HEIGHT,
                visit.wording().language().tag(),
                mirrored ? "rtl" : "ltr",
                title);
        new SvgPatterns(svg).define(page.legend().classes());
        svg.rectangle(0, 0, WIDTH, HEIGHT, "#ffffff", "none");
        double y = MARGIN + TITLE_LINE / 2.0;
        for (String line : SvgWriter.lines(title, TITLE_LETTERS)) {
            text(line, MARGIN, y, 24, INK, "bold");
            y += TITLE_LINE;
        }
        double top = y;
        double across = WIDTH - 2.0 * MARGIN - LEGEND - GAP;
        if (outlines != null) {
            maps(outlines, top, across);
        }
        legend(top + 16, MARGIN + across + GAP);
        foot();
        svg.end();
    }

    private String title() {
        var asked = Objects.requireNonNullElse(page.asked(), "");
        return page.other() == null
                ? asked
                : visit.wording().say("map.compared", asked, page.other().asked());
    }

    /** A place along a line, from where the reader's language begins. */
    private double x(double fromStart) {
        return mirrored ? WIDTH - fromStart : fromStart;
    }

    private void text(String words, double fromStart, double y, int size, String colour, String weight) {
        svg.text(words, x(fromStart), y, size, colour, weight, "start");
    }

    private void maps(OutlineMap outlines, double top, double across) {
        double down = HEIGHT - FOOT - MARGIN - top;
        var other = page.other();
        if (other == null) {
            map(outlines, Function.identity(), MARGIN, top, across, down);
            return;
        }
        double half = (across - GAP) / 2;
        text(visit.wording().say("map.one") + " " + other.own(), MARGIN, top + 12, 16, INK, "bold");
        map(outlines, Function.identity(), MARGIN, top + GAP, half, down - GAP);
        text(visit.wording().say("map.two") + " " + other.asked(), MARGIN + half + GAP, top + 12, 16, INK, "bold");
        map(outlines, Row::other, MARGIN + half + GAP, top + GAP, half, down - GAP);
    }

    /** @param side what a row says of this map */
    private void map(
            OutlineMap outlines,
            Function<Row, @Nullable Row> side,
            double fromStart,
            double top,
            double across,
            double down) {
        Map<String, Row> rows = page.rows().stream()
                .map(side)
                .filter(Objects::nonNull)
                .collect(Collectors.toMap(row -> row.area().code(), Function.identity()));
        double scale = Math.min(across / outlines.width(), down / outlines.height());
        double left = mirrored ? WIDTH - fromStart - across : fromStart;
        svg.group(left + (across - outlines.width() * scale) / 2, top, scale);
        for (Shape shape : outlines.shapes()) {
            var row = rows.get(shape.code());
            svg.path(shape.path(), SvgPatterns.fill(row, page.legend().classes()), EDGE, 1 / scale, isMissing(row));
        }
        for (Shape shape : outlines.shapes()) {
            if (!shape.room().equals("none")) {
                label(shape, rows.get(shape.code()), outlines, scale);
            }
        }
        svg.endGroup();
    }

    private static boolean isMissing(@Nullable Row row) {
        return row == null || row.state().equals("missing");
    }

    private void label(Shape shape, @Nullable Row row, OutlineMap outlines, double scale) {
        double x = percent(shape.left()) * outlines.width();
        double y = percent(shape.top()) * outlines.height();
        var anchor = switch (shape.direction()) {
            case "west" -> "end";
            case "east" -> "start";
            default -> "middle";
        };
        svg.label(shape.name(), x, y, 14 / scale, anchor);
        var state = row == null ? "missing" : row.state();
        if (state.equals("withheld") || state.equals("missing")) {
            svg.label(visit.wording().say("map.legend." + state), x, y + 14 / scale, 11 / scale, anchor);
        }
    }

    private static double percent(String text) {
        return Double.parseDouble(text.substring(0, text.length() - 1)) / 100;
    }

    private void legend(double top, double fromStart) {
        var legend = page.legend();
        var other = page.other() == null ? null : page.other().legend();
        double y = top;
        for (int i = 0; i < legend.classes().size(); i++) {
            var line = legend.classes().get(i);
            var its = other == null ? null : other.classes().get(i);
            y = entry(
                    SvgPatterns.ground(line),
                    range(line) + " " + counts(line.count(), its == null ? null : its.count()),
                    fromStart,
                    y,
                    14);
            if (line.uncertain() > 0 || (its != null && its.uncertain() > 0)) {
                var words = its == null
                        ? visit.wording().count("map.legend.uncertain", line.uncertain())
                        : visit.wording()
                                .say(
                                        "map.legend.uncertain.both",
                                        visit.wording().whole(line.uncertain()),
                                        visit.wording().whole(its.uncertain()));
                y = entry(SvgPatterns.hatched(line), words, fromStart + 16, y, 12);
            }
        }
        y = state("unreliable", Legend::unreliable, fromStart, y);
        y = state("withheld", Legend::withheld, fromStart, y);
        y = state("missing", Legend::missing, fromStart, y);
        text(visit.wording().count("map.legend.all", legend.all()), fromStart, y + 12, 13, QUIET, "normal");
        y += GAP + 8;
        for (String note : notes()) {
            for (String line : SvgWriter.lines(note, LEGEND_LETTERS)) {
                text(line, fromStart, y + 12, 12, QUIET, "normal");
                y += 17;
            }
        }
    }

    private double state(String state, Function<Legend, Integer> count, double fromStart, double y) {
        int own = count.apply(page.legend());
        var its = page.other() == null ? null : count.apply(page.other().legend());
        if (own == 0 && (its == null || its == 0)) {
            return y;
        }
        var words = visit.wording().say("map.legend." + state) + " " + counts(own, its);
        return entry("url(#" + state + ")", words, fromStart, y, 14);
    }

    private double entry(String fill, String words, double fromStart, double y, int size) {
        double width = 24;
        svg.rectangle(mirrored ? x(fromStart) - width : x(fromStart), y, width, 16, fill, EDGE);
        text(words, fromStart + width + 8, y + 13, size, INK, "normal");
        return y + 24;
    }

    private String range(ClassLine line) {
        return line.from().equals(line.to())
                ? line.from()
                : visit.wording().say("map.legend.class", line.from(), line.to());
    }

    private String counts(int own, @Nullable Integer its) {
        return its == null
                ? visit.wording().say("optional.count", visit.wording().whole(own))
                : visit.wording()
                        .say(
                                "map.legend.counts",
                                visit.wording().whole(own),
                                visit.wording().whole(its));
    }

    private List<String> notes() {
        var notes = new ArrayList<String>();
        var legend = page.legend();
        if (legend.classes().stream().anyMatch(line -> line.uncertain() > 0)) {
            notes.add(visit.wording().say("map.legend.uncertain.words"));
        }
        if (page.other() != null && page.other().sources() > 1) {
            notes.add(visit.wording().say("map.compare.sources"));
        }
        if (legend.note() != null) {
            notes.add(legend.note());
        }
        if (legend.withoutOutline() > 0) {
            notes.add(visit.wording().count("outline.without", legend.withoutOutline()));
        }
        if (page.drawn()) {
            notes.add(visit.wording().say("notice.drawn"));
        }
        return notes;
    }

    private void foot() {
        double y = HEIGHT - FOOT;
        svg.rectangle(MARGIN, y, WIDTH - 2.0 * MARGIN, 1, QUIET, "none");
        var lines = new ArrayList<String>();
        for (Source source : page.provenance().sources()) {
            lines.add(visit.wording().say("foot.source", source.title(), source.edition(), source.publishedOn()));
        }
        lines.add(SvgWriter.leftToRight(address));
        for (String line : lines) {
            for (String part : SvgWriter.lines(line, FOOT_LETTERS)) {
                y += 17;
                text(part, MARGIN, y, 12, QUIET, "normal");
            }
        }
    }
}
