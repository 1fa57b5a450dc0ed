package org.socialobservatory.ingest.mapping;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.socialobservatory.ingest.mapping.StatementRows.Row;
import org.socialobservatory.ingest.mapping.description.Schema;
import org.socialobservatory.ingest.mapping.description.Schema.Field;
import org.socialobservatory.ingest.source.Table;
import org.socialobservatory.ingest.source.feature.Coordinates;
import org.socialobservatory.ontology.finding.FindingRule;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Takes the geometry of rows, from the file itself or from a field of type geopoint or geojson, to CRS84. */
final class Located {

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final @Nullable Reprojection reprojection;
    private final @Nullable Field field;
    private final int column;

    private Located(@Nullable Reprojection reprojection, @Nullable Field field, int column) {
        this.reprojection = reprojection;
        this.field = field;
        this.column = column;
    }

    static Located of(StatementRows rows) {
        Table table = rows.table();
        var findings = rows.findings().findings();
        if (table.located()) {
            return new Located(
                    Reprojection.of(table, rows.resource().crs(), findings).orElse(null), null, Columns.NONE);
        }
        var field = rows.resource().schema().fields().stream()
                .filter(one -> one.type() == Schema.Type.GEOPOINT || one.type() == Schema.Type.GEOJSON)
                .filter(one -> rows.columns().has(one.name()))
                .findFirst();
        return field.map(one -> new Located(
                        Reprojection.to(rows.resource().crs(), table.place(), findings)
                                .orElse(null),
                        one,
                        rows.columns().find(one.name(), findings)))
                .orElse(new Located(null, null, Columns.NONE));
    }

    /** The geometry of a row in CRS84; null where it has none, or, with a finding, none that is on Earth. */
    @Nullable
    Geometry of(Row row, String code) {
        var geometry = field == null ? row.geometry() : written(row, field).orElse(null);
        if (geometry == null || geometry.isEmpty() || reprojection == null) {
            return null;
        }
        if (Coordinates.wasOpen(geometry)) {
            row.add(FindingRule.OUTLINE_REPAIRED, "code", code, code, "open ring");
        }
        var moved = reprojection.apply(geometry);
        var lost = moved == null ? geometry.getCoordinate() : offEarth(geometry, moved);
        if (lost != null) {
            row.add(FindingRule.OUTSIDE_WORLD, "code", code, shown(lost));
            return null;
        }
        return moved;
    }

    private static String shown(Coordinate position) {
        return shown(position.x) + ", " + shown(position.y);
    }

    private static String shown(double number) {
        return Double.isFinite(number)
                ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : String.valueOf(number);
    }

    /** The first position of a geometry that is not on Earth once moved, also where it is no number; null if none. */
    private static @Nullable Coordinate offEarth(Geometry geometry, Geometry moved) {
        var before = geometry.getCoordinates();
        var after = moved.getCoordinates();
        for (int i = 0; i < after.length; i++) {
            if (!(Math.abs(after[i].x) <= 180 && Math.abs(after[i].y) <= 90)) {
                return before[i];
            }
        }
        return null;
    }

    private Optional<Geometry> written(Row row, Field type) {
        var text = row.raw(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    type.type() == Schema.Type.GEOJSON
                            ? Coordinates.geometry(JSON.readTree(text), 0)
                            : point(text, type.format()));
        } catch (JacksonException | Coordinates.Malformed | NumberFormatException malformed) {
            row.add(FindingRule.GEOMETRY_MALFORMED, "code", text, text);
            return Optional.empty();
        }
    }

    /** {@code lon, lat}; as array or object in the other formats of the type. */
    private static Geometry point(String text, @Nullable String format) throws Coordinates.Malformed {
        if ("object".equals(format)) {
            var node = JSON.readTree(text);
            return GEOMETRIES.createPoint(new Coordinate(
                    node.path("lon").asDouble(Double.NaN), node.path("lat").asDouble(Double.NaN)));
        }
        var parts = text.replaceAll("[\\[\\]\\s]", "").split(",", -1);
        if (parts.length != 2) {
            throw new NumberFormatException(text);
        }
        return GEOMETRIES.createPoint(new Coordinate(Double.parseDouble(parts[0]), Double.parseDouble(parts[1])));
    }
}
