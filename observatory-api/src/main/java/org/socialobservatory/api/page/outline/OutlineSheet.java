package org.socialobservatory.api.page.outline;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.socialobservatory.api.page.Named;
import org.socialobservatory.api.page.Names;
import org.socialobservatory.api.page.Provenance;
import org.socialobservatory.api.page.Visit;
import org.socialobservatory.api.problem.ApiProblem.BadParameter;
import org.socialobservatory.api.problem.ProblemRule;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ontology.area.Area;

/** Puts the page together on which one outline is drawn. */
final class OutlineSheet {

    /** More names than a list is read for; the code can be in the address. */
    private static final int MOST_OFFERED = 500;
    /** Share of the outline by which its surroundings are shown around it. */
    private static final double AROUND = 0.25;

    private static final String USUAL_LEVEL = "quartier";

    private final Visit visit;
    private final Snapshot snapshot;
    private final @Nullable Area area;
    private final @Nullable Area within;
    private final String level;

    private OutlineSheet(Visit visit, @Nullable Area area, @Nullable Area within, String level) {
        this.visit = visit;
        this.snapshot = visit.snapshot();
        this.area = area;
        this.within = within;
        this.level = level;
    }

    /** The page for an area that stands, or for a new one somewhere. */
    static OutlinePage of(Visit visit, @Nullable String area, @Nullable String within, @Nullable String level) {
        var territory = visit.snapshot().territory();
        var known = area(visit, "area", area);
        var above = known == null
                ? area(visit, "within", within)
                : territory.parent(known.code()).orElse(null);
        return new OutlineSheet(visit, known, above, level(visit, known, above, level)).page();
    }

    private static @Nullable Area area(Visit visit, String name, @Nullable String code) {
        if (code == null || code.isEmpty()) {
            return null;
        }
        var territory = visit.snapshot().territory();
        return territory
                .area(code)
                .orElseThrow(() -> BadParameter.unknown(
                        ProblemRule.UNKNOWN_AREA,
                        name,
                        code,
                        territory.areas().stream().map(Area::code).toList()));
    }

    /** The level asked for, else that of the areas beside it. */
    private static String level(Visit visit, @Nullable Area known, @Nullable Area above, @Nullable String asked) {
        if (known != null) {
            return known.level();
        }
        if (asked != null && !asked.isEmpty()) {
            return DrawnArea.level(asked, visit.snapshot());
        }
        return above == null
                ? USUAL_LEVEL
                : visit.snapshot().territory().children(above.code()).stream()
                        .map(Area::level)
                        .findFirst()
                        .orElse(USUAL_LEVEL);
    }

    private OutlinePage page() {
        var names = visit.names();
        var standing = area == null ? null : OutlineForm.standing(snapshot, area.code());
        var outline = area == null ? null : Neighbour.outline(snapshot, area.code());
        var since = standing == null ? null : standing.validFrom();
        var earliest = OutlineForm.earliest(standing);
        var above = within == null ? null : Neighbour.outline(snapshot, within.code());
        return new OutlinePage(
                area == null ? null : names.named(area),
                new Named(level, names.level(level)),
                within == null ? null : names.named(within),
                outline == null ? null : OutlineText.json(outline),
                since == null ? null : visit.wording().date(since),
                earliest == null ? null : earliest.toString(),
                OutlineForm.offered(standing).toString(),
                area == null || (standing != null && standing.outline() != null),
                above == null || within == null
                        ? null
                        : "/ogc/collections/areas-" + within.level() + "/items/" + within.code(),
                snapshot.territory().levels().contains(level) ? "/ogc/collections/areas-" + level + "/items" : null,
                extent(outline, above),
                others(names),
                levels(names),
                OutlineForm.publishers(snapshot)
                        .map(publisher -> names.of(publisher.name(), publisher.code()))
                        .distinct()
                        .toList(),
                OutlineForm.LICENSES,
                DrawnArea.USUAL_TOLERANCE,
                DrawnArea.MOST_TOLERANCE,
                snapshot.territory()
                        .outlined(area == null ? "" : area.code())
                        .filter(one -> one.drawn())
                        .isPresent(),
                Provenance.none());
    }

    private List<Named> others(Names names) {
        return siblings()
                .filter(other -> !other.equals(area))
                .map(names::named)
                .sorted(names.alphabetical())
                .limit(MOST_OFFERED)
                .toList();
    }

    private Stream<Area> siblings() {
        var all = within == null
                ? snapshot.territory().areas().stream()
                : snapshot.territory().descendants(within.code()).stream();
        return all.filter(one -> one.level().equals(level));
    }

    private List<Named> levels(Names names) {
        return snapshot.catalogue().codeList("level").stream()
                .flatMap(list -> list.concepts().stream())
                .map(concept -> new Named(concept.code(), names.level(concept.code())))
                .toList();
    }

    /** What is looked at: the outline and what lies around it, else the area above, else those beside. */
    private @Nullable String extent(@Nullable Geometry outline, @Nullable Geometry above) {
        var box = new Envelope();
        if (outline != null) {
            box.expandToInclude(outline.getEnvelopeInternal());
            box.expandBy(box.getWidth() * AROUND, box.getHeight() * AROUND);
        } else if (above != null) {
            box.expandToInclude(above.getEnvelopeInternal());
        } else {
            siblings()
                    .map(sibling -> Neighbour.outline(snapshot, sibling.code()))
                    .filter(Objects::nonNull)
                    .forEach(one -> box.expandToInclude(one.getEnvelopeInternal()));
        }
        return box.isNull()
                ? null
                : String.format(
                        Locale.ROOT, "%.5f,%.5f,%.5f,%.5f", box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
    }
}
