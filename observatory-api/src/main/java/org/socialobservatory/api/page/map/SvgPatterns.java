package org.socialobservatory.api.page.map;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socialobservatory.api.page.map.MapPage.ClassLine;
import org.socialobservatory.api.page.map.MapPage.Row;

/** Fills of a map on paper, the same as on the screen: what is uncertain, withheld or missing is told without colour. */
final class SvgPatterns {

    private static final String UNCERTAIN = "uncertain-";
    private static final String BELOW = "below-";

    private final SvgWriter svg;

    SvgPatterns(SvgWriter svg) {
        this.svg = svg;
    }

    void define(List<ClassLine> classes) {
        svg.element("defs");
        for (ClassLine line : classes) {
            hatch(UNCERTAIN + line.index(), line.colour(), "#fbfaf7");
            if (line.below()) {
                pattern(BELOW + line.index(), 6, line.colour(), "M0 3h6", "#ffffff", "1.6");
            }
        }
        hatch("unreliable", "#ffffff", "#5c686d");
        svg.element("pattern", "id", "withheld", "width", "8", "height", "8", "patternUnits", "userSpaceOnUse");
        svg.empty("rect", "width", "8", "height", "8", "fill", "#f1efe9");
        svg.empty("circle", "cx", "4", "cy", "4", "r", "1.4", "fill", "#5c686d");
        svg.end();
        pattern("missing", 12, "#ffffff", "M4.5 4.5l3 3M7.5 4.5l-3 3", "#8a8f93", "1");
        svg.end();
    }

    private void hatch(String id, String ground, String lines) {
        start(id, 7, "rotate(45)", ground);
        svg.empty("path", "d", "M1 0v7", "stroke", lines, "stroke-width", "2.4");
        svg.empty("path", "d", "M2.6 0v7", "stroke", "#3c484e", "stroke-opacity", "0.5", "stroke-width", "0.8");
        svg.end();
    }

    private void pattern(String id, int size, String ground, String path, String lines, String width) {
        start(id, size, "scale(1)", ground);
        svg.empty("path", "d", path, "stroke", lines, "stroke-width", width, "fill", "none");
        svg.end();
    }

    private void start(String id, int size, String turned, String ground) {
        var side = Integer.toString(size);
        svg.element(
                "pattern",
                "id",
                id,
                "width",
                side,
                "height",
                side,
                "patternUnits",
                "userSpaceOnUse",
                "patternTransform",
                turned);
        svg.empty("rect", "width", side, "height", side, "fill", ground);
    }

    /** What an area is filled with. */
    static String fill(@Nullable Row row, List<ClassLine> classes) {
        if (row == null || row.classIndex() == null) {
            return "url(#" + (row == null ? "missing" : row.state()) + ")";
        }
        var line = classes.get(row.classIndex());
        return row.certain() ? ground(line) : hatched(line);
    }

    static String ground(ClassLine line) {
        return line.below() ? "url(#" + BELOW + line.index() + ")" : line.colour();
    }

    static String hatched(ClassLine line) {
        return "url(#" + UNCERTAIN + line.index() + ")";
    }
}
