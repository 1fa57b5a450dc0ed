package org.socialobservatory.api.page.outline;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.socialobservatory.api.page.Named;
import org.socialobservatory.api.page.Visit;
import org.socialobservatory.api.page.outline.Snapped.Left;

/**
 * What became of a drawn outline, for the page and for programs. Surfaces are in square metres, lengths in metres.
 *
 * @param outline GeoJSON
 * @param said the same in the reader's words
 */
record SnappedAnswer(
        Map<String, Object> outline,
        int corners,
        List<Named> neighbours,
        Moved moved,
        Land gaps,
        Land overlaps,
        List<Gap> left,
        long outside,
        long before,
        long after,
        List<String> said) {

    private static final double HECTARE = 10_000;

    /** @param farthest to a tenth of a metre */
    record Moved(int corners, double farthest) {}

    record Land(int count, long surface) {}

    record Gap(long surface, double longitude, double latitude) {}

    static SnappedAnswer of(Snapped snapped, Visit visit) {
        return new SnappedAnswer(
                OutlineText.written(snapped.outline()),
                snapped.outline().getNumPoints(),
                snapped.neighbours().stream().map(visit.names()::named).toList(),
                new Moved(snapped.moved(), Math.round(snapped.farthest() * 10) / 10.0),
                land(snapped.gaps()),
                land(snapped.overlaps()),
                snapped.left().stream().map(SnappedAnswer::gap).toList(),
                Math.round(snapped.outside()),
                Math.round(snapped.before()),
                Math.round(snapped.after()),
                said(snapped, visit));
    }

    private static Land land(Snapped.Pieces pieces) {
        return new Land(pieces.count(), Math.round(pieces.surface()));
    }

    private static Gap gap(Left left) {
        return new Gap(Math.round(left.surface()), left.place().x, left.place().y);
    }

    private static List<String> said(Snapped snapped, Visit visit) {
        var said = new ArrayList<String>();
        var wording = visit.wording();
        if (snapped.moved() > 0) {
            said.add(wording.say(
                    "drawing.said.moved",
                    snapped.moved(),
                    wording.whole(snapped.moved()),
                    wording.number(BigDecimal.valueOf(snapped.farthest()), 1)));
        }
        if (snapped.gaps().count() > 0) {
            said.add(wording.say(
                    "drawing.said.gaps", surface(visit, snapped.gaps().surface())));
        }
        if (snapped.overlaps().count() > 0) {
            said.add(wording.say(
                    "drawing.said.overlaps", surface(visit, snapped.overlaps().surface())));
        }
        if (!snapped.left().isEmpty()) {
            double all = snapped.left().stream().mapToDouble(Left::surface).sum();
            said.add(wording.say(
                    "drawing.said.left",
                    snapped.left().size(),
                    wording.whole(snapped.left().size()),
                    surface(visit, all)));
        }
        if (snapped.outside() >= 1) {
            said.add(wording.say("drawing.said.outside", surface(visit, snapped.outside())));
        }
        said.add(
                wording.say("drawing.said.surface", surface(visit, snapped.before()), surface(visit, snapped.after())));
        return said;
    }

    /** In square metres up to a hectare, then in hectares, then in square kilometres. */
    private static String surface(Visit visit, double squareMetres) {
        if (squareMetres < HECTARE) {
            return visit.wording().say("drawing.metres", visit.wording().whole(Math.round(squareMetres)));
        }
        boolean wide = squareMetres >= 100 * HECTARE;
        var number = BigDecimal.valueOf(squareMetres / (wide ? 100 * HECTARE : HECTARE));
        return visit.wording()
                .say(
                        wide ? "drawing.kilometres" : "drawing.hectares",
                        visit.wording().number(number, 2));
    }
}
