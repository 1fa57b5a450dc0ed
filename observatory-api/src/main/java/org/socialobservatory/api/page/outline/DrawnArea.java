package org.socialobservatory.api.page.outline;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.socialobservatory.api.http.Parameters;
import org.socialobservatory.api.problem.ApiProblem.BadParameter;
import org.socialobservatory.api.problem.ProblemRule;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ontology.area.Area;

/**
 * An outline that somebody drew, and where it belongs.
 *
 * @param known the area whose outline it is; null for an area that is new
 * @param outline in degrees
 * @param tolerance metres within which borders are meant to be the same
 */
record DrawnArea(
        @Nullable Area known, String level, @Nullable String within, Geometry outline, double tolerance) {

    /** Metres: what a hand misses on a map of a town. */
    static final int USUAL_TOLERANCE = 15;

    static final int MOST_TOLERANCE = 100;

    static DrawnArea of(Parameters form, Snapshot snapshot) {
        var outline = OutlineText.read(form.required(OutlineText.NAME));
        var known = area(form, "area", snapshot);
        var within = known == null ? area(form, "within", snapshot) : null;
        return new DrawnArea(
                known,
                known == null ? level(form.required("level"), snapshot) : known.level(),
                known == null ? (within == null ? null : within.code()) : known.within(),
                outline,
                tolerance(form));
    }

    static @Nullable Area area(Parameters asked, String name, Snapshot snapshot) {
        var territory = snapshot.territory();
        return asked.one(name)
                .map(code -> territory
                        .area(code)
                        .orElseThrow(() -> BadParameter.unknown(
                                ProblemRule.UNKNOWN_AREA,
                                name,
                                code,
                                territory.areas().stream().map(Area::code).toList())))
                .orElse(null);
    }

    static String level(String code, Snapshot snapshot) {
        var levels = snapshot.catalogue().codeList("level").stream()
                .flatMap(list -> list.concepts().stream())
                .map(concept -> concept.code())
                .toList();
        if (levels.stream().noneMatch(Predicate.isEqual(code))
                && !snapshot.territory().levels().contains(code)) {
            throw BadParameter.unknown(ProblemRule.UNKNOWN_LEVEL, "level", code, levels);
        }
        return code;
    }

    private static double tolerance(Parameters form) {
        var metres = form.decimals("tolerance");
        if (metres.isEmpty()) {
            return USUAL_TOLERANCE;
        }
        var one = metres.getFirst();
        if (metres.size() > 1 || one.signum() < 0 || one.compareTo(BigDecimal.valueOf(MOST_TOLERANCE)) > 0) {
            throw new BadParameter(
                    ProblemRule.MALFORMED_VALUE, "tolerance", one.toPlainString(), List.of("0…" + MOST_TOLERANCE));
        }
        return one.doubleValue();
    }

    /** The same between the areas of its level that stand. */
    Snapped snapped(Snapshot snapshot, java.util.function.Function<Area, String> naming) {
        var box = outline.getEnvelopeInternal();
        box.expandBy(2 * Plane.around(box).degrees(tolerance + 1));
        var neighbours = Neighbour.around(snapshot, level, known, box);
        var above = within == null ? null : Neighbour.outline(snapshot, within);
        return Snapping.snap(outline, neighbours, above, tolerance, naming);
    }
}
