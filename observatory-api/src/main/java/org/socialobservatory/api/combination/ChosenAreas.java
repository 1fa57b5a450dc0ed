package org.socialobservatory.api.combination;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.socialobservatory.api.http.Parameters;
import org.socialobservatory.api.problem.ApiProblem.BadParameter;
import org.socialobservatory.api.problem.ProblemRule;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ontology.area.Area;
import org.socialobservatory.ontology.area.AreaVersion;

/**
 * The areas of a map that a reader chose: by code, or those that lie by more than half of their surface within a line
 * that he drew.
 */
public final class ChosenAreas {

    /** Their parameters: codes, or longitude and latitude of each corner. */
    public static final List<String> NAMES = List.of("areas", "polygon");

    private static final int FEWEST_CORNERS = 3;
    private static final int MOST_CORNERS = 200;
    private static final double MAJORITY = 0.5;
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private ChosenAreas() {}

    /** Whether a query chooses areas at all. */
    public static boolean asked(Parameters parameters) {
        return NAMES.stream().anyMatch(parameters::has);
    }

    /**
     * Reads the choice.
     *
     * @param possible the areas of the map
     */
    public static List<Area> of(Parameters parameters, List<Area> possible, Snapshot snapshot) {
        if (parameters.has("areas") && parameters.has("polygon")) {
            throw new BadParameter(ProblemRule.REPEATED_PARAMETER, "polygon", null, List.of());
        }
        var line = line(parameters);
        return line == null ? named(parameters, possible) : within(line, possible, snapshot);
    }

    private static List<Area> named(Parameters parameters, List<Area> possible) {
        return parameters.many("areas").stream()
                .sorted()
                .map(code -> possible.stream()
                        .filter(area -> area.code().equals(code))
                        .findFirst()
                        .orElseThrow(() -> BadParameter.unknown(
                                ProblemRule.UNKNOWN_AREA,
                                "areas",
                                code,
                                possible.stream().map(Area::code).toList())))
                .toList();
    }

    private static @Nullable Geometry line(Parameters parameters) {
        var numbers = parameters.decimals("polygon");
        if (numbers.isEmpty()) {
            return null;
        }
        int corners = numbers.size() / 2;
        boolean degrees = true;
        for (int i = 0; i < numbers.size(); i++) {
            degrees &= Math.abs(numbers.get(i).doubleValue()) <= (i % 2 == 0 ? 180 : 90);
        }
        if (numbers.size() % 2 != 0 || corners < FEWEST_CORNERS || corners > MOST_CORNERS || !degrees) {
            throw new BadParameter(
                    ProblemRule.MALFORMED_VALUE,
                    "polygon",
                    numbers.stream().map(BigDecimal::toPlainString).collect(Collectors.joining(",")),
                    List.of("longitude,latitude,longitude,latitude,longitude,latitude…"));
        }
        var ring = new Coordinate[corners + 1];
        for (int i = 0; i < corners; i++) {
            ring[i] = new Coordinate(
                    numbers.get(2 * i).doubleValue(), numbers.get(2 * i + 1).doubleValue());
        }
        ring[corners] = ring[0];
        // A hand that crosses its own line means what lies inside.
        return GeometryFixer.fix(FACTORY.createPolygon(ring));
    }

    private static List<Area> within(Geometry line, List<Area> possible, Snapshot snapshot) {
        return possible.stream()
                .filter(area -> snapshot.territory()
                        .outlined(area.code())
                        .map(AreaVersion::outline)
                        .filter(Objects::nonNull)
                        .filter(outline -> holds(line, outline))
                        .isPresent())
                .toList();
    }

    private static boolean holds(Geometry line, Geometry outline) {
        if (!line.getEnvelopeInternal().intersects(outline.getEnvelopeInternal())) {
            return false;
        }
        double surface = outline.getArea();
        return surface == 0
                ? line.intersects(outline.getInteriorPoint())
                : line.intersection(outline).getArea() > MAJORITY * surface;
    }
}
