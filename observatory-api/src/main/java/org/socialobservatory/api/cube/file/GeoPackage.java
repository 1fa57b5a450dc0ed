package org.socialobservatory.api.cube.file;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;
import org.socialobservatory.api.cube.ObservationRow;
import org.socialobservatory.api.snapshot.PublishedDataset;
import org.socialobservatory.api.snapshot.Snapshot;
import org.socialobservatory.ontology.Language;
import org.socialobservatory.ontology.area.Area;
import org.springframework.util.FileSystemUtils;

/**
 * An edition as a GeoPackage 1.3 (OGC 12-128r18): its areas with their outlines as features, its cells as attributes that are
 * joined to them by code.
 */
final class GeoPackage {

    private static final int WGS84 = 4326;
    private static final int BATCH = 5_000;
    private static final int ENVELOPE_XY = 1 << 1;
    private static final int LITTLE_ENDIAN = 1;
    private static final int HEADER_BYTES = 8 + 4 * Double.BYTES;

    private GeoPackage() {}

    static void write(Snapshot snapshot, PublishedDataset edition, OutputStream out) throws IOException {
        var folder = Files.createTempDirectory("observatory-geopackage-");
        try {
            var file = folder.resolve("data.gpkg");
            try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
                connection.setAutoCommit(false);
                for (String statement : script().split(";\n", -1)) {
                    execute(connection, statement);
                }
                var published = edition.edition().publishedAt();
                areas(snapshot, edition, connection, published);
                observations(snapshot, edition, connection, published);
                connection.commit();
            } catch (SQLException failed) {
                throw new IllegalStateException("The edition could not be written as a GeoPackage", failed);
            }
            Files.copy(file, out);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static String script() {
        try (var file = Objects.requireNonNull(GeoPackage.class.getResourceAsStream("geopackage.sql"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void areas(Snapshot snapshot, PublishedDataset edition, Connection connection, Instant published)
            throws SQLException {
        var all = new Envelope();
        try (var insert = connection.prepareStatement(
                "INSERT INTO areas (geom, code, name_fr, name_ar, name_en, level, within) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            for (var area : snapshot.territory().areas()) {
                if (edition.block().areaIndexOf(area.code()) >= 0) {
                    var outline = outline(snapshot, area);
                    if (outline != null) {
                        all.expandToInclude(outline.getEnvelopeInternal());
                    }
                    insert.setBytes(1, outline == null ? null : blob(outline));
                    insert.setString(2, area.code());
                    int column = 3;
                    for (Language language : Language.values()) {
                        insert.setString(
                                column++, area.names().exactly(language).orElse(null));
                    }
                    insert.setString(column++, area.level());
                    insert.setString(
                            column,
                            snapshot.territory()
                                    .parent(area.code())
                                    .map(Area::code)
                                    .orElse(null));
                    insert.executeUpdate();
                }
            }
        }
        contents(connection, "areas", "features", published, all.isNull() ? null : all);
        execute(
                connection,
                "INSERT INTO gpkg_geometry_columns VALUES ('areas', 'geom', 'MULTIPOLYGON', " + WGS84 + ", 0, 0)");
    }

    private static @Nullable Geometry outline(Snapshot snapshot, Area area) {
        var outline = snapshot.territory()
                .outlined(area.code())
                .map(version -> version.outline())
                .orElse(null);
        return outline instanceof Polygon polygon
                ? polygon.getFactory().createMultiPolygon(new Polygon[] {polygon})
                : outline;
    }

    /** The header (§2.1.3), then the geometry as well-known binary. */
    private static byte[] blob(Geometry geometry) {
        var bounds = geometry.getEnvelopeInternal();
        var binary = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN).write(geometry);
        return ByteBuffer.allocate(HEADER_BYTES + binary.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 'G')
                .put((byte) 'P')
                .put((byte) 0)
                .put((byte) (LITTLE_ENDIAN | ENVELOPE_XY))
                .putInt(WGS84)
                .putDouble(bounds.getMinX())
                .putDouble(bounds.getMaxX())
                .putDouble(bounds.getMinY())
                .putDouble(bounds.getMaxY())
                .put(binary)
                .array();
    }

    private static void contents(
            Connection connection, String table, String kind, Instant published, @Nullable Envelope bounds)
            throws SQLException {
        try (var insert = connection.prepareStatement("""
                INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change, min_x, min_y, max_x, max_y, srs_id)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)) {
            insert.setString(1, table);
            insert.setString(2, kind);
            insert.setString(3, table);
            insert.setString(4, published.toString());
            if (bounds != null) {
                insert.setDouble(5, bounds.getMinX());
                insert.setDouble(6, bounds.getMinY());
                insert.setDouble(7, bounds.getMaxX());
                insert.setDouble(8, bounds.getMaxY());
            }
            if (kind.equals("features")) {
                insert.setInt(9, WGS84);
            }
            insert.executeUpdate();
        }
    }

    private static void observations(
            Snapshot snapshot, PublishedDataset edition, Connection connection, Instant published) throws SQLException {
        var row = new ObservationRow(snapshot, List.of(edition));
        var names = row.names();
        execute(
                connection,
                names.stream()
                        .map(name -> quoted(name) + " " + type(name))
                        .collect(Collectors.joining(
                                ", ",
                                "CREATE TABLE observations (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, ",
                                ")")));
        var places = names.stream().map(_ -> "?").collect(Collectors.joining(", "));
        var columns = names.stream().map(GeoPackage::quoted).collect(Collectors.joining(", "));
        try (var insert =
                connection.prepareStatement("INSERT INTO observations (" + columns + ") VALUES (" + places + ")")) {
            for (int cell = 0; cell < edition.block().size(); cell++) {
                row.write(edition, cell, new Values(insert));
                insert.addBatch();
                if (cell % BATCH == BATCH - 1) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
        contents(connection, "observations", "attributes", published, null);
        execute(connection, "CREATE INDEX observations_of_area ON observations (area, indicator)");
    }

    private static String type(String name) {
        return switch (name) {
            case "edition" -> "INTEGER";
            case "contested" -> "BOOLEAN";
            default -> ObservationRow.isNumber(name) ? "DOUBLE" : "TEXT";
        };
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    /** The values of one line. */
    private static final class Values implements ObservationRow.Fields {
        private final PreparedStatement line;
        private int column;

        Values(PreparedStatement line) {
            this.line = line;
        }

        @Override
        public void text(String name, @Nullable String text) {
            set(() -> line.setString(++column, text));
        }

        @Override
        public void number(String name, @Nullable BigDecimal number) {
            set(() -> {
                if (number == null) {
                    line.setNull(++column, Types.DOUBLE);
                } else {
                    line.setDouble(++column, number.doubleValue());
                }
            });
        }

        @Override
        public void flag(String name, boolean holds) {
            set(() -> line.setBoolean(++column, holds));
        }

        private static void set(Setting setting) {
            try {
                setting.set();
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }

        @FunctionalInterface
        private interface Setting {
            void set() throws SQLException;
        }
    }
}
