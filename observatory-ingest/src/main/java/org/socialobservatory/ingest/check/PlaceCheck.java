package org.socialobservatory.ingest.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.socialobservatory.ingest.mapping.PlaceStatement;
import org.socialobservatory.ingest.source.Findings;
import org.socialobservatory.ingest.source.Spelling;
import org.socialobservatory.ontology.area.Territory;
import org.socialobservatory.ontology.finding.FindingRule;
import org.socialobservatory.ontology.resource.Place;

/** Finds the finest area that holds each place. */
public final class PlaceCheck {

    private final Territory territory;
    private final Findings findings;
    private final STRtree areas = new STRtree();

    /** An outline with the number of areas above it. */
    private record Candidate(String area, int depth, PreparedGeometry outline) {}

    /**
     * @param territory as it will be with the package
     */
    public PlaceCheck(Territory territory, Findings findings) {
        this.territory = territory;
        this.findings = findings;
        territory
                .areas()
                .forEach(area -> territory.outlined(area.code()).ifPresent(version -> {
                    var outline = version.outline();
                    if (outline != null) {
                        areas.insert(
                                outline.getEnvelopeInternal(),
                                new Candidate(
                                        area.code(),
                                        territory.ancestors(area.code()).size(),
                                        PreparedGeometryFactory.prepare(outline)));
                    }
                }));
    }

    /** The places, in order of code. */
    public List<Place> places(List<PlaceStatement> statements) {
        var found = new ArrayList<Place>();
        var nowhere = new TreeMap<String, List<String>>();
        for (PlaceStatement statement : statements) {
            var location = statement.location() == null ? null : Outlines.canonical(statement.location());
            if (location == null) {
                nowhere.computeIfAbsent(String.valueOf(statement.place().resource()), _ -> new ArrayList<>())
                        .add(statement.code());
            }
            found.add(new Place(
                    statement.code(),
                    statement.kind(),
                    statement.names(),
                    within(statement, location),
                    location,
                    Map.copyOf(statement.properties())));
        }
        nowhere.forEach((resource, codes) -> findings.add(
                FindingRule.PLACE_WITHOUT_LOCATION,
                org.socialobservatory.ontology.finding.Finding.Place.of(resource),
                null,
                String.valueOf(codes.size()),
                String.join(", ", codes.subList(0, Math.min(3, codes.size())))));
        found.sort(Comparator.comparing(Place::code));
        return found;
    }

    private @Nullable String within(PlaceStatement statement, @Nullable Geometry location) {
        var declared = statement.within();
        if (declared != null) {
            if (!territory.contains(declared)) {
                var codes = territory.areas().stream().map(area -> area.code()).toList();
                findings.add(
                        FindingRule.AREA_UNKNOWN,
                        statement.place(),
                        declared,
                        declared,
                        Spelling.nearestText(declared, codes));
            }
            return declared;
        }
        if (location == null || areas.isEmpty()) {
            return null;
        }
        var finest = finest(location.getInteriorPoint());
        if (finest == null) {
            findings.add(FindingRule.POINT_OUTSIDE, statement.place(), statement.code(), statement.code());
        }
        return finest;
    }

    private @Nullable String finest(Geometry point) {
        Candidate best = null;
        for (Object found : areas.query(point.getEnvelopeInternal())) {
            var candidate = (Candidate) found;
            boolean deeper = best == null
                    || candidate.depth > best.depth
                    || (candidate.depth == best.depth && candidate.area.compareTo(best.area) < 0);
            if (deeper && candidate.outline.intersects(point)) {
                best = candidate;
            }
        }
        return best == null ? null : best.area;
    }
}
