package org.socialobservatory.ingest.source.feature;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.socialobservatory.ingest.source.Findings;
import org.socialobservatory.ingest.source.PackageFiles;
import org.socialobservatory.ingest.source.RawFile;
import org.socialobservatory.ingest.source.Sheets;
import org.socialobservatory.ingest.source.Spelling;
import org.socialobservatory.ontology.cube.Numbers;
import org.socialobservatory.ontology.finding.Finding.Place;
import org.socialobservatory.ontology.finding.FindingRule;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Reads a layer of a GeoPackage (OGC 12-128r18). The file is opened for reading only and is not trusted. */
public final class GeoPackage {

    /** Bytes of one value. */
    private static final int LARGEST_VALUE = 256 << 20;

    private static final int SECONDS = 60;
    /** More features than any country has communes. */
    private static final int MOST_FEATURES = 500_000;

    /** In a blob's header: bytes of the envelope by its kind (§2.1.3). */
    private static final int[] ENVELOPES = {0, 32, 48, 48, 64};

    private static final String LAYERS = """
            SELECT c.table_name, g.column_name, s.organization, s.organization_coordsys_id, s.definition, g.srs_id
            FROM gpkg_contents c
            JOIN gpkg_geometry_columns g ON g.table_name = c.table_name
            LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id
            WHERE c.data_type = 'features'
            ORDER BY c.table_name
            """;

    private GeoPackage() {}

    private record Layer(
            String table, String geometryColumn, @Nullable String reference) {}

    /**
     * Reads a layer.
     *
     * @param name of the layer, the first one where null
     */
    public static Optional<FeatureTable> read(
            RawFile file, @Nullable String name, Place place, PackageFiles files, Findings findings) {
        try (var connection = open(files.onDisk(file))) {
            var layers = layers(connection);
            var layer = layers.stream()
                    .filter(one -> name == null || one.table.equals(name))
                    .findFirst();
            if (layer.isEmpty()) {
                var names = layers.stream().map(Layer::table).toList();
                var asked = name == null ? "?" : name;
                findings.add(FindingRule.SHEET_MISSING, place, name, asked, Spelling.nearestText(asked, names));
                return Optional.empty();
            }
            var read = features(connection, layer.get(), place, findings);
            Sheets.reportUnread(
                    name, layer.get().table, layers.stream().map(Layer::table).toList(), place, findings);
            return Optional.of(read);
        } catch (SQLException | IOException damaged) {
            findings.add(FindingRule.FILE_DAMAGED, place, null, file.path());
            return Optional.empty();
        }
    }

    private static Connection open(Path file) throws SQLException {
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        config.enableLoadExtension(false);
        config.setPragma(SQLiteConfig.Pragma.LIMIT_LENGTH, String.valueOf(LARGEST_VALUE));
        config.setPragma(SQLiteConfig.Pragma.LIMIT_ATTACHED, "0");
        var source = new SQLiteDataSource(config);
        // Not even a journal is written beside it.
        source.setUrl(
                "jdbc:sqlite:" + file.toUri().toString().replaceFirst("^file:/+", "file:/") + "?mode=ro&immutable=1");
        var connection = source.getConnection();
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA trusted_schema = OFF");
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
        return connection;
    }

    private static List<Layer> layers(Connection connection) throws SQLException {
        var layers = new ArrayList<Layer>();
        try (var statement = connection.createStatement()) {
            statement.setQueryTimeout(SECONDS);
            try (var rows = statement.executeQuery(LAYERS)) {
                while (rows.next()) {
                    layers.add(new Layer(rows.getString(1), rows.getString(2), reference(rows)));
                }
            }
        }
        return layers;
    }

    /** −1 and 0 stand for an undefined system (§1.1.2.1.2). */
    private static @Nullable String reference(ResultSet rows) throws SQLException {
        var organization = rows.getString(3);
        int system = rows.getInt(6);
        if (organization == null || system <= 0) {
            return null;
        }
        return organization.equalsIgnoreCase("EPSG") ? "EPSG:" + rows.getInt(4) : rows.getString(5);
    }

    private static FeatureTable features(Connection connection, Layer layer, Place place, Findings findings)
            throws SQLException {
        var features = new FeatureTable.Builder();
        try (var statement = connection.createStatement()) {
            statement.setQueryTimeout(SECONDS);
            try (var rows = statement.executeQuery("SELECT * FROM \"" + layer.table.replace("\"", "\"\"") + "\"")) {
                int columns = rows.getMetaData().getColumnCount();
                for (int i = 1; i <= columns; i++) {
                    var name = rows.getMetaData().getColumnName(i);
                    if (!name.equals(layer.geometryColumn)) {
                        features.column(name);
                    }
                }
                for (long number = 1; rows.next(); number++) {
                    if (number > MOST_FEATURES) {
                        // A view may make rows without end.
                        throw new SQLException("more than " + MOST_FEATURES + " features");
                    }
                    feature(rows, columns, layer, number, features, place, findings);
                }
            }
        }
        return features.build(place, layer.reference);
    }

    private static void feature(
            ResultSet rows,
            int columns,
            Layer layer,
            long number,
            FeatureTable.Builder features,
            Place place,
            Findings findings)
            throws SQLException {
        var properties = new LinkedHashMap<String, String>();
        Geometry geometry = null;
        for (int i = 1; i <= columns; i++) {
            var name = rows.getMetaData().getColumnName(i);
            if (!name.equals(layer.geometryColumn)) {
                properties.put(name, text(rows.getObject(i)));
                continue;
            }
            try {
                geometry = geometry(rows.getBytes(i));
            } catch (ParseException | RuntimeException malformed) {
                findings.add(
                        FindingRule.GEOMETRY_MALFORMED,
                        place.row(number),
                        null,
                        String.valueOf(malformed.getMessage()));
            }
        }
        features.add(number, properties, geometry);
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Double real when Double.isFinite(real) -> Numbers.text(new BigDecimal(Double.toString(real)));
            case byte[] _ -> "";
            default -> value.toString();
        };
    }

    private static @Nullable Geometry geometry(byte @Nullable [] blob) throws ParseException {
        if (blob == null || blob.length == 0) {
            return null;
        }
        if (blob.length < 8 || blob[0] != 'G' || blob[1] != 'P') {
            throw new ParseException("GP");
        }
        int flags = blob[3];
        int envelope = (flags >> 1) & 7;
        if (envelope >= ENVELOPES.length) {
            throw new ParseException("envelope " + envelope);
        }
        int header = 8 + ENVELOPES[envelope];
        var wkb = new byte[Math.max(0, blob.length - header)];
        ByteBuffer.wrap(blob).order(ByteOrder.BIG_ENDIAN).get(Math.min(header, blob.length), wkb);
        var geometry = new WKBReader().read(wkb);
        return geometry.isEmpty() ? null : geometry;
    }
}
